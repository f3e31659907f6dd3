"""What is to be drawn: for which blocks, among whom, with which tables kept as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.roll_call import Present
from samling.domain.room_seating import require
from samling.domain.seating.case import build
from samling.domain.seating.clash import check_locked
from samling.domain.seating.drawn import described, to_draw
from samling.domain.seating.placing import NOBODY, Placing
from samling.domain.seating.values import Member, Pin, PinKind, SeatingState, SharingKind, Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from samling.domain.room import Room
    from samling.domain.seating.case import Case, Wish
    from samling.domain.seating.hall import Hall


@dataclass(frozen=True, slots=True)
class Plan:
    """A draw that is to be made: one round for each of `blocks` (ids; None for a round ahead).

    `locked` tables keep their group; `case` is the draw of all others.
    """

    hall: Hall
    wish: Wish
    blocks: tuple[int | None, ...]
    case: Case
    placing: Placing = NOBODY
    locked: tuple[Table, ...] = ()


def plan_draw(
    hall: Hall,
    wish: Wish,
    block_id: int,
    *,
    all_rounds: bool = False,
    hosts_stay: bool = False,
    placing: Placing = NOBODY,
    rooms: Iterable[Room] = (),
) -> Plan:
    """Return what is to be drawn for a block, or for it and all rounds of the network that are still to come.

    Tables that are locked in the block's newest draft stay as they are. With `hosts_stay` the hosts of the round that
    was announced last keep their tables. Raises `Refused` where there is nobody to share with, or no place for all
    (with those of `rooms` that would do), and `PinsClash` where a pin contradicts a lock.
    """
    present = to_draw(hall.present, wish.kind)
    everybody = described(present, wish.kind).members
    if len(everybody) < 2:
        raise Refused(
            N_("There is nobody to share with: {count} present. Take the roll, or add teams: samling team import"),
            count=len(everybody),
        )
    require(wish.room, len(everybody), rooms, _people(present) if wish.kind is SharingKind.PAIRS else None)
    locked = tuple(_locked(hall, wish, block_id, set(everybody)))
    if locked and all_rounds:
        raise Refused(N_("A locked table stays for one round. Unlock it to draw all rounds, or draw this one alone."))
    pins = (*hall.seatings.pins, *(_hosts(hall, wish, block_id) if hosts_stay else ()))
    check_locked(locked, pins, hall.names)
    taken = {member for table in locked for member in table.members}
    rounds = (block_id, *(_later(hall, block_id) if all_rounds else ()))
    case = build(
        _without(present, taken),
        wish,
        hall.rounds_but(block_id),
        [pin for pin in pins if pin.one not in taken and pin.other not in taken],
        count=len(rounds),
        taken={table.number for table in locked},
    )
    return Plan(hall, wish, rounds, case, placing, locked)


def _people(present: Present) -> int | None:
    """How many sit down with their teams; None where nobody is known by name."""
    return sum(len(team.people) for team in present.teams) or None


def _locked(hall: Hall, wish: Wish, block_id: int, here: Collection[Member]) -> Iterator[Table]:
    """The tables that are locked in a draft of the same kind for the same room, with those of them who are present."""
    for draft in hall.seatings.drafts(block_id)[-1:]:
        if (draft.kind, draft.layout_id) == (wish.kind, wish.room.id):
            for table in draft.tables:
                kept = tuple(each for each in table.members if each in here)
                if table.locked and len(kept) > 1:
                    yield replace(table, members=kept)


def _hosts(hall: Hall, wish: Wish, block_id: int) -> Iterator[Pin]:
    """The hosts of the round that was announced last, each at their table."""
    announced = [
        each
        for each in hall.seatings.seatings
        if each.state is SeatingState.ANNOUNCED and each.kind is wish.kind and each.block_id != block_id
    ]
    for last in sorted(announced, key=lambda each: each.announced_at or each.drawn_at)[-1:]:
        for table in last.tables:
            if table.host is not None:
                yield Pin(PinKind.TABLE, table.host, table=table.number)


def _later(hall: Hall, block_id: int) -> Iterator[int | None]:
    """The rounds after a block's: of this gathering's sharing blocks, and one for each of the gatherings to come."""
    left = [hall.gathering.block(position) for position in hall.sharing_left]
    begun = next((at for at, block in enumerate(left) if block.id == block_id), -1)
    for block in left[begun + 1 :]:
        if hall.seatings.announced(block.id) is None:
            yield block.id
    yield from (None,) * hall.past.rounds_to_come


def _without(present: Present, taken: Collection[Member]) -> Present:
    """Those present but for the members of locked tables."""
    teams = tuple(
        replace(team, people=tuple(each for each in team.people if Member("person", each.id or 0) not in taken))
        for team in present.teams
        if Member("team", team.id or 0) not in taken
    )
    return Present(teams, present.others, present.is_assumed)
