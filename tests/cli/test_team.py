from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from workbooks import workbook, xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling

LIST: list[list[object]] = [
    ["Påmelding til Tørn"],
    [],
    ["Teamnavn", "Avdeling", "Teamleder", "Måleansvarlig", "Veileder", "Deltakere", "E-post", "Kaffe"],
    ["Fallskjermen", "Geriatri", "Terje Li", "Liv Moe", "Eva Dal", "Kari Vik\nPer Ås", "t@x.no", "ja"],
    [],
    ["Rett hjem", "Ortopedi", "Mona Bø", None, None, 3, None, None],
]
OTHER: list[list[object]] = [
    *LIST[:3],
    ["Fallskjermen", "Kirurgi", "Terje Li", None, None, "Siv Lie"],
    ["Natt", "Akutt", "Bo Bø"],
]


@pytest.fixture
def network(samling: Samling) -> Samling:
    """A file with a network."""
    samling("network", "new", "Tørn")
    return samling


def written(folder: Path, contents: bytes | str, name: str = "list.xlsx") -> str:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    return str(path)


def teams(samling: Samling) -> dict[str, Any]:
    """Return the teams by name, as `team list --json` has them."""
    return {team["name"]: team for team in samling("team", "list", "--json").json["teams"]}


class TestImport:
    def test_tells_what_it_understood(self, network: Samling, tmp_path: Path) -> None:
        """Columns, teams and people, what is left out and why, what is odd, what becomes of it, what to look at."""
        said = network("team", "import", written(tmp_path, xlsx(LIST))).out
        for part in (
            "A  Teamnavn: the team's name",
            "F  Deltakere: names of people in the team",
            "  Fallskjermen: Terje Li (team leader), Liv Moe (measurement lead), Kari Vik, Per Ås · coach: Eva Dal",
            "column G: “E-post”: samling does not keep that.",
            "column H: “Kaffe”: samling does not know what that is.",
            "row 6, column F: “3” is read as nobody.",
            "Teams: 2 new, 0 changed, 0 as before",
            "People: 6 new, 0 changed, 0 as before",
            "“Rett hjem” has no coach.",
            "Taken in.",
        ):
            assert part in said
        assert [person["name"] for person in teams(network)["Fallskjermen"]["people"]] == [
            "Terje Li", "Liv Moe", "Kari Vik", "Per Ås",
        ]  # fmt: skip

    def test_a_dry_run_changes_nothing(self, network: Samling, tmp_path: Path) -> None:
        """It tells the same, and keeps nothing: no team, no line in the log."""
        file = written(tmp_path, xlsx(LIST))
        dry = network("team", "import", file, "--dry-run").out
        assert "Nothing was changed: --dry-run." in dry
        assert teams(network) == {}
        network("team", "undo", code=1)
        assert network("team", "import", file).out.splitlines()[:-1] == dry.splitlines()[:-1]

    def test_again_updates_and_doubles_nobody(self, network: Samling, tmp_path: Path) -> None:
        """The same file changes nothing; another updates, and tells who is not in it and kept."""
        file = written(tmp_path, xlsx(LIST))
        network("team", "import", file)
        before = teams(network)
        assert "Nothing was changed: all of it was known." in network("team", "import", file).out
        assert teams(network) == before
        said = network("team", "import", written(tmp_path, xlsx(OTHER), "other.xlsx"))
        assert "Teams: 1 new, 1 changed, 0 as before" in said.out
        assert "Teams not in the file, and kept: Rett hjem" in said.out
        after = teams(network)
        assert list(after) == ["Fallskjermen", "Rett hjem", "Natt"]
        assert after["Fallskjermen"]["id"] == before["Fallskjermen"]["id"]
        assert (after["Fallskjermen"]["unit"], after["Fallskjermen"]["coaches"]) == ("Kirurgi", ["Eva Dal"])
        assert network("team", "undo").out == "Undone: Imported teams and people from other.xlsx\n"
        assert teams(network) == before

    def test_as_json(self, network: Samling, tmp_path: Path) -> None:
        """One object with columns, teams, people, what is left out, warnings, counts, and whether it was kept."""
        found = network("team", "import", written(tmp_path, xlsx(LIST)), "--dry-run", "--json").json
        assert found["columns"][0] == {"column": "A", "heading": "Teamnavn", "meaning": "team"}
        assert [team["name"] for team in found["teams"]] == ["Fallskjermen", "Rett hjem"]
        assert [person["roles"] for person in found["others"]] == [["coach"]]
        assert [each["column"] for each in found["left_out"]] == ["G", "H"]
        assert [(each["row"], each["column"]) for each in found["warnings"]] == [(6, "F")]
        assert found["counts"]["teams"]["new"] == ["Fallskjermen", "Rett hjem"]
        assert found["saved"] is False
        assert "“Rett hjem” has no coach." in found["advice"]

    def test_nothing_is_half_imported(self, network: Samling, tmp_path: Path) -> None:
        """With anything wrong, all that is wrong is told with row and column, and nothing is taken in."""
        file = written(tmp_path, "Team;Navn;Mål\nA;Kari;\n;Per;\n\n;Siv;\nB;7;\nC;Ann;" + "x" * 3000 + "\n", "l.csv")
        said = network("team", "import", file, code=3).err.splitlines()
        assert said == [
            f"{file} cannot be used: 3 errors.",
            "row 5: No team is named. Write it in column A.",
            "row 6, column B: This is a number, 7, where a name should be.",
            "row 7, column C: At most 2000 characters; this has 3000.",
        ]
        assert teams(network) == {}

    def test_very_many_problems(self, network: Samling, tmp_path: Path) -> None:
        """No more are told than can be read, and how many more there are."""
        file = written(tmp_path, "Team;Navn\n" + "A;7\n" * 100, "l.csv")
        said = network("team", "import", file, code=3).err.splitlines()
        assert (len(said), said[-1]) == (42, "and 60 more")

    def test_which_sheet(self, network: Samling, tmp_path: Path) -> None:
        """The first with headings, or the one that is named; the others are told of."""
        file = written(tmp_path, workbook({"Program": [["Dag 1", "09:00"]], "Team": LIST, "Gamle": OTHER}))
        said = network("team", "import", file, "--dry-run").out
        assert "Understood of the sheet “Team”:" in said
        assert "the sheet “Program”" in said
        assert "Natt" in network("team", "import", file, "--sheet", "gamle", "--json").out
        assert "There are: Program, Team, Gamle." in network("team", "import", file, "--sheet", "Ark9", code=2).err

    @pytest.mark.parametrize("contents", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"x" * 1000, b"\x00" * 50, b"[red]"])
    def test_what_is_no_list(self, network: Samling, tmp_path: Path, contents: bytes) -> None:
        """A file that is anything else is refused in a sentence."""
        network("team", "import", written(tmp_path, contents), code=3)

    def test_what_is_no_file(self, samling: Samling, tmp_path: Path) -> None:
        """Nor is a folder or a name of nothing; and without a network there is nowhere to take it in."""
        assert "It is a folder, not a file." in samling("team", "import", str(tmp_path), code=3).err
        assert "There is no such file." in samling("team", "import", str(tmp_path / "none.csv"), code=3).err
        samling("team", "import", written(tmp_path, xlsx(LIST)), code=1)

    def test_hostile_names(self, network: Samling, tmp_path: Path) -> None:
        """Escape sequences, markup and texts that turn the line round come out as plain text."""
        evil = "\x1b[31mRed\x07 [bold]team[/] \u202edren"
        network("team", "import", written(tmp_path, f"Team;Veileder;{evil}\n{evil};[link]Eva\n", "l.csv"))
        for words in (("team", "list"), ("team", "show", "[31"), ("person", "list"), ("team", "list", "--json")):
            said = network(*words).out
            assert not {"\x1b", "\x07", "\u202e"} & set(said)
        assert "[31mRed [bold]team[/] dren" in network("team", "show", "[31").out


