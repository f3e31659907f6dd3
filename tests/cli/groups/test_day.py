"""The groups of a day by command: drawn, looked at, changed, announced, repaired, and counted at the next gathering."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest

from samling.cli.groups import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from commands import Samling

    Meet = Callable[[int], Samling]


def tables(seating: Any) -> list[set[str]]:  # noqa: ANN401 - JSON
    """Return the names at each table that is in use."""
    return [{each["name"] for each in table["members"]} for table in seating["tables"] if table["members"]]


def pairs(seating: Any) -> set[frozenset[str]]:  # noqa: ANN401 - JSON
    """Return who sits two and two."""
    return {frozenset(table) for table in tables(seating)}


GROUP_ROOMS = """
id = "our-rooms"
name = "Våre rom"
about = "To og to team i hvert rom."
unit = "team"
kind = "pairs"
place = "room"
at_table = { usual = 2, least = 2, most = 3 }
seats_each = { least = 4, most = 6 }
minutes_to_move = 5
[[tables]]
name = "Utsikten"
seats = 14
row = 1
column = 1
[[tables]]
seats = 18
row = 1
column = 2
"""


class TestDraw:
    def test_the_same_seed_gives_the_same_draw(self, meet: Meet) -> None:
        """A seed that is given repeats the draw; one that is not is chosen and recorded."""
        samling = meet(6)
        one, again = (samling("groups", "draw", "--seed", "7", "--json").json["seatings"][0] for _ in range(2))
        assert (one["tables"], one["seed"]) == (again["tables"], 7)
        chosen = samling("groups", "draw", "--json").json["seatings"][0]
        repeated = samling("groups", "draw", "--seed", str(chosen["seed"]), "--json").json["seatings"][0]
        assert repeated["tables"] == chosen["tables"]

    def test_it_says_no_more_than_is_proved(self, meet: Meet) -> None:
        """What is printed holds the claim, and before it that a second round of five teams must repeat."""
        out = meet(5)("groups", "draw", "--seed", "1").out
        told, drawn = out.index("a second round two and two must repeat"), out.index("No repeats: cannot be better.")
        assert told < drawn
        assert "No more rounds are possible without a repeat." in out

    def test_it_is_for_the_running_or_next_sharing_block(self, meet: Meet) -> None:
        """Without --block it is the next one, then the running one, and where none is left it says so."""
        samling = meet(4)
        assert samling("groups", "draw", "--json").json["seatings"][0]["block"] == 1
        samling("agenda", "start")
        samling("agenda", "next")
        assert samling("groups", "draw", "--json").json["seatings"][0]["block"] == 2
        samling("agenda", "next")
        assert "No sharing block is left" in samling("groups", "draw", code=1).err
        assert samling("groups", "draw", "--block", "3", "--json").json["seatings"][0]["block"] == 3

    def test_all_rounds_at_once(self, meet: Meet) -> None:
        """Both sharing blocks get a draft, and nobody meets twice."""
        one, two = meet(6)("groups", "draw", "--rounds", "all", "--seed", "1", "--json").json["seatings"]
        assert (one["block"], two["block"]) == (1, 2)
        assert not pairs(one) & pairs(two)

    def test_keeping_apart(self, meet: Meet) -> None:
        """Teams of one organisation sit apart when that is asked for."""
        (seating,) = meet(6)("groups", "draw", "--keep-apart", "organisation", "--json").json["seatings"]
        assert all(len({int(name.split()[1]) % 2 for name in pair}) == 2 for pair in pairs(seating))
        assert seating["apart_violations"] == 0

    def test_teams_at_different_steps_meet(self, meet: Meet) -> None:
        """Where nothing else tells them apart, those who have come far sit with those who have not, and that is why."""
        samling = meet(4)
        for number, step in ((1, 1), (2, 1), (3, 4), (4, 4)):
            samling("team", "edit", f"Lag {number}", "--step", str(step), "--organisation", "")
        assert samling("team", "show", "Lag 3", "--json").json["step"] == 4
        samling("groups", "draw", "--seed", "1")
        shown = samling("groups", "show", "--json").json
        assert [table["why"] for table in shown["tables"]] == ["have not met; steps 1 and 4"] * 2
        for each in ("Lag 1", "Lag 2", "Lag 4"):
            samling("team", "edit", each, "--step", "")
        assert [table["why"] for table in samling("groups", "show", "--json").json["tables"]] == ["have not met"] * 2

    def test_a_room_for_something_else(self, meet: Meet) -> None:
        """A room that is not for such a draw, or not there, is refused."""
        samling = meet(4)
        assert "plenum" in samling("groups", "draw", "--layout", "plenum", code=2).err
        assert "two-and-two" in samling("groups", "draw", "--kind", "mixed", "--layout", "two-and-two", code=2).err
        assert "no room" in samling("groups", "draw", "--layout", "nowhere", code=1).err

    @pytest.mark.parametrize("teams", [0, 1])
    def test_nobody_to_share_with(self, meet: Meet, teams: int) -> None:
        """Without two teams there is no draw, and it says how many are present and what to do."""
        assert f"{teams} present" in meet(teams)("groups", "draw", code=1).err

    def test_pins_that_clash_are_named(self, meet: Meet) -> None:
        """The smallest set of clashing pins is told in the teams' names, each on its line."""
        samling = meet(6)
        samling("groups", "pin", "together", "Lag 1", "Lag 2")
        samling("groups", "pin", "apart", "Lag 3", "Lag 4")
        samling("groups", "pin", "apart", "Lag 1", "Lag 2")
        assert samling("groups", "draw", code=1).err.splitlines()[-3:] == [
            "These 2 pins contradict each other: no seating keeps them all.",
            "Lag 1 and Lag 2 together",
            "Lag 1 and Lag 2 never together",
        ]


