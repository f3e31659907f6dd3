from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samling.content.places import shipped
from samling.domain.room_plan import cells

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling

HALL = """\
name = "Storsalen"
name_en = "The great hall"
unit = "team"
kind = "pairs"
at_table = { usual = 2, least = 2, most = 3 }
front = "Lerret"
"""
TABLE = "[[tables]]\nseats = 12\n"


class TestList:
    def test_ours(self, samling: Samling) -> None:
        """The ten set-ups are listed with what sits there, without a database, and where ours and one's own lie."""
        told = samling("room", "list").out
        assert "two-and-two      Two and two teams · 2–3 teams at each table · 3 min to move" in told
        *rooms, ours, own = told.splitlines()
        assert len(rooms) == 10
        assert ours == f"Ours are in {shipped('layouts', 'rooms')}"
        assert own.startswith("Your own go in ")
        assert not samling.path.exists()

    def test_json(self, samling: Samling) -> None:
        """Programs get ids, both languages and figures; a room that grows has no number of tables."""
        rows = {row["id"]: row for row in samling("room", "list", "--json").json}
        assert len(rows) == 10
        row = rows["mixed-groups"]
        assert row["name"] == {"nb": "Blandede grupper", "en": "Mixed groups"}
        assert (row["unit"], row["kind"], row["tables"], row["minutes_to_move"]) == ("person", "mixed", None, 5)
        assert row["at_table"] == {"usual": 5, "least": 4, "most": 6}
        assert (row["ours"], row["faults"]) == (True, [])


class TestShow:
    def test_a_plan(self, samling: Samling) -> None:
        """Nine teams two and two: four tables, one with three teams and seats for them, drawn in two rows."""
        told = samling("room", "show", "two-and-two", "--teams", "9").out
        assert told.startswith("Two and two teams · 9 teams · 4 tables, 54 seats · 3 min to move\n")
        lines = told.splitlines()
        first = next(at for at, line in enumerate(lines) if "Table 1" in line)
        assert "Table 2" in lines[first]
        assert [line.split() for line in lines[first + 1 : first + 3]] == [
            ["│", "3", "teams", "│", "│", "2", "teams", "│"],
            ["│", "18", "seats", "│", "│", "12", "seats", "│"],
        ]
        assert "Table 3" in lines[first + 4]

    def test_json(self, samling: Samling) -> None:
        """Programs get every table with its seats, spot and share."""
        shown = samling("room", "show", "two-and-two", "--teams", "5", "--json").json
        assert (shown["units"], shown["seats"], shown["minutes_to_move"]) == (5, 30, 3)
        assert [
            (each["number"], each["units"], each["seats"], each["row"], each["column"]) for each in shown["tables"]
        ] == [
            (1, 3, 18, 1, 1),
            (2, 2, 12, 1, 2),
        ]

    @pytest.mark.parametrize(
        ("words", "units"),
        [
            (("two-and-two",), 12),
            (("mixed-groups",), 60),
            (("mixed-groups", "--teams", "7"), 35),
            (("two-and-two", "--people", "41"), 9),
            (("mixed-groups", "--teams", "7", "--people", "30"), 30),
        ],
    )
    def test_how_many(self, samling: Samling, words: tuple[str, ...], units: int) -> None:
        """The number not given is reckoned with five people a team; without any it is twelve teams."""
        assert samling("room", "show", *words, "--json").json["units"] == units

    @pytest.mark.parametrize("width", [30, 80, 200])
    @pytest.mark.parametrize("language", ["en", "nb"])
    def test_it_fits_the_terminal(
        self, samling: Samling, monkeypatch: pytest.MonkeyPatch, width: int, language: str
    ) -> None:
        """Every set-up, in both languages and at any width, keeps within the terminal."""
        monkeypatch.setenv("COLUMNS", str(width))
        for row in samling("room", "list", "--json").json:
            told = samling("--lang", language, "room", "show", row["id"], "--teams", "60").out
            assert max(cells(line) for line in told.splitlines()) <= width

    def test_a_file(self, samling: Samling, tmp_path: Path) -> None:
        """A room by its path shows the tables as they stand, and what it faces."""
        file = tmp_path / "sal.toml"
        file.write_text(HALL + TABLE * 3, encoding="utf-8")
        told = samling("room", "show", str(file)).out
        assert told.startswith("The great hall · 3 tables, 36 seats\n")
        assert "━ Lerret ━" in told
        assert "Table 3" in told
        assert "team" not in told

    def test_a_room_that_is_too_small(self, samling: Samling, tmp_path: Path) -> None:
        """Too few seats are refused with how many are missing and which rooms would do."""
        file = tmp_path / "sal.toml"
        file.write_text(HALL + TABLE * 3, encoding="utf-8")
        assert "free" in samling("room", "show", str(file), "--teams", "4").out
        err = samling("room", "show", str(file), "--teams", "11", code=1).err
        assert err == "Too few seats in sal: 8 missing. These would do: two-and-two, three-and-three, teams-rooms.\n"
        assert "4 missing" in samling("room", "show", str(file), "--teams", "6", "--people", "40", code=1).err

    @pytest.mark.parametrize("number", ["0", "-1", "501", "x", "1.5", "1" * 5000])
    def test_numbers_that_cannot_be(self, samling: Samling, number: str) -> None:
        """A number of teams that no day has is wrong usage."""
        samling("room", "show", "plenum", "--teams", number, code=2)

    def test_unknown_and_broken(self, samling: Samling, tmp_path: Path) -> None:
        """An unknown room is refused with the nearest; a broken file tells its faults."""
        assert "two-and-two" in samling("room", "show", "two-and-tow", code=1).err
        samling("room", "show", str(tmp_path / "none.toml"), code=3)

    def test_hostile_texts(self, samling: Samling, tmp_path: Path) -> None:
        """What a file names commands no terminal: markup stays text, and letters that turn the line are not written."""
        file = tmp_path / "sal.toml"
        file.write_text(
            'name = "[red]A\\u202eB"\nabout = "one\\ntwo\\tthree"\nunit = "team"\nat_table = { usual = 1 }\n'
            f"front = '[/]'\n{TABLE}name = '[bold]漢字\\u202e'\n".replace("'[bold]漢字\\u202e'", '"[bold]漢字\\u202e"'),
            encoding="utf-8",
        )
        told = samling("room", "show", str(file)).out
        assert "[red]A" in told
        assert "one two three" in told
        assert "[bold]漢字" in told
        assert "\u202e" not in told


class TestCheck:
    def test_every_fault_at_once(self, samling: Samling, tmp_path: Path) -> None:
        """A wrong file ends with 3 and a line for each fault; a right one is said to be fine."""
        file = tmp_path / "sal.toml"
        file.write_text(HALL.replace("2, least", "0, least") + "columns = 0\n", encoding="utf-8")
        err = samling("room", "check", str(file), code=3).err
        assert [line.split(", ")[1] for line in err.splitlines()[1:]] == ["line 5", "line 7"]
        file.write_text(HALL + TABLE * 3, encoding="utf-8")
        assert samling("room", "check", str(file)).out == f"{file} is fine: The great hall, 3 tables.\n"
        file.write_text(HALL, encoding="utf-8")
        assert "as many as are needed" in samling("room", "check", str(file)).out
