from __future__ import annotations

from xml.etree import ElementTree as ET

import numpy as np
import pytest

from readers import assert_read, from_png, from_svg
from samling.codes.pattern import code
from samling.codes.pictures import png, svg

TEXTS = ["https://nettskjema.no/a/48211", "https://xn--blbr-roah.no/%C3%A6%C3%B8%C3%A5?samling=2", "x" * 2000]


@pytest.mark.parametrize("text", TEXTS, ids=len)
class TestRead:
    def test_png(self, text: str) -> None:
        """A PNG is read."""
        assert_read(from_png(png(code(text))), text)

    def test_svg(self, text: str) -> None:
        """An SVG is read, drawn as large as a page."""
        assert_read(from_svg(svg(code(text)), width=8 * code(text).across), text)


def test_a_png_is_sharp() -> None:
    """Every module is the same whole number of pixels, black on white, and the whole is at least 600 pixels wide."""
    made = code(TEXTS[0])
    picture = from_png(png(made))
    size = picture.shape[0] // made.across
    assert picture.shape == (size * made.across,) * 2
    assert picture.shape[0] >= 600
    expected = np.kron(np.where(np.array(made.bordered()), 0, 255), np.ones((size, size)))
    assert np.array_equal(picture, expected)


def test_an_svg_has_its_own_ground() -> None:
    """The border is part of the drawing, white whatever it is laid on."""
    made = code(TEXTS[0])
    root = ET.fromstring(svg(made))  # noqa: S314 - our own
    assert root.get("viewBox") == f"0 0 {made.across} {made.across}"
    picture = from_svg(svg(made), width=10 * made.across)
    assert np.array_equal(picture[5::10, 5::10] == 0, np.array(made.bordered()))
    assert set(picture[:40].flat) == {255}


def test_the_same_each_time() -> None:
    """The same text gives the same bytes: nothing tells when it was made."""
    assert png(code(TEXTS[0])) == png(code(TEXTS[0]))
    assert svg(code(TEXTS[0])) == svg(code(TEXTS[0]))