class TestByHand:
    def test_the_price_of_a_swap_comes_first(self, meet: Meet) -> None:
        """Without --yes nothing changes; --json tells what would be, and whether it was done."""
        samling = meet(6)
        before = samling("groups", "draw", "--seed", "1", "--json").json["seatings"][0]
        one, other = (table["members"][0]["name"] for table in before["tables"][:2])
        price = samling("groups", "swap", one, other, "--json").json
        assert (price["applied"], price["after"]["repeats"]) == (False, 0)
        assert samling("groups", "show", "--json").json["tables"] == [
            {**table, "why": shown["why"]} if "why" in shown else table
            for table, shown in zip(before["tables"], samling("groups", "show", "--json").json["tables"], strict=True)
        ]
        assert samling("groups", "swap", one, other, "--yes").out
        assert pairs(samling("groups", "show", "--json").json) != pairs(before)
        samling("groups", "undo")
        assert pairs(samling("groups", "show", "--json").json) == pairs(before)

    def test_pins_are_set_listed_and_cleared(self, meet: Meet) -> None:
        """A pin holds in the next draw; once cleared it is gone."""
        samling = meet(6)
        samling("groups", "pin", "together", "Lag 1", "Lag 2")
        samling("groups", "pin", "table", "Lag 3", "2")
        assert [pin["text"] for pin in samling("groups", "pin", "--json").json["pins"]] == [
            "Lag 1 and Lag 2 together",
            "Lag 3 at table 2",
        ]
        (seating,) = samling("groups", "draw", "--json").json["seatings"]
        assert frozenset({"Lag 1", "Lag 2"}) in pairs(seating)
        assert "Lag 3" in {each["name"] for each in seating["tables"][1]["members"]}
        samling("groups", "unpin", "1")
        assert samling("groups", "unpin", "--all", "--json").json == {"pins": []}

    @pytest.mark.parametrize(
        "words",
        [
            ("together", "Lag 1"),
            ("together", "Lag 1", "Navn 1a"),
            ("table", "Lag 1", "three"),
            ("table", "Lag 1", "0"),
            ("apart", "Lag 1", "Lag 1"),
            ("apart", "Lag 1", "Ukjent"),
        ],
    )
    def test_pins_that_are_none(self, meet: Meet, words: tuple[str, ...]) -> None:
        """A missing name, a team with a person, no number, oneself, or nobody: refused in words."""
        samling = meet(4)
        code = 2 if words[0] == "table" or len(words) == 2 else 1
        samling("groups", "pin", *words, code=code)

    def test_a_locked_table_stays(self, meet: Meet) -> None:
        """Drawn again with another seed, the locked table has the same group, and unlocked it may have another."""
        samling = meet(8)
        first = samling("groups", "draw", "--seed", "1", "--json").json["seatings"][0]
        samling("groups", "lock", "2")
        for seed in ("2", "3"):
            again = samling("groups", "draw", "--seed", seed, "--json").json["seatings"][0]
            assert again["tables"][1] == {**first["tables"][1], "locked": True}
            assert again["rounds_possible"] is None
        assert samling("groups", "unlock", "2", "--json").json["tables"][1]["locked"] is False

    def test_hosts_and_what_tables_bring_back(self, meet: Meet) -> None:
        """A host is marked, what the table brings back is noted, and the host stays in the next round."""
        samling = meet(6)
        first = samling("groups", "draw", "--seed", "1", "--json").json["seatings"][0]
        hosts = [table["members"][0]["name"] for table in first["tables"]]
        for number, host in enumerate(hosts, start=1):
            samling("groups", "host", str(number), host)
        samling("groups", "announce")
        samling("groups", "brings", "1", "Spør nattevakten")
        assert "Brings back: Spør nattevakten" in samling("groups", "show").out
        second = samling("groups", "draw", "--block", "2", "--hosts-stay", "--json").json["seatings"][0]
        assert all(host in table for host, table in zip(hosts, tables(second), strict=True))

    def test_two_drafts_are_compared(self, meet: Meet) -> None:
        """Two drafts are told beside each other; a third takes the place of the oldest."""
        samling = meet(6)
        samling("groups", "draw", "--seed", "1")
        assert "only one" in samling("groups", "compare", code=1).err
        samling("groups", "draw", "--seed", "2")
        found = samling("groups", "compare", "--json").json
        assert (found["one"]["seed"], found["other"]["seed"]) == (1, 2)
        samling("groups", "draw", "--seed", "3")
        assert samling("groups", "compare", "--json").json["one"]["seed"] == 2
        samling("groups", "discard")
        assert samling("groups", "show", "--json").json["seed"] == 2


