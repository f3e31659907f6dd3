"""Figures drawn from strokes and arcs with round ends, at any size, one bit per pixel.

A drawing is a tuple of rows, and a row is an int whose bit x is the pixel in column x. Every shape is filled row by row
from the exact edges of its outline, so that a figure costs a few operations per row however wide it is. A pixel is set
when its centre lies inside; edges on whole pixels give even strokes.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, ceil, cos, floor, hypot, sin, sqrt

Rows = tuple[int, ...]

_EDGE = 1e-6
"""Slack for centres that lie exactly on an edge, so that left and right round alike."""

_FULLNESS = 2.3
"""Exponent of the bowls' curve: 2 is a circle's, more is squarer."""


@dataclass(frozen=True, slots=True)
class Face:
    """The measures of one size: pixels across a digit, down a digit, and across a stroke."""

    width: int
    height: int
    stroke: int

    @property
    def sign_width(self) -> int:
        """Pixels across a plus or minus, of the stroke's parity so that the plus is symmetric."""
        return same_parity(round(self.width * 0.8), self.stroke)

    @property
    def dot(self) -> int:
        """Pixels across a dot of the colon."""
        return self.stroke + (self.stroke >= 4) + (self.stroke >= 10)

    @property
    def gap(self) -> int:
        """Pixels between two characters."""
        return max(1, round(self.stroke * 0.85))


def same_parity(value: int, other: int) -> int:
    """Return `value`, or one more, so that it is odd or even as `other` is."""
    return value + (value - other) % 2


# Shapes


def _span(left: float, right: float) -> int:
    """The pixels of one row whose centres lie from `left` to `right`."""
    first, last = max(0, ceil(left - 0.5 - _EDGE)), floor(right - 0.5 + _EDGE)
    return (1 << last + 1) - (1 << first) if last >= first else 0


def _box(height: int, x0: float, y0: float, x1: float, y1: float) -> Rows:
    span = _span(x0, x1)
    return tuple(span if y0 <= y + 0.5 <= y1 else 0 for y in range(height))


def _slab(height: int, x0: float, y0: float, x1: float, y1: float, rx: float, ry: float) -> Rows:
    """A filled box whose corners are rounded by `rx` across and `ry` down."""
    rows = []
    for y in range(height):
        depth = min(y + 0.5 - y0, y1 - y - 0.5)
        if depth < 0:
            rows.append(0)
            continue
        rise = max(0.0, 1 - depth / ry) if ry > 0 else 0.0
        inset = rx * (1 - (1 - rise**_FULLNESS) ** (1 / _FULLNESS))
        rows.append(_span(x0 + inset, x1 - inset))
    return tuple(rows)


def _ring(height: int, x0: float, y0: float, x1: float, y1: float, stroke: float) -> Rows:
    """The outline, `stroke` wide, of a box as round as it can be."""
    rx = (x1 - x0) / 2
    ry = min((y1 - y0) / 2, rx * 1.1)
    inner_rx, inner_ry = max(0.0, rx - stroke), max(0.0, ry - stroke)
    outer = _slab(height, x0, y0, x1, y1, rx, ry)
    inner = _slab(height, x0 + stroke, y0 + stroke, x1 - stroke, y1 - stroke, inner_rx, inner_ry)
    return _without(outer, inner)


def _stroke(height: int, x0: float, y0: float, x1: float, y1: float, width: float) -> Rows:
    """A straight stroke with round ends, from one end's centre to the other's."""
    radius = width / 2
    length = hypot(x1 - x0, y1 - y0)
    across = (radius * (y1 - y0) / length, radius * (x0 - x1) / length) if length else (0.0, 0.0)
    corners = [
        (x0 + across[0], y0 + across[1]),
        (x1 + across[0], y1 + across[1]),
        (x1 - across[0], y1 - across[1]),
        (x0 - across[0], y0 - across[1]),
    ]
    top, bottom = min(y0, y1) - radius, max(y0, y1) + radius
    rows = []
    for row in range(height):
        y = row + 0.5
        if not top <= y <= bottom:
            rows.append(0)
            continue
        edges = [*_disc_edges(x0, y0, radius, y), *_disc_edges(x1, y1, radius, y), *_crossings(corners, y)]
        rows.append(_span(min(edges), max(edges)) if edges else 0)
    return tuple(rows)


