"""`samling survey import`, `answer` and `results`: from a survey tool's file to figures."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from exports import REPLIES, SHAPES, USEFUL, as_csv, forms, nettskjema
from workbooks import xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """What Microsoft Forms exports."""
    path = tmp_path / "forms.xlsx"
    path.write_bytes(xlsx(forms().rows))
    return path


class TestImport:
    @pytest.mark.parametrize("shape", SHAPES)
    @pytest.mark.parametrize("form", ["xlsx", "csv", "latin", "utf-16"])
    def test_every_tool_in_every_file(self, evaluated: Samling, tmp_path: Path, shape: str, form: str) -> None:
        """Spreadsheets and text in any encoding of each tool are taken in, and add nothing when they come again."""
        sheet, path = SHAPES[shape](), tmp_path / f"answers.{form}"
        contents = {
            "xlsx": lambda: xlsx(sheet.rows),
            "csv": lambda: as_csv(sheet),
            "latin": lambda: as_csv(sheet, ";", "cp1252"),
            "utf-16": lambda: as_csv(sheet, "\t", "utf-16"),
        }
        path.write_bytes(contents[form]())
        first = evaluated("survey", "import", str(path), "--json").json
        assert (first["answers"], first["new"], first["agreed"], first["saved"]) == (6, 6, 4, True)
        again = evaluated("survey", "import", str(path), "--json").json
        assert (again["new"], again["known"], again["saved"]) == (0, 6, False)
        assert evaluated("survey", "results", "--json").json["answers"] == 6

    def test_dry_run(self, evaluated: Samling, export: Path) -> None:
        """Looking changes nothing, and tells what would be dropped."""
        said = evaluated("survey", "import", str(export), "--dry-run").out
        assert "“Email”: says who answered" in said
        assert "“Name”: says who answered" in said
        evaluated("survey", "results", code=1)

    def test_nobody_is_in_the_file(self, evaluated: Samling, export: Path) -> None:
        """No name and no address of an export is in the database, nor in its log."""
        evaluated("survey", "import", str(export))
        contents = b"".join(each.read_bytes() for each in evaluated.path.parent.glob("samling.db*"))
        assert b"Kari Nes" not in contents
        assert b"fjordhelse.no" not in contents

    def test_other_questions(self, evaluated: Samling, tmp_path: Path) -> None:
        """An export with other questions is refused, unless it is to be taken as it is."""
        path = tmp_path / "other.csv"
        path.write_text("Hva spiste du?;Smakte det?\nSuppe;Ja\nBrød;Nei\n", encoding="utf-8")
        assert "--questions none" in evaluated("survey", "import", str(path), code=3).err
        assert evaluated("survey", "import", str(path), "--questions", "none", "--json").json["new"] == 2

    @pytest.mark.parametrize(
        "contents",
        [b"", b"\n\n", b"\x00\x01\x02", b"PK\x03\x04 broken", b"%PDF-1.7", b"Navn;E-post\nKari;k@a.no\n", b"ID\n1\n"],
    )
    def test_nothing_to_read(self, evaluated: Samling, tmp_path: Path, contents: bytes) -> None:
        """Empty, damaged and foreign files, and those without a question, are refused with the reason."""
        path = tmp_path / "bad.csv"
        path.write_bytes(contents)
        evaluated("survey", "import", str(path), code=3)

    def test_fifty_thousand_rows(self, evaluated: Samling, tmp_path: Path) -> None:
        """A file that no network can have made is refused with its limit."""
        path = tmp_path / "many.csv"
        path.write_text(f"{USEFUL}\n" + "5\n" * 50_000, encoding="utf-8")
        assert "5000 rows" in evaluated("survey", "import", str(path), code=3).err

    def test_undo(self, evaluated: Samling, export: Path) -> None:
        """An import is taken back as one, and brought forward again."""
        evaluated("survey", "import", str(export))
        evaluated("survey", "undo", "--answers")
        evaluated("survey", "results", code=1)
        evaluated("survey", "redo", "--answers")
        assert evaluated("survey", "results", "--json").json["answers"] == 6

    def test_without_a_set(self, samling: Samling, tmp_path: Path) -> None:
        """A survey whose questions nobody named is read by those that agree best."""
        samling.day()
        samling("survey", "add", "--title", "E", "--url", "https://nettskjema.no/a/1")
        path = tmp_path / "nettskjema.csv"
        path.write_bytes(as_csv(nettskjema()))
        assert samling("survey", "import", str(path), "--json").json["question_set"] == "after-gathering"


class TestResults:
    def test_figures(self, evaluated: Samling, export: Path) -> None:
        """Mean, median and spread are those of the six answers 5 4 5 2 4 3."""
        evaluated("survey", "import", str(export))
        found = evaluated("survey", "results", "--json").json
        useful = found["questions"][0]
        assert [each["count"] for each in useful["shares"]] == [0, 1, 1, 2, 2]
        assert (useful["mean"], useful["median"]) == (3.8333, 4.0)
        assert found["rate"] is None

    def test_the_answer_rate(self, evaluated: Samling, export: Path) -> None:
        """Six of the eight people who were ticked off is 75 %."""
        evaluated("team", "add", "Fjord")
        names = ["Ada", "Bo", "Cato", "Dag", "Eli", "Frida", "Gro", "Hans"]
        for name in names:
            evaluated("person", "add", name, "--team", "Fjord")
        evaluated("roll", "here", *names)
        evaluated("survey", "import", str(export))
        assert evaluated("survey", "results", "--json").json["rate"] == 0.75
        assert "6 answers from the 8 who were there (75 %)" in evaluated("survey", "results").out

    def test_in_the_day_report(self, evaluated: Samling, export: Path) -> None:
        """The report of the day tells how many answered, and the mean of each question."""
        evaluated("survey", "import", str(export))
        evaluated("agenda", "start")
        found = evaluated("gathering", "report", "--format", "json").json["survey"]
        assert found[0]["answers"] == len(REPLIES)
        assert found[0]["means"][0]["mean"] == 3.83

    def test_few_answers(self, evaluated: Samling, tmp_path: Path) -> None:
        """Of four answers nothing is told but their number, in words and as JSON."""
        path = tmp_path / "few.csv"
        path.write_bytes(as_csv(forms(REPLIES[:4])))
        evaluated("survey", "import", str(path))
        said = evaluated("survey", "results").out
        assert "nothing is broken down" in said
        assert "Pauser" not in said
        assert all(
            not each["shares"] and not each["texts"]
            for each in evaluated("survey", "results", "--json").json["questions"]
        )

    def test_compared_with_before(self, evaluated: Samling, export: Path, tmp_path: Path) -> None:
        """The next gathering's means stand beside those of this one."""
        evaluated("survey", "import", str(export))
        evaluated("gathering", "new", "--title", "To", "--date", "2026-11-04", "--start", "09:00", "--end", "13:00")
        evaluated(
            "survey", "add", "--title", "Ny", "--url", "https://nettskjema.no/a/2", "--questions", "after-gathering"
        )
        better = tmp_path / "better.csv"
        better.write_bytes(as_csv(nettskjema([(5, "Passe", 9, "")] * 5)))
        evaluated("survey", "import", str(better))
        said = evaluated("survey", "results").out
        assert "gathering 1: mean 3.83 (+1.17 now)" in said

    def test_groups(self, evaluated: Samling, tmp_path: Path) -> None:
        """Groups are told one by one, those under five not at all."""
        path = tmp_path / "groups.csv"
        path.write_bytes(as_csv(forms([(5, "Passe", 9, "")] * 6 + [(1, "For raskt", 2, "")] * 2)))
        evaluated("survey", "import", str(path))
        found = evaluated("survey", "results", "--by", "2", "--json").json["groups"]
        groups = {each["group"]: each["answers"] for each in found}
        assert groups == {"About right": None, "Too fast": None}
        evaluated("survey", "results", "--by", "4", code=2)
        evaluated("survey", "results", "--by", "0", code=2)

    def test_hostile_texts(self, evaluated: Samling, tmp_path: Path) -> None:
        """What somebody wrote commands no terminal and is no markup."""
        path = tmp_path / "hostile.csv"
        path.write_bytes(as_csv(forms([(5, "Passe", 9, "\x1b[2J[red]fare[/red]\u202e")] * 5)))
        evaluated("survey", "import", str(path))
        said = evaluated("survey", "results").out
        assert "[red]fare[/red]" in said
        assert "\x1b[2J" not in said
        assert "\u202e" not in said

    def test_a_survey_with_answers_is_not_removed(self, evaluated: Samling, export: Path) -> None:
        """First the answers, then the survey."""
        evaluated("survey", "import", str(export))
        assert "survey forget 1" in evaluated("survey", "remove", "1", code=1).err
        evaluated("survey", "forget", "1")
        evaluated("survey", "forget", "1", code=1)
        evaluated("survey", "remove", "1")


