"""Base rounds that our own search has found where finding them takes it seconds, so that a draw need not wait.

Each stands for a whole season in which nobody meets again. tests/benchmarks/find_starters.py finds them (and more),
and the tests hold every one to it. For most of them no season is longer: everybody has met as many as come out even.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.grouping.cyclic import Symmetry, turned

if TYPE_CHECKING:
    from samling.domain.grouping.instance import Round, Schedule

BASES: dict[tuple[int, int], tuple[Symmetry, tuple[Round, ...]]] = {
    (5, 3): (Symmetry((7,), 2, 1), (((0, 11, 14), (4, 10, 13), (3, 5, 6), (1, 8, 9), (2, 7, 12)),)),
    (6, 3): (
        Symmetry((4,), 4, 2),
        (
            ((3, 12, 16), (0, 4, 17), (5, 9, 14), (1, 6, 13), (7, 8, 15), (2, 10, 11)),
            ((1, 4, 7), (5, 11, 15), (6, 9, 16), (0, 3, 10), (8, 14, 17), (2, 12, 13)),
        ),
    ),
    (6, 5): (
        Symmetry((6,), 5, 0),
        (
            (
                (12, 13, 22, 27, 29),
                (0, 2, 11, 24, 25),
                (6, 10, 18, 19, 28),
                (5, 9, 14, 20, 26),
                (3, 4, 16, 21, 23),
                (1, 7, 8, 15, 17),
            ),
        ),
    ),
    (7, 4): (
        Symmetry((3, 3), 3, 1),
        (
            (
                (1, 6, 12, 21),
                (7, 14, 24, 27),
                (0, 2, 5, 10),
                (4, 13, 17, 25),
                (9, 15, 16, 23),
                (3, 19, 20, 22),
                (8, 11, 18, 26),
            ),
        ),
    ),
    (8, 3): (
        Symmetry((11,), 2, 2),
        (((3, 20, 21), (2, 14, 22), (9, 10, 19), (7, 12, 15), (4, 18, 23), (0, 6, 8), (11, 13, 17), (1, 5, 16)),),
    ),
    (8, 4): (
        Symmetry((3, 3), 3, 5),
        (
            (
                (1, 6, 8, 19),
                (0, 10, 25, 29),
                (13, 20, 21, 23),
                (2, 14, 15, 16),
                (3, 12, 24, 31),
                (7, 9, 26, 27),
                (4, 17, 18, 30),
                (5, 11, 22, 28),
            ),
        ),
    ),
    (9, 3): (
        Symmetry((13,), 2, 1),
        (
            (
                (5, 23, 26),
                (8, 20, 22),
                (1, 10, 17),
                (12, 16, 25),
                (0, 7, 15),
                (6, 9, 11),
                (2, 21, 24),
                (3, 4, 14),
                (13, 18, 19),
            ),
        ),
    ),
    (10, 3): (
        Symmetry((14,), 2, 2),
        (
            (
                (6, 26, 29),
                (4, 10, 18),
                (17, 19, 23),
                (1, 2, 11),
                (5, 8, 21),
                (0, 24, 25),
                (12, 16, 27),
                (13, 22, 28),
                (3, 15, 20),
                (7, 9, 14),
            ),
        ),
    ),
    (12, 3): (
        Symmetry((17,), 2, 2),
        (
            (
                (11, 26, 34),
                (3, 8, 28),
                (6, 7, 14),
                (1, 4, 22),
                (9, 13, 15),
                (12, 18, 29),
                (16, 21, 25),
                (2, 30, 31),
                (0, 24, 33),
                (17, 27, 32),
                (10, 20, 23),
                (5, 19, 35),
            ),
        ),
    ),
}
"""(tables, people at each): the symmetry, and the base rounds that it turns."""


def known_season(tables: int, size: int, rounds: int) -> Schedule | None:
    """Return so many rounds without a repeat; None where none are kept that long."""
    if (tables, size) not in BASES:
        return None
    symmetry, base = BASES[tables, size]
    return turned(symmetry, base, rounds) if rounds <= len(base) * symmetry.order else None


def longest_season(tables: int, size: int) -> Schedule | None:
    """Return all the rounds that are kept for such tables; None where none are."""
    if (tables, size) not in BASES:
        return None
    symmetry, base = BASES[tables, size]
    return known_season(tables, size, len(base) * symmetry.order)
