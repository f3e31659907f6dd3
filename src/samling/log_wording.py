"""How the log is told as the story of the day: a sentence a line, for the windows and the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.language import _
from samling.wording import deed, wall_clock

if TYPE_CHECKING:
    from samling.domain.storyline import Entry, Line, Sheet

_STARTS = ("start", "next", "reopen")


def began(line: Line) -> bool:
    """Whether a block began with it: the story's headings."""
    return line.last.action in _STARTS and not line.last.arguments.get("ended")


def told(line: Line, timezone: str) -> str:
    """Return a line of the story in words; its clock times are the network's `timezone`."""
    last = line.last
    if line.sheet is not None:
        return _sheet(line, line.sheet, timezone)
    if last.action in ("undo", "redo") and line.about is not None:
        return _turned(last, line.about, timezone)
    if len(line.entries) > 1:
        return _together(line, timezone)
    return deed(last.action, last.arguments, timezone)


def _sheet(line: Line, sheet: Sheet, timezone: str) -> str:
    form = (
        _("{judge} scored “{team}”: {count} of {criteria} criteria, submitted")
        if sheet.submitted
        else _("{judge} is scoring “{team}”: {count} of {criteria} criteria, not submitted yet")
    )
    known: dict[str, Any] = line.last.arguments
    words = form.format(
        judge=known.get("judge", "–"), team=known.get("team", "–"), count=sheet.scored, criteria=sheet.criteria
    )
    first, last = (wall_clock(each.happened_at, timezone) for each in (line.entries[0], line.last))
    return words if first == last else _("{words} (from {time})").format(words=words, time=first)


def _turned(entry: Entry, about: Entry, timezone: str) -> str:
    form = (
        _("Took back what was done at {time}: {what}")
        if entry.action == "undo"
        else _("Did again what was done at {time}: {what}")
    )
    what = deed(about.action, about.arguments, timezone)
    return form.format(time=wall_clock(about.happened_at, timezone), what=what)


def _together(line: Line, timezone: str) -> str:
    last = line.last
    if last.action == "extend":
        seconds = sum(int(each.arguments.get("seconds", 0)) for each in line.entries)
        count = len(line.entries)
        if seconds == 0:
            form = _("Changed the length of “{title}” {count} times, back to what it was")
            return form.format(title=last.arguments.get("title", "–"), count=count)
        words = deed(last.action, {**last.arguments, "seconds": seconds}, timezone)
        return _("{words} in all ({count} times)").format(words=words, count=count)
    form = {"arrive": _("Here: {who}"), "leave": _("Left: {who}")}.get(last.action, _("Not here after all: {who}"))
    return form.format(who=", ".join(str(each.arguments.get("who", "–")) for each in line.entries))
