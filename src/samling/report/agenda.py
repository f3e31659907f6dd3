"""What the report tells of the agenda: planned against actual, what was changed, which proposal was followed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from samling.domain import day_report
from samling.domain.gathering import State
from samling.domain.localtime import iso
from samling.language import _
from samling.report.section import Section, Table
from samling.wording import clock_time, minutes, state_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.day_report import Told
    from samling.report.section import Matter
    from samling.store.log import LogEntry

_NOTHING = "–"
_MINUTE = timedelta(minutes=1)


def blocks(matter: Matter) -> Section:
    """Planned against actual for each block."""
    told = day_report.blocks(matter.gathering, matter.number)
    heads = (_("No."), _("Block"), _("Planned"), _("Minutes"), _("Held"), _("Minutes"), _("Difference"))
    return Section(
        key="blocks",
        title=_("Planned and actual"),
        data=[_block_json(each, matter.zone) for each in told],
        table=Table(heads, tuple(_row(each, matter.zone) for each in told), figures=frozenset({0, 3, 5, 6})),
    )


def _row(told: Told, zone: str) -> tuple[str, ...]:
    block = told.block
    held = (
        f"{clock_time(block.started_at, zone)}–{clock_time(block.ended_at, zone)}"
        if block.started_at and block.ended_at
        else state_word(block.state)
    )
    planned = (
        f"{clock_time(told.planned_start, zone)}–{clock_time(told.planned_end, zone)}"
        if told.planned_start and told.planned_end
        else _NOTHING
    )
    title = block.title
    if told.paused >= _MINUTE:
        title = _("{title} (paused {length})").format(title=title, length=minutes(_whole(told.paused) * 60))
    return (str(told.position), title, planned, _count(told.planned), held, _count(told.took), _signed(told.over))


def _count(length: timedelta | None) -> str:
    return _NOTHING if length is None else str(_whole(length))


def _signed(length: timedelta | None) -> str:
    if length is None:
        return _NOTHING
    count = _whole(length)
    return f"{count:+}".replace("-", "−") if count else "0"


def _whole(length: timedelta) -> int:
    """The nearest whole minutes; half a minute is rounded away from nothing, as clock times are."""
    seconds = length.total_seconds()
    return int((abs(seconds) + 30) // 60) * (1 if seconds >= 0 else -1)


def _block_json(told: Told, zone: str) -> dict[str, Any]:
    block = told.block
    moments = {
        "planned_start": told.planned_start,
        "planned_end": told.planned_end,
        "started_at": block.started_at,
        "ended_at": block.ended_at,
    }
    lengths = {"planned_seconds": told.planned, "actual_seconds": told.took, "paused_seconds": told.paused}
    return {
        "position": told.position,
        "title": block.title,
        "kind": block.kind.value,
        "state": block.state.value,
        **{name: iso(at, zone) for name, at in moments.items()},
        **{name: None if length is None else round(length.total_seconds()) for name, length in lengths.items()},
        "added_seconds": block.added_seconds,
    }


def changes(matter: Matter) -> Section | None:
    """What was dropped, shortened or made longer along the way."""
    told = day_report.blocks(matter.gathering, matter.number)
    lines = tuple(line for each in told for line in _change(each))
    data = [
        {"position": each.position, "dropped": each.block.state is State.DROPPED, "seconds": each.block.added_seconds}
        for each in told
        if any(_change(each))
    ]
    return Section("changes", _("Dropped, shortened, made longer"), data, lines) if lines else None


def _change(told: Told) -> Iterator[str]:
    block = told.block
    parts = {"title": block.title, "length": minutes(abs(block.added_seconds))}
    if block.state is State.DROPPED:
        yield _("Dropped: {title}").format(**parts)
    elif block.added_seconds < 0:
        yield _("Shortened by {length}: {title}").format(**parts)
    elif block.added_seconds > 0:
        yield _("Made {length} longer: {title}").format(**parts)


def followed(matter: Matter) -> Section | None:
    """Which proposals for finishing on time were followed, and not taken back."""
    found = [entry for entry in _standing(matter.log, "replan") if _is_of_the_day(entry, matter)]
    if not found:
        return None
    told = [(clock_time(entry.happened_at, matter.zone), str(entry.arguments.get("sentence", ""))) for entry in found]
    return Section(
        key="proposals",
        title=_("Proposals that were followed"),
        data=[
            {
                "happened_at": iso(entry.happened_at, matter.zone),
                "id": entry.arguments.get("proposal"),
                "title": entry.arguments.get("sentence"),
            }
            for entry in found
        ],
        lines=tuple(f"{time} {sentence}" for time, sentence in told),
    )


def _standing(log: Sequence[LogEntry], action: str) -> list[LogEntry]:
    """The log's entries of that name that are not undone: the last word about each is not an undo."""
    last = {entry.of: entry.action for entry in log if entry.of is not None}
    return [entry for entry in log if entry.action == action and last.get(entry.id or 0) != "undo"]


def _is_of_the_day(entry: LogEntry, matter: Matter) -> bool:
    """Whether something was done for the day: after the day before it had ended, and not after its own end."""
    before = day_report.ended(matter.gathering, matter.number - 1) if matter.number > 1 else None
    ended = day_report.ended(matter.gathering, matter.number)
    return (before is None or entry.happened_at >= before) and (ended is None or entry.happened_at <= ended)
