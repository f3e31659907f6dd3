"""From how far away a code is read, by simulated photographs: the rule is that it is seen from ten times its width."""

from __future__ import annotations

import numpy as np
import pytest

from readers import READERS, Picture, assert_read, cells_of, from_cells, from_png, photograph, zxing
from samling.codes.cells import drawn
from samling.codes.pattern import code
from samling.codes.pictures import png
from samling.domain.link import BACK_ROW, DENSE, MOST_ON_SCREEN

FRAMES = 10
"""What a camera shows a reader within half a second; a phone tries one after the other."""


def link(size: int) -> str:
    """A link of so many bytes."""
    return f"https://nettskjema.no/a/{'x1Yq' * 60}"[:size]


def on_paper(text: str) -> Picture:
    """The code as it is printed."""
    return from_png(png(code(text)))


def on_screen(text: str, columns: int, rows: int) -> Picture:
    """The code in the cells of a terminal whose font leaves a seam above each half block."""
    return from_cells(cells_of(drawn(code(text), columns, rows)), seam=1)


def assert_read_in_one(frames: list[Picture], text: str) -> None:
    """Every reader reads the text from a frame, and nothing else from any."""
    for read in READERS.values():
        found = [read(frame) for frame in frames]
        assert [text] in found
        assert all(each in ([], [text]) for each in found)


@pytest.mark.parametrize("side", [0, 20, 35])
@pytest.mark.parametrize("size", [(200, 60), (80, 24)], ids=["spaces", "half-blocks"])
def test_read_from_the_back_row(size: tuple[int, int], side: int) -> None:
    """A link of 42 bytes is read at ten times the code's width, by one reader in every frame, by each within a few."""
    text = link(BACK_ROW)
    frames = [photograph(on_screen(text, *size), 10, side=side, seed=seed) for seed in range(FRAMES)]
    assert [zxing(frame) for frame in frames] == [[text]] * FRAMES
    assert_read_in_one(frames, text)


@pytest.mark.parametrize("size", [DENSE, MOST_ON_SCREEN])
def test_no_longer_read_from_the_back_row(size: int) -> None:
    """A link over what is promised for the back row is not read from there in bad light: the warning is deserved."""
    text = link(size + 1 if size == DENSE else size)
    frames = [photograph(on_paper(text), 10, side=35, blur=1.3, seed=seed) for seed in range(FRAMES)]
    assert not any(zxing(frame) for frame in frames)


@pytest.mark.parametrize("size", [DENSE, MOST_ON_SCREEN])
def test_read_from_nearer(size: int) -> None:
    """The longest links that a screen takes are read by each from half the distance within a few frames."""
    text = link(size)
    assert_read_in_one([photograph(on_paper(text), 5, seed=seed) for seed in range(FRAMES)], text)


def test_read_with_a_spot() -> None:
    """A code is read with a spot over a fiftieth of it, a glare or a finger: that is what error correction is for."""
    text = link(BACK_ROW)
    picture = on_paper(text).copy()
    across = picture.shape[0]
    spot = slice(int(across * 0.55), int(across * 0.55) + int(across * 0.15))
    picture[spot, spot] = 128
    assert_read(picture, text)
    assert np.any(picture == 128)
