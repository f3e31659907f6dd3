from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from samling.domain.scoring.methods import METHODS

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling

GOOD: dict[str, Any] = {
    "teams": ["Fjord", "Vidde", "Sund", "Ute"],
    "eligible_teams": ["Fjord", "Vidde", "Sund"],
    "judges": ["Ada", "Liv", "Per"],
    "scores": {"Ada": {"Fjord": 4, "Vidde": 3.5}, "Liv": {"Fjord": 5, "Sund": 3}, "Per": {"Vidde": 4, "Fjord": None}},
}

HEAD = b'{"teams": ["A"], "judges": ["x"], "scores": {"x": {"A": '


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A good matrix."""
    path = tmp_path / "matrix.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    return path


class TestScore:
    def test_json(self, samling: Samling, file: Path) -> None:
        """One object: values as exact fractions, ranks, and who is not ranked; no database is made."""
        found = samling("pitch", "score", str(file), "--method", "plain_mean", "--json").json
        assert found["values"] == {"Fjord": "9/2", "Vidde": "15/4"}
        assert found["ranks"] == {"Fjord": 1, "Vidde": 2, "Sund": None, "Ute": None}
        assert found["unranked"] == ["Sund"]
        assert not samling.path.exists()

    def test_the_rules_own_choice(self, samling: Samling, file: Path) -> None:
        """Without --method: the fair mean where cells are missing."""
        assert samling("pitch", "score", str(file), "--json").json["method"] == "fair_mean"

    @pytest.mark.parametrize("method", METHODS)
    def test_every_method(self, samling: Samling, file: Path, method: str) -> None:
        """Each method answers under its own name; a trimmed mean says that it does not apply here."""
        found = samling("pitch", "score", str(file), "--method", method, "--json").json
        assert (found["method"], found["applied"]) == (method, method != "trimmed")

    def test_in_words(self, samling: Samling, file: Path) -> None:
        """Ranks and values in a table, the others with the reason, and how it was worked out."""
        assert samling("pitch", "score", str(file), "--method", "trimmed").out.splitlines() == [
            "  1  Fjord     4.50",
            "  2  Vidde     3.75",
            "  –  Sund   not ranked: fewer than two sheets",
            "  –  Ute    out of the field",
            "",
            "By: plain mean.",
            "No trimmed mean: some team has fewer than four sheets.",
        ]

    def test_in_bokmaal(self, samling: Samling, file: Path) -> None:
        """The same in bokmål, with decimal commas."""
        said = samling("--lang", "nb", "pitch", "score", str(file)).out
        assert "  1  Fjord     4,50" in said
        assert "Metode: rettferdig gjennomsnitt." in said

    def test_nothing_is_the_machines_number(self, samling: Samling, tmp_path: Path) -> None:
        """What is written in decimals is taken as written: 0.1 + 0.2 is 0.3."""
        path = tmp_path / "m.json"
        path.write_text(
            '{"teams": ["A", "B"], "judges": ["x", "y"],'
            ' "scores": {"x": {"A": 0.1, "B": 0.3}, "y": {"A": 0.2, "B": 0}}}'
        )
        found = samling("pitch", "score", str(path), "--json").json
        assert found["values"] == {"A": "3/20", "B": "3/20"}
        assert found["ranks"] == {"A": 1, "B": 1}


class TestBadInput:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            pytest.param(b"", "The file is empty.", id="empty"),
            pytest.param(b"\xff\xfe", "It is not JSON", id="a mark alone"),
            pytest.param(b"PK\x03\x04", "It is a spreadsheet.", id="spreadsheet"),
            pytest.param(b"a\0b", "It is neither a spreadsheet nor a text file.", id="binary"),
            pytest.param(b"{", "It is not JSON: line 1, column 2", id="cut off"),
            pytest.param(b"[" * 100_000, "It is not JSON", id="deep lists"),
            pytest.param(b'{"a":' * 100_000, "It is not JSON", id="deep objects"),
            pytest.param(b"[]", "must hold one JSON object", id="a list"),
            pytest.param(b'{"teams": ["A"], "teams": ["B"]}', "the key 'teams' stands twice", id="a key twice"),
            pytest.param(HEAD + b"NaN}}}", "NaN is not a number", id="NaN"),
            pytest.param(HEAD + b"-Infinity}}}", "-Infinity is not a number", id="infinity"),
            pytest.param(HEAD + b"1e99999999999999999999}}}", "is not a number", id="an endless exponent"),
            pytest.param(HEAD + b"1e400}}}", "a score is a number of at most", id="too large"),
            pytest.param(HEAD + b"9" * 9000 + b"}}}", "a score is a number of at most", id="too many digits"),
            pytest.param(HEAD + b"true}}}", "or null, not True.", id="true"),
            pytest.param(HEAD + b'"4"}}}', "or null, not '4'.", id="text"),
            pytest.param(HEAD.replace(b'"A"', b'"\xe5"', 1) + b"4}}}", "'A' is not one of the teams", id="not UTF-8"),
        ],
    )
    def test_is_refused_in_words(self, samling: Samling, tmp_path: Path, content: bytes, said: str) -> None:
        """Whatever the file holds, it is refused as content, in words."""
        path = tmp_path / "m.json"
        path.write_bytes(content)
        assert said in samling("pitch", "score", str(path), "--json", code=3).err

    def test_no_such_file(self, samling: Samling, tmp_path: Path) -> None:
        """A file that is not there is named, and so is a method that there is not."""
        assert "no such file" in samling("pitch", "score", str(tmp_path / "no.json"), code=3).err
        samling("pitch", "score", str(tmp_path / "no.json"), "--method", "median", code=2)

    def test_a_misspelt_key_is_told(self, samling: Samling, file: Path) -> None:
        """A key that means nothing is warned of on the error stream."""
        file.write_text(json.dumps(GOOD | {"eligble": []}), encoding="utf-8")
        said = samling("pitch", "score", str(file), "--json")
        assert "The key 'eligble' means nothing here" in said.err
        assert said.json["ranks"]

    def test_hostile_names(self, samling: Samling, tmp_path: Path) -> None:
        """Names that hold escape sequences are shown as what they are."""
        path = tmp_path / "m.json"
        path.write_text(json.dumps({"teams": ["\x1b[31mA"], "judges": ["x"], "scores": {"x": {"\x1b[31mA": 1}}}))
        assert "\x1b" not in samling("pitch", "score", str(path)).out

    def test_the_largest(self, samling: Samling, tmp_path: Path) -> None:
        """As many teams and judges as are taken, many cells missing, long numbers: an answer, not a hang."""
        teams, judges = [f"t{each}" for each in range(500)], [f"j{each}" for each in range(100)]
        scores = {
            judge: {team: 10**29 + at * 7 + where for where, team in enumerate(teams) if (at * where) % 3}
            for at, judge in enumerate(judges)
        }
        path = tmp_path / "m.json"
        path.write_text(json.dumps({"teams": teams, "judges": judges, "scores": scores}))
        assert len(samling("pitch", "score", str(path), "--json").json["values"]) > 300
