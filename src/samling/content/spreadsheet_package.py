"""Spreadsheets of today are zip files: opened within bounds, before a library that has none reads them.

calamine makes room for every cell up to the last one, and where there is not enough memory the whole process ends. So
it is given a copy of what it needs, and nothing whose size has not been counted.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NoReturn
from zipfile import BadZipFile, LargeZipFile, ZipFile

from samling.domain.errors import N_
from samling.domain.reader import FileProblems, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DAMAGED = N_("The spreadsheet is damaged. Open it in Excel or LibreOffice, and save it anew.")
PROTECTED = N_("It is protected with a password. Save a copy without one.")
MOST_ROWS = 5000
MOST_COLUMNS = 200
MOST_BYTES = 100_000_000
MOST_TEXT = 500_000_000

_SHEETS = "xl/worksheets/"
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|(?:.*/)?_rels/[^/]*\.rels|xl/(?:workbook|sharedStrings|styles)\.xml|xl/worksheets/[^/]*\.xml"
    r"|mimetype|content\.xml|META-INF/manifest\.xml"
)
# No < within a tag, though XML forbids it in attributes alone: so that no text takes more than its length to search.
_TAG = re.compile(rb"<(?:\w+:)?(row|c|table|table-row|(?:covered-)?table-cell)(?=[\s/>])([^<>]*)>")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{0,3})(\d{1,7})["']""")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated=["'](\d{1,9})["']""")
_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR = re.compile(rb"""(<(?:\w+:)?c\s[^<>]*\bt=["'])e(?=["'])""")
_NO_TEXT = re.compile(rb"""\bt=["']str["']""")
_TEXT_END = re.compile(rb"</(?:\w+:)?si>")


def bounded(found: bytes, file: str) -> bytes:
    """Return a spreadsheet (.xlsx, .ods) with no more in it than is read, uncompressed.

    Errors that its cells show are made texts: the library would take them for empty cells.

    Raises `FileProblems` for what is no such spreadsheet, is damaged, protected or larger than any list of people.
    """
    try:
        parts = dict(_parts(found, file))
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as fault:
        raise problem(file, DAMAGED) from fault
    if "xl/workbook.xml" not in parts and "content.xml" not in parts:
        raise problem(file, N_("It is not a spreadsheet that samling can read. Save it as .xlsx or .csv."))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise problem(file, PROTECTED)
    _check_size(parts, file)
    _check_results(parts, file)
    copy = BytesIO()
    with ZipFile(copy, "w") as package:
        for name, content in parts.items():
            is_sheet = name.startswith(_SHEETS)
            package.writestr(name, _ERROR.sub(rb"\1str", content) if is_sheet else content)
    return copy.getvalue()


def _parts(found: bytes, file: str) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    with ZipFile(BytesIO(found)) as package:
        for entry in package.infolist():
            if not _NEEDED.fullmatch(entry.filename):
                continue
            with package.open(entry) as part:
                content = part.read(left + 1)
            left -= len(content)
            if left < 0:
                _too_large(file)
            yield entry.filename, content


def _check_size(parts: Mapping[str, bytes], file: str) -> None:
    """Refuse more rows or columns than a list of people has, and texts that are too long for as many cells."""
    cells = 0
    for name, content in parts.items():
        if name.startswith(_SHEETS) or name == "content.xml":
            for row, column in _places(content):
                cells += 1
                if row > MOST_ROWS:
                    raise problem(file, N_("There are more than {most} rows."), most=MOST_ROWS)
                if column > MOST_COLUMNS:
                    raise problem(file, N_("There are more than {most} columns."), most=MOST_COLUMNS)
    texts = parts.get("xl/sharedStrings.xml", b"")
    if cells * max(map(len, _TEXT_END.split(texts))) > MOST_TEXT:
        _too_large(file)


def _check_results(parts: Mapping[str, bytes], file: str) -> None:
    """Refuse formulas that no spreadsheet has worked out yet: their cells would be taken for empty ones."""
    template = N_("Cell {cell} holds a formula without its result. Open the file in Excel, and save it.")
    problems: list[tuple[str, dict[str, object]]] = []
    for name, content in parts.items():
        for found in _NO_RESULT.finditer(content) if name.startswith(_SHEETS) else ():
            place = _PLACE.search(b" " + found[1])
            if place and not _NO_TEXT.search(found[1]):
                problems.append((template, {"cell": (place[1] + place[2]).decode("ascii")}))
    if problems:
        raise FileProblems(file, problems)


def _places(xml: bytes) -> Iterator[tuple[int, int]]:
    """Yield the row and column, counted from 1, of every cell of a part that holds anything: the last, if repeated.

    A cell's own reference goes before where it stands, as it does for the library.
    """
    row = column = 0
    for match in _TAG.finditer(xml):
        tag, attributes = match[1], match[2]
        times = int(repeated[1]) if (repeated := _REPEATED.search(attributes)) else 1
        place = _PLACE.search(attributes)
        if tag == b"table":
            row = 0
        elif tag.endswith(b"row"):
            row, column = int(place[2]) if place else row + times, 0
        else:
            row, column = (int(place[2]), _column(place[1])) if place else (row, column + times)
            if not attributes.endswith(b"/") and (tag == b"c" or b"value-type" in attributes):
                yield row, column


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_large(file: str) -> NoReturn:
    raise problem(file, N_("It holds far more than a list of teams and people. Save only that sheet, and give that."))
