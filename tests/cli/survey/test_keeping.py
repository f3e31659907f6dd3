"""`samling survey add`, `list`, `show`, `edit`, `remove`, and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from readers import assert_read, from_pdf, from_png, from_svg

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling
    from readers import Picture

LINK = "https://nettskjema.no/a/48211?samling=2"


def half(picture: Picture) -> Picture:
    """Return every other row and column: no phone comes so near that it sees more."""
    return picture[::2, ::2].copy()


class TestKeeping:
    def test_what_is_kept(self, evaluated: Samling) -> None:
        """A survey is told as it was added, of the gathering in use, with what is to be said of its link."""
        found = evaluated("survey", "show", "--json").json
        assert (found["title"], found["link"], found["gathering"], found["date"], found["question_set"]) == (
            "Evaluering",
            LINK,
            1,
            "2026-09-16",
            "after-gathering",
        )
        assert found["findings"][0]["weight"] == "fine"
        assert found["tried_at"] is None

    def test_of_the_whole_network(self, evaluated: Samling) -> None:
        """One about the network stands beside it, and the gathering's own goes first."""
        evaluated("survey", "add", "--title", "Etterpå", "--url", "https://nettskjema.no/a/9", "--network")
        rows = evaluated("survey", "list", "--json").json
        assert [row["gathering"] for row in rows] == [1, None]
        assert evaluated("survey", "show", "--json").json["title"] == "Evaluering"

    def test_a_dense_link_is_told_of(self, samling: Samling) -> None:
        """Whoever adds a link that the back row cannot read is told so at once."""
        samling.day()
        said = samling("survey", "add", "--title", "E", "--url", "https://forms.office.com/?id=" + "x" * 80)
        assert "back row will not read" in said.out

    @pytest.mark.parametrize(
        "url",
        [
            "",
            " ",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "nettskjema.no/a",
            "https://a b.no",
            "https://a.no/\nx",
            "https://u:p@a.no",
            "https://a.no/" + "x" * 4000,
        ],
    )
    def test_bad_links(self, samling: Samling, url: str) -> None:
        """What is no link, or too long for any code, is refused in one sentence, and nothing is kept."""
        samling.day()
        said = samling("survey", "add", "--title", "E", "--url", url, code=2)
        assert len(said.err) < 400
        assert samling("survey", "list", "--json").json == []

    def test_bad_input(self, evaluated: Samling) -> None:
        """Unknown surveys, gatherings, questions and dates are refused, each by its kind."""
        evaluated("survey", "show", "9", code=1)
        evaluated("survey", "remove", "9", code=1)
        evaluated("survey", "edit", "1", code=2)
        evaluated("survey", "edit", "1", "--when", "2026-02-30", code=2)
        evaluated("survey", "edit", "1", "--param", "samling", code=2)
        evaluated("survey", "edit", "1", "--questions", "after-gatherings", code=1)
        evaluated("survey", "add", "--title", "E", "--url", LINK, "--gathering", "7", code=1)
        evaluated("survey", "add", "--title", "E", "--url", LINK, "--gathering", "1", "--network", code=2)

    def test_changing_and_undoing(self, evaluated: Samling) -> None:
        """What is changed can be taken back and brought forward; so can a survey that was removed."""
        evaluated("survey", "edit", "1", "--title", "Ny", "--no-param", "--when", "")
        found = evaluated("survey", "show", "--json").json
        assert (found["title"], found["parameters"], found["date"]) == ("Ny", {}, None)
        evaluated("survey", "undo")
        assert evaluated("survey", "show", "--json").json["link"] == LINK
        evaluated("survey", "remove", "1")
        evaluated("survey", "undo")
        evaluated("survey", "redo")
        assert evaluated("survey", "list", "--json").json == []

    def test_no_survey(self, samling: Samling) -> None:
        """Where there is none, it is said how to add one."""
        samling.day()
        assert "survey add" in samling("survey", "qr", code=1).err
        assert "survey add" in samling("survey", "list").out


class TestChecking:
    def test_ticked_off_and_remembered(self, evaluated: Samling) -> None:
        """A code that was tried is known with its time, until its link changes."""
        evaluated("survey", "check", "--done")
        assert evaluated("survey", "show", "--json").json["tried_at"] == "2026-09-16T15:00:00+02:00"
        evaluated("survey", "edit", "1", "--title", "Ny")
        assert evaluated("survey", "show", "--json").json["tried_at"] is not None
        evaluated("survey", "edit", "1", "--url", "https://nettskjema.no/a/7")
        assert evaluated("survey", "show", "--json").json["tried_at"] is None

    def test_again(self, evaluated: Samling) -> None:
        """It can be said that it has to be tried again."""
        evaluated("survey", "check", "--done")
        evaluated("survey", "check", "--again")
        assert evaluated("survey", "show", "--json").json["tried_at"] is None


