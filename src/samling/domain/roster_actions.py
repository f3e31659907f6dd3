"""What can be done to the roster, for the registry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain import roster
from samling.domain.action import About, Action
from samling.domain.errors import N_
from samling.domain.roster_intake import take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.action import Moment
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team

ROSTER_CHAIN = "teams"


def _verb(verb: Callable[..., Roster]) -> Callable[..., Roster]:
    def perform(value: Roster, _moment: Moment, **arguments: Any) -> Roster:  # noqa: ANN401 - the verb's own
        return verb(value, **arguments)

    return perform


def _import(
    value: Roster,
    _moment: Moment,
    teams: tuple[Team, ...],
    others: tuple[Person, ...] = (),
    file: str = "",  # noqa: ARG001 - for the log
) -> Roster:
    return take_in(value, teams, others).roster


def _team(before: Roster, after: Roster, arguments: dict[str, Any]) -> dict[str, Any]:
    """Name the team that the action is about, as it was called before it."""
    found = [team for team in (*before.teams, *after.teams) if team.id == arguments.get("team_id")]
    return {"name": found[0].name if found else arguments["team"].name}


def _person(before: Roster, after: Roster, arguments: dict[str, Any]) -> dict[str, Any]:
    """Name the person that the action is about, and where they are after it."""
    for value in (before, after):
        for _team, person in value.everybody():
            if person.id == arguments.get("person_id"):
                return {"name": person.name}
    return {"name": arguments["person"].name}


def _moved(before: Roster, after: Roster, arguments: dict[str, Any]) -> dict[str, Any]:
    team, _person_there = after.person(arguments["person_id"])
    return {**_person(before, after, arguments), "team": team.name if team else ""}


def _remove_team(value: Roster, _moment: Moment, team_id: int, read: roster.Recorded) -> Roster:
    return roster.remove_team(value, team_id, read)


_action = partial(Action, chain=ROSTER_CHAIN, about=About.ROSTER)
_of_team = partial(_action, told=_team)
_of_person = partial(_action, told=_person)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _of_team(
            "team-add",
            _verb(roster.add_team),
            N_("Add a team"),
            N_("Add a team to the network."),
            N_("Added the team “{name}”"),
        ),
        _of_team(
            "team-edit",
            _verb(roster.edit_team),
            N_("Change a team"),
            N_("Change what is known of a team."),
            N_("Changed the team “{name}”"),
        ),
        _of_team(
            "team-remove",
            _remove_team,
            N_("Remove a team"),
            N_("Take a team out with its people, as if it had never been there."),
            N_("Removed the team “{name}”"),
            reads=About.RECORDED,
        ),
        _of_team(
            "team-withdraw",
            _verb(roster.withdraw_team),
            N_("Let a team withdraw"),
            N_("Let a team take part no more; what it has been part of stays."),
            N_("The team “{name}” has withdrawn"),
        ),
        _of_team(
            "team-bring-back",
            _verb(roster.bring_back_team),
            N_("Bring a team back"),
            N_("Let a team that has withdrawn take part again."),
            N_("The team “{name}” takes part again"),
        ),
        _of_person(
            "person-add",
            _verb(roster.add_person),
            N_("Add a person"),
            N_("Add somebody to a team, or beside the teams."),
            N_("Added {name}"),
        ),
        _of_person(
            "person-edit",
            _verb(roster.edit_person),
            N_("Change a person"),
            N_("Change somebody's name, role or profession."),
            N_("Changed {name}"),
        ),
        _action(
            "person-move",
            _verb(roster.move_person),
            N_("Move a person"),
            N_("Move somebody to another team, or beside the teams."),
            N_("Moved {name} to {team}"),
            told=_moved,
        ),
        _of_person(
            "person-remove",
            _verb(roster.remove_person),
            N_("Remove a person"),
            N_("Take somebody out."),
            N_("Removed {name}"),
        ),
        _action(
            "team-limits",
            _verb(roster.set_limits),
            N_("Set what is advised"),
            N_("Set how many people a team, and how many teams the network, is advised to have."),
            N_("Set what is advised of teams"),
        ),
        _action(
            "team-import",
            _import,
            N_("Import teams"),
            N_("Take in the teams and people of a spreadsheet."),
            N_("Imported teams and people from {file}"),
        ),
    )
}