def _disc_edges(x: float, y: float, radius: float, at: float) -> tuple[float, ...]:
    reach = radius * radius - (at - y) ** 2
    return (x - sqrt(reach), x + sqrt(reach)) if reach >= 0 else ()


def _crossings(corners: list[tuple[float, float]], y: float) -> list[float]:
    """Where the outline of a convex polygon crosses height `y`."""
    return [
        ax + (bx - ax) * (y - ay) / (by - ay)
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True)
        if ay != by and min(ay, by) <= y <= max(ay, by)
    ]


def _together(*shapes: Rows) -> Rows:
    rows = []
    for parts in zip(*shapes, strict=True):
        row = 0
        for part in parts:
            row |= part
        rows.append(row)
    return tuple(rows)


def _without(shape: Rows, hole: Rows) -> Rows:
    return tuple(row & ~gone for row, gone in zip(shape, hole, strict=True))


def _within(shape: Rows, part: Rows) -> Rows:
    return tuple(row & kept for row, kept in zip(shape, part, strict=True))


def _turned(shape: Rows, width: int) -> Rows:
    """The drawing upside down and back to front (a 6 into a 9)."""
    return tuple(int(f"{row:0{width}b}"[::-1], 2) for row in reversed(shape))


# Figures: f is the face, r half a stroke


def _ends_at(place: float, f: Face) -> float:
    """The centre of a stroke's end near `place`, such that its edge lies on a whole pixel."""
    return round(place - f.stroke / 2) + f.stroke / 2


def _waist(f: Face) -> int:
    """The top of the middle stroke of 3 and 8, a trifle above the middle as the eye wants it."""
    return (f.height - f.stroke) // 2 - round(f.height * 0.012)


def _zero(f: Face) -> Rows:
    return _ring(f.height, 0, 0, f.width, f.height, f.stroke)


def _one(f: Face) -> Rows:
    r = f.stroke / 2
    stem = _ends_at(f.width * 0.60, f)
    tip = max(r, _ends_at(stem - f.width * 0.36, f)), _ends_at(r + f.height * 0.17, f)
    flag = _stroke(f.height, stem, r, *tip, f.stroke)
    return _together(_stroke(f.height, stem, r, stem, f.height - r, f.stroke), flag)


def _two(f: Face) -> Rows:
    r, bowl = f.stroke / 2, f.height * 0.58
    ring = _ring(f.height, 0, 0, f.width, bowl, f.stroke)
    cx, cy = f.width / 2, bowl / 2
    tx, ty = _tangent(cx, cy, cx - r, cy - r, r, f.height - r)
    terminal = _ends_at(f.height * 0.27, f)
    kept = _together(_box(f.height, 0, 0, f.width, terminal), _box(f.height, cx, 0, f.width, max(ty, terminal)))
    return _together(
        _within(ring, kept),
        _stroke(f.height, r, terminal, r, terminal, f.stroke),
        _stroke(f.height, tx, ty, r, f.height - r, f.stroke),
        _stroke(f.height, r, f.height - r, f.width - r, f.height - r, f.stroke),
    )


def _tangent(cx: float, cy: float, a: float, b: float, px: float, py: float) -> tuple[float, float]:
    """The point, to the right, where the line from (px, py) touches an ellipse."""
    ux, uy = (px - cx) / a, (py - cy) / b
    angle = atan2(uy, ux) - acos(min(1.0, 1 / hypot(ux, uy)))
    return cx + a * cos(angle), cy + b * sin(angle)


