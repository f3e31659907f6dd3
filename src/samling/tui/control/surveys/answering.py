"""Answers in the window: what they come to, taking them in from a file, typing them in from paper."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from samling.domain.errors import SamlingError
from samling.language import _, language
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from samling.domain.survey.questions import QuestionSet
    from samling.tui.control.surveys.desk import SurveysDesk


async def results(desk: SurveysDesk) -> None:
    """Tell what was answered to the marked survey."""
    from samling.report.survey import story
    from samling.tui.control.surveys.results import Results

    survey = desk.marked()
    if survey is None:
        return
    if not desk.answers.of(survey.id or 0):
        desk.say(_("“{title}” has no answers yet. i takes them in, t types them in.").format(title=survey.title))
        return
    await desk.ask(Results(story(desk.app.session, survey)))


async def take_in(desk: SurveysDesk) -> None:
    """Ask for an export, tell what was understood of it, and take it in when that is right."""
    from samling.report import survey_intake
    from samling.tui.control.dialogs.form import Field, Form
    from samling.tui.control.dialogs.telling import Agreeing, Telling
    from samling.tui.control.teams.importing import path

    survey = desk.marked()
    if survey is None:
        return
    asked: list[Path] = []

    def send(values: Mapping[str, Any]) -> None:
        asked.append(values["file"])

    text = _("What the survey tool exports: .xlsx, .ods or .csv. Nothing is taken in before you have seen it.")
    if not await desk.ask(
        Form(_("Take answers in"), [Field("file", _("File"), read=path)], send, text=text, verb=_("Read"))
    ):
        return
    try:
        found = await asyncio.to_thread(survey_intake.read, asked[-1], survey, desk.answers)
    except SamlingError as error:
        sentences = tuple(("", each) for each in getattr(error, "sentences", lambda _translate: ())(_))
        await desk.ask(Telling(_("It cannot be taken in"), (("", sentences),), text=say(error)))
        return
    told = ((survey_intake.counted(found), ()), *survey_intake.told(found))
    page = tuple((heading, tuple(("", line) for line in lines)) for heading, lines in told if lines or heading)
    title = _("This was understood of {file}").format(file=asked[-1].name)
    if await desk.ask(Agreeing(title, page, yes=_("Take it in"))):
        understood = found.understood
        desk.do(
            "answers-import", survey_id=survey.id, asked=understood.asked, found=understood.answers,
            title=survey.title, file=asked[-1].name,
        )  # fmt: skip


async def type_in(desk: SurveysDesk) -> None:
    """Type answers in from paper, a key for each question, sheet after sheet."""
    from samling.domain.survey.typing import Typing, asked_of, several_of
    from samling.tui.control.surveys.sheet import Sheet

    survey = desk.marked()
    if survey is None:
        return
    questions = _questions(survey.question_set)
    blank = Typing(asked_of(survey.id or 0, questions, desk.answers.asked_in(survey.id or 0)), several_of(questions))
    if not blank.asked:
        desk.say(_("Say first which questions are on the paper: e changes the survey."))
        return
    await desk.ask(Sheet(desk, survey, blank))


def _questions(question_set: str) -> QuestionSet | None:
    if not question_set:
        return None
    from samling.content.surveys import find_questions

    return find_questions(question_set).said(language())
