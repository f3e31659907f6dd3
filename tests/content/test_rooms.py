"""Rooms: those that are shipped against a table of the field's own list, the user's, and what a wrong file is told."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.content.faults import ContentFaults, Fault
from samling.content.places import shipped
from samling.content.rooms import check_room, find_room, list_rooms, load_room
from samling.domain.errors import Refused
from samling.domain.room import Phrase, Seats, Share
from samling.domain.room_seating import lay_out

# unit, kind of draw, what places are called, usual, least and most at one, seats for each, minutes to move.
SHIPPED = {
    "team-tables": ("team", "none", "table", Share(1, 1, 1), Seats(4, 6), 0),
    "two-and-two": ("team", "pairs", "table", Share(2, 2, 3), Seats(4, 6), 3),
    "three-and-three": ("team", "pairs", "table", Share(3, 2, 3), Seats(4, 6), 3),
    "mixed-groups": ("person", "mixed", "table", Share(5, 4, 6), Seats(1, 1), 5),
    "exercise-tables": ("person", "mixed", "table", Share(6, 4, 8), Seats(1, 1), 3),
    "group-rooms": ("team", "none", "room", Share(1, 1, 1), Seats(4, 6), 5),
    "teams-rooms": ("team", "pairs", "room", Share(2, 2, 3), Seats(0, 0), 2),
    "plenum": ("everybody", "none", "row", Share(12, 1, 12), Seats(1, 1), 0),
    "poster-walk": ("team", "none", "poster", Share(1, 1, 1), Seats(0, 0), 0),
    "pitch-stage": ("team", "none", "place", Share(1, 1, 1), Seats(4, 6), 5),
}
OFFERED = re.compile(r"^# (?=columns|front|\[\[|name|seats|row|column|floor|walk)", re.MULTILINE)
"""What makes a comment of an example in a shipped file."""

GOOD = 'name = "Storsalen"\nunit = "team"\nkind = "pairs"\nat_table = { usual = 2, most = 3 }\n'
TABLE = "[[tables]]\nseats = 12\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder for the user's own rooms."""
    folder = tmp_path / "rooms"
    folder.mkdir()
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a room file that is still to be written."""
    return tmp_path / "sal.toml"


def faults_of(path: Path, text: str) -> tuple[Fault, ...]:
    """Return the faults of a room file with this text; none when it is right."""
    path.write_text(text, encoding="utf-8")
    try:
        load_room(path)
    except ContentFaults as error:
        return error.faults
    return ()


class TestShipped:
    def test_all_ten_are_there(self, own: Path) -> None:
        """The ten set-ups are listed in the order in which they are met, each usable and ours."""
        listed = list_rooms(own)
        assert [each.id for each in listed] == list(SHIPPED)
        assert all(each.content and each.is_ours and each.path.stem == each.id for each in listed)

    @pytest.mark.parametrize("id_", SHIPPED)
    def test_figures(self, id_: str) -> None:
        """Who sits there, how many at a table, seats and minutes are those of the field's own list."""
        room = find_room(id_)
        found = (room.unit, room.kind, room.place, room.at_table, room.seats_each, room.minutes_to_move)
        assert found == SHIPPED[id_]

    @pytest.mark.parametrize("id_", SHIPPED)
    def test_both_languages(self, id_: str) -> None:
        """Every text has its English: none is left to stand in bokmål."""
        room = find_room(id_)
        phrases = [room.name, room.about, *room.needs, *(each.name for each in room.fixtures)]
        assert all(each.nb and each.en and each.nb != each.en for each in phrases)
        assert room.needs

    @pytest.mark.parametrize("id_", SHIPPED)
    def test_they_grow(self, id_: str) -> None:
        """Each holds any network from 5 to 60 teams, or its 25 to 360 people."""
        room = find_room(id_)
        assert room.grows
        for count in range(5, 61) if room.unit == "team" else range(25, 361):
            assert sum(seated.units for seated in lay_out(room, count)) == count

    def test_what_is_commented_out_works(self, file: Path) -> None:
        """The examples that the files offer in comments are right once they are uncommented."""
        for path in sorted(shipped("layouts", "rooms").glob("*.toml")):
            text = OFFERED.sub("", path.read_text("utf-8"))
            assert faults_of(file, text) == (), path

    def test_what_faces_what(self) -> None:
        """The pitch stage has what stands before the teams; plenary faces the screen; breakout rooms face nothing."""
        stage = find_room("pitch-stage")
        assert stage.front == Phrase("Scene", "Stage")
        assert len(stage.fixtures) == 3
        assert find_room("plenum").front == Phrase("Lerret", "Screen")
        assert find_room("group-rooms").front is None


