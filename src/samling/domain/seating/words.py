"""How seatings are told, in whole sentences. `translate` turns a marked text into the language of window or command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.seating.values import KeepApart, SharingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samling.domain.seating.values import Claim, Goal, Seating

    Translate = Callable[[str], str]

_APART = (N_("1 pair not kept apart"), N_("{count} pairs not kept apart"))
_REPEATS = (N_("1 repeat"), N_("{count} repeats"))
_BALANCE = (N_("1 place off an even spread"), N_("{count} places off an even spread"))
_SOFT = (
    N_("1 pair from the same place, or at the same step"),
    N_("{count} pairs from the same place, or at the same step"),
)
_NEEDED = (N_("proved that at least 1 is needed"), N_("proved that at least {count} are needed"))

_KINDS = {SharingKind.PAIRS: N_("teams two and two"), SharingKind.MIXED: N_("mixed groups")}


def kind(sharing: SharingKind, translate: Translate) -> str:
    """Return the words for how a block is shared."""
    return translate(_KINDS[sharing])


def of_seating(seating: Seating, translate: Translate) -> Iterator[str]:
    """Say how good a seating is, and no more than is proved."""
    is_mixed = seating.kind is SharingKind.MIXED
    is_apart = is_mixed or seating.keep_apart is not KeepApart.NONE
    yield from claims(seating.claim, translate, apart=is_apart, balance=is_mixed)


def claims(claim: Claim, translate: Translate, *, apart: bool, balance: bool) -> Iterator[str]:
    """Say how good a draw is, goal by goal; of `apart` and `balance` only where they were asked for."""
    if apart:
        yield _goal(N_("Kept apart: nobody sits with their own."), _APART, claim.apart, translate)
    yield _goal(N_("No repeats: cannot be better."), _REPEATS, claim.repeats, translate)
    if balance:
        yield _goal(N_("Evenly spread: every table has its share."), _BALANCE, claim.balance, translate)
    if claim.soft.count:
        yield _goal("", _SOFT, claim.soft, translate)


def _goal(perfect: str, faults: tuple[str, str], goal: Goal, translate: Translate) -> str:
    """Say one goal's figure with what is proved of it."""
    if not goal.count:
        return translate(perfect)
    said = counted(faults, goal.count, translate)
    if goal.is_proved:
        return translate(N_("{faults}; proved that it cannot be fewer.")).format(faults=said)
    if not goal.bound:
        return translate(N_("{faults}; whether it could be fewer is not known.")).format(faults=said)
    needed = counted(_NEEDED, goal.bound, translate)
    return translate(N_("{faults}; {needed}.")).format(faults=said, needed=needed)


def counted(forms: tuple[str, str], count: int, translate: Translate) -> str:
    """Return the singular or plural for `count`, in which it is filled in."""
    return translate(forms[0]) if count == 1 else translate(forms[1]).format(count=count)