class TestChanging:
    def test_add_and_edit(self, network: Samling) -> None:
        """Every text of a team can be given, changed and cleared."""
        network("team", "add", "Fjord", "--unit", "Geriatri", "--aim", "Ingen fall", "--coach", "Eva Dal; Ida Mo")
        network("team", "edit", "fjo", "--name", "Fjorden", "--unit", "", "--place", "Tromsø")
        team = teams(network)["Fjorden"]
        assert (team["unit"], team["place"], team["aim"]) == ("", "Tromsø", "Ingen fall")
        assert team["coaches"] == ["Eva Dal", "Ida Mo"]
        network("team", "add", "FJORDEN", code=1)
        network("team", "add", "", code=2)
        network("team", "edit", "fjorden", code=2)
        network("team", "edit", "nope", "--unit", "x", code=1)

    def test_remove_withdraw_and_return(self, network: Samling) -> None:
        """Each is told, and each is undone."""
        network("team", "add", "Fjord")
        assert network("team", "withdraw", "fjord").out == "The team “Fjord” has withdrawn\n"
        assert "Fjord (has withdrawn)" in network("team", "list").out
        network("team", "withdraw", "fjord", code=1)
        network("team", "return", "fjord")
        network("team", "remove", "fjord")
        assert teams(network) == {}
        assert network("team", "undo").out == "Undone: Removed the team “Fjord”\n"
        assert network("team", "redo").out == "Redone: Removed the team “Fjord”\n"

    def test_what_has_been_recorded_stays(self, samling: Samling) -> None:
        """A team that was here cannot be as if it had never been: it is refused, with what can be done."""
        samling.day()
        samling("team", "add", "Fjord")
        samling("roll", "here", "--team", "fjord")
        assert "samling team withdraw" in samling("team", "remove", "fjord", code=1).err
        assert list(teams(samling)) == ["Fjord"]

    def test_show(self, network: Samling) -> None:
        """Everything of a team, with what is worth a look."""
        network("team", "add", "Fjord", "--theme", "Fall", "--coach", "Eva Dal")
        network("person", "add", "Kari Vik", "--team", "fjord", "--role", "team-leader", "--profession", "lege")
        assert network("team", "show", "fj").out.splitlines() == [
            "Fjord",
            "  Theme: Fall",
            "  Coach: Eva Dal",
            "  Kari Vik · team leader · lege",
            "! “Fjord” has 1 person; 4 to 6 are advised.",
            "! “Fjord” has no measurement lead.",
        ]
        assert [each["kind"] for each in network("team", "show", "fj", "--json").json["warnings"]] == [
            "team-size", "no-measurement-lead",
        ]  # fmt: skip

    def test_an_empty_network(self, network: Samling) -> None:
        """Without teams it says how to begin."""
        assert "samling team import FILE" in network("team", "list").out


class TestExport:
    def test_there_and_back(self, network: Samling, tmp_path: Path) -> None:
        """What is exported is taken in as what it was, in another network too; an existing file is not overwritten."""
        network("team", "import", written(tmp_path, xlsx(LIST)))
        network("team", "add", "=cmd|' /C calc'!A0", "--aim", "-5 %; +1")
        target = str(tmp_path / "ut.csv")
        assert network("team", "export", target).out == f"3 teams written to {target}\n"
        assert b"'=cmd" in (tmp_path / "ut.csv").read_bytes()
        before = teams(network)
        assert "Nothing was changed: all of it was known." in network("team", "import", target).out
        network("team", "export", target, code=1)
        network("team", "export", target, "--force")
        network("team", "export", str(tmp_path / "no" / "such.csv"), code=1)
        network("network", "new", "Another")
        network("team", "import", target)

        def bare(team: dict[str, Any]) -> dict[str, Any]:
            people = [{**person, "id": None} for person in team["people"]]
            return {**team, "id": None, "people": people}

        assert [bare(team) for team in teams(network).values()] == [bare(team) for team in before.values()]
