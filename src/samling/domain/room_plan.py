"""A plan of a room, drawn in plain text for any window, command or projector. It speaks no language.

Each table is a box in its row and column. A row or column number that no box has is an aisle. Where the boxes of a row
cannot stand side by side in the width, the row is folded into lines of equally many.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.line import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST = 14
"""Boxes are not made narrower than this many cells while folding a row can be the way out."""

WIDEST = 40
_LEAST = 8
"""A plan is never narrower than this: no name could be told from another."""

_GAP = 1
_AISLE = 5
_EDGES = 4
"""Cells that a box needs beside its text: two edges and two spaces."""

_LIGHT = ("╭", "─", "╮", "│", "╰", "╯")
_DOUBLE = ("╔", "═", "╗", "║", "╚", "╝")

Band = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """What stands somewhere: a title, and lines of text that are folded to fit. A double edge marks a fixture."""

    title: str
    lines: tuple[str, ...]
    row: int
    column: int
    is_fixture: bool = False


def draw(boxes: Sequence[Box], width: int, front: str = "") -> list[str]:
    """Return the plan as lines of at most `width` cells, with what the room faces at the top."""
    return [line for band in bands(boxes, width, front) for line in band]


def bands(boxes: Sequence[Box], width: int, front: str = "") -> tuple[Band, ...]:
    """Return the plan as bands of lines that belong together, so that pages can be turned between them.

    The first band is the front (where there is one), then each line of boxes.
    """
    if not boxes:
        return ()
    columns = sorted({box.column for box in boxes})
    box_width, per_line = _measures(boxes, columns, width)
    lines = _lines(columns, per_line)
    is_folded = len(lines) > 1
    made = [_front(front, max(_span(each, box_width) for each in lines))] if front else []
    before = 0
    for row in sorted({box.row for box in boxes}):
        in_row = {box.column: box for box in boxes if box.row == row}
        parts = [_band(in_row, each, box_width) for each in lines if in_row.keys() & set(each)]
        if before and (row > before + 1 or is_folded):
            parts[0] = ("", *parts[0])
        made += parts
        before = row
    return tuple(made)


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(_cells(each) for each in text)


def fold(text: str, width: int) -> Iterator[str]:
    """Yield a text in lines of at most `width` cells, broken between words; within a word only where it is too long."""
    line = ""
    for piece in (piece for word in printable(text).split() for piece in _cut_up(word, width)):
        joined = f"{line} {piece}" if line else piece
        if line and cells(joined) > width:
            yield line
            joined = piece
        line = joined
    if line:
        yield line


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cut_up(word: str, width: int) -> list[str]:
    """A word in pieces that fit."""
    pieces, left = [""], width
    for character in word:
        needed = _cells(character)
        if needed > left and pieces[-1]:
            pieces.append("")
            left = width
        pieces[-1] += character
        left -= needed
    return pieces


def _shortened(text: str, width: int) -> str:
    text = printable(text)
    return text if cells(text) <= width else _cut_up(text, width - 1)[0] + "…"


def _measures(boxes: Sequence[Box], columns: Sequence[int], width: int) -> tuple[int, int]:
    """How wide a box is, and how many stand on a line."""
    longest = max(cells(printable(text)) for box in boxes for text in (f"{box.title}  ", *box.lines))
    natural = min(max(longest + _EDGES, NARROWEST), WIDEST)
    for line_count in range(1, len(columns) + 1):
        per_line = math.ceil(len(columns) / line_count)
        gaps = max(_span(each, 0) for each in _lines(columns, per_line))
        share = (width - gaps) // per_line
        if share >= NARROWEST:
            return min(natural, share), per_line
    return max(width, _LEAST), 1


def _lines(columns: Sequence[int], per_line: int) -> list[Sequence[int]]:
    """The columns that stand on each line of a row."""
    return [columns[at : at + per_line] for at in range(0, len(columns), per_line)]


def _span(columns: Sequence[int], box_width: int) -> int:
    """The cells that the boxes of these columns take side by side."""
    return len(columns) * box_width + sum(_gap(columns, at) for at in range(1, len(columns)))


def _gap(columns: Sequence[int], at: int) -> int:
    """The cells before a column: more where a column is left out."""
    return _GAP if columns[at] == columns[at - 1] + 1 else _AISLE


def _front(text: str, width: int) -> Band:
    name = f" {_shortened(text, width - 4)} "
    left = (width - cells(name)) // 2
    return ("━" * left + name + "━" * (width - left - cells(name)), "")


def _band(boxes: dict[int, Box], columns: Sequence[int], width: int) -> Band:
    """One line of boxes, all of the same height; nothing where a column has none."""
    folded = {column: _text(boxes[column], width) for column in columns if column in boxes}
    height = max(len(lines) for _title, lines in folded.values())
    drawn = [
        _box(boxes[column].is_fixture, *folded[column], width, height)
        if column in boxes
        else [" " * width] * (height + 2)
        for column in columns
    ]
    gaps = ["", *(" " * _gap(columns, at) for at in range(1, len(columns)))]
    return tuple(
        "".join(gap + line for gap, line in zip(gaps, across, strict=True)).rstrip()
        for across in zip(*drawn, strict=True)
    )


def _text(box: Box, width: int) -> tuple[str, list[str]]:
    """What stands in a box's edge and within it; a title that is too long for the edge stands within."""
    title = printable(box.title)
    in_edge = cells(title) <= width - _EDGES - 2
    within = box.lines if in_edge else (title, *box.lines)
    return title if in_edge else "", [line for text in within for line in fold(text, width - _EDGES)]


def _box(is_fixture: bool, title: str, lines: Sequence[str], width: int, height: int) -> list[str]:
    corner, flat, other, side, low, last = _DOUBLE if is_fixture else _LIGHT
    name = f" {title} " if title else ""
    inside = [*lines, *[""] * (height - len(lines))]
    return [
        corner + flat + name + flat * (width - 3 - cells(name)) + other,
        *(f"{side} {line}{' ' * (width - _EDGES - cells(line))} {side}" for line in inside),
        low + flat * (width - 2) + last,
    ]