def _three(f: Face) -> Rows:
    r, terminal = f.stroke / 2, _ends_at(f.height * 0.25, f)
    middle = f.width * 0.5
    opening = _box(f.height, 0, terminal, middle, f.height - terminal)
    return _together(
        _without(_eight(f), opening),
        _stroke(f.height, r + _inset(f), terminal, r + _inset(f), terminal, f.stroke),
        _stroke(f.height, r, f.height - terminal, r, f.height - terminal, f.stroke),
        _stroke(f.height, f.width * 0.36, _waist(f) + r, middle, _waist(f) + r, f.stroke),
    )


def _four(f: Face) -> Rows:
    r = f.stroke / 2
    stem = f.width - f.stroke - max(0, round(f.width * 0.12) - 1) + r
    bar = _ends_at(f.height * 0.76, f)
    return _together(
        _stroke(f.height, stem, r, stem, f.height - r, f.stroke),
        _stroke(f.height, stem, r, r, bar, f.stroke),
        _stroke(f.height, r, bar, f.width - r, bar, f.stroke),
    )


def _five(f: Face) -> Rows:
    r, top = f.stroke / 2, round(f.height * 0.39)
    terminal = _ends_at(f.height * 0.74, f)
    left = r + round(f.width * 0.04)
    ring = _ring(f.height, 0, top, f.width, f.height, f.stroke)
    opening = _box(f.height, 0, top, f.width * 0.5, terminal)
    return _together(
        _without(ring, opening),
        _stroke(f.height, r, terminal, r, terminal, f.stroke),
        _stroke(f.height, left, top + r, f.width * 0.5, top + r, f.stroke),
        _stroke(f.height, left, r, left, top + r, f.stroke),
        _stroke(f.height, left, r, f.width - r - round(f.width * 0.04), r, f.stroke),
    )


def _six(f: Face) -> Rows:
    r, top, terminal = f.stroke / 2, round(f.height * 0.38), _ends_at(f.height * 0.26, f)
    opening = _box(f.height, f.width / 2, terminal, f.width, f.height)
    return _together(
        _without(_zero(f), opening),
        _ring(f.height, 0, top, f.width, f.height, f.stroke),
        _stroke(f.height, f.width - r, terminal, f.width - r, terminal, f.stroke),
    )


def _seven(f: Face) -> Rows:
    r = f.stroke / 2
    return _together(
        _stroke(f.height, r, r, f.width - r, r, f.stroke),
        _stroke(f.height, f.width - r, r, _ends_at(f.width * 0.36, f), f.height - r, f.stroke),
    )


def _inset(f: Face) -> int:
    """How much narrower, on each side, the upper bowl of 3 and 8 is."""
    return round(f.width * 0.035)


def _eight(f: Face) -> Rows:
    waist, inset = _waist(f), _inset(f)
    return _together(
        _ring(f.height, inset, 0, f.width - inset, waist + f.stroke, f.stroke),
        _ring(f.height, 0, waist, f.width, f.height, f.stroke),
    )


def _nine(f: Face) -> Rows:
    return _turned(_six(f), f.width)


def _colon(f: Face) -> Rows:
    r = f.dot / 2
    upper = round(f.height * 0.31 - r) + r
    dots = (_stroke(f.height, r, y, r, y, f.dot) for y in (upper, f.height - upper))
    return _together(*dots)


def _minus(f: Face) -> Rows:
    r, y = f.stroke / 2, (f.height - f.stroke) // 2 + f.stroke / 2
    return _stroke(f.height, r, y, f.sign_width - r, y, f.stroke)


def _plus(f: Face) -> Rows:
    r, x, y = f.stroke / 2, f.sign_width / 2, (f.height - f.stroke) // 2 + f.stroke / 2
    return _together(_minus(f), _stroke(f.height, x, y - x + r, x, y + x - r, f.stroke))


_FIGURES = {
    "0": _zero,
    "1": _one,
    "2": _two,
    "3": _three,
    "4": _four,
    "5": _five,
    "6": _six,
    "7": _seven,
    "8": _eight,
    "9": _nine,
    ":": _colon,
    "-": _minus,
    "+": _plus,
}


def draw(character: str, face: Face) -> Rows:
    """Draw a digit, a colon, a plus or a minus."""
    return _FIGURES[character](face)
