"""A slim bar of how much of a block has gone, with marks where it warns."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEFT, _OVER, _MARK, _STOPPED = "─", "╱", "┼", "▒"
_TONES = ("calm", "soon", "last", "over", "paused")


class BlockBar(Widget):
    """How much of a block has gone: filled for what has, a line for what is left; dotted in a pause, hatched over time.

    The shape tells it without the colour, and the marks still to come tell how near the end is. The tone ("calm",
    "soon", "last", "over", "paused") is a class of the widget.
    """

    DEFAULT_CSS = """
    BlockBar {
        height: 1; color: $primary;
        &.-soon { color: $warning; }
        &.-last, &.-over { color: $error; }
        &.-paused { color: $text-quiet; }
    }
    """

    fraction: reactive[float] = reactive(0.0)
    """The share that has gone, from 0; above 1 is overtime."""

    tone: reactive[str] = reactive("calm")
    """How near the end it is."""

    marks: reactive[tuple[float, ...]] = reactive(())
    """The shares at which the block warns."""

    def watch_tone(self, tone: str) -> None:
        """Let the style sheet colour the bar."""
        for each in _TONES:
            self.set_class(each == tone, f"-{each}")

    def render(self) -> Content:
        """Draw the bar over the width there is."""
        return Content(bar(self.fraction, self.content_size.width, self.marks, paused=self.tone == "paused"))


def bar(fraction: float, width: int, marks: tuple[float, ...] = (), *, paused: bool = False) -> str:
    """Return the bar as text, `width` characters long."""
    if fraction > 1:
        return _OVER * width
    filled = _filled(max(0.0, fraction) * width, _STOPPED if paused else "")
    rest = [_LEFT] * width
    for mark in marks:
        if width and 0 < mark < 1:
            rest[min(width - 1, int(mark * width))] = _MARK
    return filled + "".join(rest[len(filled) :])


def _filled(cells: float, stopped: str) -> str:
    """What has gone, to the eighth of a cell; to the cell where it is drawn with `stopped`."""
    if stopped:
        return stopped * round(cells)
    whole, part = divmod(round(cells * 8), 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")
