"""The actions inside a block, for the registry: a round and its turns, steps, and who stands in for a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.action import AGENDA_CHAIN, Action, Moment
from samling.domain.errors import N_

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering, Turn


def _round(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401, ARG001 - the rule's own
    from samling.domain.rounds import turns  # a day without rounds never needs it

    arguments.pop("order", None)
    arguments.pop("seed", None)
    return turns.set_round(gathering, **arguments)


def _steps(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401, ARG001
    from samling.domain.rounds import turns

    return turns.set_steps(gathering, **arguments)


def _turn(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401
    from samling.domain.rounds import turns

    return turns.next_turn(gathering, moment.at, **arguments)


def _last(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401
    from samling.domain.rounds import turns

    return turns.move_last(gathering, moment.at, **arguments)


def _skip(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401
    from samling.domain.rounds import turns

    return turns.skip(gathering, moment.at, **arguments)


def _swap(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401, ARG001
    from samling.domain.rounds import standing_in

    return standing_in.swap(gathering, **arguments)


def _reserve(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401, ARG001
    from samling.domain.rounds import standing_in

    return standing_in.put_in_reserve(gathering, **arguments)


def _open_turn(gathering: Gathering) -> Turn | None:
    block = gathering.block(gathering.current) if gathering.current else None
    return next((turn for turn in block.turns if turn.is_open), None) if block else None


def _started(_before: Gathering, after: Gathering, _arguments: dict[str, Any]) -> dict[str, Any]:
    """Whose turn it is after the action, and that the round, or the steps, are over where it is nobody's."""
    turn = _open_turn(after)
    return {"turn": turn.title} if turn else {"over": True, "steps": after.block(after.current or 1).has_steps}


def _moved(before: Gathering, _after: Gathering, arguments: dict[str, Any]) -> dict[str, Any]:
    """Which turn was moved or skipped."""
    from samling.domain.rounds import turns

    block = before.block(before.current or 1)
    return {"turn": block.turns[turns.meant(block, arguments.get("number"))].title}


def _counted(_before: Gathering, _after: Gathering, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"count": len(arguments.get("turns", ()))}


def _changed_places(before: Gathering, after: Gathering, arguments: dict[str, Any]) -> dict[str, Any]:
    """With what the block changed places: what stands where it stood."""
    position = int(arguments["position"])
    return {"title": before.block(position).title, "other": after.block(position).title}


def _stands_in(_before: Gathering, after: Gathering, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"reserve": after.block(int(arguments["position"])).leader}


ROUNDS = (
    Action(
        "round",
        _round,
        N_("Set up a round"),
        N_("Give every team that is here a turn in a block: from the list, drawn, or by the self-assessment."),
        N_("Set up a round of the teams in “{title}”: {count}"),
        AGENDA_CHAIN,
        told=_counted,
    ),
    Action(
        "steps",
        _steps,
        N_("Set up steps"),
        N_("Give a block steps with lengths of their own; without any they are taken away."),
        N_("Set up steps in “{title}”: {count}"),
        AGENDA_CHAIN,
        told=_counted,
    ),
    Action(
        "turn",
        _turn,
        N_("Next turn"),
        N_("Go on to the next team of the round, or to the next step of the block."),
        N_("Went on to {turn}"),
        AGENDA_CHAIN,
        timed=True,
        told=_started,
    ),
    Action(
        "turn-last",
        _last,
        N_("Move last in the round"),
        N_("Let a team come last in the round; the next one starts."),
        N_("Moved last: {turn}"),
        AGENDA_CHAIN,
        timed=True,
        told=_moved,
    ),
    Action(
        "turn-skip",
        _skip,
        N_("Skip in the round"),
        N_("Skip a team or a step; the others share its time, and the next one starts."),
        N_("Skipped: {turn}"),
        AGENDA_CHAIN,
        timed=True,
        told=_moved,
    ),
    Action(
        "swap",
        _swap,
        N_("Change places"),
        N_("Let a coming block change places with another, or with the next that is no break: a speaker is late."),
        N_("“{title}” and “{other}” changed places"),
        AGENDA_CHAIN,
        told=_changed_places,
        unlogged=frozenset({"other"}),
    ),
    Action(
        "reserve",
        _reserve,
        N_("Put in the reserve"),
        N_("Let the reserve that the programme names, such as a film, take the speaker's place; the times stay."),
        N_("Put in for “{title}”: {reserve}"),
        AGENDA_CHAIN,
        told=_stands_in,
    ),
)
"""What can be done inside a block, in the order of the help."""
