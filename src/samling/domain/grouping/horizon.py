"""How many rounds there can be without a repeat: so many were found, and more than so many are impossible.

What lies between is open mathematics; nobody promises it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.grouping.bounds import repeats_bound
from samling.domain.grouping.solve import draws

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from samling.domain.grouping.instance import Instance

FARTHEST = 200
"""Nobody plans more rounds than this."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """At least `found` rounds without a repeat were found; at most `possible` can be."""

    found: int
    possible: int


def horizons(instance: Instance, rng: Random, effort: int = 1) -> Iterator[Horizon]:
    """Search longer and longer seasons with the tables of the first round, and tell the horizon as it widens.

    What is in the instance's history counts as met. Where people are to be kept apart, only rounds without a violation
    count. Where it is proved that one round more has a fault, no more are possible than were found. The last one told
    is the answer; a caller may stop before it.
    """
    possible = most_rounds(instance)
    found = 0
    yield Horizon(0, possible)
    while found < possible:
        reached = 0
        for draw in draws(_season(instance, found + 1), rng, effort):
            reached = found + 1 if draw.score.apart == draw.score.repeats == 0 else 0
            yield Horizon(max(found, reached), possible)
            if reached:
                break
        if not reached:
            if draw.is_proved:
                yield Horizon(found, found)
            return
        found = reached


def horizon(instance: Instance, rng: Random, effort: int = 1) -> Horizon:
    """Search to the end."""
    last = Horizon(0, 0)
    for each in horizons(instance, rng, effort):
        last = each
    return last


def most_rounds(instance: Instance) -> int:
    """Return how many rounds without a repeat the proved bounds leave room for, with the tables of the first round.

    Nobody kept apart sits together in such rounds, so those pairs count as never to meet.
    """
    rounds = 0
    while rounds < FARTHEST and repeats_bound(_season(instance, rounds + 1), apart_is_kept=True) == 0:
        rounds += 1
    return rounds


def _season(instance: Instance, rounds: int) -> Instance:
    """The instance for so many rounds, where balance and what is soft no longer matter."""
    return replace(instance, sizes=instance.sizes[:1] * rounds, balance=(), soft=())
