"""Why a table is a good one: what is so of those who sit there, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.grouping.instance import pairs_at
from samling.domain.roster_warnings import shared_coach
from samling.domain.seating.draw import case_of
from samling.domain.seating.values import SharingKind
from samling.domain.seating.words import counted
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samling.domain.seating.hall import Hall
    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Seating, Table
    from samling.domain.seating.words import Translate
    from samling.domain.team import Team

_MET = (N_("1 pair has met before"), N_("{count} pairs have met before"))
_TEAMS = (N_("1 team"), N_("{count} teams"))
_PLACES = (N_("from 1 place"), N_("from {count} places"))
_PROFESSIONS = (N_("1 profession"), N_("{count} professions"))
_FEW = 2
"""So many places or steps are named, more are counted."""


def why(hall: Hall, seating: Seating, translate: Translate) -> dict[int, str]:
    """Return for each table, by its number, why those sit together: "have not met; Bodø and Tromsø; steps 2 and 4"."""
    names = hall.names
    case = case_of(hall, seating)
    rows = case.round({table.number: table.members for table in seating.tables})
    met = {
        number: sum(case.instance.history.get(each, 0) > 0 for each in pairs_at(people))
        for number, people in zip(case.numbers, rows, strict=True)
    }
    return {
        table.number: "; ".join([_met(met[table.number], translate), *_unlike(seating.kind, table, names, translate)])
        for table in seating.tables
        if table.members
    }


def _met(pairs: int, translate: Translate) -> str:
    return counted(_MET, pairs, translate) if pairs else translate(N_("have not met"))


def _unlike(kind: SharingKind, table: Table, names: Names, translate: Translate) -> Iterator[str]:
    """In what those at a table differ, and the coach whom two teams would have to share."""
    teams = [team for member in table.members if (team := names.team(member)) is not None]
    distinct = list({team.id: team for team in teams}.values())
    if kind is SharingKind.MIXED:
        yield counted(_TEAMS, len(distinct), translate)
    places = _different(_place(team) for team in distinct)
    if len(places) > 1:
        yield _joined(places, translate) if len(places) <= _FEW else counted(_PLACES, len(places), translate)
    if kind is SharingKind.PAIRS:
        steps = sorted(team.step for team in distinct if team.step)
        if len(steps) > 1:
            yield translate(N_("steps {steps}")).format(steps=_joined(steps, translate))
        coaches = shared_coach(distinct)
        if coaches:
            yield translate(N_("the same coach: {names}")).format(names=", ".join(coaches))
        return
    people = (names.person(member) for member in table.members)
    professions = _different(person.profession for person in people if person is not None)
    if professions:
        yield counted(_PROFESSIONS, len(professions), translate)


def _place(team: Team) -> str:
    """Where a team is from, in short: of "Blåfjord sykehus, Havnvik" the first."""
    return (team.place or team.organisation or team.unit).partition(",")[0]


def _different(texts: Iterable[str]) -> list[str]:
    """The texts that are not empty, each once however it is spelt."""
    return list({name_key(text): text for text in texts if text.strip()}.values())


def _joined(texts: Sequence[str], translate: Translate) -> str:
    *first, last = texts
    return translate(N_("{some} and {last}")).format(some=", ".join(first), last=last) if first else last