class TestTheStory:
    def test_from_the_list_to_the_next_gathering(self, meet: Meet) -> None:
        """Import, roll call, draw, announce, one team missing, repair, and the next gathering repeats nobody."""
        samling = meet(8)
        samling("roll", "here", "--all")
        drawn = samling("groups", "draw", "--seed", "1", "--json").json["seatings"][0]
        assert samling("groups", "announce", "--json").json["state"] == "announced"
        samling("roll", "left", "--team", "Lag 3")
        proposed = samling("groups", "repair", "--json").json
        assert ([each["name"] for each in proposed["missing"]], proposed["moved"]) == (["Lag 3"], 1)
        assert pairs(samling("groups", "show", "--json").json) == pairs(drawn)
        applied = samling("groups", "repair", "--apply", "--json").json["seating"]
        assert len(tables(applied)) == 3
        samling("groups", "undo")
        assert pairs(samling("groups", "show", "--json").json) == pairs(drawn)
        samling("groups", "redo")
        samling("gathering", "new", "--title", "Next", "--date", "2026-10-16", "--start", "9:00", "--end", "12:00")
        samling("agenda", "add", "Deling", "--minutes", "45", "--kind", "sharing")
        following = samling("groups", "draw", "--json").json["seatings"][0]
        assert following["repeats"] == 0
        met = {frozenset((one, other)) for table in tables(applied) for one in table for other in table}
        assert not pairs(following) & met

    def test_the_projector_is_asked_for_it(self, meet: Meet) -> None:
        """Announced before its block the seating is asked for; in its block the day shows it by itself."""
        samling = meet(4)
        samling("groups", "draw")
        samling("groups", "announce")
        assert "seating" in samling("log").out.splitlines()[-1]
        samling("agenda", "start")
        samling("groups", "draw")
        samling("groups", "announce")
        assert "automatic" in samling("log").out.splitlines()[-1]

    def test_the_projector_shows_one_seating_at_a_time(self, meet: Meet) -> None:
        """Announced for a later block than the next that has one, a seating is not yet shown, and that is said."""
        samling = meet(4)
        for block in ("1", "2"):
            samling("groups", "draw", "--block", block)
        assert "The projector shows it." in samling("groups", "announce", "--block", "1").out
        assert "The projector shows it when its block is next." in samling("groups", "announce", "--block", "2").out
        samling("agenda", "start")
        samling("agenda", "next")
        samling("groups", "draw", "--block", "2")
        assert "There are 3 min to move." in samling("groups", "announce", "--block", "2").out

    def test_nothing_but_the_announced_is_repaired(self, meet: Meet) -> None:
        """A draft is drawn again; without names and without a roll call it says what to give."""
        samling = meet(4)
        samling("groups", "draw")
        assert "draw again" in samling("groups", "repair", "--missing", "Lag 1", code=1).err
        samling("groups", "announce")
        assert "--missing" in samling("groups", "repair", code=1).err
        assert "not on the list" in samling("groups", "repair", "--missing", "Ukjent", code=1).err

    def test_before_anything_is_drawn(self, meet: Meet) -> None:
        """Every command that needs a seating says how to draw one."""
        samling = meet(4)
        for words in (("show",), ("announce",), ("repair",), ("find", "Lag"), ("export",), ("lock", "1")):
            assert "samling groups draw" in samling("groups", *words, code=1).err

    def test_the_next_gathering_uses_the_round_drawn_ahead(self, meet: Meet) -> None:
        """Drawn together, the later gathering's round waits for it; another seed there draws anew."""
        samling = meet(8)
        samling("gathering", "new", "--title", "Next", "--date", "2026-10-16", "--start", "9:00", "--end", "12:00")
        samling("agenda", "add", "Deling", "--minutes", "45", "--kind", "sharing")
        samling("gathering", "use", "1")
        drawn = samling("groups", "draw", "--rounds", "all", "--seed", "1", "--json").json
        assert (drawn["rounds_ahead"], drawn["together"]["repeats"], drawn["drawn_ahead"]) == (1, 0, False)
        for draft in drawn["seatings"]:
            samling("groups", "announce", "--draft", str(draft["id"]))
        samling("gathering", "use", "2")
        ahead = samling("groups", "draw", "--json").json
        assert (ahead["drawn_ahead"], ahead["seatings"][0]["seed"], ahead["seatings"][0]["repeats"]) == (True, 1, 0)
        assert samling("groups", "draw", "--json").json["drawn_ahead"] is False