class TestFiles:
    def test_pictures_are_read(self, evaluated: Samling, tmp_path: Path) -> None:
        """The code in each file leads to the survey, its parameters with it."""
        names = {form: tmp_path / f"code.{form}" for form in ("svg", "png", "pdf", "html")}
        options = [word for form, path in names.items() for word in (f"--{form}", str(path))]
        evaluated("survey", "qr", *options)
        assert_read(half(from_png(names["png"].read_bytes())), LINK)
        assert_read(from_svg(names["svg"].read_text(encoding="utf-8"), 600), LINK)
        assert_read(from_pdf(names["pdf"].read_bytes(), dpi=100)[0], LINK)
        assert "Evaluering" in names["html"].read_text(encoding="utf-8")

    def test_a_sheet_for_every_table(self, evaluated: Samling, tmp_path: Path) -> None:
        """So many copies are so many pages; cards fill a page."""
        evaluated("survey", "qr", "--pdf", str(tmp_path / "tables.pdf"), "--copies", "7")
        with pypdfium2.PdfDocument(tmp_path / "tables.pdf") as document:
            assert len(document) == 7
        evaluated("survey", "qr", "--html", str(tmp_path / "cards.html"), "--cards")
        assert (tmp_path / "cards.html").read_text(encoding="utf-8").count("<section>") == 8

    def test_every_team_has_its_own(self, evaluated: Samling, tmp_path: Path) -> None:
        """Where the link names the team, there is a card for each, with its name on it and in its link."""
        for name in ("Fjord & fjell", "Vidde"):
            evaluated("team", "add", name)
        evaluated("survey", "edit", "1", "--param", "team={team}")
        evaluated("survey", "qr", "--html", str(tmp_path / "teams.html"))
        page = (tmp_path / "teams.html").read_text(encoding="utf-8")
        assert page.count("<section>") == 2
        assert "Fjord &amp; fjell" in page
        assert "team=Fjord%20%26%20fjell" in page

    def test_a_file_that_is_there(self, evaluated: Samling, tmp_path: Path) -> None:
        """Nothing is written over a file without --force, and nothing of several files is written then."""
        there, other = tmp_path / "there.png", tmp_path / "other.svg"
        there.write_text("mine", encoding="utf-8")
        evaluated("survey", "qr", "--png", str(there), "--svg", str(other), code=1)
        assert there.read_text(encoding="utf-8") == "mine"
        assert not other.exists()
        evaluated("survey", "qr", "--png", str(there), "--force")
        assert_read(half(from_png(there.read_bytes())), LINK)

    def test_a_folder_that_is_not_there(self, evaluated: Samling, tmp_path: Path) -> None:
        """What cannot be written is told."""
        evaluated("survey", "qr", "--png", str(tmp_path / "no" / "code.png"), code=1)

    def test_cards_need_a_file(self, evaluated: Samling) -> None:
        """Cards are for paper."""
        evaluated("survey", "qr", "--cards", code=2)


class TestShowing:
    def test_a_survey_on_the_projector(self, evaluated: Samling) -> None:
        """It can be chosen, and then stays chosen."""
        evaluated("survey", "add", "--title", "Etterpå", "--url", "https://nettskjema.no/a/9", "--network")
        assert "Etterpå" in evaluated("survey", "screen", "2").out
        assert evaluated("survey", "show", "--json").json["id"] == 2

    def test_a_link_of_a_block(self, samling: Samling) -> None:
        """The links of a block are shown by their numbers; one that it has not is refused."""
        samling("network", "new", "Network")
        samling(
            "gathering",
            "new",
            "--programme",
            "unn-oppstart",
            "--date",
            "2026-09-16",
            "--start",
            "15:00",
            "--end",
            "16:00",
        )
        assert "https://unn.no/" in samling("screen", "link", "--block", "3").out
        samling("screen", "link", "--block", "3", "--number", "2", code=1)
        samling("screen", "link", code=2)
        samling("screen", "link", "ftp://a.no", code=2)

    def test_scenes_that_need_something(self, samling: Samling) -> None:
        """No scene is chosen that has nothing to show."""
        samling.day()
        for scene in ("survey", "link", "wireless"):
            samling("screen", "show", scene, code=1)

    def test_a_wireless_network(self, samling: Samling, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """The password is read and not told; it is gone from the file when something else is shown."""
        samling.day()
        monkeypatch.setattr("samling.cli.qr._password", lambda: "hemmelig-123")
        said = samling("screen", "wifi", "Gjest")
        assert "Gjest" in said.out
        assert "hemmelig" not in said.out + said.err
        assert "hemmelig" not in samling("log", "--json").out
        samling("screen", "show", "auto")
        assert not [each.name for each in tmp_path.iterdir() if each.is_file() and b"hemmelig-123" in each.read_bytes()]


class TestQuestions:
    def test_as_text(self, samling: Samling) -> None:
        """The text for the survey tool has every question and every choice, and nothing about what is measured."""
        said = samling("--lang", "nb", "survey", "questions", "show", "after-network", "--text", db=False).out
        assert "7. Hvor sannsynlig er det" in said
        assert "   Delingen med andre team" in said
        assert "nivå 1" not in said

    def test_a_sheet(self, evaluated: Samling, tmp_path: Path) -> None:
        """The sheet bears the code of a survey, and is not written over."""
        sheet = tmp_path / "sheet.pdf"
        evaluated("survey", "questions", "sheet", "after-gathering", "--pdf", str(sheet), "--survey", "1")
        assert_read(from_pdf(sheet.read_bytes())[0], LINK)
        evaluated("survey", "questions", "sheet", "after-gathering", "--pdf", str(sheet), code=1)
        evaluated("survey", "questions", "sheet", "after-gathering", code=2)

    def test_a_file_with_faults(self, samling: Samling, tmp_path: Path) -> None:
        """A file of one's own is checked, each fault with its line."""
        path = tmp_path / "mine.toml"
        path.write_text('title = "T"\n[[questions]]\nid = "a"\ntext = "A"\nsort = "scale"\n', encoding="utf-8")
        said = samling("survey", "questions", "check", str(path), code=3, db=False)
        assert "measures" in said.err
