"""The agenda as lines: one for each block, and quiet ones for what lies between. Values only; nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.language import _
from samling.wording import clock_time, kind_word, long_date, minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.agenda import BlockFigures, Figures, Stretch
    from samling.domain.gathering import Block, Day, Gathering, State
    from samling.tui.view import View

_WORTH_A_LINE = timedelta(seconds=30)


class Mark(StrEnum):
    """What is special about a block."""

    MAY_DROP = "may-drop"
    FLEXIBLE = "flexible"
    PROTECTED = "protected"
    FIXED_START = "fixed-start"
    FIXED_END = "fixed-end"
    NOTES = "notes"


class Aside(StrEnum):
    """What a line that is not a block tells."""

    DAY = "day"
    SPARE = "spare"
    CLASH = "clash"
    NOT_LAID_OUT = "not-laid-out"
    TOO_LONG = "too-long"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A block's line. Times are ready to be shown; `marks` carry the words that go with them."""

    position: int
    title: str
    state: State
    planned: str
    start: str
    end: str
    length: str
    added: str
    marks: tuple[tuple[Mark, str], ...]
    about: str = ""
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A quiet line between the blocks."""

    kind: Aside
    words: str


Line = BlockLine | AsideLine


def lines(view: View) -> tuple[Line, ...]:
    """Return the agenda's lines, in order; none while there is no gathering."""
    gathering, figures = view.gathering, view.figures
    if gathering is None or figures is None:
        return ()
    return tuple(line for day in gathering.days for line in _day_lines(gathering, day, figures))


def _day_lines(gathering: Gathering, day: Day, figures: Figures) -> Iterator[Line]:
    if len(gathering.days) > 1:
        heading = _("Day {number} · {date}").format(number=day.number, date=long_date(day.date))
        yield AsideLine(Aside.DAY, heading)
    for position in gathering.positions(lambda block: block.day == day.number):
        block, at = gathering.block(position), figures.blocks[position - 1]
        yield from _gap(block, at, gathering.timezone)
        yield _block_line(gathering, block, at, is_next=position == figures.next)
    yield from _not_laid_out(gathering, day)
    for stretch in agenda.long_stretches(gathering, day):
        yield AsideLine(Aside.STRETCH, _stretch_words(stretch))


def _block_line(gathering: Gathering, block: Block, at: BlockFigures, *, is_next: bool) -> BlockLine:
    zone = gathering.timezone
    return BlockLine(
        position=at.position,
        title=block.title,
        state=block.state,
        planned=clock_time(at.planned_start, zone) if at.planned_start else "",
        start=clock_time(at.expected_start, zone) if at.expected_start else "",
        end=clock_time(at.expected_end, zone) if at.expected_end else "",
        length=minutes(block.planned_seconds),
        added=added_words(block.added_seconds),
        marks=marks(gathering, block),
        about=" · ".join(each for each in (kind_word(block.kind), block.leader) if each),
        is_next=is_next,
    )


def added_words(seconds: int) -> str:
    """Return what was added live: "+5", "−3", "+1:30", or nothing."""
    if not seconds:
        return ""
    whole, rest = divmod(abs(seconds), 60)
    sign = "+" if seconds > 0 else "−"
    return f"{sign}{whole}:{rest:02}" if rest else f"{sign}{whole}"


def marks(gathering: Gathering, block: Block) -> tuple[tuple[Mark, str], ...]:
    """Return a block's marks with their words."""
    zone = gathering.timezone
    notes = sum(note.block_id is not None and note.block_id == block.id for note in gathering.notes)
    given = (
        (
            Mark.FIXED_START,
            _("at {time}").format(time=clock_time(block.fixed_start, zone)) if block.fixed_start else "",
        ),
        (Mark.FIXED_END, _("until {time}").format(time=clock_time(block.fixed_end, zone)) if block.fixed_end else ""),
        (Mark.PROTECTED, _("protected") if block.protected else ""),
        (Mark.MAY_DROP, _("may be dropped") if block.may_drop else ""),
        (Mark.FLEXIBLE, _("flexible") if block.flexible else ""),
        (Mark.NOTES, _("notes: {count}").format(count=notes) if notes else ""),
    )
    return tuple((mark, words) for mark, words in given if words)


def _gap(block: Block, at: BlockFigures, zone: str) -> Iterator[AsideLine]:
    if at.gap is None or block.fixed_start is None or abs(at.gap) < _WORTH_A_LINE:
        return
    parts = {"length": minutes(_whole_minutes(at.gap)), "time": clock_time(block.fixed_start, zone)}
    if at.gap > timedelta(0):
        yield AsideLine(Aside.SPARE, _("{length} free until {time}").format(**parts))
    else:
        yield AsideLine(Aside.CLASH, _("{length} too late for {time}").format(**parts))


def _whole_minutes(length: timedelta) -> int:
    """The length in seconds, rounded to whole minutes; what is shorter than one keeps its seconds."""
    seconds = abs(length).total_seconds()
    return round(seconds / 60) * 60 or round(seconds)


def _not_laid_out(gathering: Gathering, day: Day) -> Iterator[AsideLine]:
    left = agenda.unplanned(gathering, day)
    if abs(left) < _WORTH_A_LINE:
        return
    parts = {"length": minutes(_whole_minutes(left)), "time": clock_time(day.promised_end, gathering.timezone)}
    if left > timedelta(0):
        yield AsideLine(Aside.NOT_LAID_OUT, _("{length} not laid out, up to the promised {time}").format(**parts))
    else:
        yield AsideLine(Aside.TOO_LONG, _("the plan is {length} longer than the promised {time}").format(**parts))


def _stretch_words(stretch: Stretch) -> str:
    return _("{length} without a break: blocks {first} to {last}").format(
        length=minutes(_whole_minutes(stretch.lasts)), first=stretch.first, last=stretch.last
    )
