"""What exhaustive search has settled for few teams two and two, where counting proves too little.

With an odd number one table is a three. The figures were found by trying every schedule (up to renaming the teams) and
are held by the tests, which try them again as far as that is quick; the table stands in the rules of the field too
(domain/layouts_forslag.toml).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samling.domain.grouping.instance import Instance

ROUNDS_WITHOUT_REPEAT = {2: 1, 3: 1, 4: 3, 5: 1, 6: 5, 7: 3, 8: 7, 9: 6}
"""For so many teams, the most rounds two and two in which nobody meets again."""


def fewest_repeats(instance: Instance) -> int:
    """Return a lower bound on repeats for few teams in pairs; 0 where nothing is known.

    One round more than the most without a repeat has one; so has every further batch of so many rounds.
    Pins could make people meet only once though they sit together often, so with `together` nothing is claimed.
    """
    most = ROUNDS_WITHOUT_REPEAT.get(instance.people)
    if most is None or instance.together or not all(is_in_pairs(sizes) for sizes in instance.sizes):
        return 0
    return instance.rounds // (most + 1)


def is_in_pairs(sizes: tuple[int, ...]) -> bool:
    """Whether all tables are of two, but for one of three where the number is odd."""
    return sorted(sizes) == [2] * (len(sizes) - 1) + [2 + sum(sizes) % 2] if sizes else False
