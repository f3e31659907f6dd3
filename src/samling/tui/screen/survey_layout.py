"""Where a code stands on the projector: as large as it can be, and what else there is beside it or in turn with it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from samling.codes.cells import TooSmall, fitting

if TYPE_CHECKING:
    from samling.codes.pattern import Code

LEAST_ASIDE = 32
"""Columns under which nothing stands beside a code."""

_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns for the code with its plain text, and those beside it: 0 where there is no room for either."""

    code: int
    aside: int


def layout(code: Code, text: str, width: int, height: int) -> Layout:
    """Return how a stage of so many cells is shared: what stands beside a code never makes it smaller.

    Raises `TooSmall` where the code does not fit. A row is kept for the title, where nothing stands beside it.
    """
    alone, _high = fitting(code, width, height - 1 - _rows(text, width))
    column = max(alone, min(len(text), width - LEAST_ASIDE - _BETWEEN))
    aside = width - column - _BETWEEN
    if aside < LEAST_ASIDE or not _fits(code, alone, column, height - _rows(text, column)):
        return Layout(width, 0)
    return Layout(column, aside)


def _fits(code: Code, wide: int, columns: int, rows: int) -> bool:
    try:
        return fitting(code, columns, rows)[0] >= wide
    except TooSmall:
        return False


def _rows(text: str, width: int) -> int:
    return ceil(len(text) / max(1, width))
