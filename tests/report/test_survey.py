"""What is told of a survey's answers is what they can bear."""

from __future__ import annotations

import pytest

from samling.domain.survey.results import SurveyResult
from samling.report.survey import counted


@pytest.mark.parametrize(
    ("present", "said"),
    [
        (None, "8 answers; nobody was ticked off by name, so there is no answer rate"),
        (7, "8 answers, but only 7 ticked off as here, so there is no answer rate"),
        (8, "8 answers from the 8 who were there (100 %)"),
        (16, "8 answers from the 16 who were there (50 %)"),
    ],
)
def test_no_rate_is_above_a_hundred(present: int | None, said: str) -> None:
    """The rate is told where those present are known and are at least as many as the answers."""
    assert counted(SurveyResult(8, (), present)).replace("\u00a0", " ") == said
