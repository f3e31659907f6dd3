"""The roster as the lines of the list of teams, with a sign on those that are worth a second look. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.roll_finding import begins, in_order
from samling.domain.roster_warnings import warnings
from samling.domain.seating.values import Member
from samling.language import _, ngettext
from samling.tui.widgets.picklist import Row
from samling.wording import role_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team with its size, its coach and where it belongs; `sign` says what is special: "!" or "–"."""

    sign: str
    name: str
    size: str
    about: str
    coach: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody: what they are in the network and at work."""

    name: str
    role: str
    profession: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that cannot be chosen."""

    words: str


def rows(roster: Roster, typed: str = "") -> tuple[Row, ...]:
    """Return the lines of those whose names begin so: teams by name with their people, then those beside them."""
    return tuple(_rows(roster, typed)) or (Row(None, Heading(_nobody(roster))),)


def _nobody(roster: Roster) -> str:
    if roster.teams or roster.others:
        return _("Nobody is called that.")
    return _("There are no teams yet: i takes them in from a spreadsheet, a adds one.")


def _rows(roster: Roster, typed: str) -> Iterator[Row]:
    marked = {each.team_id for each in warnings(roster)}
    for team in sorted(roster.teams, key=lambda team: (team.withdrawn, in_order(team.name))):
        people = [each for each in team.people if begins(typed, each.name, team.name)]
        if people or begins(typed, team.name):
            yield Row(Member("team", team.id or 0), _team(team, is_marked=team.id in marked))
            yield from map(_person, people)
    others = [each for each in roster.others if begins(typed, each.name)]
    if others:
        yield Row(None, Heading(_("Beside the teams")))
        yield from map(_person, sorted(others, key=lambda each: in_order(each.name)))


def _team(team: Team, *, is_marked: bool) -> TeamLine:
    count = len(team.people)
    return TeamLine(
        sign="–" if team.withdrawn else "!" if is_marked else "",
        name=_("{team} (has withdrawn)").format(team=team.name) if team.withdrawn else team.name,
        size=ngettext("{count} person", "{count} people", count).format(count=count),
        about=" · ".join(each for each in (team.unit, team.organisation) if each),
        coach=", ".join(team.coaches),
    )


def _person(person: Person) -> Row:
    return Row(Member("person", person.id or 0), PersonLine(person.name, role_words(person.role), person.profession))
