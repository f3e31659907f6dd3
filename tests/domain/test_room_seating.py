"""Who fits into a room: rooms that grow, and rooms whose tables are what they are, against every way of sharing out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.domain.errors import Refused
from samling.domain.room import DrawKind, Fixture, Phrase, PlaceKind, Room, Seats, Share, Table, Unit
from samling.domain.room_seating import fits, fitting, lay_out, missing_seats, missing_units, require


def room(
    *seats: int,
    share: tuple[int, int, int] = (2, 2, 3),
    unit: Unit = "team",
    kind: DrawKind = "pairs",
    place: PlaceKind = "table",
    each: Seats | None = None,
    id: str = "hall",
    **fields: object,
) -> Room:
    """Return a room with tables of so many seats, or one that grows; pairs of teams unless told otherwise."""
    tables = tuple(Table(number, count, 1, number) for number, count in enumerate(seats, start=1))
    given = each or (Seats(4, 6) if unit == "team" else Seats(1, 1))
    name = Phrase("Sal", "Hall")
    return Room(id, name, name, unit, kind, place, Share(*share), given, 3, tables=tables, **fields)  # type: ignore[arg-type]


MIXED = room(share=(5, 4, 6), unit="person", kind="mixed", id="mixed")


def counts(of: Room, units: int) -> list[int]:
    """Return how many sit at each table."""
    return [seated.units for seated in lay_out(of, units)]


class TestGrowing:
    @pytest.mark.parametrize("teams", range(2, 61))
    def test_two_and_two(self, teams: int) -> None:
        """Teams sit two and two; with an odd number one table has three, and never a team alone."""
        assert sorted(counts(room(), teams)) == [2] * (teams // 2 - teams % 2) + [3] * (teams % 2)

    @pytest.mark.parametrize("teams", range(2, 61))
    def test_three_and_three(self, teams: int) -> None:
        """Teams sit three and three; where that does not come out even, at most two tables have two."""
        pairs = {0: 0, 1: 2, 2: 1}[teams % 3]
        expected = [2] * pairs + [3] * ((teams - 2 * pairs) // 3)
        assert sorted(counts(room(share=(3, 2, 3)), teams)) == expected

    @given(people=st.integers(2, 300))
    def test_mixed(self, people: int) -> None:
        """Everybody is seated, sizes differ by at most one, and stay from four to six where the number allows."""
        found = counts(MIXED, people)
        assert sum(found) == people
        assert max(found) - min(found) <= 1
        assert max(found) <= 6
        assert min(found) >= 4 or people in (2, 3, 7)

    def test_the_usual_share(self) -> None:
        """Sixty people sit at twelve tables of five."""
        assert counts(MIXED, 60) == [5] * 12

    def test_a_table_of_three_has_seats_for_three(self) -> None:
        """Seats are set out for the teams that sit there: twelve for two, eighteen for three."""
        assert [seated.table.seats for seated in lay_out(room(), 5)] == [18, 12]

    def test_nobody_is_no_table(self) -> None:
        """An empty room has no table to draw."""
        assert lay_out(room(), 0) == ()

    @pytest.mark.parametrize("units", [1, 5, 7, 12, 13, 60])
    def test_rows_and_columns(self, units: int) -> None:
        """Tables are numbered along rows from the front; every row but the last is full; no spot is used twice."""
        tables = [seated.table for seated in lay_out(room(share=(1, 1, 1)), units)]
        across = max(table.column for table in tables)
        assert [(table.row - 1) * across + table.column for table in tables] == list(range(1, units + 1))
        assert [table.number for table in tables] == list(range(1, units + 1))

    @pytest.mark.parametrize(
        ("count", "rows"), [(2, [2]), (3, [3]), (5, [3, 2]), (6, [3, 3]), (8, [4, 4]), (10, [5, 5]), (12, [4, 4, 4])]
    )
    def test_rows_are_as_full_as_may_be(self, count: int, rows: list[int]) -> None:
        """Tables stand nearly in a square, the rows full where that can be."""
        tables = [seated.table for seated in lay_out(room(share=(1, 1, 1)), count)]
        assert [sum(table.row == row for table in tables) for row in range(1, tables[-1].row + 1)] == rows

    def test_columns_as_stated(self) -> None:
        """A room that says how many stand side by side is laid out so."""
        tables = [seated.table for seated in lay_out(room(columns=1), 6)]
        assert [(table.row, table.column) for table in tables] == [(1, 1), (2, 1), (3, 1)]

    def test_behind_what_stands_in_front(self) -> None:
        """Tables begin behind the fixtures, with an aisle between."""
        stage = Fixture(Phrase("Dommerbord", "Judges' table"), 2, 1)
        assert min(seated.table.row for seated in lay_out(room(fixtures=(stage,)), 6)) == 4


class TestFixedTables:
    def test_a_table_that_is_not_needed_stays_free(self) -> None:
        """Four teams in a hall of four tables take two of them, and the others are still there."""
        assert counts(room(12, 12, 12, 12), 4) == [2, 2, 0, 0]

    def test_three_sit_where_there_is_room(self) -> None:
        """The table of three is the one with seats for three, not the first."""
        assert counts(room(12, 12, 18), 7) == [2, 2, 3]
        assert counts(room(12, 12, 18), 5) == [2, 0, 3]

    def test_closer_when_it_must_be(self) -> None:
        """Where plenty of seats for each is not to be had, teams move together rather than be refused."""
        assert counts(room(12, 12), 5) == [3, 2]

    def test_a_table_for_one_team_is_no_table_for_pairs(self) -> None:
        """A table at which a team would sit alone is left free."""
        assert counts(room(6, 12, 12), 4) == [0, 2, 2]

    def test_an_odd_number_can_be_impossible(self) -> None:
        """Three teams and tables that take two each: there are seats, but somebody would sit alone."""
        tight = room(8, 8, 8)
        assert not fits(tight, 3)
        assert missing_units(tight, 3) == 1
        assert fits(tight, 4)

    @given(
        seats=st.lists(st.integers(0, 20), min_size=1, max_size=4),
        units=st.integers(1, 12),
        share=st.sampled_from([(1, 1, 1), (2, 2, 3), (3, 2, 3), (2, 1, 3)]),
    )
    def test_against_every_way(self, seats: list[int], units: int, share: tuple[int, int, int]) -> None:
        """What fits is what some way of sharing out allows: tables kept, none under the least; the answer is one."""
        hall = room(*seats, share=share)
        takes = [min(share[2], each // 4) for each in seats]
        ways = set(product(*({0, *range(min(share[1], 2), most + 1)} for most in takes)))
        possible = [way for way in ways if sum(way) == units]
        assert fits(hall, units) == bool(possible)
        assert missing_units(hall, units) == units - max(sum(way) for way in ways if sum(way) <= units)
        if possible:
            assert tuple(counts(hall, units)) in possible

    @given(seats=st.lists(st.integers(1, 8), min_size=1, max_size=6), people=st.integers(1, 40))
    def test_people_take_the_seats_that_are_there(self, seats: list[int], people: int) -> None:
        """People fit where there is a seat for each; one more than there are seats is one missing."""
        hall = room(*seats, share=(4, 1, 8), unit="person", kind="mixed")
        assert missing_seats(hall, people) == max(0, people - sum(seats))


class TestTooSmall:
    def test_seats_for_the_teams_without_a_table(self) -> None:
        """Seven teams and two tables of three: the seventh needs four seats at least."""
        assert missing_seats(room(12, 12), 7) == 4

    def test_large_teams(self) -> None:
        """Teams that have their places can still be more people than there are seats."""
        hall = room(12, 12)
        assert fits(hall, 4, people=24)
        assert not fits(hall, 4, people=27)
        assert missing_seats(hall, 4, people=27) == 3

    def test_posters_have_no_seats(self) -> None:
        """Where nobody sits down people are not counted, and a poster too few is one place missing."""
        wall = room(0, 0, share=(1, 1, 1), each=Seats(0, 0), place="poster")
        assert fits(wall, 2, people=500)
        assert missing_seats(wall, 3) == 1

    def test_a_room_that_grows_lacks_nothing(self) -> None:
        """However many come, a room that grows has seats."""
        assert missing_seats(room(), 60, people=400) == 0

    def test_what_is_missing_and_what_would_do(self) -> None:
        """The refusal says how many seats are missing and names the rooms of the same use that hold them all."""
        hall, larger, grows = room(12), room(12, 12, 12, id="larger"), room(id="grows")
        others = [hall, larger, grows, MIXED, room(12, 12, id="small")]
        with pytest.raises(Refused) as refused:
            require(hall, 9, others)
        assert str(refused.value) == "Too few seats in hall: 24 missing. These would do: larger, grows."
        with pytest.raises(Refused, match=r"^Too few seats in hall: 24 missing\.$"):
            lay_out(hall, 9)

    def test_another_use_is_no_help(self) -> None:
        """Rooms for people are not proposed for teams, nor rooms for another draw, nor posters for want of tables."""
        wall, rows = room(6, share=(1, 1, 1), kind="none"), room(unit="everybody", kind="none", id="rows")
        with pytest.raises(Refused, match=r"^Too few seats in hall: 8 missing\.$"):
            require(wall, 3, [rows, room(id="pairs"), room(kind="none", place="poster", share=(1, 1, 1), id="posters")])
        with pytest.raises(Refused, match=r"These would do: breakout\.$"):
            require(room(12), 9, [room(place="room", id="breakout")])

    def test_one_team_alone(self) -> None:
        """A single team in a room for pairs is not a matter of seats."""
        for refuse in (lambda: lay_out(room(), 1), lambda: require(room(12), 1, [room()])):
            with pytest.raises(Refused, match="nobody sits alone"):
                refuse()

    def test_what_fits_is_not_refused(self) -> None:
        """A room that holds everybody passes."""
        require(room(12, 12), 5, [])

    def test_fitting_goes_by_the_kind_of_draw(self) -> None:
        """Of several rooms those for the draw that hold everybody are found, in their order."""
        small, large = room(12, id="small"), room(12, 12, 12, id="large")
        assert fitting([MIXED, small, room(), large], 6, "pairs") == (room(), large)
        assert fitting([MIXED, small], 60, "mixed") == (MIXED,)


def test_the_longest_walk_counts() -> None:
    """The time to move is the room's own and the longest walk on top of it."""
    far = Table(1, 6, 1, 1, walk_minutes=4)
    near = Table(2, 6, 1, 2, walk_minutes=1)
    name = Phrase("x", "x")
    hall = Room("r", name, name, "team", "none", "room", Share(1, 1, 1), Seats(4, 6), 5, tables=(far, near))
    assert hall.moving_minutes == 9
    assert hall.seats == 12
