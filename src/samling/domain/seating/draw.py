"""Drawing: from what is asked to drafts that can be kept.

plan = plan_draw(...)                    what is drawn, and what should be said before
for best in steps(plan, rng): ...        the best so far, again and again; stop whenever you like
drafts = drafts_of(plan, best, ...)      one seating for each block, to be kept by the action "groups-draw"
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.grouping.bounds import bounds
from samling.domain.grouping.instance import met
from samling.domain.grouping.score import score
from samling.domain.grouping.solve import draws
from samling.domain.seating.case import build
from samling.domain.seating.values import Claim, Goal, Seating, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from random import Random

    from samling.domain.grouping.instance import Instance, Round
    from samling.domain.grouping.score import Score
    from samling.domain.grouping.solve import Draw
    from samling.domain.roll_call import Present
    from samling.domain.seating.case import Case, Wish
    from samling.domain.seating.past import PastRound
    from samling.domain.seating.values import Pin


@dataclass(frozen=True, slots=True)
class Plan:
    """A draw that is to be made, for blocks by their ids."""

    wish: Wish
    blocks: tuple[int | None, ...]
    case: Case


def plan_draw(
    present: Present, wish: Wish, rounds: Iterable[PastRound], pins: Iterable[Pin], blocks: tuple[int | None, ...]
) -> Plan:
    """Return what is to be drawn for `blocks`, one round each.

    Raises `Refused` where there is nobody to seat, or no place for all.
    """
    return Plan(wish, blocks, build(present, wish, rounds, pins, len(blocks)))


def steps(plan: Plan, rng: Random, effort: int = 1) -> Iterator[Draw]:
    """Draw step by step: each draw told is at least as good as the one before. At least one is told."""
    yield from draws(plan.case.instance, rng, effort)


def drafts_of(plan: Plan, drawn: Draw, seed: int, now: datetime) -> tuple[Seating, ...]:
    """Return a draft for each block of the plan."""
    return tuple(
        Seating(
            block_id=block_id,
            kind=plan.wish.kind,
            layout_id=plan.wish.room.id,
            keep_apart=plan.wish.keep_apart,
            seed=seed,
            tables=tuple(Table(number, members) for number, members in plan.case.seated(tables).items()),
            claim=claim,
            drawn_at=now,
            minutes_to_move=plan.wish.room.moving_minutes,
        )
        for block_id, tables, claim in zip(plan.blocks, drawn.schedule, _claims(plan, drawn), strict=True)
    )


def _claims(plan: Plan, drawn: Draw) -> Iterator[Claim]:
    """What may be said of each round. Those before it count as held: so their repeats add up to the draw's."""
    if len(plan.blocks) == 1:
        yield claim_of(drawn.score, drawn.bounds)
        return
    history = Counter(plan.case.instance.history)
    for tables in drawn.schedule:
        yield judge(replace(plan.case.instance, history=dict(history)), tables)
        history += met((tables,))


def judge(instance: Instance, tables: Round) -> Claim:
    """Return what may be said of one round of an instance."""
    single = replace(instance, sizes=(tuple(map(len, tables)),))
    found = score(single, (tables,))
    return claim_of(found, bounds(single, apart_is_kept=found.apart == 0))


def claim_of(found: Score, bound: Score) -> Claim:
    """Return a score and its bounds as a claim."""
    return Claim(
        apart=Goal(found.apart, bound.apart),
        repeats=Goal(found.repeats, bound.repeats),
        balance=Goal(found.balance, bound.balance),
        soft=Goal(found.soft, bound.soft),
    )
