"""What is understood of a survey tool's export, and how it is told: the same on the command line and in the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.reader import FileProblems
from samling.domain.sheet import column_name
from samling.language import _, language
from samling.report.survey import answered_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from samling.domain.roster_reading.found import Remark
    from samling.domain.survey.answers import Answers
    from samling.domain.survey.questions import QuestionSet
    from samling.domain.survey.reading.found import Understood
    from samling.domain.survey.values import Survey

NO_SET = "none"
"""Said in the place of a question set: the export is taken as it is."""

_MOST_TOLD = 40
_OTHER_QUESTIONS = N_(
    "None of its questions is one of “{id}”. Is it the right file? To take it as it is: --questions none"
)


@dataclass(frozen=True, slots=True)
class Intake:
    """What was understood, by which question set ("" where none agrees), and how many of the answers are new."""

    understood: Understood
    question_set: str
    new: int

    @property
    def known(self) -> int:
        """How many answers were taken in before."""
        return len(self.understood.answers) - self.new


def read(file: Path, survey: Survey, answers: Answers, questions: str = "") -> Intake:
    """Read an export by the questions that are named, else those of the survey, else those that agree best.

    Raises `FileProblems` for a file that cannot be read, has no questions with answers in it, or other questions.
    """
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.survey.reading.understand import understand

    sheet = read_sheets(read_bytes(file), str(file))[0]
    before = answers.asked_in(survey.id or 0)
    wanted = questions or survey.question_set
    found = {each: understand(sheet, survey.id or 0, sets, before) for each, sets in _sets(wanted).items()}
    best = max(found, key=lambda each: found[each].agreed)
    if not any(column.asked for column in found[best].columns):
        raise FileProblems(str(file), [(N_("No column in it is a question with answers."), {})])
    if wanted not in {"", NO_SET} and not found[best].agreed and not before:
        raise FileProblems(str(file), [(_OTHER_QUESTIONS, {"id": wanted})])
    known = {each.digest for each in answers.of(survey.id or 0)}
    return Intake(found[best], best, sum(each.digest not in known for each in found[best].answers))


def _sets(wanted: str) -> dict[str, Sequence[QuestionSet]]:
    """The question sets to read by, by their ids, each in the language in use and then the other; "" for none."""
    from samling.content.surveys import find_questions, list_questions

    if wanted == NO_SET:
        return {"": ()}
    if wanted:
        files = [find_questions(wanted)]
    else:
        files = [each.content for each in list_questions() if each.content is not None]
    other = "en" if language() == "nb" else "nb"
    found: dict[str, Sequence[QuestionSet]] = {} if wanted else {"": ()}
    return found | {each.id: (each.said(language()), each.said(other)) for each in files}


# telling


def told(intake: Intake) -> Iterator[tuple[str, Sequence[str]]]:
    """Tell what was understood: headings with lines."""
    understood = intake.understood
    agreed = _("Read by the questions “{id}”: {agreed} of them agree.")
    yield (
        agreed.format(id=intake.question_set, agreed=understood.agreed) if intake.question_set else _("Understood:"),
        [
            f"{column_name(column.at):>2}  {column.asked.text} ({answered_words(column.asked)})"
            for column in understood.columns
            if column.asked is not None
        ],
    )
    yield _("Left out:"), _said(understood.left_out)
    yield _("Look at this:"), _said(understood.warnings)


def counted(intake: Intake) -> str:
    """Tell how many answers are new."""
    return _("New answers: {new}. Known already: {known}.").format(new=intake.new, known=intake.known)


def _said(remarks: Sequence[Remark]) -> list[str]:
    said = [each.sentence(_) for each in remarks[:_MOST_TOLD]]
    if len(remarks) > _MOST_TOLD:
        said.append(_("and {count} more").format(count=len(remarks) - _MOST_TOLD))
    return said
