"""The sheets of a file that may be anything: Excel, LibreOffice, text in any encoding, damaged, or made to do harm.

What it is shows in its first bytes, whatever its name ends with.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from samling.content.spreadsheet_package import DAMAGED, PROTECTED, bounded
from samling.content.spreadsheet_text import decoded, rows_of
from samling.domain.errors import N_
from samling.domain.reader import problem
from samling.domain.sheet import Cell, Sheet, is_empty

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = (b"<html", b"<!doctype", b"<table", b"<?xml")
# calamine cannot be trusted with the old kind: a damaged file ends the whole process (measured: 6 of 6 within 6000
# files with a dozen bytes changed), while damaged files of the new kinds are all told as errors.
_OLD = N_("It is an Excel file of the old kind (.xls). Open it and save it as .xlsx.")


def read_sheets(found: bytes, file: str) -> tuple[Sheet, ...]:
    """Return the sheets of a file that hold anything; of a text file the one.

    Raises `FileProblems` with what is wrong with it, `file` being its name in that message.
    """
    if found.startswith(_ZIP):
        sheets = _workbook(bounded(found, file), file)
    elif found.startswith(_COMPOUND):
        raise problem(file, PROTECTED if _ENCRYPTED in found else _OLD)
    elif found.startswith(b"%PDF"):
        raise problem(file, N_("It is a PDF file. Give the spreadsheet that it was made from."))
    elif found.lstrip()[:9].lower().startswith(_HTML):
        raise problem(file, N_("It is a web page. Open it in Excel and save it as .xlsx."))
    else:
        sheets = (Sheet(rows_of(decoded(found, file), file)),)
    holding = tuple(sheet for sheet in sheets if any(not is_empty(cell) for row in sheet.rows for cell in row))
    if not holding:
        raise problem(file, N_("The file is empty."))
    return holding


def _workbook(package: bytes, file: str) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(BytesIO(package)) as book:
            seen = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
            return tuple(_sheet(book, name) for name in seen)
    except (CalamineError, OSError, ValueError) as fault:
        raise problem(file, DAMAGED) from fault


def _sheet(book: CalamineWorkbook, name: str) -> Sheet:
    found = book.get_sheet_by_name(name)
    rows = [[_cell(cell) for cell in row] for row in found.to_python(skip_empty_area=False)]
    _fill_down(rows, found)
    return Sheet(tuple(map(tuple, rows)), name)


def _cell(value: Any) -> Cell:  # noqa: ANN401 - what the library gives
    match value:
        case str() | date() | time():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return f"{value:.0f}"
        case timedelta() | int() | float():
            return str(value)
        case _:
            return ""


def _fill_down(rows: list[list[Cell]], sheet: CalamineSheet) -> None:
    """Give the cells of each merged area's first column what it shows, in the rows that are there."""
    for (first, column), (last, _column) in sheet.merged_cell_ranges or ():
        for row in rows[first + 1 : last + 1]:
            if column < len(row) and first < len(rows):
                row[column] = rows[first][column]
