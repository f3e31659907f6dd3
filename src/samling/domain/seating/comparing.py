"""Two drafts of a block beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samling.domain.seating.values import Member, Seating, Seatings


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two seatings of a block, the older first. `elsewhere` sit at another table in the other.

    `better` is the one with the lower claim, goal by goal in their order; None where they are equally good, or where
    they were not asked for alike (`is_alike`), so that their claims cannot be held against each other.
    """

    one: Seating
    other: Seating
    elsewhere: tuple[Member, ...]
    better: Seating | None
    is_alike: bool


def compare(seatings: Seatings, block_id: int | None) -> Comparison | None:
    """Compare a block's two newest drafts, or its draft and what is announced; None where there is but one."""
    announced, drafts = seatings.announced(block_id), seatings.drafts(block_id)
    known = [*([announced] if announced else []), *drafts][-2:]
    if len(known) < 2:
        return None
    one, other = known
    here = {member: table.number for table in one.tables for member in table.members}
    there = {member: table.number for table in other.tables for member in table.members}
    first, second = rank(one), rank(other)
    alike = (one.kind, one.keep_apart) == (other.kind, other.keep_apart)
    return Comparison(
        one,
        other,
        tuple(member for member in here if there.get(member) != here[member]),
        None if first == second or not alike else one if first < second else other,
        alike,
    )


def rank(seating: Seating) -> tuple[int, int, int, int]:
    """Return what goes against each goal, in the order of the goals: the lower, the better."""
    claim = seating.claim
    return claim.apart.count, claim.repeats.count, claim.balance.count, claim.soft.count
