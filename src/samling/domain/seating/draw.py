"""Drawing: from what is planned to drafts that can be kept.

plan = plan_draw(hall, wish, block_id)     what is to be drawn; `foretold` says what is to be said before
for best in search(plan, rng): ...         the best so far, again and again; stop whenever you like
drafts = drafts_of(plan, best, seed, now)  a seating for each round, to be kept by the action "groups-draw"
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.grouping.bounds import bounds
from samling.domain.grouping.horizon import Horizon, horizons, most_rounds
from samling.domain.grouping.instance import met
from samling.domain.grouping.score import keeps_pins, pinned_pairs, score
from samling.domain.grouping.solve import Clashing, Draw, draws
from samling.domain.seating.case import of_seating
from samling.domain.seating.claims import claim_of, judge, with_locked
from samling.domain.seating.clash import PinsClash
from samling.domain.seating.drawn import seated
from samling.domain.seating.placing import place_beside
from samling.domain.seating.values import KeepApart, Seating, SeatingState, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from random import Random

    from samling.domain.grouping.instance import Instance, Round, Schedule
    from samling.domain.seating.case import Case
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.plan import Plan
    from samling.domain.seating.values import Claim

FAR_ENOUGH = 3
"""So many more rounds without a repeat are enough to know of: no network has more to come in a season."""


def search(plan: Plan, rng: Random, effort: int = 1) -> Iterator[Draw]:
    """Draw step by step: each draw told is at least as good as the one before. At least one is told.

    Raises `PinsClash` with the smallest set of pins that contradict each other, `Refused` where no seating that keeps
    them was found.
    """
    try:
        yield from draws(plan.case.instance, rng, effort)
    except Clashing as clashing:
        raise PinsClash(tuple(map(plan.case.meant, clashing.pins)), plan.hall.names) from clashing


def kept_ahead(plan: Plan) -> tuple[Draw, int] | None:
    """Return the round that an earlier gathering drew ahead, and its seed, where it still holds; else None.

    It holds where the same are present in a room that is laid out alike, every pin is kept, and nobody has met anybody
    meanwhile whom they would meet again.
    """
    if len(plan.blocks) > 1 or plan.locked:
        return None
    for each in sorted(plan.hall.past.ahead, key=lambda one: one.drawn_at, reverse=True):
        if each.kind is plan.wish.kind and set(each.members) == set(plan.case.members):
            tables = plan.case.round({table.number: table.members for table in each.tables})
            draw = _if_it_holds(plan, tables)
            if draw is not None:
                return draw, each.seed
    return None


def _if_it_holds(plan: Plan, tables: Round) -> Draw | None:
    instance = plan.case.instance
    if tuple(map(len, tables)) != instance.sizes[0] or not keeps_pins(instance, tables):
        return None
    found = score(instance, (tables,))
    bound = bounds(instance, apart_is_kept=found.apart == 0)
    return Draw((tables,), found, bound, 0) if not found.repeats and found.apart == bound.apart else None


def after(plan: Plan, drawn: Draw, rng: Random) -> Iterator[Horizon]:
    """Search how many more rounds without a repeat there can be after the first of a draw, and tell it as it widens.

    The last one told is the answer; a caller may stop before it. It looks no farther than `FAR_ENOUGH`. Nothing is told
    where tables are locked, which is for this round alone, nor where the draw could neither keep all apart nor spare
    them repeats: rounds without a repeat would then be rounds that keep fewer apart than this one does.
    """
    if plan.locked or (drawn.score.apart and drawn.score.repeats):
        return
    first, *others = drawn.schedule if not drawn.score.repeats else drawn.schedule[:1]
    asked = replace(plan.case.instance, at=())  # hosts, and pins at a table, are today's alone
    asked = replace(asked, apart=_kept(asked, drawn.schedule))  # who cannot be kept apart may meet
    possible = max(0, min(most_rounds(_held(asked, (first,))), most_rounds(asked) - 1))
    for each in horizons(_held(asked, (first, *others)), rng):
        found = len(others) + each.found
        if not others:  # what can follow these others says nothing of what could follow the first alone
            possible = min(possible, each.possible)
        yield Horizon(found, possible)
        if found >= min(FAR_ENOUGH, possible):
            return


def _kept(instance: Instance, schedule: Schedule) -> tuple[str, ...]:
    """The attributes in which all are kept apart throughout."""
    return tuple(name for name in instance.apart if not score(replace(instance, apart=(name,)), schedule).apart)


def _held(instance: Instance, rounds: Schedule) -> Instance:
    """An instance with these rounds behind it. Those who are pinned together have not met: they always sit together."""
    history = Counter(instance.history) + met(rounds)
    pinned = pinned_pairs(instance)
    return replace(instance, history={pair: times for pair, times in history.items() if pair not in pinned})


def drafts_of(plan: Plan, drawn: Draw, seed: int, now: datetime, horizon: Horizon | None = None) -> tuple[Seating, ...]:
    """Return a draft for each block of the plan, and the rounds ahead."""
    claims = list(_claims(plan, drawn))
    if horizon is not None:
        claims[0] = replace(claims[0], found=horizon.found, possible=horizon.possible)
    made = (
        Seating(
            block_id=block_id,
            kind=plan.wish.kind,
            layout_id=plan.wish.room.id,
            keep_apart=_kept_apart(plan),
            seed=seed,
            tables=tables_of(plan, tables),
            claim=claim,
            drawn_at=now,
            minutes_to_move=plan.wish.room.moving_minutes,
            place=plan.wish.room.place,
            state=SeatingState.AHEAD if block_id is None else SeatingState.DRAFT,
        )
        for block_id, tables, claim in zip(plan.blocks, drawn.schedule, claims, strict=True)
    )
    return tuple(_with_locked(plan, each) if plan.locked else each for each in made)


def _kept_apart(plan: Plan) -> KeepApart:
    """Who is kept apart; nobody where it is known of nobody where they belong, so that nothing is claimed of it."""
    asked = plan.wish.keep_apart
    known = plan.case.instance.attributes.get(asked.value, ())
    return asked if any(value is not None for value in known) else KeepApart.NONE


def tables_of(plan: Plan, tables: Round) -> tuple[Table, ...]:
    """Return a drawn round as the tables of the room, with those that are locked and those who sit beside."""
    named = {each.number: each.name for each in plan.wish.room.tables}
    locked = [Table(each.number, each.members, locked=True, name=each.name) for each in plan.locked]
    drawn = [Table(number, members, name=named.get(number, "")) for number, members in plan.case.seated(tables).items()]
    return place_beside(sorted([*locked, *drawn], key=_number), plan.hall.present, plan.placing)


def _with_locked(plan: Plan, made: Seating) -> Seating:
    return replace(made, claim=with_locked(made.claim, assess(plan.hall, made)))


def _number(table: Table) -> int:
    return table.number


def _claims(plan: Plan, drawn: Draw) -> Iterator[Claim]:
    """What may be said of each round. Those before it count as held: so their repeats add up to the draw's."""
    if len(plan.blocks) == 1:
        yield claim_of(drawn.score, drawn.bounds)
        return
    history = Counter(plan.case.instance.history)
    for tables in drawn.schedule:
        yield judge(replace(plan.case.instance, history=dict(history)), tables)
        history += met((tables,))


def case_of(hall: Hall, seating: Seating) -> Case:
    """Return the case that a seating is one answer to, with the history and the pins as they are now."""
    here = seated(hall.roster, set(seating.members))
    return of_seating(here, seating, hall.rounds_but(seating.block_id), hall.seatings.pins)


def assess(hall: Hall, seating: Seating) -> Claim:
    """Return what may be claimed of a seating as it now is."""
    case = case_of(hall, seating)
    return judge(case.instance, case.round({table.number: table.members for table in seating.tables}))