class TestOwnRooms:
    def test_everything_a_file_can_say(self, own: Path) -> None:
        """Every key that the format knows arrives in the room."""
        (own / "full.toml").write_text(
            """
            id = "full"
            name = "Fullt"
            name_en = "Full"
            about = "Om"
            about_en = "About"
            unit = "team"
            kind = "pairs"
            place = "room"
            at_table = { usual = 3, least = 2, most = 4 }
            seats_each = { least = 5, most = 7 }
            minutes_to_move = 4
            needs = ["stoler"]
            needs_en = ["chairs"]
            front = "Tavle"
            front_en = "Board"
            columns = 2
            [[fixtures]]
            name = "Bord"
            name_en = "Table"
            row = 1
            column = 3
            seats = 5
            [[tables]]
            name = "Utsikten"
            seats = 20
            row = 2
            column = 4
            floor = "2. etasje"
            walk_minutes = 3
            """
        )
        room = find_room("full", own)
        assert (room.name, room.about, room.front) == (
            Phrase("Fullt", "Full"),
            Phrase("Om", "About"),
            Phrase("Tavle", "Board"),
        )
        assert (room.unit, room.kind, room.place) == ("team", "pairs", "room")
        assert (room.at_table, room.seats_each, room.columns) == (Share(3, 2, 4), Seats(5, 7), 2)
        assert room.needs == (Phrase("stoler", "chairs"),)
        (fixture,), (table,) = room.fixtures, room.tables
        assert (fixture.name, fixture.row, fixture.column, fixture.seats) == (Phrase("Bord", "Table"), 1, 3, 5)
        assert (table.number, table.name, table.seats, table.row, table.column) == (1, "Utsikten", 20, 2, 4)
        assert (table.floor, table.walk_minutes, room.moving_minutes) == ("2. etasje", 3, 7)

    def test_what_is_left_out(self, own: Path) -> None:
        """Without English the bokmål stands for both; least and most are as usual; tables are put in rows."""
        (own / "Vår sal.toml").write_text(
            'name = "Vår sal"\nneeds = ["strøm"]\nunit = "team"\nat_table = { usual = 3 }\n' + TABLE * 5,
            encoding="utf-8",
        )
        room = find_room("var-sal", own)
        assert (room.name, room.needs) == (Phrase("Vår sal", "Vår sal"), (Phrase("strøm", "strøm"),))
        assert (room.at_table, room.seats_each, room.kind, room.place) == (Share(3, 3, 3), Seats(4, 6), "none", "table")
        assert [(table.row, table.column) for table in room.tables] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]

    def test_ones_own_takes_our_place(self, own: Path) -> None:
        """A file of the user's with an id of ours is what that id means from then on, and is listed once."""
        (own / "storsalen.toml").write_text('id = "two-and-two"\n' + GOOD + TABLE)
        listed = list_rooms(own)
        assert [(each.id, each.is_ours) for each in listed if each.id == "two-and-two"] == [("two-and-two", False)]
        assert len(listed) == len(SHIPPED)
        assert find_room("two-and-two", own).name.nb == "Storsalen"
        assert find_room("plenum", own).name.nb == "Plenum"
        assert check_room(own / "storsalen.toml", own).id == "two-and-two"

    def test_a_broken_one_does_not_let_ours_in_again(self, own: Path) -> None:
        """Who has put a room of their own in our place is told that it is broken; ours is not used instead."""
        (own / "two-and-two.toml").write_text("name = ")
        with pytest.raises(ContentFaults):
            find_room("two-and-two", own)

    def test_two_of_ones_own_with_one_id(self, own: Path) -> None:
        """Which of two own rooms is meant is never guessed: the second is at fault."""
        for name in ("a", "b"):
            (own / f"{name}.toml").write_text('id = "sal"\n' + GOOD)
        *_, first, second = list_rooms(own)
        assert first.content is not None
        assert (second.id, second.content) == ("b", None)
        with pytest.raises(ContentFaults, match="belongs to another room of yours"):
            check_room(own / "b.toml", own)

    @pytest.mark.parametrize(
        ("id_", "words"),
        [
            ("two-og-two", "Did you mean two-and-two?"),
            ("xyzzy", "`samling room list` shows them all."),
            pytest.param("x" * 100_000, "shows them all", id="endless"),
            ("a\x1bb\0", "U+001B"),
        ],
    )
    def test_an_unknown_id(self, own: Path, id_: str, words: str) -> None:
        """An unknown id is refused with the nearest one, or with how to see them."""
        with pytest.raises(Refused) as caught:
            find_room(id_, own)
        assert words in str(caught.value)


