"""The drawn plan, read back from its characters: where boxes stand, what they say, and how wide it all is."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.domain.room_plan import Box, bands, cells, draw, fold

TEXTS = st.text(st.characters(exclude_characters="╭╔"), max_size=30) | st.sampled_from(
    ["[red]x[/red]", "\x1b[31mred", "a\u202eb", "漢字かな", "x" * 1_000, "\n", ""]
)
BOXES = st.lists(
    st.builds(
        Box,
        title=TEXTS,
        lines=st.lists(TEXTS, max_size=3).map(tuple),
        row=st.integers(1, 6),
        column=st.integers(1, 9),
        is_fixture=st.booleans(),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda box: (box.row, box.column),
)


def table(title: str, row: int, column: int, *lines: str) -> Box:
    """Return a table's box."""
    return Box(title, lines, row, column)


def starts(lines: list[str]) -> list[tuple[int, int]]:
    """Return line and cell of the upper left corner of every box."""
    return [(at, found.start()) for at, line in enumerate(lines) for found in re.finditer("[╭╔]", line)]


def words(text: str) -> str:
    """Return the letters and digits of a text, in their order."""
    return "".join(each for each in text if each.isalnum())


class TestOnePlan:
    def test_boxes_stand_in_their_rows_and_columns(self) -> None:
        """Rows lie under each other and columns line up, also where a spot is empty."""
        plan = draw([table("1", 1, 1), table("2", 1, 2), table("3", 2, 2)], 80)
        assert plan == [
            "╭─ 1 ────────╮ ╭─ 2 ────────╮",
            "╰────────────╯ ╰────────────╯",
            "               ╭─ 3 ────────╮",
            "               ╰────────────╯",
        ]

    def test_an_aisle_where_numbers_are_left_out(self) -> None:
        """A row or column that no box has is an aisle, one only however many numbers are left out."""
        plan = draw([table("1", 1, 1), table("2", 1, 9), table("3", 5, 1)], 80)
        assert starts(plan) == [(0, 0), (0, 14 + 5), (3, 0)]
        assert plan[2] == ""

    def test_boxes_of_a_row_are_equally_high(self) -> None:
        """A box with less to say is filled up to the height of its neighbours."""
        assert draw([table("A", 1, 1, "one", "two"), table("B", 1, 2)], 80) == [
            "╭─ A ────────╮ ╭─ B ────────╮",
            "│ one        │ │            │",
            "│ two        │ │            │",
            "╰────────────╯ ╰────────────╯",
        ]

    def test_a_fixture_has_a_double_edge(self) -> None:
        """What belongs to nobody is told from the tables by its edge, not by a colour."""
        assert draw([Box("Judges", ("3 seats",), 1, 1, is_fixture=True)], 80) == [
            "╔═ Judges ═══╗",
            "║ 3 seats    ║",
            "╚════════════╝",
        ]

    def test_the_front_stands_over_the_middle(self) -> None:
        """What the room faces is at the top, as wide as the plan."""
        plan = draw([table("1", 1, 1), table("2", 1, 2)], 80, "Stage")
        assert plan[:2] == ["━━━━━━━━━━━ Stage ━━━━━━━━━━━", ""]
        assert len(plan[0]) == len(plan[2])

    def test_names_are_folded_not_cut(self) -> None:
        """A name or line that is too long goes over several lines; none of it is lost."""
        name = "Forbedringsteamet ved Døgnenheten i Fjordbyen"
        plan = draw([table(name, 1, column, "Åse og Øyvind") for column in (1, 2, 3, 4)], 80)
        body = [line for line in plan if line.startswith("│")]
        assert words("".join(line.split("│")[1] for line in body)) == words(name + "Åse og Øyvind")

    def test_a_wide_row_is_folded_evenly(self) -> None:
        """Eight tables that cannot stand side by side stand four and four, and rows are parted by a blank line."""
        plan = draw([table(f"Table {row}{column}", row, column) for row in (1, 2) for column in range(1, 9)], 80)
        assert [line for line, cell in starts(plan)] == [0] * 4 + [2] * 4 + [5] * 4 + [7] * 4
        assert plan[4] == ""

    def test_a_terminal_of_forty(self) -> None:
        """In half a terminal's width the plan stands two and two."""
        plan = draw([table(f"Table {column}", 1, column) for column in (1, 2, 3, 4)], 40)
        assert [cell for line, cell in starts(plan)] == [0, 15, 0, 15]

    def test_the_widest_line_decides(self) -> None:
        """Where a row is folded and one of its lines has an aisle, that line too keeps within the width."""
        plan = draw([table(str(column), 1, column) for column in (1, 2, 4, 5)], 33)
        assert [cell for line, cell in starts(plan)] == [0, 15, 0, 15]
        plan = draw([table(str(column), 1, column) for column in (1, 2, 3, 9)], 30)
        assert [cell for line, cell in starts(plan)] == [0, 0, 0, 0]

    def test_nothing_to_draw(self) -> None:
        """A room without tables has an empty plan."""
        assert draw([], 80) == []

    def test_bands_are_where_pages_can_be_turned(self) -> None:
        """The front and each line of boxes are bands that no page may cut."""
        boxes = [table(str(row), row, 1, "x") for row in (1, 2, 3)]
        assert [len(band) for band in bands(boxes, 80, "Stage")] == [2, 3, 3, 3]


class TestAnyPlan:
    @given(boxes=BOXES, width=st.integers(8, 200), front=TEXTS)
    def test_no_line_is_too_wide(self, boxes: list[Box], width: int, front: str) -> None:
        """Whatever the names, no line is wider than asked for, and none commands the terminal."""
        for line in draw(boxes, width, front):
            assert cells(line) <= width
            assert line.isprintable()

    @given(boxes=BOXES, width=st.integers(8, 200))
    def test_nothing_is_lost(self, boxes: list[Box], width: int) -> None:
        """Every box is drawn once, and every letter of what stands in the boxes is in the plan."""
        plan = draw(boxes, width)
        assert len(starts(plan)) == len(boxes)
        said = words("".join(text for box in boxes for text in (box.title, *box.lines)))
        assert sorted(words("".join(plan))) == sorted(said)

    @given(boxes=BOXES, width=st.integers(8, 200), front=TEXTS)
    def test_bands_make_the_plan(self, boxes: list[Box], width: int, front: str) -> None:
        """The bands, one after the other, are the plan."""
        assert [line for band in bands(boxes, width, front) for line in band] == draw(boxes, width, front)


class TestText:
    @pytest.mark.parametrize(("text", "count"), [("æøå", 3), ("漢", 2), ("a\u0308", 1), ("", 0), ("🎉", 2)])
    def test_cells(self, text: str, count: int) -> None:
        """A text takes as many cells as a terminal gives it."""
        assert cells(text) == count

    @given(text=st.text(max_size=80), width=st.integers(2, 20))
    def test_folding(self, text: str, width: int) -> None:
        """Lines fit, have no blanks at their ends, and hold all that can be seen; a word that fits is whole."""
        lines = list(fold(text, width))
        assert all(0 < cells(line) <= width and line == line.strip() for line in lines if _seen(line))
        assert words("".join(lines)) == words("".join(each for each in text if each.isprintable()))
        for word in text.split():
            if word.isalnum() and word.isprintable() and cells(word) <= width:
                assert any(word in line.split() for line in lines)


def _seen(text: str) -> bool:
    return any(unicodedata.category(each)[0] != "M" for each in text)
