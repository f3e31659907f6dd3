"""Clock figures as large as a box allows, in half blocks: two pixels to a cell, one over the other.

The size follows from which kinds of characters there are, never from which digits: a clock does not jump when it ticks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from samling.tui.bitmaps import BITMAPS, CHARACTERS
from samling.tui.glyphs import Face, draw, same_parity

if TYPE_CHECKING:
    from samling.tui.glyphs import Rows

_HALF_BLOCKS = " ▀▄█"  # by upper pixel (1) and lower pixel (2)
_FIGURES = frozenset(CHARACTERS + " ")

_LEAST_DRAWN = 11
"""Pixels: figures lower than this are set by hand."""

_NARROWEST, _WIDEST = 0.5, 0.62
"""A digit's width as a share of its height. It gives way to the height where the box is narrow."""

_DOES_NOT_FIT = "…"
"""Stands for figures that do not fit even as plain text: a part of a figure is another figure."""


@dataclass(frozen=True, slots=True)
class HandSet:
    """One of the sizes set by hand: its height and the pixels between characters."""

    height: int
    gap: int


_HAND_SET = (HandSet(10, 2), HandSet(10, 1), HandSet(7, 1), HandSet(5, 1))


def is_drawable(text: str) -> bool:
    """Whether `text` is made of clock figures alone: digits, colon, plus, minus and space."""
    return bool(text) and _FIGURES.issuperset(text.replace("−", "-"))


@lru_cache(maxsize=64)
def render(text: str, width: int, height: int) -> tuple[str, ...]:
    """Return the rows of half blocks that show `text` in at most `width` x `height` cells.

    Figures in a box too small for drawing them are given as plain text, or as "…" where that is too wide. A text that
    holds more than figures is given as it is, as the one row.
    """
    if not is_drawable(text):
        return (text,)
    figures = text.replace("−", "-")
    size = _size(_pattern(figures), width, height * 2)
    if size is None:
        return (text,) if len(text) <= width else (_DOES_NOT_FIT,)
    gap = " " * size.gap
    parts = [_half_blocks(each, size) for each in figures]
    return tuple(gap.join(row) for row in zip(*parts, strict=True))


def _pattern(text: str) -> str:
    """The text with every digit the same: what its size may depend on."""
    return "".join("0" if each.isdigit() else each for each in text)


@lru_cache(maxsize=256)
def _size(pattern: str, width: int, height: int) -> Face | HandSet | None:
    """The largest size in which `pattern` fits `width` x `height` pixels."""
    for tall in range(height, _LEAST_DRAWN - 1, -1):
        if _length(pattern, _face(tall, _NARROWEST)) <= width:
            return _widened(pattern, tall, width)
    return next((each for each in _HAND_SET if each.height <= height and _length(pattern, each) <= width), None)


def _widened(pattern: str, tall: int, width: int) -> Face:
    """The widest face of one height in which `pattern` fits."""
    shares = (share / 100 for share in range(round(_WIDEST * 100), round(_NARROWEST * 100), -1))
    faces = (_face(tall, share) for share in shares)
    return next((face for face in faces if _length(pattern, face) <= width), _face(tall, _NARROWEST))


def _face(tall: int, share: float) -> Face:
    """The face of a height, with digits as wide as `share` of it. Narrow digits are a little lighter."""
    stroke = max(2, round(tall * min(0.165, share * 0.27)))
    return Face(same_parity(round(tall * share), stroke), tall, stroke)


def _char_width(character: str, size: Face | HandSet) -> int:
    if character == " ":
        return _char_width("0", size) // 2
    if isinstance(size, HandSet):
        return BITMAPS[size.height][character][0]
    if character == ":":
        return size.dot
    return size.sign_width if character in "+-" else size.width


def _length(text: str, size: Face | HandSet) -> int:
    return sum(_char_width(each, size) for each in text) + size.gap * (len(text) - 1)


def _rows(character: str, size: Face | HandSet) -> Rows:
    if character == " ":
        return (0,) * size.height
    return BITMAPS[size.height][character][1] if isinstance(size, HandSet) else draw(character, size)


@lru_cache(maxsize=512)
def _half_blocks(character: str, size: Face | HandSet) -> tuple[str, ...]:
    """One character: its pixel rows set two by two as half blocks."""
    rows, width = _rows(character, size), _char_width(character, size)
    even = (*rows, 0) if len(rows) % 2 else rows
    return tuple(
        "".join(_HALF_BLOCKS[(upper >> x & 1) + 2 * (lower >> x & 1)] for x in range(width))
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    )
