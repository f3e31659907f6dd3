"""What can be done to the roll, for the registry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain import roll
from samling.domain.action import About, Action
from samling.domain.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.domain.action import Moment
    from samling.domain.roll import Roll

ROLL_CHAIN = "roll"

_action = partial(Action, chain=ROLL_CHAIN, about=About.ROLL)


def _arrive(value: Roll, moment: Moment, who: str = "", **some: Any) -> Roll:  # noqa: ANN401, ARG001 - who is for the log
    return roll.arrive(value, moment.at, **some)


def _leave(value: Roll, moment: Moment, who: str = "", **some: Any) -> Roll:  # noqa: ANN401, ARG001
    return roll.leave(value, moment.at, **some)


def _absent(value: Roll, _moment: Moment, who: str = "", **some: Any) -> Roll:  # noqa: ANN401, ARG001
    return roll.absent(value, **some)


ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "arrive",
            _arrive,
            N_("Is here"),
            N_("Tick a team or a person off as here, from now or from --at."),
            N_("{who}: here"),
        ),
        _action(
            "leave",
            _leave,
            N_("Has left"),
            N_("Note that a team or a person has left, now or at --at."),
            N_("{who}: left"),
        ),
        _action(
            "absent",
            _absent,
            N_("Has not come"),
            N_("Take the tick off a team or a person."),
            N_("{who}: not here after all"),
        ),
    )
}
