from __future__ import annotations

from typing import TYPE_CHECKING

from samling.content.places import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling


class TestList:
    def test_says_what_there_is(self, samling: Samling) -> None:
        """Ours with their number of criteria, and where one's own go; no database is made."""
        said = samling("pitch", "form", "list").out
        assert said.splitlines()[0].split("  ") == ["standard", "Standard form, 6 criteria (our proposal)"]
        assert said.splitlines()[-1].startswith("Your own go in ")
        assert not samling.path.exists()

    def test_as_json(self, samling: Samling) -> None:
        """The same as an array."""
        rows = samling("pitch", "form", "list", "--json").json
        assert rows[1] == {"id": "short", "title": "Short form", "criteria": 3, "ours": True, "faults": []}

    def test_in_bokmaal(self, samling: Samling) -> None:
        """A form speaks the language of the command."""
        assert "Kort skjema, 3 kriterier (vårt forslag)" in samling("--lang", "nb", "pitch", "form", "list").out


class TestShow:
    def test_says_everything_of_a_form(self, samling: Samling) -> None:
        """Each criterion with weight, turn in a tie, question and the words of its scale, in 80 columns."""
        lines = samling("pitch", "form", "show", "standard").out.splitlines()
        assert "Measured result · 25 % · in a tie: no. 1" in lines
        assert "  Do measurements over time show that it became better?" in lines
        assert "  1 not tried · 2 tried once · 3 tried a few times · 4 tried and adjusted ·" in lines
        assert "  5 learned step by step" in lines
        assert max(map(len, lines)) <= 80

    def test_as_json(self, samling: Samling) -> None:
        """All of it, in the language of the command."""
        shown = samling("--lang", "nb", "pitch", "form", "show", "short", "--json").json
        assert (shown["id"], shown["title"], shown["lowest"], shown["highest"]) == ("short", "Kort skjema", 1, 5)
        assert shown["criteria"][2] == {
            "id": "result",
            "name": "Resultat",
            "question": "Viser målinger over tid at det har blitt bedre?",
            "weight": 40,
            "tie_rank": 1,
            "words": ["ingen målinger", "målt, ingen endring", "første tegn", "tydelig bedre", "målet er nådd"],
        }

    def test_an_unknown_form(self, samling: Samling) -> None:
        """An unknown id is refused with how to see them all."""
        assert "`samling pitch form list` shows them all." in samling("pitch", "form", "show", "xyzzy", code=1).err

    def test_hostile_words(self, samling: Samling, tmp_path: Path) -> None:
        """Turned text, markup and endless words in a file of one's own command nothing and break nothing."""
        file = tmp_path / "own.toml"
        criterion = f'[[criteria]]\nid = "a"\nname = "[red]\\u202ea"\nquestion = "{"x" * 999}"\nweight = 100\n'
        file.write_text(f'title = "T"\n{criterion}words = ["{"y" * 999}", "b"]\n', encoding="utf-8")
        said = samling("pitch", "form", "show", str(file)).out
        assert "[red]a · 100 %" in said
        assert all(each.isprintable() or each == "\n" for each in said)
        assert max(map(len, said.splitlines())) <= 80


class TestCheck:
    def test_good(self, samling: Samling) -> None:
        """A good file is said to be fine."""
        path = str(shipped("data", "scoring", "poster.toml"))
        assert samling("pitch", "form", "check", path).out == f"{path} is fine: Poster form, 6 criteria.\n"
        assert samling("pitch", "form", "check", path, "--json").json["id"] == "poster"

    def test_faults(self, samling: Samling, tmp_path: Path) -> None:
        """Every fault is told with its line and key, and the exit code is that of content."""
        file = tmp_path / "own.toml"
        file.write_text('title = ""\ncriteria = []\n', encoding="utf-8")
        said = samling("pitch", "form", "check", str(file), code=3).err.splitlines()
        assert said[0].endswith("cannot be used: 2 errors.")
        assert "line 2, criteria: there is no criterion. Allowed: 1 to 20 criteria" in said[2]
