"""What was understood of a sheet, and what was not: values that can be said in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samling.domain.errors import N_, filled
from samling.domain.line import printable
from samling.domain.reader import FileProblems
from samling.domain.sheet import column_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samling.domain.roster_reading.headings import Column
    from samling.domain.team import Person, Team

_SHOWN = 60
_MOST_TOLD = 40


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say of a place in a sheet.

    `row` counts from 1 and `column` from 0, as the sheet does; None where the whole row, or the whole sheet, is meant.
    `template` is an English sentence and the key of its translation, filled with `parts`.
    """

    template: str
    parts: Mapping[str, object] = field(default_factory=dict)
    row: int | None = None
    column: int | None = None

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Say where and what, as the spreadsheet calls its places: row 7, column C."""
        said = filled(self.template, self.parts, translate)
        column = None if self.column is None else column_name(self.column)
        if self.row is None:
            return said if column is None else filled(_COLUMN, {"column": column, "what": said}, translate)
        if column is None:
            return filled(_ROW, {"row": self.row, "what": said}, translate)
        return filled(_BOTH, {"row": self.row, "column": column, "what": said}, translate)


_COLUMN, _ROW, _BOTH = N_("column {column}: {what}"), N_("row {row}: {what}"), N_("row {row}, column {column}: {what}")


@dataclass(frozen=True, slots=True)
class Understood:
    """The teams and people of a sheet.

    `columns` are those that were read, `left_out` tells what was not and why, `warnings` what is odd, and `errors` what
    must be put right before anything is taken in. `others` are in no team. A person's `role` is empty where the sheet
    says nothing of roles.
    """

    columns: tuple[Column, ...] = ()
    teams: tuple[Team, ...] = ()
    others: tuple[Person, ...] = ()
    left_out: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    errors: tuple[Remark, ...] = ()


class NotUnderstood(FileProblems):
    """A sheet with something in it that must be put right before anything of it is taken in."""

    def __init__(self, file: str, errors: Sequence[Remark]) -> None:
        super().__init__(file, [(each.template, dict(each.parts)) for each in errors])
        self.errors = tuple(errors)

    def sentences(self, translate: Callable[[str], str] = str) -> tuple[str, ...]:
        """Say each error with its place in one line, and how many more there are than can be read."""
        told = tuple(each.sentence(translate) for each in self.errors[:_MOST_TOLD])
        more = len(self.errors) - len(told)
        return (*told, filled(N_("and {count} more"), {"count": more}, translate)) if more else told


def shown(text: str) -> str:
    """Return a found text as it is shown within a sentence: one line, and short."""
    line = printable(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
