"""Reading codes in tests, as phones do: readers that share no code, and pictures of what samling makes.

A picture is an array of rows of grey values, 0 black and 255 white. Readers get no help: no inverted colours, no
smaller copies of the picture.
"""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, cast

import cv2
import numpy as np
import pypdfium2
import resvg_py
import zxingcpp
from numpy.typing import NDArray

try:
    from pyzbar import pyzbar
except ImportError:  # its library is not on the machine
    pyzbar = None

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.segment import Segment

    from samling.codes.cells import Line

Picture = NDArray[np.uint8]

# --- Readers ---------------------------------------------------------------------------------------------------------


def zxing(picture: Picture) -> list[str]:
    """Return the texts that ZXing reads."""
    return [found.text for found in zxingcpp.read_barcodes(picture, try_invert=False, try_downscale=False)]


def opencv(picture: Picture) -> list[str]:
    """Return the text that OpenCV reads: its detector finds one."""
    text, *_where = cv2.QRCodeDetector().detectAndDecode(picture)
    return [text] if text else []


def zbar(picture: Picture) -> list[str]:
    """Return the texts that ZBar reads."""
    height, width = picture.shape
    found = pyzbar.decode((picture.tobytes(), width, height), [pyzbar.ZBarSymbol.QRCODE])
    return [each.data.decode() for each in found]


READERS: dict[str, Callable[[Picture], list[str]]] = {"zxing": zxing, "opencv": opencv}
if pyzbar is not None:
    READERS["zbar"] = zbar


def assert_read(picture: Picture, text: str) -> None:
    """Every reader on this machine reads this text from the picture and nothing else."""
    assert {name: read(picture) for name, read in READERS.items()} == {name: [text] for name in READERS}


def assert_nothing_read(picture: Picture) -> None:
    """No reader finds a code in the picture."""
    assert {name: read(picture) for name, read in READERS.items()} == {name: [] for name in READERS}


# --- Pictures --------------------------------------------------------------------------------------------------------


def from_png(contents: bytes) -> Picture:
    """Return what a PNG shows."""
    picture = cv2.imdecode(np.frombuffer(contents, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return cast("Picture", picture)


def from_svg(drawing: str, width: int | None = None) -> Picture:
    """Return what an SVG shows, `width` pixels wide. No font is loaded, so that every machine draws the same."""
    return from_png(bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=width, skip_system_fonts=True)))


def from_pdf(contents: bytes, dpi: float = 150) -> list[Picture]:
    """Return what each page of a PDF shows."""
    with pypdfium2.PdfDocument(contents) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_numpy().copy() for page in document]


Cell = tuple[str, str, str]
"""A character, its colour and that of the ground behind it, as hexadecimal digits: ("▀", "000000", "ffffff")."""


def from_cells(rows: Iterable[Sequence[Cell]], *, size: tuple[int, int] = (8, 16), seam: int = 0) -> Picture:
    """Return cells as a terminal paints them, `size` pixels each.

    Of the characters only the upper half block is painted, so that no font is needed; `seam` is how many rows of pixels
    the font leaves free above it.
    """
    width, height = size
    painted = []
    for row in rows:
        line = []
        for character, ink, ground in row:
            box = np.full((height, width), _grey(ground), np.uint8)
            if character == "▀":
                box[seam : height // 2] = _grey(ink)
            line.append(box)
        painted.append(np.hstack(line))
    return np.vstack(painted)


def from_segments(lines: Iterable[Iterable[Segment]]) -> Picture:
    """Return lines of a window as a terminal paints them."""
    return from_cells([(each, *_colours(segment)) for segment in line for each in segment.text] for line in lines)


def from_lines(lines: Iterable[Line]) -> Picture:
    """Return a drawn code as a terminal paints it."""
    return from_cells(cells_of(lines))


def cells_of(lines: Iterable[Line]) -> list[list[Cell]]:
    """Return the cells of a drawn code."""
    return [[(each, run.ink[1:], run.ground[1:]) for run in line for each in run.text] for line in lines]


def _colours(segment: Segment) -> tuple[str, str]:
    assert segment.style
    colours = (segment.style.color, segment.style.bgcolor)
    ink, ground = (each.get_truecolor().hex.removeprefix("#") if each else "808080" for each in colours)
    return ink, ground


def _grey(colour: str) -> int:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


# --- Photographs -----------------------------------------------------------------------------------------------------

FOCAL = 1507
"""Pixels of the focal length of a phone's preview: 1920 across 65 degrees."""
SHARPER = 4


def photograph(picture: Picture, times: float, *, side: float = 20, blur: float = 1.0, seed: int = 0) -> Picture:
    """Photograph a code (with its border, nothing around) from `times` its width away, `side` degrees to the side.

    A lit room leaves black at a quarter and white at four fifths; the lens spreads a point over `blur` pixels (standard
    deviation) and the sensor adds noise.
    """
    height, width = picture.shape
    scale = FOCAL / times
    corners = np.array([_projected(x, y, times, math.radians(side)) for y, x in product((-0.5, 0.5), repeat=2)])
    frame = round(scale * 1.6)
    corners = (corners + frame / 2 + 0.3) * SHARPER
    source = np.array([(0, 0), (width, 0), (0, height), (width, height)], np.float32)
    placed = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    large = cv2.warpPerspective(picture, placed, (frame * SHARPER,) * 2, flags=cv2.INTER_LINEAR, borderValue=(90,))
    seen = cv2.resize(large, (frame, frame), interpolation=cv2.INTER_AREA)
    lit = cv2.GaussianBlur(60 + seen.astype(np.float64) * 140 / 255, (0, 0), blur)
    noise = np.random.default_rng(seed).normal(0, 8, lit.shape)
    return cast("Picture", np.clip(lit + noise, 0, 255).astype(np.uint8))


def _projected(x: float, y: float, times: float, angle: float) -> tuple[float, float]:
    """Where a point of the code, in its widths from the middle, falls on the sensor."""
    away = times + x * math.sin(angle)
    return FOCAL * x * math.cos(angle) / away, FOCAL * y / away
