"""How seatings are told, in whole sentences. `translate` turns a marked text into the language of window or command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.room_words import called
from samling.domain.seating.values import KeepApart, PinKind, SeatingState, SharingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samling.domain.seating.comparing import Comparison
    from samling.domain.seating.names import Names
    from samling.domain.seating.repairs import Repair
    from samling.domain.seating.swaps import Swap
    from samling.domain.seating.values import Claim, Goal, Pin, Seating

    Translate = Callable[[str], str]

_APART = (
    N_("1 time two sit together who should be apart"),
    N_("{count} times two sit together who should be apart"),
)
_REPEATS = (N_("1 repeat"), N_("{count} repeats"))
_BALANCE = (N_("1 place off an even spread"), N_("{count} places off an even spread"))
_SOFT = {
    SharingKind.PAIRS: (
        N_("1 time two teams at a table are alike (place, coach or step)"),
        N_("{count} times two teams at a table are alike (place, coach or step)"),
    ),
    SharingKind.MIXED: (
        N_("1 time two at a table are alike (organisation or unit)"),
        N_("{count} times two at a table are alike (organisation or unit)"),
    ),
    None: (
        N_("1 time two at a table are alike in what should differ"),
        N_("{count} times two at a table are alike in what should differ"),
    ),
}
"""Two who are alike in two things are counted twice."""

_NEEDED = (N_("proved that at least 1 is needed"), N_("proved that at least {count} are needed"))

_FOUND = (N_("at least 1 more round found"), N_("at least {count} more rounds found"))

_MOVED = {
    SharingKind.PAIRS: (N_("1 team moves"), N_("{count} teams move")),
    SharingKind.MIXED: (N_("1 person moves"), N_("{count} people move")),
}
_AGAIN = (N_("1 pair has met before"), N_("{count} pairs have met before"))

_KINDS = {SharingKind.PAIRS: N_("whole teams"), SharingKind.MIXED: N_("mixed groups")}


def place(seating: Seating, number: int, translate: Translate, *, within: bool = True) -> str:
    """Return what a table of a seating is called: its own name, else its number, for use `within` a sentence."""
    return called(seating.place, number, seating.table(number).name, translate, within=within)


def kind_word(sharing: SharingKind, translate: Translate) -> str:
    """Return the words for how a block is shared."""
    return translate(_KINDS[sharing])


def of_seating(seating: Seating, translate: Translate) -> Iterator[str]:
    """Say how good a seating is, and no more than is proved."""
    is_mixed = seating.kind is SharingKind.MIXED
    is_apart = is_mixed or seating.keep_apart is not KeepApart.NONE
    yield from claims(seating.claim, translate, seating.kind, apart=is_apart, balance=is_mixed)
    yield from _more_rounds(seating.claim, translate)


def claims(
    claim: Claim, translate: Translate, kind: SharingKind | None = None, *, apart: bool, balance: bool
) -> Iterator[str]:
    """Say how good a draw is, goal by goal; of `apart` and `balance` only where they were asked for.

    `kind` is None for a draw of people of whom nothing is known but what a file says.
    """
    if apart:
        yield _goal(N_("Kept apart: nobody sits with their own."), _APART, claim.apart, translate)
    yield _goal(N_("No repeats: cannot be better."), _REPEATS, claim.repeats, translate)
    if balance:
        yield _goal(N_("Evenly spread: every table has its share."), _BALANCE, claim.balance, translate)
    if claim.soft.count:
        yield _goal("", _SOFT[kind], claim.soft, translate)


def _more_rounds(claim: Claim, translate: Translate) -> Iterator[str]:
    """Say how many more rounds there may be without a repeat, where that was looked into."""
    if claim.found is None or claim.possible is None:
        return
    if not claim.possible:
        yield translate(N_("No more rounds are possible without a repeat."))
        return
    found = counted(_FOUND, claim.found, translate) if claim.found else translate(N_("no more rounds found"))
    yield translate(N_("Without a repeat: {found}, at most {possible} possible.")).format(
        found=found, possible=claim.possible
    )


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


def counted(forms: tuple[str, str], count: int, translate: Translate, **parts: object) -> str:
    """Return the singular or plural for `count`, with it and the other parts filled in."""
    return translate(forms[0] if count == 1 else forms[1]).format(count=count, **parts)


def pin(pinned: Pin, names: Names, translate: Translate) -> str:
    """Say a pin: "Fallskjermen and Nattugla together"."""
    if pinned.kind is PinKind.TABLE or pinned.other is None:
        return translate(N_("{person} at table {table}")).format(person=names(pinned.one), table=pinned.table)
    together, never = N_("{one} and {other} together"), N_("{one} and {other} never together")
    template = together if pinned.kind is PinKind.TOGETHER else never
    return translate(template).format(one=names(pinned.one), other=names(pinned.other))


def price(found: Swap, names: Names, translate: Translate) -> Iterator[str]:
    """Say what a swap costs: each goal that it changes, before and after, and the pins it breaks."""
    before, after = found.before, found.after
    goals = (
        (N_("Not kept apart: {before} before, {after} after."), before.apart, after.apart),
        (N_("Repeats: {before} before, {after} after."), before.repeats, after.repeats),
        (N_("Places off an even spread: {before} before, {after} after."), before.balance, after.balance),
        (N_("Alike in what should differ: {before} before, {after} after."), before.soft, after.soft),
    )
    changed = [(template, old.count, new.count) for template, old, new in goals if old.count != new.count]
    for template, old, new in changed:
        yield translate(template).format(before=old, after=new)
    for each in found.broken:
        yield translate(N_("It breaks a pin: {pin}.")).format(pin=pin(each, names, translate))
    if not changed and not found.broken:
        yield translate(N_("It costs nothing: as good as before."))


def changes(found: Repair, names: Names, translate: Translate) -> Iterator[str]:
    """Say who is missing, and who goes where: "Nattugla moves from table 2 to table 4"."""

    def at(number: int) -> str:
        return place(found.wanted, number, translate)

    if found.missing:
        yield translate(N_("Missing: {names}")).format(names=", ".join(map(names, found.missing)))
    for each in found.moves:
        if each.origin is None:
            yield translate(N_("{person} goes to {goal}")).format(person=names(each.member), goal=at(each.goal))
        else:
            yield translate(N_("{person} moves from {origin} to {goal}")).format(
                person=names(each.member), origin=at(each.origin), goal=at(each.goal)
            )


def repair(found: Repair, names: Names, translate: Translate) -> Iterator[str]:
    """Say what a repair comes to: who is missing, who goes where, and how good it is."""
    yield from changes(found, names, translate)
    moved = counted(_MOVED[found.seen.kind], found.cost.moves, translate)
    again = counted(_AGAIN, found.cost.repeats, translate)
    least, known = N_("{moves}, {again}: it cannot be done with less."), N_("{moves}, {again}.")
    yield translate(least if found.is_proved else known).format(moves=moved, again=again)


def verdict(found: Comparison, translate: Translate) -> str:
    """Say which of two drafts is better."""
    if not found.is_alike:
        return translate(N_("They were asked for differently, so neither is better."))
    if found.better is None:
        return translate(N_("They are equally good."))
    if found.better.state is SeatingState.ANNOUNCED:
        return translate(N_("What is announced is better."))
    return translate(N_("Draft {id} is better.")).format(id=found.better.id)
