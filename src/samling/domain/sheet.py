"""A sheet of cells, as a spreadsheet shows it, and what its rows and columns are called there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias

Cell: TypeAlias = str | date | time
"""What a cell holds: text (numbers and ticks too, as they are shown), or the date or time that was made of it."""

FORMULA_SIGNS = tuple("=+-@＝＋－＠\t\r")
"""What begins a formula in one spreadsheet or another."""

ERRORS = frozenset({
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#I/T", "#VERDI!", "#NAVN?",
})  # fmt: skip
"""What a cell shows whose formula went wrong, in English and in Norwegian."""

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet from its very first, each from its very first column; empty cells are empty texts.

    Where cells are merged downwards, each holds what the merged one shows. A text file is a sheet without a `name`.
    """

    rows: tuple[tuple[Cell, ...], ...]
    name: str = ""


def column_name(at: int) -> str:
    """Return what a spreadsheet calls a column that is counted from 0: A to Z, AA, AB and so on."""
    name = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


def text_of(cell: Cell) -> str:
    """Return what a cell holds, as text."""
    return cell if isinstance(cell, str) else cell.isoformat()


def is_empty(cell: Cell) -> bool:
    """Whether there is nothing to be seen in a cell."""
    return isinstance(cell, str) and not cell.strip()


def defused(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: what begins like one gets a quotation mark before it."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_SIGNS) else text


def undefused(text: str) -> str:
    """Return the text that `defused` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_SIGNS) else text
