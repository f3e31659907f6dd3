"""The questions that surveys can ask: ours, and those that the user keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from samling.content import shelf
from samling.content.places import own_questions, shipped
from samling.domain.errors import N_

if TYPE_CHECKING:
    from pathlib import Path

    from samling.domain.survey.questions import QuestionSet


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """Questions as their file has them: in bokmål and in English. Where a file has no English, both are the same."""

    id: str
    nb: QuestionSet
    en: QuestionSet

    def said(self, language: str) -> QuestionSet:
        """The questions in a language, "nb" or "en"."""
        return self.nb if language == "nb" else self.en


Listed: TypeAlias = shelf.Listed[QuestionFile]

_ORDER = ("after-gathering", "after-network", "months-later")


def load_questions(path: Path) -> QuestionFile:
    """Read one file of questions; raise `ContentFaults` with everything that is wrong with it."""
    from samling.content.survey_file import load_questions as load  # pydantic, only when content is read

    return load(path)


_SHELF = shelf.Shelf(
    ours=lambda: shipped("data", "surveys"),
    own=own_questions,
    load=load_questions,
    order=lambda listed: _ORDER.index(listed.id),
    says=shelf.Sentences(
        unknown=N_('There are no questions "{id}". `samling survey questions list` shows them all.'),
        near=N_('There are no questions "{id}". Did you mean {near}?'),
        taken=N_('the id "{id}" belongs to other questions ({other}); give these an id of their own'),
    ),
)
list_questions = _SHELF.everything
find_questions = _SHELF.find
check_questions = _SHELF.check
