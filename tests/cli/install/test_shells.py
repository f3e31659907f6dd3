from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samling.cli.install import shells
from samling.cli.install.files import add_line, keep
from samling.domain.errors import Refused

if TYPE_CHECKING:
    from commands import Samling


@pytest.fixture
def home(samling: Samling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, the user's data in it."""
    for name in ("ZDOTDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "SHELL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr(shells, "_profile", lambda: tmp_path / "Documents" / "profile.ps1")
    return samling.path.parent


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


class TestInstalling:
    @pytest.mark.parametrize("shell", shells.SHELLS)
    def test_done_twice_is_done_once(self, samling: Samling, home: Path, shell: str) -> None:
        """For each shell the second time changes nothing, and says so."""
        first = samling("install", "completion", shell).out
        before = files(home)
        assert str(home) in first
        assert before
        assert "lready" in samling("install", "completion", shell).out
        assert files(home) == before

    @pytest.mark.parametrize("shell", shells.SHELLS)
    def test_only_shown(self, samling: Samling, home: Path, shell: str) -> None:
        """With --print nothing is written, and what would be is shown: the script, and the line where one is needed."""
        said = samling("install", "completion", shell, "--print")
        assert files(home) == {}
        assert "_SAMLING_COMPLETE" in said.out
        assert (shells.MARK in said.out) is (shell != "fish")

    def test_the_running_shell(self, samling: Samling, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a name it is the user's own shell; where that is none of the four, it asks which."""
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setenv("SHELL", "/usr/bin/fish")
        samling("install", "completion")
        assert list(files(home)) == [str(Path(".config", "fish", "completions", "samling.fish"))]
        monkeypatch.setenv("SHELL", "/bin/tcsh")
        assert "Name your shell" in samling("install", "completion", code=2).err

    @pytest.mark.skipif(shutil.which("bash") is None or os.name != "posix", reason="there is no bash here")
    def test_bash_takes_it(self, samling: Samling, home: Path) -> None:
        """Bash reads what was written without a word, and knows how to complete samling."""
        samling("install", "completion", "bash")
        asked = ["bash", "--norc", "-c", f". {home}/.bashrc && complete -p samling"]
        found = subprocess.run(asked, capture_output=True, text=True, check=True, env={"HOME": str(home)})
        assert "_samling_completion samling" in found.stdout
        assert not found.stderr

    def test_what_the_shell_is_told(self, samling: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """A word that is begun is completed by the commands there are, at the top and within a noun."""
        monkeypatch.setenv("_SAMLING_COMPLETE", "bash_complete")
        for words, count, found in (("samling agen", "1", {"agenda"}), ("samling agenda sta", "2", {"start"})):
            monkeypatch.setenv("COMP_WORDS", words)
            monkeypatch.setenv("COMP_CWORD", count)
            with pytest.raises(SystemExit) as ended:
                samling(db=False)
            assert ended.value.code == 0
            assert {line.partition(",")[2] for line in samling._capsys.readouterr().out.splitlines()} == found


class TestFiles:
    @pytest.mark.parametrize("before", [b"", b"export A=1\n", b"export A=1", b"caf\xe9 \xff\xfe\r\nlast\r\n"])
    def test_what_stood_there_stays(self, tmp_path: Path, before: bytes) -> None:
        """A line comes on a line of its own after every byte that stood there, whatever its encoding; and once."""
        file = tmp_path / ".bashrc"
        file.write_bytes(before)
        assert add_line(file, "load # mark", "# mark")
        after = file.read_bytes()
        assert after.startswith(before)
        assert after.splitlines()[-1] == b"load # mark"
        assert not add_line(file, "load it differently # mark", "# mark")
        assert file.read_bytes() == after

    @pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
    def test_a_link_and_a_mode_stay(self, tmp_path: Path) -> None:
        """A start-up file that is a link into a folder of settings stays one, and is no more open than it was."""
        kept = tmp_path / "settings"
        kept.write_text("a\n", encoding="utf-8")
        kept.chmod(0o600)
        link = tmp_path / ".zshrc"
        link.symlink_to(kept)
        assert add_line(link, "line", "line")
        assert link.is_symlink()
        assert kept.read_text(encoding="utf-8") == "a\nline\n"
        assert kept.stat().st_mode & 0o777 == 0o600

    def test_what_fails_leaves_the_old_one(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the new file cannot be put in place, the old one stands whole, nothing lies about, and it is told."""
        file = tmp_path / ".bashrc"
        file.write_bytes(b"old\n")

        def full(*_names: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", full)
        with pytest.raises(Refused, match="cannot be written"):
            keep(file, b"new\n")
        assert files(tmp_path) == {".bashrc": b"old\n"}