class TestPlaces:
    def test_rooms_go_by_their_names(self, meet: Meet, tmp_path: Path) -> None:
        """Drawn into rooms of their own, teams find theirs by its name, or as a room by its number, and keep it."""
        samling = meet(4)
        rooms = tmp_path / "rooms.toml"
        rooms.write_text(GROUP_ROOMS, encoding="utf-8")
        drawn = samling("groups", "draw", "--layout", str(rooms), "--seed", "1", "--json").json["seatings"][0]
        assert [(table["number"], table["name"]) for table in drawn["tables"]] == [(1, "Utsikten"), (2, "")]
        here, other = (sorted(table) for table in tables(drawn))
        samling("groups", "announce")
        rooms.unlink()
        shown = samling("groups", "show").out
        assert "1 Utsikten" in shown
        assert "Room 2" in shown
        assert f"{other[0]}: room 2 – {', '.join(other)}" in samling("groups", "find", other[0]).out.splitlines()
        assert f"Utsikten: {', '.join(here)}" in samling("groups", "export").out.splitlines()
        assert f"Utsikten: {'; '.join(here)}" in samling("groups", "export", "--as", "rooms").out.splitlines()
        moved = samling("groups", "repair", "--missing", here[0]).out
        assert f"{here[1]} moves from Utsikten to room 2" in moved


