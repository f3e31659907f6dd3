"""The banner over the full width: what makes the window not to be trusted, or not to be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.language import _
from samling.tui.rescuing import ways_on
from samling.tui.widgets.words import Words
from samling.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from samling.domain.errors import SamlingError

LEAST_WIDTH = 60
LEAST_HEIGHT = 16


class Trouble(Words):
    """Says over the whole width what is wrong. It is there only while something is."""

    def __init__(self) -> None:
        super().__init__(id="trouble")


def unreadable(fault: SamlingError, rescued: Path | None) -> Content:
    """Return what is said while the file cannot be read, and what can be done; `rescued` is the copy made of it."""
    ways = ways_on(fault, rescued)
    title = _("!! Nothing is saved any longer") if ways else _("!! The file cannot be read")
    hint = _("No figure can be trusted now, so none is shown. samling tries again all the time.")
    return Content("\n").join([Content(title).stylize("bold"), *map(Content, ("", say(fault), *(ways or (hint,))))])


def viewing(why: SamlingError) -> Content:
    """Return what is said of a file that can only be looked at."""
    lines = (
        Content(_("! This file can only be read: look as you like, but nothing can be changed.")),
        Content(_("{reason} Ctrl+O opens it anew.").format(reason=say(why))),
    )
    return Content("\n").join(lines)


def too_small(width: int, height: int) -> Content:
    """Return what is said in too small a terminal; nothing when it is large enough."""
    if width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
        return Content("")
    words = _("Too small: {width} × {height}. samling needs {least_width} × {least_height}. The clocks go on.")
    return Content(words.format(width=width, height=height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT))
