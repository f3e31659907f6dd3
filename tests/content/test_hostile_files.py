"""Files that are not what they should be: each is refused in words, quickly, with line and column if there is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.content.faults import ContentFaults, Fault
from samling.content.places import shipped
from samling.content.programmes import load_programme

GOOD = 'title = "Dag"\n[[blocks]]\ntitle = "Start"\nkind = "talk"\n'


def only_fault(path: Path) -> Fault:
    """Return the one fault of the file."""
    with pytest.raises(ContentFaults) as caught:
        load_programme(path)
    (fault,) = caught.value.faults
    return fault


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a programme file that is still to be written."""
    return tmp_path / "dag.toml"


class TestNotAFile:
    def test_missing(self, file: Path) -> None:
        """A file that is not there is named."""
        assert only_fault(file).sentence() == f"{file}: there is no such file."

    def test_a_folder(self, tmp_path: Path) -> None:
        """A folder is not taken for a file."""
        assert only_fault(tmp_path).what() == "this is a folder, not a file"

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
    def test_a_pipe(self, file: Path) -> None:
        """A pipe, which would keep a reader waiting for ever, is not opened."""
        os.mkfifo(file)
        assert only_fault(file).what() == "this is not an ordinary file"

    @pytest.mark.parametrize("name", ["x" * 5000, "a\0b"], ids=["endless", "with a zero"])
    def test_an_impossible_name(self, tmp_path: Path, name: str) -> None:
        """A name that no file can have is refused like a missing file, not with a crash."""
        assert only_fault(tmp_path / name).line is None

    def test_a_loop_of_links(self, file: Path) -> None:
        """A link that leads to itself is refused."""
        try:
            file.symlink_to(file)
        except OSError:
            pytest.skip("this system does not let us make links")
        assert only_fault(file).what().startswith("the file cannot be read")


class TestBytes:
    def test_a_byte_order_mark_is_accepted(self, file: Path) -> None:
        """A file saved by Windows' Notepad, with mark and line ends of its own, is read like any other."""
        file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
        assert load_programme(file).title == "Dag"

    def test_line_numbers_with_windows_line_ends(self, file: Path) -> None:
        """Windows' line ends are counted once each."""
        file.write_bytes((GOOD + "minutes = 0\n").replace("\n", "\r\n").encode())
        assert only_fault(file).line == 5

    def test_windows_1252(self, file: Path) -> None:
        """Text in an old Windows encoding is named with line, byte and what to do."""
        file.write_bytes(b'title = "Dag"\n# M\xf8te\n')
        fault = only_fault(file)
        assert fault.line == 2
        assert fault.what() == "byte 18 of the file is 0xF8, which is not UTF-8; save the file as UTF-8"

    def test_utf_16(self, file: Path) -> None:
        """The first byte of UTF-16 gives it away."""
        file.write_bytes(GOOD.encode("utf-16"))
        assert only_fault(file).what().startswith("byte 1 of the file is 0xFF")

    def test_too_large(self, file: Path) -> None:
        """More than a megabyte is not read to its end."""
        file.write_bytes(b"#" * 1_000_001)
        assert only_fault(file).what() == "the file is larger than 1000000 bytes"

    def test_empty(self, file: Path) -> None:
        """An empty file lacks a title and blocks, and is told so."""
        file.write_bytes(b"")
        with pytest.raises(ContentFaults) as caught:
            load_programme(file)
        assert [(fault.line, fault.key) for fault in caught.value.faults] == [(1, "title"), (1, "blocks")]


