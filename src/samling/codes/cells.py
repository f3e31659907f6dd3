"""A code in the cells of a terminal, by the rule that was measured with readers.

Two spaces a module, as a background alone, are read by every decoder whatever the font and theme. Where they do not
fit, upper half blocks hold two rows of modules in one row of cells. The colours are always pure and always said, the
border is always whole. Where neither fits nothing is drawn: a code that cannot be scanned is worse than none.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from samling.codes.pattern import LEAST, capacity
from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment
    from rich.style import Style

    from samling.codes.pattern import Code

DARK, LIGHT = "#000000", "#ffffff"
_COLOURS = (LIGHT, DARK)


class Run(NamedTuple):
    """Cells in the same colours: the text, its own colour and that of the ground behind it."""

    text: str
    ink: str
    ground: str


Line = tuple[Run, ...]


class TooSmall(Refused):
    """A window without the room for the smallest drawing of a code: it lacks so many columns and rows.

    `most` is how many bytes a text may have so that its code fits; 0 where none does.
    """

    def __init__(self, columns: int, rows: int, most: int) -> None:
        template = N_(
            "Too small for the code. Missing: columns {columns}, rows {rows}. Enlarge the window, or use a file."
        )
        if most:
            template = N_(
                "Too small for the code. Missing: columns {columns}, rows {rows}. Enlarge the window, or use a file. "
                "Up to {most} bytes would fit."
            )
        super().__init__(template, columns=columns, rows=rows, most=most)
        self.columns = columns
        self.rows = rows
        self.most = most


def full_size(code: Code) -> tuple[int, int]:
    """Return the columns and rows that a code takes with two spaces a module."""
    return 2 * code.across, code.across


def half_size(code: Code) -> tuple[int, int]:
    """Return the columns and rows that a code takes in half blocks."""
    return code.across, (code.across + 1) // 2


def fitting(code: Code, columns: int, rows: int) -> tuple[int, int]:
    """Return the columns and rows that a code takes as large as the room allows; raises `TooSmall` as `drawn` does."""
    wide, high = full_size(code)
    times = min(columns // wide, rows // high)
    if times > 0:
        return times * wide, times * high
    wide, high = half_size(code)
    if columns < wide or rows < high:
        raise TooSmall(max(0, wide - columns), max(0, high - rows), capacity((min(columns, 2 * rows) - LEAST) // 4))
    return wide, high


def drawn(code: Code, columns: int, rows: int) -> tuple[Line, ...]:
    """Draw a code as large as the room allows, border and all; raises `TooSmall` where it does not fit at all."""
    wide, _high = fitting(code, columns, rows)
    times = wide // (2 * code.across)
    if times == 0:
        return tuple(_halves(code))
    return tuple(line for row in code.bordered() for line in [_spaces(row, 2 * times)] * times)


def _spaces(row: tuple[bool, ...], width: int) -> Line:
    """A row of modules, each as `width` spaces."""
    return tuple(
        Run(" " * width * sum(1 for _ in run), _COLOURS[not dark], _COLOURS[dark]) for dark, run in groupby(row)
    )


def _halves(code: Code) -> Iterator[Line]:
    """Two rows of modules in each row of cells. Where both are the same a space does it, which no font can spoil."""
    rows = code.bordered()
    blank = (False,) * code.across
    for upper, lower in zip_longest(rows[::2], rows[1::2], fillvalue=blank):
        yield tuple(
            Run((" " if top == bottom else "▀") * sum(1 for _ in run), _COLOURS[top], _COLOURS[bottom])
            for (top, bottom), run in groupby(zip(upper, lower, strict=True))
        )


def segments(line: Line) -> list[Segment]:
    """Return a line as Rich and Textual write it."""
    from rich.segment import Segment

    return [Segment(run.text, _style(run.ink, run.ground)) for run in line]


@cache
def _style(ink: str, ground: str) -> Style:
    from rich.style import Style

    return Style(color=ink, bgcolor=ground)
