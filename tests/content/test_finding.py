"""Finding programmes: ours, the user's own, and files by path."""

from __future__ import annotations

import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest

from samling.content import places
from samling.content.faults import ContentFaults
from samling.content.programmes import check_programme, find_programme, list_programmes
from samling.domain.errors import ContentInvalid, Refused

GOOD = 'title = "Så er det mål"\n[[blocks]]\ntitle = "Første økt"\nkind = "talk"\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder for the user's own programmes."""
    folder = tmp_path / "programmes"
    folder.mkdir()
    return folder


class TestOwnFiles:
    def test_a_minimal_file_gets_ids(self, own: Path) -> None:
        """Ids that a file leaves out are made from its name and the titles, each different from the others."""
        (own / "Vår dag.toml").write_text(GOOD + GOOD.split("\n", 1)[1] + '[[blocks]]\ntitle="🎉"\nkind="break"\n')
        programme = find_programme("var-dag", own)
        assert programme.id == "var-dag"
        assert [block.id for block in programme.blocks] == ["forste-okt", "forste-okt-2", "block"]
        assert (programme.kind, programme.minutes, programme.is_proposal) == ("gathering", None, False)

    def test_a_made_id_avoids_a_stated_one(self, own: Path) -> None:
        """An id made from a title never takes one that another block states."""
        (own / "a.toml").write_text(GOOD + '[[blocks]]\nid = "forste-okt"\ntitle = "x"\nkind = "talk"\n')
        assert [block.id for block in find_programme("a", own).blocks] == ["forste-okt-2", "forste-okt"]

    def test_they_stand_after_ours(self, own: Path) -> None:
        """The user's own programmes come last in the list, by file name."""
        for name in ("b", "a"):
            (own / f"{name}.toml").write_text(GOOD)
        assert [(each.id, each.is_ours) for each in list_programmes(own)][-3:] == [
            ("unn-samling-4-forslag", True),
            ("a", False),
            ("b", False),
        ]

    def test_a_broken_one_hides_no_other(self, own: Path) -> None:
        """A broken file is listed with its faults, and the others are there as before."""
        (own / "a.toml").write_text("title = ")
        (own / "b.toml").write_text(GOOD)
        (own / "c.toml").mkdir()
        *_, broken, good, folder = list_programmes(own)
        assert (broken.id, broken.content, broken.faults[0].line) == ("a", None, 1)
        assert good.content is not None
        assert folder.faults[0].what() == "this is a folder, not a file"

    def test_a_broken_one_can_be_asked_for(self, own: Path) -> None:
        """Asking for a broken file by its name tells what is wrong with it, not that there is none."""
        (own / "a.toml").write_text("title = ")
        with pytest.raises(ContentFaults) as caught:
            find_programme("a", own)
        assert caught.value.faults[0].line == 1

    def test_an_id_of_ours_is_taken(self, own: Path) -> None:
        """A copy that keeps our id is listed as at fault, and the id still means ours."""
        (own / "copy.toml").write_text('id = "unn-samling-1"\n' + GOOD)
        listed = list_programmes(own)[-1]
        assert listed.id == "copy"
        assert 'the id "unn-samling-1" belongs to another programme' in listed.faults[0].what()
        assert find_programme("unn-samling-1", own).title == "Stopp og forstå"

    def test_checking_says_that_an_id_is_taken(self, own: Path, tmp_path: Path) -> None:
        """A copy of one of ours, its id not changed, is no programme in the own folder; anywhere else it is fine."""
        copy = places.shipped("data", "programmes", "unn-teams-2.toml").read_bytes()
        for folder in (own, tmp_path):
            (folder / "mine.toml").write_bytes(copy)
        assert check_programme(tmp_path / "mine.toml", own).id == "unn-teams-2"
        with pytest.raises(ContentFaults) as refused:
            check_programme(own / "mine.toml", own)
        assert [fault.key for fault in refused.value.faults] == ["id"]

    def test_no_folder_is_no_fault(self, tmp_path: Path) -> None:
        """Somebody without a folder of their own sees ours."""
        assert all(each.is_ours for each in list_programmes(tmp_path / "nothing"))

    def test_other_files_are_left_alone(self, own: Path) -> None:
        """What does not end in .toml is not a programme."""
        (own / "notes.txt").write_text("x")
        assert all(each.is_ours for each in list_programmes(own))


