"""What the projector says of a seating: who sits where, how long there is to find one's place, whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.agenda import elapsed
from samling.domain.line import alphabetical
from samling.domain.roster import Roster
from samling.domain.seating.names import Names
from samling.domain.seating.projected import on_show
from samling.domain.seating.turns import announced_after, moving_seconds, turns
from samling.domain.seating.values import SharingKind
from samling.language import _
from samling.tui.screen.listing import Entry
from samling.tui.screen.words import clock
from samling.wording import countdown

if TYPE_CHECKING:
    from samling.domain.gathering import Block
    from samling.domain.seating.turns import Turn
    from samling.domain.seating.values import Seating, Table
    from samling.tui.view import View


def shown(view: View) -> tuple[int, Block, Seating] | None:
    """Return the block whose seating the room sees, with its position."""
    seatings = view.snapshot.seatings
    found = on_show(view.gathering, seatings) if view.gathering is not None and seatings is not None else None
    if found is None or view.gathering is None:
        return None
    position, seating = found
    return position, view.gathering.block(position), seating


def names(view: View) -> Names:
    """Return what those who are seated are called."""
    return Names(view.snapshot.roster or Roster(0))


def entries(seating: Seating, called: Names) -> tuple[Entry, ...]:
    """Return whom to look for: teams by their table, people by their name."""
    if seating.kind is SharingKind.PAIRS:
        seated = (table for table in seating.tables if table.members)
        return tuple(Entry(_label(table), tuple(map(called, table.members))) for table in seated)
    found = [(called(member), _label(table)) for table in seating.tables for member in table.members]
    return tuple(Entry(label, (name,)) for name, label in sorted(found, key=lambda each: alphabetical(each[0])))


def _label(table: Table) -> str:
    """What to look for in the room: the number on the table, or its own name."""
    return table.name or str(table.number)


def moving(view: View, block: Block, seating: Seating) -> str:
    """Return how long there is to find one's table or, before the block, when it begins."""
    if view.current is not None and view.current[0].id == block.id:
        moved = moving_seconds(block.length_seconds, seating, announced_after(block, seating))
        left = moved - elapsed(block, view.now).total_seconds()
        return _("{time} to find your table").format(time=countdown(timedelta(seconds=left)))
    return _("We begin at {time}").format(time=_begins(view, block))


def _begins(view: View, block: Block) -> str:
    assert view.gathering is not None, "a seating is a gathering's"
    assert view.figures is not None, "a gathering has figures"
    position = next(view.gathering.positions(lambda each: each.id == block.id))
    starts = view.figures.blocks[position - 1].expected_start
    return clock(view, starts) if starts is not None else "–"


NEW_SECONDS = 10
"""So long a turn is told as new."""


@dataclass(frozen=True, slots=True)
class TurnLine:
    """What the tables of one size do, how long they still do it, and whether that has just begun."""

    said: str
    left: str
    is_new: bool


def whose_turn(view: View, block: Block, seating: Seating) -> tuple[TurnLine, ...]:
    """Return a line for each size of table, the usual size first; tables that change with it have none of their own."""
    gone = elapsed(block, view.now).total_seconds()
    usual, *others = turns(seating, block.length_seconds, gone, announced_after(block, seating)) or (None,)
    if usual is None:
        return ()
    is_new = usual.number != 1 and gone - usual.starts < NEW_SECONDS
    return (
        TurnLine(_usual(usual, is_pairs=seating.kind is SharingKind.PAIRS), _left(usual, gone), is_new),
        *(TurnLine(_other(each), _left(each, gone), is_new=False) for each in others if each.ends != usual.ends),
    )


def _left(turn: Turn, gone_seconds: float) -> str:
    return countdown(timedelta(seconds=turn.ends - gone_seconds))


def _usual(turn: Turn, *, is_pairs: bool) -> str:
    if turn.number is None:
        return _("All together: what do we take home?")
    said = _("Team {number} of {count}") if is_pairs else _("Number {number} of {count}")
    return said.format(number=turn.number, count=turn.size)


def _other(turn: Turn) -> str:
    if turn.number is None:
        return _("{size} at the table: all together").format(size=turn.size)
    return _("{size} at the table: number {number}").format(size=turn.size, number=turn.number)


def turn_of(view: View) -> str:
    """Return whose turn it is at most tables just now; empty while no tables share."""
    found = shown(view)
    if found is None or view.current is None or found[1].id != view.current[0].id:
        return ""
    return next((each.said for each in whose_turn(view, *found[1:])), "")
