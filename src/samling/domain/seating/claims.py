"""What may be claimed of a seating: what goes against each goal, and what is proved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.grouping.bounds import bounds
from samling.domain.grouping.score import score
from samling.domain.seating.values import Claim, Goal

if TYPE_CHECKING:
    from samling.domain.grouping.instance import Instance, Round
    from samling.domain.grouping.score import Score


def claim_of(found: Score, bound: Score) -> Claim:
    """Return a score and its bounds as a claim."""
    return Claim(
        apart=Goal(found.apart, bound.apart),
        repeats=Goal(found.repeats, bound.repeats),
        balance=Goal(found.balance, bound.balance),
        soft=Goal(found.soft, bound.soft),
    )


def judge(instance: Instance, tables: Round) -> Claim:
    """Return what may be claimed of one round for those of an instance; of an empty room nothing."""
    if not any(tables):
        return Claim()
    single = replace(instance, sizes=(tuple(map(len, tables)),))
    found = score(single, (tables,))
    return claim_of(found, bounds(single, apart_is_kept=found.apart == 0))


def with_locked(drawn: Claim, whole: Claim) -> Claim:
    """Return what may be claimed of a whole seating when its locked tables stay as they are.

    What goes against a goal adds up table by table, so the locked tables raise count and bound alike. An even spread
    does not add up: there the bound of the whole stands.
    """

    def raised(goal: Goal, of_whole: Goal) -> Goal:
        return Goal(of_whole.count, goal.bound + of_whole.count - goal.count)

    return Claim(
        apart=raised(drawn.apart, whole.apart),
        repeats=raised(drawn.repeats, whole.repeats),
        balance=whole.balance,
        soft=raised(drawn.soft, whole.soft),
        found=drawn.found,
        possible=drawn.possible,
    )
