from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from samling.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling

PEOPLE = """Deltakere i nettverket;;
Navn;Team;Yrke
Åse;A;lege
Kåre;A;sykepleier
"O'Hara, Ida";B;lege
Per;B;sykepleier
=cmd;C;lege
"Jo
Berg";C;sykepleier
"""


def written(folder: Path, content: object, name: str = "instance.json") -> str:
    """Write a file, as JSON unless it is text or bytes already, and return its path."""
    path = folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def infeasible(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401 - whatever it prints
    """Run a command that must find that there is no seating; return what it prints."""
    capsys.readouterr()
    assert run(arguments) == 1
    return json.loads(capsys.readouterr().out)


ASKED: dict[str, Any] = {
    "earlier_rounds": [[["a", "b"], ["c", "d"], ["e", "f"]]],
    "announced": [["a", "c"], ["b", "e"], ["d", "f"]],
    "absent": ["a"],
    "late": [],
    "table_min": 2,
    "table_max": 3,
}


class TestSolve:
    def test_answers_in_the_format(self, samling: Samling, tmp_path: Path) -> None:
        """The answer is one JSON object with what the format names, and no database is made."""
        file = written(tmp_path, {"n": 15, "rounds": 4, "sizes": [2, 2, 2, 2, 2, 2, 3], "attrs": {}})
        answer = samling("groups", "solve", file, "--json").json
        assert list(answer) == [
            "schedule", "repeats", "apart_violations", "balance_excess", "bounds", "proved_optimal", "seed",
            "iterations", "seconds",
        ]  # fmt: skip
        assert [[len(table) for table in tables] for tables in answer["schedule"]] == [[2, 2, 2, 2, 2, 2, 3]] * 4
        assert answer["bounds"] == {"repeats": 0, "apart_violations": 0, "balance_excess": 0}
        assert (answer["repeats"], answer["proved_optimal"], answer["seed"]) == (0, True, 0)
        assert not samling.path.exists()

    def test_the_same_seed_gives_the_same_draw(self, samling: Samling, tmp_path: Path) -> None:
        """A seed names a draw; another gives another."""
        file = written(
            tmp_path, {"n": 12, "sizes": [[4, 4, 4], [3, 3, 3, 3]], "attrs": {"a": [0, 1] * 6}, "apart": ["a"]}
        )
        one, again, other = (
            samling("groups", "solve", file, "--seed", seed, "--json").json["schedule"] for seed in ("1", "1", "2")
        )
        assert one == again != other

    def test_names_the_smallest_clash(
        self, samling: Samling, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Pins that contradict each other: only those, as JSON with exit code 1, or by name as sentences."""
        asked = {
            "people": list("abcdef"),
            "sizes": [3, 3],
            "together": [["a", "b"], [1, 2], [3, 4]],
            "forbid": [[0, 2]],
        }
        file = written(tmp_path, asked)
        assert infeasible(capsys, "groups", "solve", file, "--json") == {
            "infeasible": True,
            "conflict": [
                {"pin": "together", "people": [0, 1]},
                {"pin": "together", "people": [1, 2]},
                {"pin": "forbid", "people": [0, 2]},
            ],
        }
        said = samling("groups", "solve", file, code=1).err
        assert said.splitlines() == [
            "These 3 pins contradict each other: no seating keeps them all.",
            "a and b together",
            "b and c together",
            "a and c never together",
        ]

    def test_people_from_a_table(self, samling: Samling, tmp_path: Path) -> None:
        """A CSV file: headings in bokmål, names with commas, apostrophes, line breaks; team-mates sit apart."""
        file = written(tmp_path, PEOPLE.split("\n", 1)[1], "people.csv")
        answer = samling("groups", "solve", file, "--size", "3", "--rounds", "2", "--json").json
        assert {name for table in answer["schedule"][0] for name in table} == {
            "Åse", "Kåre", "O'Hara, Ida", "Per", "=cmd", "Jo Berg",
        }  # fmt: skip
        assert answer["apart_violations"] == 0
        windows = PEOPLE.split("\n", 1)[1].encode("cp1252")
        assert samling("groups", "solve", written(tmp_path, windows, "w.csv"), "--tables", "2", "--json").json

    def test_a_list_of_names_needs_no_heading(self, samling: Samling, tmp_path: Path) -> None:
        """One name a line is enough; an odd number two and two makes one table of three."""
        answer = samling(
            "groups", "solve", written(tmp_path, "a\nb\n\nc\nd\ne\n", "n.csv"), "--size", "2", "--json"
        ).json
        assert sorted(map(len, answer["schedule"][0])) == [2, 3]

    def test_says_no_more_than_is_proved(self, samling: Samling, tmp_path: Path) -> None:
        """Perfect, proved, or neither: each in its own words."""
        perfect = written(tmp_path, {"n": 6, "rounds": 5, "sizes": [2, 2, 2]})
        assert "No repeats: cannot be better." in samling("groups", "solve", perfect).out
        forced = written(tmp_path, {"n": 5, "rounds": 2, "sizes": [2, 3]})
        assert "1 repeat; proved that it cannot be fewer." in samling("groups", "solve", forced).out

    @pytest.mark.parametrize(
        ("content", "name", "said"),
        [
            ("", "a.json", ["The file is empty."]),
            ("{", "a.json", ["It is not JSON: line 1, column 2"]),
            ("[" * 100_000, "a.json", ["It is not JSON"]),
            ('{"n": 1, "n": 2}', "a.json", ["the key 'n' stands twice"]),
            ('{"n": NaN}', "a.json", ["NaN is not a number"]),
            ("[]", "a.json", ["must hold one JSON object"]),
            ({}, "a.json", ["neither n (how many people) nor people"]),
            ({"n": True}, "a.json", ["n must be a whole number from 1 to 1000, not True"]),
            ({"n": 0, "sizes": []}, "a.json", ["n must be a whole number"]),
            ({"n": 10**30, "sizes": [1]}, "a.json", ["n must be a whole number"]),
            ({"n": 4}, "a.json", ["sizes is missing"]),
            ({"n": 4, "sizes": [2, 1]}, "a.json", ["Round 1 has 3 seats for 4 people: 1 are missing."]),
            ({"n": 4, "sizes": [[2, 2]], "rounds": 2}, "a.json", ["sizes has 1 lists for 2 rounds"]),
            ({"n": 2, "sizes": [2], "attrs": {"a": [1]}, "apart": ["b"]}, "a.json", ["attrs.'a'", "apart names 'b'"]),
            ({"n": 2, "sizes": [2], "history": {"0-1": 1, "0,1": -1}}, "a.json", ["history: '0-1'", "0,1 must"]),
            ({"n": 2, "sizes": [2], "together": [[0, 0], [0, 9], 3]}, "a.json", ["same person", "person 9", "3 is"]),
            ({"people": ["a", "a"], "sizes": [2]}, "a.json", ["'a' stands more than once"]),
            (b"PK\x03\x04 and the rest", "a.csv", ["The spreadsheet is damaged"]),
            (b"name\n\x00\n", "a.csv", ["It is neither a spreadsheet nor a text file."]),
            ("name;team\na;1\n;2\nA ;1\n", "a.csv", ["Row 3 has no name", "Rows 2 and 4 are the same person"]),
            ("name\n", "a.csv", ["There is nobody in the file"]),
            ("x;y\n1;2\n", "a.csv", ["has a heading for the names"]),
            ("name\n" + "a\n" * 100_000, "a.csv", ["more than 5000 rows"]),
            ('name;team\n"a;b\n', "a.csv", ["never closed"]),
        ],
    )  # fmt: skip
    def test_refuses_a_hostile_file(
        self, samling: Samling, tmp_path: Path, content: object, name: str, said: list[str]
    ) -> None:
        """Every problem of a file is named, with exit code 3 and nothing on standard output."""
        told = samling("groups", "solve", written(tmp_path, content, name), "--size", "2", "--json", code=3).err if (
            name == "a.csv"
        ) else samling("groups", "solve", written(tmp_path, content, name), "--json", code=3).err  # fmt: skip
        for each in said:
            assert each in told

    def test_wrong_usage(self, samling: Samling, tmp_path: Path) -> None:
        """Both --tables and --size, neither for a table of people, no such file."""
        people = written(tmp_path, "a\nb\n", "n.csv")
        assert "not both" in samling("groups", "solve", people, "--size", "2", "--tables", "1", code=2).err
        assert "--tables N or --size N" in samling("groups", "solve", people, code=2).err
        samling("groups", "solve", people, "--size", "0", code=2)
        samling("groups", "solve", str(tmp_path / "none.csv"), "--size", "2", code=3)
        samling("groups", "solve", str(tmp_path), "--size", "2", code=3)

    def test_a_misspelt_key_is_told(self, samling: Samling, tmp_path: Path) -> None:
        """A key that means nothing is left out, aloud."""
        said = samling("groups", "solve", written(tmp_path, {"n": 2, "sizes": [2], "forbidden": [[0, 1]]}), "--json")
        assert "'forbidden' means nothing here" in said.err
        assert said.json["repeats"] == 0


class TestRepairInstance:
    def test_answers_in_the_format(self, samling: Samling, tmp_path: Path) -> None:
        """The announced tables in their order; too few for three tables, so the one that lost a team closes."""
        said = samling("groups", "repair-instance", written(tmp_path, ASKED), "--json")
        assert said.json == {"schedule": [[], ["b", "e", "c"], ["d", "f"]], "moves": 1, "repeats": 0}

    def test_somebody_new_takes_the_free_chair(self, samling: Samling, tmp_path: Path) -> None:
        """Who was not announced is seated anew, and that is no move."""
        said = samling("groups", "repair-instance", written(tmp_path, ASKED | {"late": ["x"]}))
        assert "x goes to table 1" in said.out
        assert "0 people move, 0 pairs have met before: it cannot be done with less." in said.out

    def test_too_few_seats(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """More people than seats: infeasible."""
        file = written(tmp_path, ASKED | {"late": ["x", "y", "z"], "absent": [], "table_max": 2})
        assert infeasible(capsys, "groups", "repair-instance", file, "--json") == {"infeasible": True, "conflict": []}

    def test_refuses_a_hostile_file(self, samling: Samling, tmp_path: Path) -> None:
        """Every problem is named at once."""
        asked = {"announced": [["a", "a"], [None]], "absent": ["b"], "late": ["b"], "table_min": 3, "table_max": 2}
        told = samling("groups", "repair-instance", written(tmp_path, asked), "--json", code=3).err
        for each in ("'a' sits in two places", "None is neither", "'b' is both absent and late", "table_min is 3"):
            assert each in told
        assert "announced is missing" in samling("groups", "repair-instance", written(tmp_path, {}), code=3).err