class TestNotToml:
    @pytest.mark.parametrize(
        ("added", "place", "words"),
        [
            ('leader = "a', (5, 10), "has no closing quotation mark"),
            ("leader = 'a", (5, 10), "has no closing quotation mark"),
            ('leader = """a\nb\nc', (5, 10), "has no closing quotation mark"),
            ("leader = ola", (5, 10), "text must stand in quotation marks"),
            ("leader ola", (5, 8), "an equals sign is missing after the key"),
            ("minutes = 10 min", (5, 14), "something follows where the line should end"),
            ("fixed_start = 9:15", (5, 16), 'a clock time must stand in quotation marks, as in "09:15"'),
            ("fixed_start = 09:61:00", (5, 16), 'a clock time must stand in quotation marks, as in "09:15"'),
            ("day = 2026-02-30", (5, 7), "there is no such date or time"),
            ("kind = 'talk'", (5, 1), "this key is given twice, first in line 4"),
            ("a = { b = 1, b = 2 }", (5, 14), "this key is given twice, first in line 5"),
            ("[title]", (5, 7), "given twice"),
            ("[[blocks]", (5, 9), "the closing bracket of the heading is missing"),
            ("prompts = ['a'\n", (5, None), "a list is not closed: ] is missing"),
            ("links = { a = 1\n", (5, 16), "a table is not closed: } is missing"),
            ('leader = "C:\\kurs"', (5, 15), "a backslash in a text must be written twice"),
            ('leader = "\\u12"', (5, 13), "the number of a character after \\u is not complete"),
            ('leader = "\\ud800"', (5, 17), "not that of any character"),
            ('leader = "a\x07"', (5, 12), "the control character U+0007 stands here"),
            ("# a\x1b[2J", (5, 4), "the control character U+001B stands here"),
            ("øvelse = 1", (5, 1), "a key has letters a to z, digits, _ and -"),
        ],
    )
    def test_the_first_mistake_has_its_place(
        self, file: Path, added: str, place: tuple[int, int | None], words: str
    ) -> None:
        """What is not TOML is said in our words, at the line and column where a person would look."""
        file.write_text(GOOD + added, encoding="utf-8")
        fault = only_fault(file)
        assert words in fault.what()
        assert (fault.line, fault.column) == place

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("a = " + "[" * 100_000, "lie inside each other too deeply"),
            ("a = " + "{ b = " * 100_000, "lie inside each other too deeply"),
            ("a." * 400_000 + "a = 1", "more than 100 dots outside quotation marks"),
            ("a = " + "9" * 500_000, "too many digits"),
            ('a = "' + '\\"' * 400_000, "no closing quotation mark"),
            ('a = """' + "a'" * 400_000, "no closing quotation mark"),
            ("=" * 900_000, "this is not a key"),
        ],
        ids=["lists", "tables", "dots", "digits", "escapes", "quotes", "equals signs"],
    )
    def test_made_to_do_harm(self, file: Path, text: str, words: str) -> None:
        """Files made to exhaust stack, memory or patience are refused like any other."""
        file.write_text(text, encoding="utf-8")
        assert words in only_fault(file).what()

    @pytest.mark.parametrize(
        "text",
        ["[[blocks]]\n" * 90_000, "title = 'x'\nblocks = [" + "1," * 400_000 + "]", '[[blocks]]\nid = "a"\n' * 30_000],
        ids=["headings", "items", "ids"],
    )
    def test_masses_of_faults(self, file: Path, text: str) -> None:
        """A file that is wrong in a hundred thousand places is told so in at most two hundred and one."""
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ContentFaults) as caught:
            load_programme(file)
        assert 0 < len(caught.value.faults) <= 201


def _read(folder: Path, contents: bytes) -> tuple[Fault, ...]:
    path = folder / "any.toml"
    path.write_bytes(contents)
    try:
        load_programme(path)
    except ContentFaults as error:
        return error.faults
    return ()


SHIPPED = shipped("data", "programmes", "unn-samling-2.toml").read_text(encoding="utf-8")


@given(contents=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, contents: bytes) -> None:
    """Whatever a file holds, reading it ends in a programme or in faults, each with a sentence."""
    for fault in _read(tmp_path_factory.getbasetemp(), contents):
        assert fault.sentence()


@given(at=st.integers(0, len(SHIPPED)), length=st.integers(0, 40), put=st.text("[]{}=\"'\n#0a", max_size=3))
def test_a_spoilt_copy(tmp_path_factory: pytest.TempPathFactory, at: int, length: int, put: str) -> None:
    """However a copy of our file is spoilt, each fault has a line of the file and no placeholder left unfilled."""
    text = SHIPPED[:at] + put + SHIPPED[at + length :]
    for fault in _read(tmp_path_factory.getbasetemp(), text.encode()):
        assert fault.line is None or 1 <= fault.line <= text.count("\n") + 1
        assert fault.sentence()
