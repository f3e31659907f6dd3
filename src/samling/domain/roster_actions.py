"""What can be done to the roster, for the registry."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain.action import About, Action
from samling.domain.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.domain.action import Moment
    from samling.domain.roster import Roster
    from samling.domain.team import Team

ROSTER_CHAIN = "teams"

_action = partial(Action, chain=ROSTER_CHAIN, about=About.ROSTER)


def _add(roster: Roster, _moment: Moment, teams: tuple[Team, ...]) -> Roster:
    return replace(roster, teams=(*roster.teams, *teams))


def _count(_before: Roster, _after: Roster, arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {"count": len(arguments["teams"])}


ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "teams-add",
            _add,
            N_("Add teams"),
            N_("Add teams with their people."),
            N_("Added {count} teams"),
            told=_count,
        ),
    )
}
