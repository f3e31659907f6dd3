"""The letters of the large alphabet, as the paths of a pen.

Capitals stand from 0 (top) to 7 (base line), small letters from 2, tails reach 9. A path is a row of moves:

    M x y           lift the pen and put it down here
    L x y           a straight line
    Q cx cy x y     a curve, pulled towards (cx, cy)
    O x y rx ry     a closed bowl around (x, y)
    P x y           a dot
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_BOWL = "O 1.85 4.5 1.85 2.5"
_N = "M0 2 L0 7 M0 4.3 Q0.3 2 2 2 Q3.5 2 3.5 4 L3.5 7"
_A = "M0.4 2 L1.7 2 Q3.4 2 3.4 3.7 L3.4 7 M3.4 4.4 L1.6 4.4 Q0 4.4 0 5.7 Q0 7 1.6 7 L3.4 7"
_LEFT_OF_AE = "M0.4 2 L1.4 2 Q2.9 2 2.9 3.6 L2.9 5.4 Q2.8 7 1.5 7 Q0 7 0 5.7 Q0 4.4 1.6 4.4"
_E = "M0 4.5 L3.6 4.5 Q3.6 2 1.8 2 Q0 2 0 4.5 Q0 7 2 7 L3.4 7"


def _hatched(lines: int, width: float) -> str:
    """A box filled with strokes close to one another."""
    return " ".join(f"M0 {0.4 + at * 6.2 / lines:.2f} L{width} {0.4 + at * 6.2 / lines:.2f}" for at in range(lines + 1))


_PATHS: dict[str, tuple[float, str]] = {
    "A": (4.6, "M0 7 L2.3 0 L4.6 7 M0.8 4.8 L3.8 4.8"),
    "B": (3.8, "M0 0 L0 7 L2 7 Q3.8 7 3.8 5.2 Q3.8 3.4 2 3.4 L0 3.4 M1.9 3.4 Q3.5 3.4 3.5 1.7 Q3.5 0 1.9 0 L0 0"),
    "C": (3.9, "M3.8 0.7 Q3.1 0 2.2 0 Q0 0 0 3.5 Q0 7 2.2 7 Q3.1 7 3.8 6.3"),
    "D": (4.2, "M0 0 L0 7 L1.6 7 Q4.2 7 4.2 3.5 Q4.2 0 1.6 0 L0 0"),
    "E": (3.3, "M3.3 0 L0 0 L0 7 L3.3 7 M0 3.4 L2.9 3.4"),
    "F": (3.2, "M3.2 0 L0 0 L0 7 M0 3.4 L2.8 3.4"),
    "G": (4.2, "M3.9 0.7 Q3.2 0 2.3 0 Q0 0 0 3.5 Q0 7 2.2 7 Q3.3 7 4.1 6.4 L4.1 3.8 L2.5 3.8"),
    "H": (4.0, "M0 0 L0 7 M4 0 L4 7 M0 3.4 L4 3.4"),
    "I": (0.0, "M0 0 L0 7"),
    "J": (2.6, "M2.6 0 L2.6 5 Q2.6 7 1.2 7 Q0.3 7 0 6"),
    "K": (3.8, "M0 0 L0 7 M3.7 0 L0 4.2 M1.3 2.9 L3.8 7"),
    "L": (3.1, "M0 0 L0 7 L3.1 7"),
    "M": (5.0, "M0 7 L0 0 L2.5 4.8 L5 0 L5 7"),
    "N": (4.1, "M0 7 L0 0 L4.1 7 L4.1 0"),
    "O": (4.5, "O 2.25 3.5 2.25 3.5"),
    "P": (3.7, "M0 7 L0 0 L1.9 0 Q3.7 0 3.7 1.9 Q3.7 3.8 1.9 3.8 L0 3.8"),
    "Q": (4.5, "O 2.25 3.5 2.25 3.5 M2.8 5.2 L4.5 7.5"),
    "R": (3.8, "M0 7 L0 0 L1.9 0 Q3.6 0 3.6 1.8 Q3.6 3.6 1.9 3.6 L0 3.6 M1.9 3.6 L3.8 7"),
    "S": (3.6, "M3.4 0.4 Q2.6 0 1.8 0 Q0 0 0 1.8 Q0 3.4 1.8 3.4 Q3.6 3.4 3.6 5.2 Q3.6 7 1.8 7 Q0.9 7 0.1 6.6"),
    "T": (4.0, "M0 0 L4 0 M2 0 L2 7"),
    "U": (4.0, "M0 0 L0 4.6 Q0 7 2 7 Q4 7 4 4.6 L4 0"),
    "V": (4.4, "M0 0 L2.2 7 L4.4 0"),
    "W": (6.2, "M0 0 L1.6 7 L3.1 1.2 L4.6 7 L6.2 0"),
    "X": (4.1, "M0 0 L4.1 7 M4.1 0 L0 7"),
    "Y": (4.2, "M0 0 L2.1 3.7 L4.2 0 M2.1 3.7 L2.1 7"),
    "Z": (3.7, "M0 0 L3.7 0 L0 7 L3.7 7"),
    "Æ": (6.1, "M0 7 L2.7 0 L6.1 0 M3.2 0 L3.2 7 L6.1 7 M3.2 3.4 L5.7 3.4 M1 4.9 L3.2 4.9"),
    "Ø": (4.5, "O 2.25 3.5 2.25 3.5 M0.2 7.4 L4.3 -0.4"),
    "a": (3.4, _A),
    "b": (3.7, f"M0 0 L0 7 {_BOWL}"),
    "c": (3.2, "M3.2 2.2 Q2.6 2 1.9 2 Q0 2 0 4.5 Q0 7 1.9 7 Q2.6 7 3.2 6.8"),
    "d": (3.7, f"M3.7 0 L3.7 7 {_BOWL}"),
    "e": (3.6, _E),
    "f": (2.4, "M2.4 0.1 Q0.9 -0.3 0.9 1.8 L0.9 7 M0 2.2 L2.2 2.2"),
    "g": (3.7, f"{_BOWL} M3.7 2 L3.7 7.2 Q3.7 9 1.9 9 Q0.7 9 0.3 8.3"),
    "h": (3.5, "M0 0 L0 7 M0 4.3 Q0.3 2 2 2 Q3.5 2 3.5 4 L3.5 7"),
    "i": (0.0, "M0 2 L0 7 P 0 0.1"),
    "j": (1.2, "M1.2 2 L1.2 7.6 Q1.2 9 0 9 P 1.2 0.1"),
    "k": (3.2, "M0 0 L0 7 M3 2 L0 5 M1.1 4 L3.2 7"),
    "l": (0.9, "M0 0 L0 5.9 Q0 7 0.9 7"),
    "m": (5.8, "M0 2 L0 7 M0 4.3 Q0.2 2 1.6 2 Q2.9 2 2.9 4 L2.9 7 M2.9 4.3 Q3.1 2 4.5 2 Q5.8 2 5.8 4 L5.8 7"),
    "n": (3.5, _N),
    "o": (3.7, _BOWL),
    "p": (3.7, f"M0 2 L0 9 {_BOWL}"),
    "q": (3.7, f"M3.7 2 L3.7 9 {_BOWL}"),
    "r": (2.1, "M0 2 L0 7 M0 4.4 Q0.3 2 2.1 2.1"),
    "s": (3.0, "M2.8 2 L1.5 2 Q0 2 0 3.3 Q0 4.5 1.5 4.5 Q3 4.5 3 5.7 Q3 7 1.5 7 L0.1 7"),
    "t": (2.2, "M0.8 0.4 L0.8 5.6 Q0.8 7.1 2.2 6.9 M0 2.2 L2.1 2.2"),
    "u": (3.5, "M0 2 L0 5 Q0 7 1.5 7 Q3.2 7 3.5 4.7 M3.5 2 L3.5 7"),
    "v": (3.6, "M0 2 L1.8 7 L3.6 2"),
    "w": (5.4, "M0 2 L1.4 7 L2.7 2.8 L4 7 L5.4 2"),
    "x": (3.4, "M0 2 L3.4 7 M3.4 2 L0 7"),
    "y": (3.6, "M0 2 L1.8 6.8 M3.6 2 L1.8 6.8 Q1.1 9 0.1 9"),
    "z": (3.1, "M0 2 L3.1 2 L0 7 L3.1 7"),
    "æ": (
        5.9,
        f"{_LEFT_OF_AE} L5.9 4.4 Q5.9 2 4.4 2 Q2.9 2 2.9 4.4 Q2.9 7 4.6 7 L5.7 7",
    ),
    "ø": (3.7, f"{_BOWL} M0.1 7.6 L3.6 1.4"),
    "ß": (3.6, "M0 7 L0 1.8 Q0 0 1.6 0 Q3.2 0 3.2 1.7 Q3.2 3 1.7 3.3 Q3.6 3.7 3.6 5.3 Q3.6 7 1.5 7"),
    "0": (3.8, "O 1.9 3.5 1.9 3.5"),
    "1": (2.0, "M0 1.5 L2 0 L2 7"),
    "2": (3.6, "M0.1 0.9 Q0.8 0 1.8 0 Q3.5 0 3.5 1.9 Q3.5 3.2 0 7 L3.6 7"),
    "3": (
        3.6,
        "M0.1 0.5 Q0.9 0 1.8 0 Q3.4 0 3.4 1.7 Q3.4 3.3 1.5 3.3 M1.5 3.3 Q3.6 3.3 3.6 5.1 Q3.6 7 1.8 7 Q0.8 7 0 6.4",
    ),
    "4": (3.9, "M2.9 7 L2.9 0 L0 5 L3.9 5"),
    "5": (3.6, "M3.3 0 L0.4 0 L0.2 3.2 Q0.9 2.6 1.8 2.6 Q3.6 2.6 3.6 4.8 Q3.6 7 1.7 7 Q0.8 7 0 6.5"),
    "6": (3.7, "O 1.85 4.8 1.85 2.2 M3.1 0.2 Q2.7 0 2.2 0 Q0 0 0 4.8"),
    "7": (3.5, "M0 0 L3.5 0 L1.2 7"),
    "8": (3.7, "O 1.85 1.7 1.6 1.7 O 1.85 5.2 1.85 1.8"),
    "9": (3.7, "O 1.85 2.2 1.85 2.2 M0.6 6.8 Q1 7 1.5 7 Q3.7 7 3.7 2.2"),
    " ": (1.2, ""),
    ".": (0.0, "P 0 6.9"),
    ",": (0.5, "M0.5 6.7 L0 8.3"),
    ":": (0.0, "P 0 2.9 P 0 6.5"),
    ";": (0.5, "P 0.5 2.9 M0.5 6.7 L0 8.3"),
    "!": (0.0, "M0 0 L0 4.6 P 0 6.9"),
    "?": (3.2, "M0 1.5 Q0.2 0 1.6 0 Q3.2 0 3.2 1.6 Q3.2 2.7 2.2 3.2 Q1.6 3.6 1.6 4.6 P 1.6 6.9"),
    "-": (2.0, "M0 4.4 L2 4.4"),
    "–": (3.0, "M0 4.4 L3 4.4"),
    "—": (4.6, "M0 4.4 L4.6 4.4"),
    "+": (3.4, "M0 4.1 L3.4 4.1 M1.7 2.3 L1.7 5.9"),
    "=": (3.2, "M0 3.1 L3.2 3.1 M0 5.3 L3.2 5.3"),
    "/": (2.8, "M0 7.6 L2.8 -0.4"),
    "(": (1.3, "M1.3 -0.5 Q-1.3 3.7 1.3 8"),
    ")": (1.3, "M0 -0.5 Q2.6 3.7 0 8"),
    "[": (1.3, "M1.3 -0.4 L0 -0.4 L0 7.8 L1.3 7.8"),
    "]": (1.3, "M0 -0.4 L1.3 -0.4 L1.3 7.8 L0 7.8"),
    "'": (0.0, "M0 0 L0 1.8"),
    "’": (0.4, "M0.4 0 L0 1.8"),
    "‘": (0.4, "M0 0 L0.4 1.8"),
    '"': (1.6, "M0 0 L0 1.8 M1.6 0 L1.6 1.8"),
    "“": (2.0, "M0.4 0 L0 1.8 M2 0 L1.6 1.8"),
    "”": (2.0, "M0.4 0 L0 1.8 M2 0 L1.6 1.8"),
    "«": (3.2, "M1.4 2.8 L0 4.6 L1.4 6.4 M3.2 2.8 L1.8 4.6 L3.2 6.4"),
    "»": (3.2, "M0 2.8 L1.4 4.6 L0 6.4 M1.8 2.8 L3.2 4.6 L1.8 6.4"),
    "…": (4.4, "P 0 6.9 P 2.2 6.9 P 4.4 6.9"),
    "·": (0.0, "P 0 4.4"),
    "•": (0.0, "P 0 4.4"),
    "&": (4.6, "M4.6 7 L1 2.2 Q0.6 0 2 0 Q3.4 0 3.2 1.6 Q3 2.7 1.2 3.5 Q0 4.2 0 5.3 Q0 7 1.8 7 Q3.9 7 4.4 4"),
    "%": (5.4, "O 1.1 1.6 1.1 1.6 O 4.3 5.4 1.1 1.6 M0.9 7 L4.5 0"),
    "×": (3.0, "M0.2 2.8 L2.8 5.8 M2.8 2.8 L0.2 5.8"),
    "°": (1.8, "O 0.9 0.9 0.9 0.9"),
    "▲": (4.4, "M2.2 0.6 L0 6.6 L4.4 6.6 L2.2 0.6 M2.2 2 L1 5.8 L3.4 5.8 L2.2 2 M2.2 3.4 L2.2 5.4"),
    "◆": (
        4.6,
        "M2.3 0.2 L0 3.5 L2.3 6.8 L4.6 3.5 L2.3 0.2 M2.3 1.6 L1 3.5 L2.3 5.4 L3.6 3.5 L2.3 1.6 M2.3 2.9 L2.3 4.1",
    ),
    "■": (4.4, _hatched(14, 4.4)),
    "║": (3.0, "M0.3 0.3 L0.3 6.7 M0.6 0.3 L0.6 6.7 M2.4 0.3 L2.4 6.7 M2.7 0.3 L2.7 6.7"),
    "►": (3.8, "M0 0.8 L0 6.2 L3.8 3.5 L0 0.8 M0.9 2 L0.9 5 L2.7 3.5 L0.9 2 M1.4 3 L1.4 4"),
    "✓": (4.0, "M0 4 L1.5 6.3 L4 0.8"),
}

_SAME_AS = {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-", "−": "–", "´": "’", "`": "‘"}

_MARKS = {
    "\u0301": "M-0.4 1.3 L0.6 0.2",
    "\u0300": "M0.4 1.3 L-0.6 0.2",
    "\u0302": "M-0.8 1.3 L0 0.3 L0.8 1.3",
    "\u030c": "M-0.8 0.3 L0 1.3 L0.8 0.3",
    "\u0308": "P -0.9 0.4 P 0.9 0.4",
    "\u0303": "M-1 1 Q-0.5 0 0 0.7 Q0.5 1.3 1 0.4",
    "\u030a": "O 0 -0.75 0.95 1",
}
"""What stands over a letter, around its middle; over capitals it is lifted."""

_LIFT_OVER_CAPITALS = {"\u030a": 1.0}
_LIFT = 2.0


class Move(NamedTuple):
    """One move of the pen: its letter and its numbers."""

    kind: str
    numbers: tuple[float, ...]


class Letter(NamedTuple):
    """How wide a letter is between the middles of its outermost strokes, and the way of the pen."""

    width: float
    moves: tuple[Move, ...]


@lru_cache(maxsize=2048)
def letter(character: str) -> Letter | None:
    """Return a character of the large alphabet; None for one that it does not have."""
    character = _SAME_AS.get(character, character)
    if character in _PATHS:
        width, path = _PATHS[character]
        return Letter(width, _moves(path))
    return _accented(character)


def _accented(character: str) -> Letter | None:
    base, *marks = list(unicodedata.normalize("NFD", character))
    if len(marks) != 1 or marks[0] not in _MARKS or base not in _PATHS:
        return None
    width, path = _PATHS[base]
    lift = _LIFT_OVER_CAPITALS.get(marks[0], _LIFT) if base.isupper() else 0.0
    mark = _shifted(_moves(_MARKS[marks[0]]), width / 2, -lift)
    body = tuple(move for move in _moves(path) if not (base in "ij" and move.kind == "P"))
    return Letter(width, body + mark)


def _shifted(moves: tuple[Move, ...], right: float, down: float) -> tuple[Move, ...]:
    return tuple(
        Move(kind, (numbers[0] + right, numbers[1] + down, *numbers[2:]))
        if kind == "O"  # its radii stay
        else Move(kind, tuple(each + (down if at % 2 else right) for at, each in enumerate(numbers)))
        for kind, numbers in moves
    )


_MOVE = re.compile(r"([MLQOP])([^MLQOP]*)")


def _moves(path: str) -> tuple[Move, ...]:
    return tuple(Move(found[1], tuple(map(float, found[2].split()))) for found in _MOVE.finditer(path))
