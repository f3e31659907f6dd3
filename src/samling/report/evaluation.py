"""What the report tells of the evaluation: what the teams expected, and what was answered to the survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.expectations import by_team
from samling.domain.survey import results
from samling.language import _
from samling.report.section import Section, Table
from samling.report.survey import counted
from samling.wording import points, verdict_word

if TYPE_CHECKING:
    from samling.report.section import Matter


def expectations(matter: Matter) -> Section | None:
    """What each team expected of the network, and whether it was fulfilled."""
    session = matter.session
    found = [
        (each.team.name, each.expectation)
        for each in by_team(session.roster(), session.expectations())
        if each.expectation is not None
    ]
    if not found:
        return None
    data = [
        {"team": team, "text": each.text, "verdict": each.verdict.value if each.verdict else None}
        for team, each in found
    ]
    rows = tuple((team, each.text, verdict_word(each.verdict) if each.verdict else "") for team, each in found)
    table = Table((_("Team"), _("Expected"), _("Fulfilled?")), rows)
    return Section("expectations", _("What the teams expect"), data, table=table)


def survey(matter: Matter) -> Section | None:
    """What was answered to the gathering's surveys, in figures."""
    session, gathering = matter.session, matter.gathering
    answers = session.answers()
    rolls = [roll for roll in session.rolls() if roll.gathering_id == gathering.id]
    found = [
        (each, results.result(answers, each.id or 0, results.present(rolls)))
        for each in session.surveys().of_gathering(gathering.id)
    ]
    answered = [(each, result) for each, result in found if result.answers]
    if not answered:
        return None
    data = [
        {
            "title": each.title,
            "answers": result.answers,
            "present": result.present,
            "means": [
                {"question": one.asked.text, "mean": round(float(one.mean), 2)}
                for one in result.questions
                if one.mean is not None
            ],
        }
        for each, result in answered
    ]
    rows = tuple(
        (one.asked.text, points(one.mean), str(one.answered))
        for _each, result in answered
        for one in result.questions
        if one.mean is not None
    )
    lines = tuple(f"{each.title}: {counted(result)}" for each, result in answered)
    table = Table((_("Question"), _("Mean"), _("Answers")), rows, frozenset({1, 2})) if rows else None
    return Section("survey", _("Evaluation"), data, lines, table)
