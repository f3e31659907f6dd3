"""The draw: choose the way that fits the case, search, and say what is proved of the result.

A draw is a generator. It tells after every few milliseconds of work what the best schedule so far is, so that a window
can run it beside its keys, show how it goes and stop it with what it has; `solve` runs it to its end.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.grouping import cyclic, matching, plane
from samling.domain.grouping.anneal import Seats, Weights
from samling.domain.grouping.bounds import bounds
from samling.domain.grouping.instance import even_sizes, in_room_order, met
from samling.domain.grouping.known import known_season, longest_season
from samling.domain.grouping.pins import Pin, Undecided, clash, pins_of, seating
from samling.domain.grouping.score import Score, keeps_pins, score
from samling.domain.grouping.walk import walk

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from random import Random

    from samling.domain.grouping.instance import Instance, Round, Schedule

FIRST_PASS = 300_000
"""How many swaps the first pass tries; each pass tries twice as many as the one before."""
BUDGET = 2_100_000
"""How many swaps a draw may try in all, times the effort: passes of 300, 600 and 1200 thousand."""
DENSE = 0.6
"""The share of all others that each must meet for symmetry to be tried first: annealing is quicker where it is less."""
STARTER_BUDGET = 1_500_000
"""How many swaps the search for base rounds may try, times the effort."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A schedule, what it scores, what is proved that no schedule can go below, and how many trials it took."""

    schedule: Schedule
    score: Score
    bounds: Score
    iterations: int

    @property
    def is_proved(self) -> bool:
        """Whether it is proved that no schedule is better: every goal equals its bound."""
        return self.score.reaches(self.bounds)


class Clashing(Refused):
    """Pins that no seating can keep: the smallest set of them."""

    def __init__(self, pins: tuple[Pin, ...]) -> None:
        super().__init__(N_("These {count} pins contradict each other: no seating keeps them all."), count=len(pins))
        self.pins = pins


def solve(instance: Instance, rng: Random, effort: int = 1) -> Draw:
    """Draw, to the end of the budget or to where nothing better is possible.

    Raises `Clashing` where the pins contradict each other, `Refused` where no seating that keeps them was found.
    """
    *_steps, last = deque(draws(instance, rng, effort), maxlen=1)
    return last


def draws(instance: Instance, rng: Random, effort: int = 1) -> Iterator[Draw]:
    """Draw step by step: each draw told is at least as good as the one before. At least one is told."""
    first = tuple(_begin(instance, sizes, rng) for sizes in instance.sizes)
    best = _judge(instance, first, 0)
    yield best
    for way in (_exactly, _symmetric, _annealed):
        if best.is_proved:
            return
        for each in way(instance, rng, effort, best):
            best = each
            yield each
        if way is _exactly and matching.fits(instance):
            return


def _begin(instance: Instance, sizes: tuple[int, ...], rng: Random) -> Round:
    """A first seating of a round that keeps the pins."""
    try:
        found = seating(instance, sizes, lambda numbers: cyclic.shuffle(rng, numbers))
    except Undecided as undecided:
        if pins := clash(instance):
            raise Clashing(pins) from undecided
        raise Refused(
            N_(
                "No seating that keeps all {count} pins was found. It is not proved that there is none: take some away."
            ),
            count=len(pins_of(instance)),
        ) from undecided
    if found is None:
        raise Clashing(clash(instance))
    return found


def _judge(instance: Instance, schedule: Schedule, iterations: int) -> Draw:
    """Score a schedule and set what is proved beside it."""
    found = score(instance, schedule)
    return Draw(schedule, found, bounds(instance, apart_is_kept=found.apart == 0), iterations)


def _better(instance: Instance, best: Draw, schedule: Schedule, iterations: int) -> Draw:
    """The better of a draw and a new schedule, with all the trials so far."""
    assert all(keeps_pins(instance, tables) for tables in schedule)
    found = score(instance, schedule)
    if found < best.score:
        return _judge(instance, schedule, iterations)
    return replace(best, iterations=iterations)


def _exactly(instance: Instance, rng: Random, _effort: int, best: Draw) -> Iterator[Draw]:
    """One round two and two: the best there is, and so its own bound."""
    if not matching.fits(instance):
        return
    found = matching.best_round(instance, lambda numbers: cyclic.shuffle(rng, numbers))
    if found is None:
        raise Clashing(clash(instance))
    draw = _better(instance, best, (found.tables,), best.iterations + found.matchings)
    yield replace(draw, bounds=draw.score) if found.is_proved else draw


