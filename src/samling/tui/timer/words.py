"""What the timekeeper's window says: pure functions to sentences in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.agenda import Progress
from samling.domain.gathering import State
from samling.domain.localtime import to_local
from samling.language import _
from samling.tui.rounds import can_turn, next_words
from samling.wording import clock_time, day_line, deed, long_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from samling.domain.gathering import Block, Gathering
    from samling.tui.view import View


def day(view: View) -> str:
    """Return how the day stands, in words."""
    if view.gathering is None or view.figures is None:
        return ""
    promised_end = view.gathering.day(view.figures.day).promised_end
    return day_line(view.figures.today, promised_end, view.gathering.timezone)


def saved(view: View, action: str, arguments: Mapping[str, Any]) -> str:
    """Return that something was done and saved, and that it can be taken back."""
    timezone = view.gathering.timezone if view.gathering else "UTC"
    told = deed(action, dict(arguments), timezone)
    time = clock_time(view.now, timezone, seconds=True)
    if action == "undo":
        return _("{deed} · saved {time}").format(deed=told, time=time)
    return _("{deed} · saved {time} · u takes it back").format(deed=told, time=time)


def space_does(view: View) -> str:
    """Return what the space bar would do now, in a word or two; nothing where it would do nothing."""
    if view.next is None:
        return _("end the day") if view.current else ""
    if view.current is None:
        return _("start")
    return _("next") if view.current[0].day == view.next[0].day else _("end the day")


def pause_does(view: View) -> str:
    """Return what the pause key would do now; nothing where it would do nothing."""
    if view.current is None:
        return ""
    return _("go on") if view.current[0].state is State.PAUSED else _("pause")


def turn_does(view: View) -> str:
    """Return what the key for turns would do now; nothing where it would do nothing."""
    return next_words(view.current[0]) if view.current is not None and can_turn(view) else ""


def leave(view: View, block: Block) -> str:
    """Return the question after a double press."""
    if view.next is None or view.next[0].day != block.day:
        return _("“{title}” has only just started. End it, and the day with it?").format(title=block.title)
    return _("“{title}” has only just started. Leave it and go on to “{next}”?").format(
        title=block.title, next=view.next[0].title
    )


def other_date(view: View, gathering: Gathering) -> str | None:
    """Return the question before a day is started on another date than its own; None where that is not so."""
    if view.current is not None or view.next is None:
        return None
    coming = gathering.day(view.next[0].day)
    today = to_local(view.now, gathering.timezone).date()
    if coming.is_frozen or coming.date == today:
        return None
    return _("This day is planned for {date}, and today is {today}. Start it all the same?").format(
        date=long_date(coming.date), today=long_date(today)
    )


def hint(view: View) -> str:
    """Return what there is to do where nothing has been done yet."""
    if view.figures is None:
        return ""
    if view.current is None and view.next is not None:
        return _("Space starts “{title}”").format(title=view.next[0].title)
    if view.figures.progress is Progress.ENDED:
        return _("The day is over.")
    return ""


def about() -> tuple[str, tuple[str, ...]]:
    """Return what the timekeeper's window is and which keys it knows."""
    return _("This is the timekeeper's window of samling"), (
        _("Space or n   start, or end this block and start the next one"),
        _("p   pause, and go on again"),
        _(".   the next team of a round, or the next step"),
        _("While teams pitch, Space starts at the first word and goes on to the questions and the end;"),
        _("n calls the next team up, and u takes back what was done to the pitches"),
        _("+ and −   one minute more, one minute less"),
        _("u   take the last thing back, again and again further back"),
        _("q   close this window (the day goes on; open it again with: samling timer)"),
        _("?   show or hide this"),
        _("Every key press is saved at once, and every window follows."),
        _("Ctrl+S   save what could not be saved; Escape gives it up"),
    )