class TestFind:
    def test_by_path(self, own: Path) -> None:
        """A path to a file works like an id."""
        file = own / "dag.toml"
        file.write_text(GOOD)
        assert find_programme(str(file)).title == "Så er det mål"

    def test_by_a_path_from_home(self, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A path may begin at the user's home."""
        monkeypatch.setenv("HOME", str(own))
        monkeypatch.setenv("USERPROFILE", str(own))
        (own / "dag.toml").write_text(GOOD)
        assert find_programme("~/dag.toml").title == "Så er det mål"

    def test_a_missing_path(self, tmp_path: Path) -> None:
        """A path that leads nowhere is a fault of the content, with the path in it."""
        with pytest.raises(ContentFaults, match="there is no such file"):
            find_programme(str(tmp_path / "nothing.toml"))

    @pytest.mark.parametrize(
        ("id_", "words"),
        [
            ("unn-samlng-2", "Did you mean unn-samling-2?"),
            ("xyzzy", "`samling programme list` shows them all."),
            ("", "`samling programme list` shows them all."),
            (".." * 50, "shows them all"),
            pytest.param("x" * 100_000, "shows them all", id="endless"),
            ("a\x1bb\0", "U+001B"),
        ],
    )
    def test_an_unknown_id(self, own: Path, id_: str, words: str) -> None:
        """An unknown id is refused with the nearest one, or with how to see them."""
        with pytest.raises(Refused) as caught:
            find_programme(id_, own)
        assert words in str(caught.value)


class TestEveryKey:
    def test_a_file_that_uses_all_of_them(self, own: Path) -> None:
        """Every key that the format knows arrives in the programme."""
        (own / "full.toml").write_text(
            """
            id = "full"
            title = "T"
            source = "S"
            kind = "meeting"
            number = 3
            place = "Teams"
            minutes = 60
            proposal = true
            note = "N"
            [[blocks]]
            id = "b"
            title = " B "
            kind = "status"
            minutes = 20
            flexible = true
            min_minutes = 20
            may_drop = true
            may_halve = true
            protected = true
            fixed_start = "9:05"
            fixed_end = 00:30:00
            leader = "L"
            leader_is_ours = true
            content = "C\\nD"
            prompts = ["P"]
            materials = ["M"]
            prepares = [{ role = "R", what = "W" }]
            links = [{ title = "U", url = "http://u.no/" }]
            per_team = true
            signal_minutes = [10, 2, 0]
            warnings = ["X"]
            """
        )
        programme = find_programme("full", own)
        (block,) = programme.blocks
        assert (programme.source, programme.kind, programme.number, programme.place) == ("S", "meeting", 3, "Teams")
        assert (programme.minutes, programme.is_proposal, programme.note) == (60, True, "N")
        assert (block.title, block.kind.value, block.minutes, block.min_minutes) == ("B", "status", 20, 20)
        assert all((block.flexible, block.may_drop, block.may_halve, block.protected, block.per_team))
        assert (block.fixed_start, block.fixed_end) == (time(9, 5), time(0, 30))
        assert (block.leader, block.leader_is_ours, block.content) == ("L", True, "C\nD")
        assert (block.prompts, block.materials, block.warnings) == (("P",), ("M",), ("X",))
        assert (block.prepares[0].role, block.prepares[0].what) == ("R", "W")
        assert (block.links[0].title, block.links[0].url) == ("U", "http://u.no/")
        assert block.signal_minutes == (10, 2, 0)


class TestPlaces:
    def test_installed_content_comes_first(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An installed samling reads the content inside its own package, a checkout that beside src/."""
        package = tmp_path / "src" / "samling"
        (tmp_path / "data").mkdir()
        package.mkdir(parents=True)
        monkeypatch.setattr(places, "PACKAGE", package)
        assert places.shipped("data", "x") == tmp_path / "data" / "x"
        (package / "data").mkdir()
        assert places.shipped("data", "x") == package / "data" / "x"

    def test_missing_content_is_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A broken installation is told as one."""
        monkeypatch.setattr(places, "PACKAGE", tmp_path / "src" / "samling")
        with pytest.raises(ContentInvalid, match="Install samling again"):
            places.shipped("layouts")

    def test_importing_the_room_loads_no_pydantic(self) -> None:
        """The room can be imported by any command: pydantic and platformdirs wait until a file is read."""
        code = (
            "import sys, samling.content.programmes, samling.content.demo, samling.content.places;"
            "sys.exit(bool({'pydantic', 'platformdirs', 'textual'} & set(sys.modules)))"
        )
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
