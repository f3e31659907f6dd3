"""Clock figures as large as a box allows, in half blocks: two pixels to a cell, one over the other.

The size follows from which kinds of characters there are, never from which digits: a clock does not jump when it ticks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samling.tui.glyphs import Face, draw, same_parity

if TYPE_CHECKING:
    from samling.tui.glyphs import Rows

_HALF_BLOCKS = " ▀▄█"  # by upper pixel (1) and lower pixel (2)

_SMALLEST_DRAWN = 9
"""Pixels: a figure lower than this is set from the bitmaps."""

_BITMAPS: dict[str, tuple[str, ...]] = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "-": ("   ", "   ", "###", "   ", "   "),
    "+": ("   ", " # ", "###", " # ", "   "),
    " ": (" ",) * 5,
}
_BITMAP_HEIGHT = 5


def is_drawable(text: str) -> bool:
    """Whether `text` is made of clock figures alone: digits, colon, plus, minus and space."""
    return bool(text) and all(each in _BITMAPS for each in text.replace("−", "-"))


@lru_cache(maxsize=64)
def render(text: str, width: int, height: int) -> tuple[str, ...]:
    """Return the rows of half blocks that show `text` in at most `width` x `height` cells.

    A box too small for any figure, or a text that holds more than figures, gives the text itself as the one row.
    """
    text = text.replace("−", "-")
    if not is_drawable(text):
        return (text,)
    face = _face(_pattern(text), width, height * 2)
    if face is not None:
        return _half_blocks(_joined(text, face), _length(text, face))
    if _bitmap_length(text) <= width and height * 2 >= _BITMAP_HEIGHT:
        return _half_blocks(_bitmap(text), _bitmap_length(text))
    return (text,)


def _pattern(text: str) -> str:
    """The text with every digit the same: what its size may depend on."""
    return "".join("0" if each.isdigit() else each for each in text)


@lru_cache(maxsize=256)
def _face(pattern: str, width: int, height: int) -> Face | None:
    """The largest face in which `pattern` fits `width` x `height` pixels."""
    for tall in range(height, _SMALLEST_DRAWN - 1, -1):
        face = _proportioned(tall)
        if _length(pattern, face) <= width:
            return face
    return None


def _proportioned(height: int) -> Face:
    stroke = max(2, round(height * 0.17))
    return Face(same_parity(round(height * 0.6), stroke), height, stroke)


def _char_width(character: str, face: Face) -> int:
    if character == ":":
        return face.dot
    if character in "+-":
        return face.sign_width
    return face.width // 2 if character == " " else face.width


def _length(text: str, face: Face) -> int:
    return sum(_char_width(each, face) for each in text) + face.gap * (len(text) - 1)


@lru_cache(maxsize=512)
def _drawn(character: str, face: Face) -> Rows:
    return (0,) * face.height if character == " " else draw(character, face)


def _joined(text: str, face: Face) -> list[int]:
    rows, at = [0] * face.height, 0
    for character in text:
        for y, row in enumerate(_drawn(character, face)):
            rows[y] |= row << at
        at += _char_width(character, face) + face.gap
    return rows


def _bitmap_length(text: str) -> int:
    return sum(len(_BITMAPS[each][0]) for each in text) + len(text) - 1


def _bitmap(text: str) -> list[int]:
    lines = [" ".join(_BITMAPS[each][y] for each in text) for y in range(_BITMAP_HEIGHT)]
    return [sum(1 << x for x, mark in enumerate(line) if mark == "#") for line in lines]


def _half_blocks(rows: list[int], width: int) -> tuple[str, ...]:
    """Set pixel rows two by two as characters, `width` of them to a row."""
    even = [*rows, 0] if len(rows) % 2 else rows
    return tuple(
        "".join(_HALF_BLOCKS[(upper >> x & 1) + 2 * (lower >> x & 1)] for x in range(width))
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    )
