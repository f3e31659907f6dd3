"""What of a sheet is not read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.roster_reading import headings, words
from samling.domain.roster_reading.found import Remark, shown
from samling.domain.sheet import Sheet, is_empty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.roster_reading.headings import Column


def is_read(column: Column) -> bool:
    """Whether what stands in a column is read."""
    return column.meaning not in {None, words.NOT_KEPT}


def left_out(sheet: Sheet, at: int, columns: Sequence[Column]) -> Iterator[Remark]:
    """Yield the columns that are not read, each with why. The headings are in the row `at`, counted from 0."""
    below = sheet.rows[at + 1 :]
    for column in columns:
        if not is_read(column) and column.heading:
            yield Remark(_why(column, columns), {"heading": shown(column.heading)}, column=column.at)
    headed = {column.at for column in columns if column.heading}
    for number in range(max(map(len, sheet.rows))):
        if number not in headed and any(number < len(row) and not is_empty(row[number]) for row in below):
            yield Remark(N_("It has no heading."), column=number)


def _why(column: Column, columns: Sequence[Column]) -> str:
    if column.meaning == words.NOT_KEPT:
        return N_("“{heading}”: samling does not keep that.")
    alone = headings.column(column.at, column.heading).meaning
    if alone is not None and any(each.meaning for each in columns if each.at != column.at):
        return N_("“{heading}”: another column says the same.")
    return N_("“{heading}”: samling does not know what that is.")
