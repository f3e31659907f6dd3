from __future__ import annotations

import pytest

from readers import assert_read, cells_of, from_lines
from samling.codes.cells import TooSmall, drawn, full_size, half_size
from samling.codes.pattern import code

LINK = "https://nettskjema.no/a/48211"  # version 3: 29 modules, 37 with the border


def colours(columns: int, rows: int) -> set[str]:
    """Every colour of the drawing."""
    return {colour for line in drawn(code(LINK), columns, rows) for run in line for colour in (run.ink, run.ground)}


def test_sizes() -> None:
    """Version 3 takes 74 x 37 with two spaces a module and 37 x 19 in half blocks; version 5 takes 90 x 45."""
    assert (full_size(code(LINK)), half_size(code(LINK))) == ((74, 37), (37, 19))
    five = code("x" * 84)
    assert (full_size(five), half_size(five)) == ((90, 45), (45, 23))


@pytest.mark.parametrize(("columns", "rows"), [(74, 37), (80, 40), (148, 74), (37, 19), (80, 24), (73, 37), (74, 36)])
def test_is_read(columns: int, rows: int) -> None:
    """However it is drawn, every reader reads it."""
    assert_read(from_lines(drawn(code(LINK), columns, rows)), LINK)


def test_spaces_alone_where_they_fit() -> None:
    """With room for it a code is nothing but spaces: no font has a part in it."""
    lines = drawn(code(LINK), 74, 37)
    assert {cell[0] for line in cells_of(lines) for cell in line} == {" "}
    assert [sum(len(run.text) for run in line) for line in lines] == [74] * 37


def test_half_blocks_where_they_do_not() -> None:
    """A column or a row less, and half blocks hold the code."""
    for columns, rows in ((73, 37), (74, 36)):
        lines = drawn(code(LINK), columns, rows)
        assert {cell[0] for line in cells_of(lines) for cell in line} == {" ", "▀"}
        assert [sum(len(run.text) for run in line) for line in lines] == [37] * 19


def test_twice_as_large_where_there_is_room() -> None:
    """With twice the room every module is twice as wide and high, and not before."""
    assert len(drawn(code(LINK), 148, 74)) == 74
    assert len(drawn(code(LINK), 147, 74)) == len(drawn(code(LINK), 148, 73)) == 37


def test_pure_colours() -> None:
    """Nothing but pure black and white is used, and both are said for every cell."""
    for size in ((80, 40), (80, 24)):
        assert colours(*size) == {"#000000", "#ffffff"}


@pytest.mark.parametrize(
    ("columns", "rows", "most"), [(36, 60, 26), (80, 18, 26), (80, 16, 14), (28, 60, 0), (80, 14, 0)]
)
def test_says_what_would_fit(columns: int, rows: int, most: int) -> None:
    """It is said how long a text may be whose code fits: that one does, and one byte more does not."""
    with pytest.raises(TooSmall) as refused:
        drawn(code(LINK), columns, rows)
    assert refused.value.most == most
    assert (f"Up to {most} bytes" in str(refused.value)) is bool(most)
    if most:
        drawn(code("x" * most), columns, rows)
    with pytest.raises(TooSmall):
        drawn(code("x" * (most + 1)), columns, rows)


@pytest.mark.parametrize(
    ("columns", "rows", "missing"),
    [(36, 19, (1, 0)), (37, 18, (0, 1)), (30, 10, (7, 9)), (0, 0, (37, 19)), (-1, -5, (38, 24))],
)  # fmt: skip
def test_says_what_is_missing(columns: int, rows: int, missing: tuple[int, int]) -> None:
    """Where a code does not fit nothing is drawn, and it is said how many columns and rows are missing."""
    with pytest.raises(TooSmall) as refused:
        drawn(code(LINK), columns, rows)
    assert (refused.value.columns, refused.value.rows) == missing
    assert f"columns {missing[0]}, rows {missing[1]}" in str(refused.value)
