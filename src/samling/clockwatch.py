"""Noticing that the machine's clock was set, or the machine restarted, while a day was under way."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samling.domain import clockset
from samling.domain.action import About
from samling.domain.agenda import Progress, current_day, progress
from samling.domain.clockset import DemoTime
from samling.domain.errors import DatabaseUnusable
from samling.store import changes, clocks, gatherings, log
from samling.store.rows import from_text, to_text

if TYPE_CHECKING:
    from samling.domain.clockset import ClockPair
    from samling.domain.gathering import Gathering
    from samling.store.changes import Change
    from samling.store.database import Database, Row

CLOCK_SET = "clock-set"
ASKS = "control"
"""Who asks what happened while the machine was off. To the others a restart stays unseen until it has been asked."""

_KEEP_EVERY_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class ClockNotice:
    """What was noticed: the day's times moved with a clock that was set, or the machine was restarted during a block.

    `last_seen` is when samling last looked before the restart (UTC): the block cannot have been left before that.
    """

    moved: timedelta | None = None
    restarted: bool = False
    last_seen: datetime | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return self.moved is not None or self.restarted


def notice(database: Database, pair: ClockPair, who: str) -> ClockNotice:
    """Compare `pair`, read from the true clocks, with the pair seen last; follow a clock that was set.

    In a demo its own time moves instead of the record. The pair is kept once a minute, so that slow drift between
    the two clocks never adds up to what looks like somebody setting one.

    Raises `DatabaseUnusable` where a clock that was set cannot be followed: every elapsed time is wrong until it is.
    """
    last = clocks.last_pair(database)
    moved = _moved(last, pair)
    restarted = last is not None and last.boot != pair.boot
    if last is not None and moved is None and not restarted and pair.steady - last.steady < _KEEP_EVERY_SECONDS:
        return ClockNotice()
    is_open = restarted and _is_running(database)
    if is_open and who != ASKS:
        return ClockNotice()
    if last is not None and moved is None and not restarted:
        _keep_when_free(database, last, pair)
        return ClockNotice()
    try:
        with database.writing():
            moved = _moved(clocks.last_pair(database), pair)
            if moved is not None and not _follow(database, moved, pair.wall, who):
                moved = None
            clocks.keep_pair(database, pair)
    except DatabaseUnusable:
        if moved is not None:
            raise
        return ClockNotice()  # a restart can be told later: the figures are right
    return ClockNotice(moved, restarted=is_open, last_seen=last.wall if last else None)


def _keep_when_free(database: Database, last: ClockPair, pair: ClockPair) -> None:
    """Keep the pair in place of the last one, unless the file is held, full or changed: a later look will keep its own.

    A window never stands still, and never takes its figures away, for what nobody has asked to be written.
    """
    with suppress(DatabaseUnusable), database.writing(wait=False):
        if clocks.last_pair(database) == last:
            clocks.keep_pair(database, pair)


def _is_running(database: Database) -> bool:
    gathering = _in_use(database)
    return gathering is not None and progress(gathering) is Progress.RUNNING


def _moved(last: ClockPair | None, pair: ClockPair) -> timedelta | None:
    """By how much the wall clock was set since the last pair of the same boot; None when it was not."""
    if last is None or last.boot != pair.boot or not pair.boot:
        return None
    moved = (pair.wall - last.wall) - timedelta(seconds=pair.steady - last.steady)
    if abs(moved) <= clockset.NOTICEABLE:
        return None
    return timedelta(milliseconds=round(moved / timedelta(milliseconds=1)))  # the resolution of what is stored


def _in_use(database: Database) -> Gathering | None:
    _, gathering_id = gatherings.in_use(database)
    return None if gathering_id is None else gatherings.load(database, gathering_id)


def _follow(database: Database, moved: timedelta, now: datetime, who: str) -> bool:
    """Move the day's record, or a demo's time, with the clock; return whether there was any to move."""
    demo = clocks.demo_time(database)
    if demo is not None:
        clocks.keep_demo_time(database, DemoTime(demo.started_at + moved, demo.shows, demo.speed))
        return True
    before = _in_use(database)
    if before is None:
        return False
    day = clockset.day_on(before, now - moved)
    made = [] if day is None else changes.difference(before, clockset.shift(before, moved, day))
    made += _moved_pitches(database, moved, now, day_is_on=day is not None)
    comes_back = _can_come_back(database, before, now - moved)
    if not made and not comes_back:
        return False
    changes.apply(database, made)
    day = day or (current_day(before) if comes_back else None)
    arguments = {"seconds": moved.total_seconds(), "day": day}
    log.append(database, log.LogEntry(None, before.network_id, before.id, now, now, who, CLOCK_SET, arguments, made))
    return bool(made)


def _can_come_back(database: Database, gathering: Gathering, now: datetime) -> bool:
    """Whether something that was recorded by the clock that showed `now` stands undone, and can be brought forward."""
    return any(
        now - entry.happened_at < clockset.STILL_ON and any(_has_instants(change) for change in entry.changes)
        for entry in log.undone(database, gathering.id)
    )


def _moved_pitches(database: Database, moved: timedelta, now: datetime, *, day_is_on: bool) -> list[Change]:
    """What moving the record of the pitches comes to: while they are on, and after them until the day is over."""
    from samling.domain.pitching import recorded  # most days nobody pitches
    from samling.store import parts, pitches

    before = pitches.load(database, parts.in_use(database, About.PITCHING))
    is_on = recorded.is_todays(before, now - moved) if day_is_on else recorded.is_under_way(before, now - moved)
    after = recorded.shift(before, moved, now - moved) if is_on else before
    return changes.difference_of_rows(pitches.rows(before), pitches.rows(after))


def by_todays_clock(database: Database, entry: log.LogEntry) -> list[Change]:
    """Return an entry's changes with its instants moved by what the clock has been set since it was written.

    So undo and redo see through a correction: what they bring back fits the record as it now stands.
    """
    made = entry.changes
    for correction in log.later(database, entry, CLOCK_SET):
        by = timedelta(seconds=correction.arguments["seconds"])
        made = [_moved_on(each, by) if _was_moved(database, each, entry, correction) else each for each in made]
    return made


def _was_moved(database: Database, change: Change, entry: log.LogEntry, correction: log.LogEntry) -> bool:
    """Whether a correction of the clock moved what a change of an entry is about: a pitch, or a block, of its day."""
    if change.table in _OF_PITCHES:
        showed = correction.happened_at - timedelta(seconds=correction.arguments["seconds"])
        return showed - entry.happened_at < clockset.STILL_ON
    day = correction.arguments["day"]
    return day is not None and _day_of(database, change) == day


_OF_PITCHES = ("pitch", "pitch_run", "pitch_pause")
"""The tables of what the pitch clock has recorded: not of a block, but moved as long as it is of the same day."""


def _day_of(database: Database, change: Change) -> int | None:
    """The day of the block that a change is about, None for a change of something else."""
    if change.table not in ("block", "pause", "turn"):
        return None
    found = database.rows("SELECT day FROM block WHERE id = ?", change.key[:1])
    return found[0]["day"] if found else None  # a block that is gone had not started: it has no instants


def _moved_on(change: Change, by: timedelta) -> Change:
    def row(values: Row | None) -> Row | None:
        if values is None:
            return None
        return {name: _instant(text, by) if name in _RECORDED else text for name, text in values.items()}

    return replace(change, before=row(change.before), after=row(change.after))


def _has_instants(change: Change) -> bool:
    return any(row.get(name) for row in (change.before, change.after) if row for name in _RECORDED)


_RECORDED = ("started_at", "ended_at", "questions_at", "called_at")


def _instant(text: str | None, by: timedelta) -> str | None:
    moment = from_text(text)
    return None if moment is None else to_text(moment + by)
