"""What is to be said before a draw: who is reckoned with, and which faults no draw can avoid, and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.grouping.bounds import bounds, split
from samling.domain.grouping.exhausted import ROUNDS_WITHOUT_REPEAT, is_in_pairs
from samling.domain.seating.values import KeepApart, SharingKind
from samling.domain.seating.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.seating.plan import Plan
    from samling.domain.seating.words import Translate

_REPEATS = (
    N_("At least 1 repeat cannot be avoided."),
    N_("At least {count} repeats cannot be avoided."),
)
_SAME_TEAM = (
    N_("“{team}” has {people} people, more than the tables ({tables}): 1 pair of them must share one."),
    N_("“{team}” has {people} people, more than the tables ({tables}): {count} pairs of them must share one."),
)


def foretold(plan: Plan, translate: Translate) -> Iterator[str]:
    """Tell what is certain before the draw, in whole sentences."""
    present = plan.hall.present
    if present.is_assumed:
        yield translate(N_("No roll call has been taken: everybody is reckoned with."))
    if plan.wish.kind is SharingKind.MIXED:
        yield from _unnamed(plan, translate)
        yield from _large_teams(plan, translate)
    yield from _unknown(plan, translate)
    if plan.wish.kind is SharingKind.PAIRS:
        yield from _few_teams(plan, translate)
    yield from _repeats(plan, translate)


def _unnamed(plan: Plan, translate: Translate) -> Iterator[str]:
    """Teams that are here, and nobody in them by name."""
    for team in plan.hall.present.teams:
        if not team.people:
            yield translate(N_("“{team}” is here, but none of its people by name: nobody of it is seated.")).format(
                team=team.name
            )


def _large_teams(plan: Plan, translate: Translate) -> Iterator[str]:
    """Teams with more people than there are tables."""
    sizes = [size for size in plan.case.instance.sizes[0] if size]
    names = plan.hall.names
    shares = Counter(names.team(member) for member in plan.case.members)
    for team, people in shares.items():
        pairs = split(people, sizes)
        if team is not None and pairs:
            yield counted(_SAME_TEAM, pairs, translate, team=team.name, people=people, tables=len(sizes))


def _unknown(plan: Plan, translate: Translate) -> Iterator[str]:
    """What was asked for and cannot be looked after."""
    keep = plan.wish.keep_apart
    values = plan.case.instance.attributes.get(keep.value, ())
    if keep is KeepApart.NONE or not values:
        return
    missing = sum(value is None for value in values)
    if missing:
        yield translate(
            N_("{missing} of {count} have no organisation or unit in the list, so they are not kept apart by it.")
        ).format(missing=missing, count=len(values))


def _few_teams(plan: Plan, translate: Translate) -> Iterator[str]:
    """So few teams that a second round two and two must repeat (2, 3 and 5), or a season as long as is planned."""
    sizes = [size for size in plan.case.instance.sizes[0] if size]
    sizes += [len(table.members) for table in plan.locked]
    teams = sum(sizes)
    most = ROUNDS_WITHOUT_REPEAT.get(teams) if is_in_pairs(tuple(sizes)) else None
    if most == 1:
        yield translate(N_("With {count} teams, a second round two and two must repeat.")).format(count=teams)
    elif most is not None and len(plan.blocks) > most:
        yield translate(N_("With {count} teams, {rounds} rounds two and two are the most without a repeat.")).format(
            count=teams, rounds=most
        )


def _repeats(plan: Plan, translate: Translate) -> Iterator[str]:
    """How many repeats are proved to be needed, and who has met everybody already."""
    least = bounds(plan.case.instance).repeats
    if not least:
        return
    yield counted(_REPEATS, least, translate)
    met = Counter(each for pair, times in plan.case.instance.history.items() if times for each in pair)
    others = len(plan.case.members) - 1
    names = plan.hall.names
    done = [names(member) for at, member in enumerate(plan.case.members) if met[at] == others]
    if done and len(done) == others + 1:
        yield translate(N_("Everybody has met everybody."))
    elif done:
        yield translate(N_("Have met all the others already: {names}.")).format(names=", ".join(done))