class TestPaper:
    def type_in(self, samling: Samling, monkeypatch: pytest.MonkeyPatch, text: str, *, code: int = 0) -> str:
        """Type lines in; return what was said."""
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        said = samling("survey", "answer", code=code)
        return said.out + said.err

    def test_a_line_is_an_answer(self, evaluated: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """Keys with ; between: steps, letters, figures, words; nothing is no answer."""
        line = "5;4;;3;2;b;10;Mer tid;Mindre\n"
        assert "5 answers" in self.type_in(evaluated, monkeypatch, line * 5)
        found = evaluated("survey", "results", "--json").json["questions"]
        assert [each["answered"] for each in found] == [5, 5, 0, 5, 5, 5, 5, 5, 5]
        assert found[6]["mean"] == 10
        assert found[5]["shares"][1] == {"label": "About right", "count": 5}

    @pytest.mark.parametrize("line", ["9", "5;4;3;3;2;d", ";;;;;;11", "x", ";;;;;;;;;;;;1", ";;"])
    def test_what_no_key_means(self, evaluated: Samling, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
        """A line with anything wrong in it is told with its number, and none of the lines is kept."""
        assert "Line 2" in self.type_in(evaluated, monkeypatch, f"5\n{line}\n", code=2)
        evaluated("survey", "results", code=1)

    def test_at_the_keyboard(self, evaluated: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """Keys answer one question after another, also where they come all at once; an arrow is none of them."""
        terminal = io.StringIO()
        monkeypatch.setattr(terminal, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", terminal)
        keys = iter(["54", "\x1b[A", "321bt", "Mer\r\r", "\r", "5", "\x7f", "\x1b"])
        monkeypatch.setattr("click.getchar", lambda: next(keys))
        assert "1 answer was kept" in evaluated("survey", "answer").out
        monkeypatch.undo()
        contents = evaluated.path.read_bytes() + b"".join(
            each.read_bytes() for each in evaluated.path.parent.glob("*-wal")
        )
        assert b'{"1": 5, "2": 4, "3": 3, "4": 2, "5": 1, "6": ["About right"], "7": 10, "8": "Mer"}' in contents

    def test_beside_an_import(self, evaluated: Samling, export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Paper and file come together under the same questions."""
        evaluated("survey", "import", str(export))
        self.type_in(evaluated, monkeypatch, "5;;;;;b\n")
        found = evaluated("survey", "results", "--json").json
        assert found["answers"] == 7
        assert found["questions"][0]["answered"] == 7

    def test_unknown_questions(self, samling: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without questions nothing can be typed in, and it is said how to name them."""
        samling.day()
        samling("survey", "add", "--title", "E", "--url", "https://nettskjema.no/a/1")
        assert "--questions" in self.type_in(samling, monkeypatch, "5\n", code=1)
