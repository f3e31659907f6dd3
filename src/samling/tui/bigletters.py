"""Words in letters several rows high, drawn with a round pen in quarter blocks.

A cell of a terminal is twice as high as it is wide. Lengths here are counted in units that are one cell wide and half
a cell high, so that they are square; a drawing has two bits to a unit across and one down. Strokes that run along the
grid are laid on it, so that small letters stay crisp.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, floor, pi, sin, sqrt
from typing import TYPE_CHECKING

from samling.tui.letters import letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.tui.letters import Letter

Rows = tuple[int, ...]
Point = tuple[float, float]

CAPITAL, SMALL, BASE, TAIL = 0.0, 2.0, 7.0, 9.0
LEAST_CAP = 7
"""Units of a capital's height below which letters cannot be told apart."""

_WORTH_A_LINE = 0.78
"""A setting with a line less is taken when its letters are at least this share of the larger ones."""

_ROUNDNESS = 2.35
_BENDS = 8
_BOWL_CORNERS = 24
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"


@dataclass(frozen=True, slots=True)
class Type:
    """The measures of one size, in units. `cap` is a capital's height."""

    cap: int

    @property
    def across(self) -> int:
        """Thickness of a stroke that runs across: an e has three of them, with air between."""
        return max(1, min(round(self.cap * 0.15), (self.cap - self.drop - 2) // 3))

    @property
    def down(self) -> float:
        """Thickness of a stroke that runs down, in whole halves."""
        return max(1.0, round(self.cap * 0.17 * 2) / 2)

    @property
    def drop(self) -> int:
        """From the top of a capital to that of a small letter; tails are as long."""
        return round(self.cap * 2 / 7)

    @property
    def gap(self) -> float:
        """Between two letters."""
        return max(1.0, round(self.cap * 0.14 * 2) / 2)

    @property
    def pitch(self) -> int:
        """From one line to the next: whole cells."""
        return round(self.cap * 1.45 / 2) * 2

    @property
    def between(self) -> int:
        """Added between two paragraphs: whole cells."""
        return ceil(self.cap * 0.5 / 2) * 2

    @property
    def above(self) -> int:
        """Room over the capitals for what stands on them."""
        return ceil(self.cap * 2.6 / 7) + 1

    @property
    def height(self) -> int:
        """Of a line with capitals and tails."""
        return self.cap + self.drop

    def width(self, drawn: Letter) -> float:
        """Of a letter with its strokes."""
        return round((drawn.width * self.cap / 7 * 0.95 + self.down) * 2) / 2

    def x(self, at: float) -> float:
        """Where a place across lies."""
        return at * self.cap / 7 * 0.95 + self.down / 2

    def y(self, at: float) -> float:
        """Where a place down lies; the lines that letters stand on are whole units."""
        half, unit = self.across / 2, self.cap / 7
        lines = (
            (CAPITAL, half),
            (SMALL, self.drop + half),
            (BASE, self.cap - half),
            (TAIL, self.cap + self.drop - half),
        )
        if at < CAPITAL:
            return half + at * unit
        for (above, top), (below, bottom) in pairwise(lines):
            if at <= below:
                return top + (at - above) / (below - above) * (bottom - top)
        return lines[-1][1] + (at - TAIL) * unit


# drawing one letter


@lru_cache(maxsize=4096)
def draw(character: str, cap: int) -> tuple[Rows, float]:
    """Return a character's rows, from `above` over the capitals down to the tails, and how wide it is."""
    kind, drawn = Type(cap), letter(character)
    assert drawn is not None, "only texts that can be drawn are"
    canvas = [0] * (kind.above + kind.height + 2)
    for start, end in _lines(drawn, kind):
        _ink(canvas, kind, start, end)
    return tuple(canvas), kind.width(drawn)


def _lines(drawn: Letter, kind: Type) -> Iterator[tuple[Point, Point]]:
    """The straight lines of a letter, in units, those along the grid laid on it."""
    pen = (0.0, 0.0)
    for name, numbers in drawn.moves:
        if name == "M":
            pen = (numbers[0], numbers[1])
            continue
        corners = list(_corners(name, numbers, pen))
        placed = [(kind.x(x), kind.y(y)) for x, y in corners]
        if name in "LP":
            placed = _on_grid(placed, kind)
        yield from pairwise(placed)
        pen = corners[-1]


def _corners(name: str, numbers: Sequence[float], pen: Point) -> Iterator[Point]:
    if name == "L":
        yield from (pen, (numbers[0], numbers[1]))
    elif name == "P":
        yield from ((numbers[0], numbers[1]),) * 2
    elif name == "Q":
        (cx, cy, x, y), (px, py) = numbers, pen
        for step in range(_BENDS + 1):
            t = step / _BENDS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            yield a * px + b * cx + c * x, a * py + b * cy + c * y
    else:
        x, y, rx, ry = numbers
        for step in range(_BOWL_CORNERS + 1):
            angle = 2 * pi * step / _BOWL_CORNERS
            yield x + rx * _rounded(cos(angle)), y + ry * _rounded(sin(angle))


def _rounded(value: float) -> float:
    """Squarer than a circle, as the bowls of a typeface are."""
    return float(abs(value) ** (2 / _ROUNDNESS) * (1 if value > 0 else -1))


def _on_grid(line: list[Point], kind: Type) -> list[Point]:
    (x0, y0), (x1, y1) = line
    if y0 == y1:
        y0 = y1 = round(y0 - kind.across / 2) + kind.across / 2
    if x0 == x1:
        x0 = x1 = round((x0 - kind.down / 2) * 2) / 2 + kind.down / 2
    return [(x0, y0), (x1, y1)]


def _ink(canvas: list[int], kind: Type, start: Point, end: Point) -> None:
    """Draw a line with the pen, which is an ellipse `down` wide and `across` high."""
    squeeze, radius = kind.across / kind.down, kind.across / 2
    (x0, y0), (x1, y1) = (start[0] * squeeze, start[1]), (end[0] * squeeze, end[1])
    first, last = floor(min(y0, y1) - radius) - 1, ceil(max(y0, y1) + radius) + 1
    for row in range(max(first, -kind.above), min(last, len(canvas) - kind.above)):
        edges = _edges((x0, y0), (x1, y1), radius, row + 0.5)
        if edges:
            canvas[row + kind.above] |= _span(min(edges) / squeeze * 2, max(edges) / squeeze * 2)


def _edges(start: Point, end: Point, radius: float, y: float) -> list[float]:
    edges = [edge for point in (start, end) for edge in _disc(point, radius, y)]
    (x0, y0), (x1, y1) = start, end
    length = sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
    if not length:
        return edges
    dx, dy = radius * (y1 - y0) / length, radius * (x0 - x1) / length
    corners = [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if ay != by and min(ay, by) <= y <= max(ay, by):
            edges.append(ax + (bx - ax) * (y - ay) / (by - ay))
    return edges


def _disc(centre: Point, radius: float, y: float) -> tuple[float, ...]:
    reach = radius * radius - (y - centre[1]) ** 2
    return (centre[0] - sqrt(reach), centre[0] + sqrt(reach)) if reach >= 0 else ()


def _span(left: float, right: float) -> int:
    first, last = max(0, ceil(left - 0.5 - 1e-6)), floor(right - 0.5 + 1e-6)
    return (1 << last + 1) - (1 << first) if last >= first else 0


# setting words


def drawable(text: str) -> str:
    """Return what of a text is drawn large: all but little pictures. Nothing where a letter of it is not there."""
    kept = "".join(each for each in text if each == "\n" or letter(each) is not None or not _is_picture(each))
    return kept if all(each == "\n" or letter(each) is not None for each in kept) else ""


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) in {"So", "Sk", "Mn"}


@lru_cache(maxsize=4096)
def width_of(text: str, cap: int) -> float:
    """Return how many cells wide a line is."""
    kind = Type(cap)
    drawn = [found for each in text if (found := letter(each)) is not None]
    return sum(kind.width(each) for each in drawn) + kind.gap * max(0, len(drawn) - 1)


def wrapped(text: str, cap: int, width: int) -> tuple[str, ...] | None:
    """Return a text in lines that are at most `width` cells wide, or None where a word does not fit."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            if width_of(word, cap) > width:
                return None
            longer = f"{line} {word}".strip()
            if line and width_of(longer, cap) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set in one size: its lines (an empty one parts paragraphs), the size, and the rows of cells it takes."""

    lines: tuple[str, ...]
    cap: int
    rows: int

    @property
    def tops(self) -> tuple[int, ...]:
        """Where the capitals of each line start, in units."""
        kind = Type(self.cap)
        tops, top = [], _over(self.lines[0], kind)
        for line in self.lines:
            tops.append(top)
            top += kind.pitch if line else kind.between
        return tuple(tops)


def fit(text: str, width: int, height: int, *, most: int = 200) -> Setting | None:
    """Return the largest setting of a text in a box of cells, or None where it does not fit or cannot be drawn.

    `most` limits a capital's height, in half cells. Fewer lines go before letters a little larger, and lines are made
    about equally long, so that no single word is left over.
    """
    text = drawable(text)
    if not text.strip():
        return None
    most = min(most, height * 2)
    found = _largest(text, width, height, most, lines=None)
    while found is not None and len(found.lines) > 1:
        fewer = _largest(text, width, height, most, lines=len(found.lines) - 1)
        if fewer is None or fewer.cap < found.cap * _WORTH_A_LINE:
            return _balanced(text, width, found)
        found = fewer
    return found


def _largest(text: str, width: int, height: int, most: int, *, lines: int | None) -> Setting | None:
    low, high, found = LEAST_CAP, most, None
    while low <= high:
        cap = (low + high) // 2
        setting = _set(text, cap, width)
        if setting is not None and setting.rows <= height and (lines is None or len(setting.lines) <= lines):
            found, low = setting, cap + 1
        else:
            high = cap - 1
    return found


def _balanced(text: str, width: int, setting: Setting) -> Setting:
    """The same setting with its lines broken as evenly as they can be."""
    low, high = 1, width
    while low < high:
        middle = (low + high) // 2
        narrower = wrapped(text, setting.cap, middle)
        if narrower is not None and len(narrower) <= len(setting.lines):
            high = middle
        else:
            low = middle + 1
    return replace(setting, lines=wrapped(text, setting.cap, high) or setting.lines)


def fit_start(text: str, width: int, height: int) -> Setting | None:
    """Return as much of the start of a text as fits a box in the smallest large letters, with an ellipsis."""
    words = drawable(text).split(" ")
    low, high, found = 1, len(words) - 1, None
    while low <= high:
        count = (low + high) // 2
        setting = _set(" ".join(words[:count]) + " …", LEAST_CAP, width)
        if setting is not None and setting.rows <= height:
            found, low = setting, count + 1
        else:
            high = count - 1
    return found


def fit_line(text: str, width: int, cap: int) -> Setting | None:
    """Return a text on one line in letters of one size, cut where it is too long; None where it cannot be drawn."""
    line = drawable(text).strip()
    while line and width_of(line, cap) > width:
        line = f"{line.removesuffix('…')[:-1].rstrip()}…"
        if line == "…":
            return None
    if not line:
        return None
    kind = Type(cap)
    return Setting((line,), cap, ceil((_over(line, kind) + kind.height) / 2))


def _set(text: str, cap: int, width: int) -> Setting | None:
    lines = wrapped(text, cap, width)
    if lines is None:
        return None
    kind, setting = Type(cap), Setting(lines, cap, 0)
    return replace(setting, rows=ceil((setting.tops[-1] + kind.height) / 2))


def _over(line: str, kind: Type) -> int:
    """Units that the marks on a line's capitals reach above them, in whole cells."""
    ink = 0
    for each in line:
        for at, row in enumerate(draw(each, kind.cap)[0][: kind.above]):
            if row:
                ink = max(ink, kind.above - at)
                break
    return ceil(ink / 2) * 2


_LEFT_OF = {"left": 0.0, "start": 0.0, "center": 0.5, "right": 1.0, "end": 1.0}


def paint(setting: Setting, width: int, *, align: str = "center") -> tuple[str, ...]:
    """Return the rows of cells of a setting, each `width` wide."""
    kind = Type(setting.cap)
    canvas = [0] * (setting.rows * 2 + kind.height)
    for line, top in zip(setting.lines, setting.tops, strict=True):
        left = floor(max(0.0, width - width_of(line, setting.cap)) * _LEFT_OF[align]) * 2
        for at, row in enumerate(_line(line, kind), start=top - kind.above):
            if row and 0 <= at < len(canvas):
                canvas[at] |= row << left
    return tuple(_cells(canvas[at], canvas[at + 1], width) for at in range(0, setting.rows * 2, 2))


def _line(text: str, kind: Type) -> list[int]:
    rows = [0] * (kind.above + kind.height + 2)
    at = 0.0
    for each in text:
        drawn, width = draw(each, kind.cap)
        for number, row in enumerate(drawn):
            rows[number] |= row << round(at * 2)
        at += width + kind.gap
    return rows


def _cells(upper: int, lower: int, width: int) -> str:
    return "".join(_QUARTERS[(upper >> at & 3) | (lower >> at & 3) << 2] for at in range(0, width * 2, 2))
