"""Every action there is, by name, whichever part of the file it is about.

The day's own are at hand; those of the other parts are imported when the first of them is asked for, so that a key of
the day never waits for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from samling.domain import actions
from samling.domain.action import AGENDA_CHAIN, About, Action, Moment
from samling.domain.errors import N_, Refused
from samling.domain.line import printable


def find(name: str) -> Action | None:
    """Return the action of that name, None when there is none."""
    return actions.ACTIONS.get(name) or _others().get(name)


def action(name: str) -> Action:
    """Return the action of that name, which must be there."""
    return actions.ACTIONS.get(name) or _others()[name]


def everything() -> dict[str, Action]:
    """Return all actions by name, the day's first."""
    return {**actions.ACTIONS, **_others()}


@cache
def _others() -> Mapping[str, Action]:
    from samling.domain import expectation_actions, roll_actions, roster_actions
    from samling.domain.pitching import actions as pitch_actions
    from samling.domain.pitching import award_actions, sheet_actions
    from samling.domain.seating import actions as seating_actions
    from samling.domain.survey import actions as survey_actions
    from samling.domain.survey import answer_actions

    of_pitches = {**pitch_actions.ACTIONS, **award_actions.ACTIONS, **sheet_actions.ACTIONS}
    of_surveys = {**survey_actions.ACTIONS, **answer_actions.ACTIONS, **expectation_actions.ACTIONS}
    return {
        **roster_actions.ACTIONS,
        **roll_actions.ACTIONS,
        **seating_actions.ACTIONS,
        **of_pitches,
        **of_surveys,
    }


def meant(found: Action, before: Any, arguments: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - the part's value
    """Return the arguments as they are meant where another window was first; raise `Refused` where it changed the same.

    What somebody saw of a block or a day comes along as `seen`.
    """
    if found.about is not About.GATHERING or "seen" not in arguments:
        return dict(arguments)
    from samling.domain import seen  # a command never needs it

    return seen.meant(before, found.name, arguments)


def perform(found: Action, before: Any, moment: Moment, arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the part's value
    """Return the part's value after the action; raise `Refused` or `WrongUsage` when it cannot be done so."""
    if found.about is About.GATHERING:
        return actions.perform(found, before, moment, arguments)
    if moment.at > moment.now:
        raise Refused(N_("It cannot be recorded as later than now."))
    return found.perform(before, moment, **arguments)


def chain_of(found: Action, arguments: Mapping[str, Any]) -> str | None:
    """Return the chain of undo that an action with these arguments belongs to, None for none."""
    return None if found.chain is None else found.chain.format_map(arguments)


def about_of(chain: str) -> tuple[About, int | None]:
    """Return which part of the file the actions of a chain of undo are about, and the judge whose it is, if one's."""
    if chain == AGENDA_CHAIN:
        return About.GATHERING, None
    from samling.domain.pitching.sheet_actions import judge_of

    judge_id = judge_of(chain)
    if judge_id is not None:
        return About.SHEETS, judge_id
    return next(each.about for each in _others().values() if each.chain == chain), None


def check_turned(about: About, before: Any, after: Any) -> None:  # noqa: ANN401 - the part's value
    """Raise `Refused` where undo or redo would undo what has come to hold since, in another chain."""
    if about is About.PITCHING:
        from samling.domain.pitching import form

        form.check_turned(before, after)
    elif about is About.SHEETS:
        from samling.domain.pitching import sheets

        sheets.check_turned(before, after)


def logged(found: Action, before: Any, after: Any, arguments: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - the part's value
    """Return the arguments as the log keeps them, with what else its words need: plain values that JSON can hold."""
    shown = {
        key: _plain(value)
        for key, value in arguments.items()
        if value is not None and not _is_list(value) and key not in found.unlogged
    }
    more = _more(found, before, after, arguments)
    return {**{key: _plain(value) for key, value in more.items()}, **shown}


def _more(found: Action, before: Any, after: Any, arguments: Mapping[str, Any]) -> Mapping[str, Any]:  # noqa: ANN401
    if found.about is About.GATHERING:
        return actions.told(found, before, after, arguments)
    return found.told(before, after, dict(arguments)) if found.told else {}


def _is_list(value: object) -> bool:
    """Whether an argument is a list of values: it would be long in the log, and the changes hold all of it."""
    return isinstance(value, tuple | list) and any(is_dataclass(each) for each in value)


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(each) for key, each in asdict(value).items() if each not in (None, False)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return printable(value) if isinstance(value, str) else value
