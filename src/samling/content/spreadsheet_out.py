"""Tables for a spreadsheet: text files that Norwegian Excel opens as they are meant."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from samling.domain.sheet import defused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows of cells as a .csv file: UTF-8 with its mark, semicolons between the cells, lines that end in CRLF.

    What could be taken for a formula is not one (`domain/sheet.py`); a cell may hold whatever else it likes.
    """
    written = StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerows([defused(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig", errors="replace")
