"""What the scenes are put together from: words that are drawn again only when they change, small and large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from samling.tui.bigletters import LEAST_CAP, fit, fit_line, fit_start, paint
from samling.tui.plain import clean_text
from samling.tui.widgets.words import Words as PlainWords

if TYPE_CHECKING:
    from textual.geometry import Size

    from samling.tui.bigletters import Setting
    from samling.tui.view import View


TALL = 36
"""Rows of a window in which the terminal's own letters are too small for a room."""


def clean(text: str) -> str:
    """Return text without what a terminal would obey instead of show; lines stay lines."""
    return "\n".join(map(clean_text, text.split("\n")))


class Words(PlainWords):
    """Words of the size that the terminal has."""

    def say(self, words: str | Content, *, layout: bool = True) -> None:
        """Show other words."""
        super().say(clean(words) if isinstance(words, str) else words, layout=layout)


class SceneView(Vertical):
    """One scene of the projector: a widget that shows a view, and knows nothing of the file or the clock.

    `show` may be called before the scene is mounted.
    """

    def show(self, view: View) -> None:
        """Show what there is at this moment."""
        raise NotImplementedError


class FittedScene(SceneView):
    """A scene that is laid out by the room there is: it shows its view again once it has a size, and another size."""

    def on_mount(self) -> None:
        """Show the view again once the room for it is known."""
        self.call_after_refresh(self._again)

    def on_resize(self) -> None:
        """Show it in the room there is now."""
        self._again()

    def _again(self) -> None:
        view = getattr(self.app, "view", None)
        if view is not None and self.display:
            self.show(view)


class Headline(Widget):
    """Words as large as they may be: in large letters where these fit, else as the terminal writes them.

    `share` is how much of the window's height they may take (`tall_share` in a tall window), `letters` how much of it
    a capital may; words that are not `whole` may be cut to keep them large. With `cap` they keep to one line in letters
    of that size (in half cells), so that several lines stand in one size; 0 is the terminal's own.
    """

    DEFAULT_CSS = """
    Headline { width: 1fr; height: auto; text-align: center; text-style: bold; text-wrap: nowrap; }
    """

    def __init__(
        self,
        *,
        classes: str | None = None,
        share: float = 0.2,
        tall_share: float | None = None,
        letters: float = 1.0,
        whole: bool = False,
    ) -> None:
        super().__init__(classes=classes)
        self._words, self._letters, self._whole = "", letters, whole
        self._share, self._tall_share = share, tall_share or share
        self._cap: int | None = None
        self._drawn: tuple[tuple[object, ...], Content] | None = None

    @property
    def words(self) -> str:
        """What is said."""
        return self._words

    def say(self, words: str, *, cap: int | None = None) -> None:
        """Show other words."""
        words = clean(words)
        if (words, cap) != (self._words, self._cap):
            self._words, self._cap = words, cap
            self.refresh(layout=True)

    def _setting(self, width: int) -> Setting | None:
        if self._cap is not None:
            return fit_line(self._words, width, self._cap) if self._cap else None
        setting = fit(self._words, width, self._room, most=max(LEAST_CAP, int(self._window * self._letters * 2)))
        if setting is None and self._window >= TALL and not self._whole:
            return fit_start(self._words, width, self._room)
        return setting

    @property
    def _window(self) -> int:
        return self.screen.size.height

    @property
    def _room(self) -> int:
        """Rows that the words may take."""
        return max(1, int(self._window * (self._tall_share if self._window >= TALL else self._share)))

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual calls it so
        """Words take the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        """As high as the words are when they are set."""
        setting = self._setting(width)
        if setting is not None:
            return setting.rows
        return self._plain(width).count("\n") + 1 if self._words else 0

    def _plain(self, width: int) -> str:
        """The words as the terminal writes them, in the lines that fit the share."""
        words, width = Content(self._words), max(1, width)
        if self._cap is not None:
            return words.truncate(width, ellipsis=True).plain
        most = self._room
        lines = [line.plain.rstrip() for line in words.wrap(width)]
        if len(lines) > most:
            lines[most - 1] = Content(f"{lines[most - 1]}{' ' * width}").truncate(width, ellipsis=True).plain
            lines[most - 1] = f"{lines[most - 1].removesuffix('…').rstrip()} …"
        return "\n".join(lines[:most])

    def render(self) -> Content:
        """Draw the words at the size that fits now."""
        width, align = self.content_size.width, self.styles.text_align
        asked = (self._words, self._cap, width, self._window, align)
        if self._drawn is None or self._drawn[0] != asked:
            setting = self._setting(width)
            text = "\n".join(paint(setting, width, align=align)) if setting else self._plain(width)
            self._drawn = (asked, Content(text))
        return self._drawn[1]