class TestFaults:
    @pytest.mark.parametrize(
        ("added", "key", "what", "instead"),
        [
            ("minutes_to_move = 61", "minutes_to_move", "found 61", "whole minutes from 0 to 60"),
            ("minutes_to_move = true", "minutes_to_move", "found true", "whole minutes"),
            ("columns = 0", "columns", "found 0", "a whole number from 1 to 50"),
            ("columns = 1e400", "columns", "found inf", "a whole number"),
            ("columns = nan", "columns", "found nan", "a whole number"),
            ("columns = " + "9" * 90, "columns", "found a number with very many digits", "a whole number"),
            ('place = "bord"', "place", 'found "bord"', "one of table, room, poster, place, row"),
            ('place = "tabel"', "place", 'found "tabel"; did you mean table?', "one of table"),
            ("seats_each = 6", "seats_each", "found 6", "a table, as in { least = 4, most = 6 }"),
            ("seats_each = { least = 7, most = 6 }", "seats_each", 'found "least 7, most 6"', "in rising order"),
            ("seats_each = { least = -1 }", "seats_each.least", "found -1", "a whole number from 0 to 2000"),
            ('needs = "strøm"', "needs", 'found "strøm"', "a list of at most 500 texts"),
            ('needs_en = ["power"]', "needs_en", "found a list", "as many texts as in needs"),
            (
                'front = "a\\u001b[2J"',
                "front",
                "character number 2 is the control character U+001B",
                "one line of text",
            ),
            ("tables = 4", "tables", "found 4", "each under a heading [[tables]]"),
            ("tables = [1]", "tables[1]", "found 1", "each under a heading [[tables]]"),
            ("stoler = 6", "stoler", "there is no key stoler here", "the keys id, name, name_en"),
            ("[[tables]]\nseats = 2001", "tables[1].seats", "found 2001", "a whole number from 0 to 2000"),
            ("[[tables]]\nseats = '6'", "tables[1].seats", 'found "6"', "a whole number from 0 to 2000"),
        ],
    )
    def test_one_wrong_value(self, file: Path, added: str, key: str, what: str, instead: str) -> None:
        """One wrong value is one fault, at its line and key, with what was found and what is allowed."""
        (fault,) = faults_of(file, GOOD + added)
        assert (fault.line, fault.key, fault.what()) == (5 + added.count("\n"), key, what)
        assert instead in fault.instead()

    def test_shares_out_of_order(self, file: Path) -> None:
        """Fewer at most than usual is one fault of the table that says so."""
        (fault,) = faults_of(file, 'name = "x"\nunit = "team"\nat_table = { usual = 4, most = 3 }\n')
        assert (fault.line, fault.key, fault.what()) == (3, "at_table", 'found "usual 4, most 3"')

    @pytest.mark.parametrize(("kind", "unit"), [("pairs", "person"), ("mixed", "team"), ("mixed", "everybody")])
    def test_a_draw_that_cannot_be(self, file: Path, kind: str, unit: str) -> None:
        """Pairs are of teams, mixed groups of people: anything else is a fault of the kind."""
        (fault,) = faults_of(file, f'name = "x"\nkind = "{kind}"\nunit = "{unit}"\nat_table = {{ usual = 4 }}\n')
        assert (fault.line, fault.key) == (2, "kind")

    def test_seats_of_people(self, file: Path) -> None:
        """Seats for each are for teams; a person has one."""
        (fault,) = faults_of(
            file, 'name = "x"\nunit = "person"\nat_table = { usual = 4 }\nseats_each = { least = 1, most = 1 }\n'
        )
        assert (fault.line, fault.key) == (4, "seats_each")

    def test_two_in_one_spot(self, file: Path) -> None:
        """A table where a fixture or another table stands is told with the line of the other."""
        spot = "row = 1\ncolumn = 2\n"
        found = faults_of(file, f"{GOOD}[[fixtures]]\nname = 'Dommere'\n{spot}{TABLE}{spot}{TABLE}{spot}")
        assert [(fault.line, fault.key, fault.what()) for fault in found] == [
            (11, "tables[1].row", "found 1, where the one in line 5 stands already"),
            (15, "tables[2].row", "found 1, where the one in line 5 stands already"),
        ]

    def test_one_name_twice(self, file: Path) -> None:
        """Two tables of one name could not be told apart when they are called out."""
        found = faults_of(file, f"{GOOD}{TABLE}name = 'Fjord'\n{TABLE}name = ' Fjord '\n{TABLE}{TABLE}")
        assert [(fault.line, fault.key) for fault in found] == [(10, "tables[2].name")]

    def test_a_spot_for_some_tables_alone(self, file: Path) -> None:
        """Where some tables say where they stand, each that does not is named."""
        found = faults_of(file, f"{GOOD}{TABLE}row = 1\ncolumn = 1\n{TABLE}{TABLE}row = 2\n")
        assert [(fault.line, fault.key) for fault in found] == [(9, "tables[2]"), (11, "tables[3]")]

    def test_all_at_once(self, file: Path) -> None:
        """Faults of single keys and those between keys are told together, in the order of the file."""
        found = faults_of(file, 'unit = "person"\nkind = "pairs"\nat_table = { usual = 0 }\ncolumns = "x"\n')
        assert [fault.key for fault in found] == ["name", "kind", "at_table.usual", "columns"]

    def test_empty(self, file: Path) -> None:
        """An empty file lacks a name, a unit and a share."""
        assert [fault.key for fault in faults_of(file, "")] == ["name", "unit", "at_table"]

    def test_too_many_tables(self, file: Path) -> None:
        """More tables than any hall has are refused as one fault."""
        (fault,) = faults_of(file, GOOD + TABLE * 501)
        assert (fault.key, fault.what()) == ("tables", "found 501 items")


SPOILT = GOOD + "[[fixtures]]\nname = 'Scene'\nrow = 1\ncolumn = 1\n" + TABLE + "row = 2\ncolumn = 1\n" + TABLE


@given(at=st.integers(0, len(SPOILT)), length=st.integers(0, 40), put=st.text("[]{}=\"'\n#0a.", max_size=4))
def test_a_spoilt_file(tmp_path_factory: pytest.TempPathFactory, at: int, length: int, put: str) -> None:
    """However a room file is spoilt, reading it ends in a room or in faults with a line of the file and a sentence."""
    text = SPOILT[:at] + put + SPOILT[at + length :]
    for fault in faults_of(tmp_path_factory.getbasetemp() / "spoilt.toml", text):
        assert fault.line is None or 1 <= fault.line <= text.count("\n") + 1
        assert fault.sentence()


def test_importing_loads_no_pydantic() -> None:
    """Rooms can be imported by any command: pydantic and platformdirs wait until a file is read."""
    code = (
        "import sys, samling.content.rooms; sys.exit(bool({'pydantic', 'platformdirs', 'textual'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
