"""The banner over the full width: what makes the window not to be trusted, or not to be used."""

from __future__ import annotations

from textual.content import Content

from samling.language import _
from samling.tui.widgets.words import Words

LEAST_WIDTH = 60
LEAST_HEIGHT = 16


class Trouble(Words):
    """Says over the whole width what is wrong. It is there only while something is."""

    def __init__(self) -> None:
        super().__init__(id="trouble")


def unreadable(why: str) -> Content:
    """Return what is said while the file cannot be read."""
    lines = (
        Content(_("!! The file cannot be read")).stylize("bold"),
        Content(""),
        Content(why),
        Content(_("No figure can be trusted now, so none is shown. samling tries again all the time.")),
    )
    return Content("\n").join(lines)


def read_only() -> Content:
    """Return what is said of a file that can only be looked at."""
    return Content(_("! This file can only be read: look as you like, but nothing can be changed."))


def too_small(width: int, height: int) -> Content:
    """Return what is said in too small a terminal; nothing when it is large enough."""
    if width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
        return Content("")
    words = _("Too small: {width} × {height}. samling needs {least_width} × {least_height}. The clocks go on.")
    return Content(words.format(width=width, height=height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT))
