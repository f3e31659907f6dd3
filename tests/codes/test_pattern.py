from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers import READERS, assert_read, opencv, zxing
from samling.codes.pattern import BORDER, Code, capacity, code, screen_code
from samling.domain.errors import Refused, WrongUsage
from samling.domain.link import BACK_ROW, DENSE, MOST_IN_A_CODE, MOST_ON_SCREEN

# Bytes that a code holds in byte mode, by version and error correction: ISO/IEC 18004, table 7.
M = {1: 14, 2: 26, 3: 42, 4: 62, 5: 84, 10: 213, 40: 2331}
Q = {1: 11, 2: 20, 3: 32, 4: 46}
H = {1: 7}


def picture(made: Code) -> np.ndarray:
    """The code with its border, four pixels a module."""
    return np.kron(np.where(np.array(made.bordered()), 0, 255), np.ones((4, 4))).astype(np.uint8)


def letters(size: int) -> str:
    """A text of so many bytes that only byte mode holds."""
    return ("aB!" * size)[:size]


@pytest.mark.parametrize(("version", "size"), M.items())
def test_the_smallest_that_holds_it(version: int, size: int) -> None:
    """A text that fills a version in correction M gets that version, and a byte more the next one."""
    made = code(letters(size))
    assert (made.version, made.correction, len(made.modules)) == (version, "M", 17 + 4 * version)
    if version < 40:
        assert code(letters(size + 1)).version == version + 1


def test_capacity() -> None:
    """What a version holds in correction M is what the standard says; what is no version holds nothing."""
    assert {version: capacity(version) for version in M} == M
    assert [capacity(version) for version in (-1, 0, 41)] == [0, 0, 0]


@pytest.mark.parametrize(("version", "size"), Q.items())
def test_more_correction_where_it_is_free(version: int, size: int) -> None:
    """Correction is raised to Q as long as the version stays the same, and not a byte longer."""
    made, longer = code(letters(size)), code(letters(size + 1))
    assert (made.version, made.correction) == (version, "Q")
    assert (longer.version, longer.correction) == (version, "M")


def test_most_correction_for_a_short_text() -> None:
    """A text that leaves half its code empty gets correction H, and a byte more gets Q."""
    assert [code(letters(size)).correction for size in (H[1], H[1] + 1)] == ["H", "Q"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60))
def test_whatever_is_written_is_read(text: str) -> None:
    """Any text comes out as it went in."""
    assert zxing(picture(code(text))) == [text]


def test_letters_outside_ascii() -> None:
    """A network's name with æøå is read by readers that take a text for UTF-8, as phones do; ZBar guesses otherwise."""
    text = "WIFI:T:nopass;S:Blåbærøya;;"
    assert (zxing(picture(code(text))), opencv(picture(code(text)))) == ([text], [text])


def test_the_border() -> None:
    """There are four light modules on every side."""
    rows = code("https://x.no").bordered()
    edges = [*rows[:BORDER], *rows[-BORDER:], *(row[:BORDER] for row in rows), *(row[-BORDER:] for row in rows)]
    assert BORDER == 4
    assert not any(any(edge) for edge in edges)


def test_too_long_for_any_code() -> None:
    """What no code holds is refused in words, and so is nothing at all."""
    for text in (letters(MOST_IN_A_CODE + 1), "1" * 10_000, ""):
        with pytest.raises(WrongUsage):
            code(text)


def test_too_long_for_a_screen() -> None:
    """A screen takes 213 bytes, version 10; one more is refused there, counted in bytes and not in letters."""
    assert screen_code(letters(MOST_ON_SCREEN)).version == 10
    for text in (letters(MOST_ON_SCREEN + 1), "å" * 107):
        with pytest.raises(Refused, match="214 bytes"):
            screen_code(text)


def test_the_promises_are_those_of_the_versions() -> None:
    """The limits that links are judged by are what the versions hold that were measured."""
    assert [M[version] for version in (3, 5, 10, 40)] == [BACK_ROW, DENSE, MOST_ON_SCREEN, MOST_IN_A_CODE]


@pytest.mark.skipif("zbar" not in READERS, reason="the zbar library is not on this machine")
def test_zbar_reads_too() -> None:
    """Where ZBar is on the machine it takes part in every reading of these tests."""
    assert_read(picture(code("https://nettskjema.no/a/1")), "https://nettskjema.no/a/1")
