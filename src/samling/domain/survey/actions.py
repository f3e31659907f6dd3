"""What can be done to the surveys of a network, for the registry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain.action import About, Action
from samling.domain.errors import N_
from samling.domain.survey import values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.action import Moment
    from samling.domain.survey.values import Surveys

SURVEYS_CHAIN = "surveys"


def _timeless(verb: Callable[..., Surveys]) -> Callable[..., Surveys]:
    def perform(surveys: Surveys, _moment: Moment, **arguments: Any) -> Surveys:  # noqa: ANN401 - the verb's own
        return verb(surveys, **arguments)

    return perform


def _tick_off(surveys: Surveys, moment: Moment, survey_id: int, works: bool = True) -> Surveys:
    return values.tick_off(surveys, moment.at, survey_id, works=works)


def _title(before: Surveys, _after: Surveys, arguments: dict[str, Any]) -> dict[str, Any]:
    """Name the survey that the action is about, as it was called before it."""
    found = [survey for survey in before.surveys if survey.id == arguments.get("survey_id")]
    return {"title": found[0].title if found else arguments["survey"].title}


_action = partial(Action, chain=SURVEYS_CHAIN, about=About.SURVEYS, told=_title)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "survey-add",
            _timeless(values.add),
            N_("Add a survey"),
            N_("Add a survey by its link: of a gathering, or of the whole network."),
            N_("Added the survey “{title}”"),
        ),
        _action(
            "survey-edit",
            _timeless(values.edit),
            N_("Change a survey"),
            N_("Change a survey's title, link, date or questions."),
            N_("Changed the survey “{title}”"),
        ),
        _action(
            "survey-remove",
            _timeless(values.remove),
            N_("Remove a survey"),
            N_("Take a survey out."),
            N_("Removed the survey “{title}”"),
        ),
        _action(
            "survey-tick-off",
            _tick_off,
            N_("Tried"),
            N_("Note that the code has been scanned and leads to the survey."),
            N_("Tried the code of “{title}”"),
        ),
    )
}
