"""Tables in text files: which encoding, and what stands between the cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

from samling.content.spreadsheet_package import MOST_ROWS
from samling.domain.errors import N_
from samling.domain.reader import problem

SEPARATORS = ";,\t"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 50
_DIRECTIVE = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
# What the csv module says, by its first words, and how we say it.
_SAID = (
    ("unexpected end of data", N_("Row {row} begins a text with a quotation mark that is never closed.")),
    ("field larger", N_("A cell in row {row} is longer than any name, or a quotation mark there is never closed.")),
)
_ELSE = N_("Something follows a closing quotation mark in row {row}. A quotation mark within a text is written twice.")


def decoded(found: bytes, file: str) -> str:
    """Return text: UTF-8 (with or without mark) or UTF-16 with its mark, else as Windows writes it in Norway.

    Raises `FileProblems` for what is no text.
    """
    try:
        text = found.decode("utf-16" if found.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        text = found.decode("cp1252", errors="replace")
    if "\0" in text:
        raise problem(file, N_("It is neither a spreadsheet nor a text file."))
    return text


def rows_of(text: str, file: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table in text, cells apart by semicolons, commas or tabs, whichever makes a table of it.

    Raises `FileProblems` for quotation marks that do not close, and for more rows than any list of people has.
    """
    directive = _DIRECTIVE.match(text)
    separator = directive[1] if directive else _separator(text)
    lines = StringIO(text[directive.end() :] if directive else text, newline="")
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(lines, delimiter=separator, strict=True):
            rows.append(tuple(row))
            if len(rows) > MOST_ROWS:
                raise problem(file, N_("There are more than {most} rows."), most=MOST_ROWS)
    except csv.Error as fault:
        template = next((said for words, said in _SAID if str(fault).startswith(words)), _ELSE)
        raise problem(file, template, row=len(rows) + 1) from fault
    return tuple(rows)


def _separator(text: str) -> str:
    """The separator with which most of the first rows have equally many cells, several each."""

    def fit(separator: str) -> tuple[int, int]:
        rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
        try:
            widths = Counter(len(row) for row in islice(rows, _LOOKED_AT) if len(row) > 1)
        except csv.Error:
            return 0, 0
        width, times = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
        return times, width

    return max(SEPARATORS, key=fit)
