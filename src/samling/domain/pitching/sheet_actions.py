"""What a judge can do to the judge's own sheets, for the registry. No line of the log tells what was given."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain.action import About, Action
from samling.domain.errors import N_
from samling.domain.pitching import paper, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.action import Moment
    from samling.domain.pitching.sheets import JudgeSheets

JUDGE_CHAIN = "judge-{judge_id}"
"""Each judge's sheets have a chain of undo of their own."""


def chain_of(judge_id: int) -> str:
    """Return the chain of undo of a judge's sheets."""
    return JUDGE_CHAIN.format(judge_id=judge_id)


def judge_of(chain: str) -> int | None:
    """Return the judge whose chain of undo it is, None for a chain of something else."""
    found = re.fullmatch(JUDGE_CHAIN.format(judge_id=r"([0-9]{1,18})"), chain)
    return int(found[1]) if found else None


def _verb(verb: Callable[..., JudgeSheets]) -> Callable[..., JudgeSheets]:
    def perform(value: JudgeSheets, _moment: Moment, judge_id: int, **arguments: Any) -> JudgeSheets:  # noqa: ANN401, ARG001 - which sheets these are
        return verb(value, **arguments)

    return perform


def _at(verb: Callable[..., JudgeSheets]) -> Callable[..., JudgeSheets]:
    def perform(value: JudgeSheets, moment: Moment, judge_id: int, **arguments: Any) -> JudgeSheets:  # noqa: ANN401, ARG001
        return verb(value, moment.at, **arguments)

    return perform


def _whose(before: JudgeSheets, _after: JudgeSheets, arguments: Mapping[str, Any]) -> dict[str, Any]:
    team_id = arguments["typed"].team_id if "typed" in arguments else arguments["team_id"]
    return {"judge": before.judge.name, "team_id": team_id, "team": sheets.team_name(before, team_id)}


_SECRET = frozenset({"criterion_id", "score", "text", "typed", "revision"})
"""What stands in a sheet, and on which revision of it something was written, is never in the log."""

_action = partial(Action, chain=JUDGE_CHAIN, about=About.SHEETS, told=_whose, unlogged=_SECRET)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "sheet-score",
            _verb(sheets.enter),
            N_("Give a score"),
            N_("Give a criterion a score on the sheet for a team, or empty it."),
            N_("{judge} wrote on the sheet for “{team}”"),
        ),
        _action(
            "sheet-comment",
            _verb(sheets.comment),
            N_("Comment"),
            N_("Write the comment on the sheet for a team."),
            N_("{judge} commented on “{team}”"),
            by_letters=True,
        ),
        _action(
            "sheet-submit",
            _at(sheets.submit),
            N_("Submit the sheet"),
            N_("Submit a complete sheet: from now on it counts."),
            N_("{judge} submitted the sheet for “{team}”"),
        ),
        _action(
            "sheet-correct",
            _verb(sheets.correct),
            N_("Correct the sheet"),
            N_("Begin a new version of a submitted sheet, for a reason."),
            N_("{judge} began to correct the sheet for “{team}”: {reason}"),
        ),
        _action(
            "sheet-give-up",
            _verb(sheets.give_up),
            N_("Give the correction up"),
            N_("Throw the correction that is begun away: the submitted sheet stands."),
            N_("{judge} gave the correction of the sheet for “{team}” up"),
        ),
        _action(
            "sheet-type",
            _at(paper.type_in),
            N_("Type a sheet in"),
            N_("Type a sheet in from paper, and submit it."),
            N_("Typed the sheet of {judge} for “{team}” in"),
        ),
    )
}
