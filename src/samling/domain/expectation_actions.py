"""What can be done to the teams' expectations, for the registry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain import expectations
from samling.domain.action import About, Action
from samling.domain.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.action import Moment
    from samling.domain.expectations import Expectations, Verdict, Written

EXPECTATIONS_CHAIN = "expectations"


def _write(value: Expectations, _moment: Moment, team_id: int, text: str, who: str = "") -> Expectations:  # noqa: ARG001 - who is for the log
    return expectations.write(value, team_id, text)


def _write_all(
    value: Expectations,
    _moment: Moment,
    lines: Sequence[Written],
    file: str = "",  # noqa: ARG001 - for the log
) -> Expectations:
    return expectations.write_all(value, lines)


def _mark(
    value: Expectations,
    _moment: Moment,
    team_id: int,
    verdict: Verdict | None,
    who: str = "",  # noqa: ARG001 - as above
) -> Expectations:
    return expectations.mark(value, team_id, verdict)


def _count(_before: Expectations, _after: Expectations, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"count": len(arguments["lines"])}


_action = partial(Action, chain=EXPECTATIONS_CHAIN, about=About.EXPECTATIONS)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "expectation-write",
            _write,
            N_("Write an expectation down"),
            N_("Write down in one line what a team expects of the network."),
            N_("{who} expects: {text}"),
        ),
        _action(
            "expectation-import",
            _write_all,
            N_("Take expectations in"),
            N_("Take in what the teams expect from a file."),
            N_("Took in what {count} of the teams expect"),
            told=_count,
        ),
        _action(
            "expectation-mark",
            _mark,
            N_("Tick an expectation off"),
            N_("Note whether a team's expectation was met, partly or not."),
            N_("What {who} expected: {verdict}"),
        ),
    )
}
