"""Adding, changing, trying and removing surveys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain import link
from samling.domain.survey.values import Survey, SurveyChange
from samling.language import _, language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.survey.values import Parameters
    from samling.tui.control.dialogs.form import Field
    from samling.tui.control.surveys.desk import SurveysDesk

_THIS, _NETWORK = "gathering", "network"


def tick_off(desk: SurveysDesk) -> None:
    """Note that the marked survey's code was tried, or has to be tried again."""
    survey = desk.marked()
    if survey is not None:
        desk.do("survey-tick-off", survey_id=survey.id, works=survey.tried_at is None)


async def add(desk: SurveysDesk) -> None:
    """Add a survey, and put the cursor on it."""
    from samling.tui.control.dialogs.form import Field, Form

    def send(values: Mapping[str, Any]) -> None:
        about = desk.gathering.id if values["about"] == _THIS else None
        survey = Survey(
            values["title"],
            values["url"],
            about,
            parameters=values["parameters"],
            question_set=values["questions"],
        )
        desk.cursor = desk.must("survey-add", survey=survey).after.surveys[-1].id

    options = ((_THIS, _("this gathering")), (_NETWORK, _("the whole network")))
    about = Field("about", _("About"), _THIS, options=options)
    text = _("Questback, Microsoft Forms, Nettskjema or any other. Nothing is fetched.")
    await desk.ask(Form(_("Add a survey"), [*_fields(Survey("", "")), about], send, text=text))


async def edit(desk: SurveysDesk) -> None:
    """Change the marked survey."""
    from samling.tui.control.dialogs.form import Form

    survey = desk.marked()
    if survey is None:
        return

    def send(values: Mapping[str, Any]) -> None:
        change = SurveyChange(values["title"], values["url"], values["parameters"], values["questions"])
        desk.must("survey-edit", survey_id=survey.id, change=change)

    await desk.ask(Form(_("Change a survey"), _fields(survey), send))


def _fields(survey: Survey) -> Sequence[Field]:
    from samling.content.surveys import list_questions
    from samling.tui.control.dialogs.form import Field

    sets = [(each.id, each.content.said(language()).title) for each in list_questions() if each.content]
    known = survey.question_set if survey.question_set in dict(sets) else ""
    typed = " ".join(f"{name}={value}" for name, value in survey.parameters)
    return [
        Field("title", _("Title"), survey.title),
        Field("url", _("Link"), survey.url),
        Field("parameters", _("At its end"), typed, hint=_("such as team={team}"), read=_parameters),
        Field("questions", _("Questions"), known, options=(("", _("not said")), *sets)),
    ]


def _parameters(typed: str) -> Parameters:
    return tuple(map(link.parameter, typed.split()))


async def remove(desk: SurveysDesk) -> None:
    """Take the marked survey out, unless it has answers."""
    survey = desk.marked()
    if survey is None:
        return
    if count := len(desk.answers.of(survey.id or 0)):
        words = _("“{title}” has answers: {count}. It stays. samling survey forget {id} takes them out first.")
        desk.say(words.format(title=survey.title, count=count, id=survey.id))
        return
    desk.do("survey-remove", survey_id=survey.id)
