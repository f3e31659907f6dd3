"""A line of keys with what they do. Each can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.style import Style

from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable


class Hint(NamedTuple):
    """A key, what it does in a word or two, and the Textual action that a click runs."""

    key: str
    words: str
    action: str


def key_line(hints: Iterable[Hint], *, width: int | None = None, between: str = "  ") -> Content:
    """Return the hints on one line; where `width` is given, as many as there is room for."""
    line = Content("")
    for hint in hints:
        click = Style.from_meta({"@click": hint.action})
        part = Content.assemble(
            (hint.key, "bold $footer-key-foreground"),
            (f" {hint.words}", "$footer-description-foreground"),
        )
        longer = Content("").join([line, Content(between if line else ""), part.stylize(click)])
        if width is not None and longer.cell_length > width:
            break
        line = longer
    return line


class KeyLine(Words):
    """The keys of a window or a dialog."""

    _shown: tuple[tuple[Hint, ...], int] | None = None

    def show(self, hints: Iterable[Hint]) -> None:
        """Show these keys, as far as there is room. Showing the same again costs nothing."""
        asked = tuple(hints), self.content_size.width
        if asked != self._shown:
            self._shown = asked
            self.say(key_line(asked[0], width=asked[1] or None), layout=False)
