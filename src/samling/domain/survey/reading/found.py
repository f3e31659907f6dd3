"""What was understood of an export: its columns, its answers, and what is to be said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samling.domain.roster_reading.found import Remark
    from samling.domain.survey.answers import Answer, Asked
    from samling.domain.survey.reading.words import Meaning


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where (from 0), its heading, what it is, and the question that it was read as, if it is one."""

    at: int
    heading: str
    meaning: Meaning
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """The answers of an export.

    `asked` are the survey's questions as they are known with it. `left_out` tells which columns were dropped and why,
    `warnings` what is worth a look. `agreed` is how many questions agree with the question set.
    """

    columns: tuple[Column, ...]
    asked: tuple[Asked, ...]
    answers: tuple[Answer, ...]
    left_out: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    agreed: int = 0