class TestFindAndExport:
    def test_where_do_i_sit(self, meet: Meet) -> None:
        """A person is found at their team's table, by name or by team."""
        samling = meet(4)
        seating = samling("groups", "draw", "--seed", "1", "--json").json["seatings"][0]
        (found,) = samling("groups", "find", "navn 3b", "--json").json
        assert found["team"] == "Lag 3"
        table = next(table for table in seating["tables"] if table["number"] == found["table"])
        assert "Lag 3" in {each["name"] for each in table["members"]}
        assert "Navn 3b (Lag 3): table" in samling("groups", "find", "lag 3").out
        assert "not on the list" in samling("groups", "find", "ukjent", code=1).err

    def test_a_csv_comes_back_as_history(self, meet: Meet, tmp_path: Path) -> None:
        """What is exported is a table that history import reads again, with a mark for Excel and no formula."""
        samling = meet(4)
        samling("team", "edit", "Lag 1", "--name", "=cmd")
        drawn = samling("groups", "draw", "--seed", "1", "--json").json["seatings"][0]
        file = tmp_path / "groups.csv"
        samling("groups", "export", str(file))
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter=";"))
        assert "'=cmd" in {row[1] for row in rows}
        samling("groups", "history", "import", str(file))
        assert not pairs(samling("groups", "draw", "--json").json["seatings"][0]) & pairs(drawn)
        assert "--force" in samling("groups", "export", str(file), code=1).err

    def test_text_and_rooms(self, meet: Meet) -> None:
        """Text is for the door, rooms for whoever makes them in Teams; a .csv needs a file."""
        samling = meet(4)
        samling("groups", "draw")
        assert "Lag 2: table" in samling("groups", "export").out
        assert "Room 1: Lag" in samling("groups", "export", "--as", "rooms").out
        samling("groups", "export", "--as", "csv", code=2)


class TestHistory:
    def test_an_older_file(self, meet: Meet, tmp_path: Path) -> None:
        """What was announced in a copy counts in a new file by the teams' names; its own file counts already."""
        samling = meet(4)
        drawn = samling("groups", "draw", "--seed", "1", "--json").json["seatings"][0]
        samling("groups", "announce")
        copy = tmp_path / "old.db"
        samling("backup", str(copy))
        samling("groups", "undo")
        samling("groups", "undo")
        told = samling("groups", "history", "import", str(copy), "--json").json
        assert {frozenset(each["name"] for each in group) for group in told["rounds"][0]["groups"]} == pairs(drawn)
        assert "in use" in samling("groups", "history", "import", str(samling.path), code=1).err
        samling("groups", "history", "undo")
        assert samling("groups", "history", "--json").json == []

    def test_an_import_goes_back_and_forth(self, meet: Meet, tmp_path: Path) -> None:
        """Undone, nobody of the list has met; redone, they have; both say so as JSON too."""
        samling = meet(2)
        file = tmp_path / "before.csv"
        file.write_text("bord;team\n1;Lag 1\n1;Lag 2\n", encoding="utf-8")
        samling("groups", "history", "import", str(file))
        assert samling("groups", "history", "undo", "--json").json["rounds"] == []
        assert samling("groups", "history", "--json").json == []
        (again,) = samling("groups", "history", "redo", "--json").json["rounds"]
        assert [[each["name"] for each in group] for group in again["groups"]] == [["Lag 1", "Lag 2"]]

    def test_what_is_left_out_is_told(self, meet: Meet, tmp_path: Path) -> None:
        """Who is not in the network is named with the row; --dry-run keeps nothing; strangers alone are refused."""
        samling = meet(4)
        file = tmp_path / "old.csv"
        file.write_text("bord;team\n1;Lag 1\n1;Ukjent\n1;lag  2\n", encoding="utf-8")
        out = samling("groups", "history", "import", str(file), "--dry-run").out
        assert "row 3: Ukjent" in out
        assert samling("groups", "history", "--json").json == []
        file.write_text("bord;team\n1;Ukjent\n1;Annen\n", encoding="utf-8")
        assert "Nobody in old.csv" in samling("groups", "history", "import", str(file), code=1).err

    def test_hostile_files(self, meet: Meet, tmp_path: Path) -> None:
        """What is no list and no samling file is refused in words."""
        samling = meet(4)
        for name, contents in {
            "empty.csv": b"",
            "zeros.csv": b"\0" * 100,
            "other.db": b"SQLite format 3\0" + b"\0" * 200,
            "words.csv": b"hello",
        }.items():
            (tmp_path / name).write_bytes(contents)
            said = samling("groups", "history", "import", str(tmp_path / name), code=4 if name == "other.db" else 3)
            assert name in said.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(samling: Samling, name: str) -> None:
    """Help says in a line what it does and how it is typed, in bokmål too."""
    out = samling("groups", name, "--help").out
    assert "xample" in out
    norwegian = samling("--lang", "nb", "groups", name, "--help").out
    assert norwegian != out