def _symmetric(instance: Instance, rng: Random, effort: int, best: Draw) -> Iterator[Draw]:
    """Nothing asked for but that nobody meets again: planes, circles, and base rounds with their turns."""
    if not instance.is_plain:
        return
    for schedule in (_along_lines(instance), _circle_or_known(instance)):
        if schedule is not None:
            best = _named_anew(instance, rng, schedule, best, 1)
            yield best
            if best.is_proved:
                return
    if not _is_dense(instance):
        return
    tables, size = len(instance.sizes[0]), instance.sizes[0][0]
    if kept := longest_season(tables, size):
        yield from _prolonged(instance, rng, kept, best)
    elif not best.bounds.repeats:
        begun = best.iterations
        for tried, season in cyclic.seasons(tables, size, instance.rounds, rng, STARTER_BUDGET * effort):
            best = replace(best, iterations=begun + tried)
            yield best if season is None else _named_anew(instance, rng, season, best, 0)


def _prolonged(instance: Instance, rng: Random, season: Schedule, best: Draw) -> Iterator[Draw]:
    """Anneal the rounds that a season does not reach, with its meetings as their history."""
    rest = replace(instance, sizes=instance.sizes[len(season) :], history=dict(met(season)))
    first = tuple(_begin(rest, sizes, rng) for sizes in rest.sizes)
    for each in _annealed(rest, rng, 1, _judge(rest, first, best.iterations)):
        best = _better(instance, best, season + each.schedule, each.iterations)
        yield best


def _along_lines(instance: Instance) -> Schedule | None:
    """Rounds from a plane, where the tables are even and the same in every round."""
    tables = len(instance.sizes[0])
    even = sorted(even_sizes(instance.people, tables))
    if any(sorted(sizes) != even for sizes in instance.sizes):
        return None
    found = plane.lines(tables, instance.people, instance.rounds)
    return found and tuple(in_room_order(*each) for each in zip(instance.sizes, found, strict=True))


def _circle_or_known(instance: Instance) -> Schedule | None:
    """Rounds of equal tables by the circle method (tables of two), or turned from base rounds that are kept."""
    size = instance.sizes[0][0]
    if {each for sizes in instance.sizes for each in sizes} != {size}:
        return None
    if size == 2:
        return cyclic.circle(instance.people, instance.rounds)
    return known_season(len(instance.sizes[0]), size, instance.rounds)


def _is_dense(instance: Instance) -> bool:
    """Whether tables are equal, and so many must meet that symmetry finds what annealing does not."""
    size = instance.sizes[0][0]
    return {each for sizes in instance.sizes for each in sizes} == {size} and (
        instance.rounds * (size - 1) >= DENSE * (instance.people - 1)
    )


def _named_anew(instance: Instance, rng: Random, schedule: Schedule, best: Draw, tried: int) -> Draw:
    """Deal out who is who in a symmetric schedule, so that different seeds give different draws."""
    names = list(range(instance.people))
    cyclic.shuffle(rng, names)
    renamed = tuple(tuple(tuple(sorted(names[person] for person in table)) for table in tables) for tables in schedule)
    return _better(instance, best, renamed, best.iterations + tried)


def _annealed(instance: Instance, rng: Random, effort: int, best: Draw) -> Iterator[Draw]:
    """Passes that double until the budget is spent; a last one weighs the goals steeply where several compete."""
    even = Weights(repeat=2, balance=2, soft=1) if instance.soft else Weights()
    left, size = BUDGET * effort, FIRST_PASS
    while left > 0 and not best.is_proved:
        best = yield from _pass(instance, rng, even, min(size, left), best)
        left, size = left - size, size * 2
    if not best.is_proved and sum(map(bool, (instance.apart, instance.balance, instance.soft))):
        steep = Weights(apart=4, repeat=6, balance=3 if instance.soft else 2, soft=1)
        yield from _pass(instance, rng, steep, FIRST_PASS * effort, best)


def _pass(instance: Instance, rng: Random, weights: Weights, swaps: int, best: Draw) -> Generator[Draw, None, Draw]:
    """Anneal once, beginning from the best so far. Returns the best after it."""
    seats = Seats(instance, best.schedule, weights)
    begun = best.iterations
    lowest = weigh(weights, best.bounds) - weigh(weights, best.score)
    for step, schedule in walk(seats, rng, swaps, lowest):
        best = _better(instance, best, schedule, begun + step)
        yield best
    return best


def weigh(weights: Weights, faults: Score) -> int:
    """Return what a pass with these weights takes a score to cost."""
    return (
        weights.repeat * (weights.apart * faults.apart + faults.repeats)
        + weights.balance * faults.balance
        + weights.soft * faults.soft
    )
