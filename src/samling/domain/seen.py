"""What somebody saw when they chose to do something to a block or a day: another window may have been before them.

The action is about the block that was seen, wherever it stands now; and what it would write over must stand as it was
seen: the second of two who change the same is told, and nothing is overwritten unseen.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, Refused
from samling.domain.gathering import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samling.domain.gathering import Day, Gathering
    from samling.domain.plan import BlockChange

_WRITTEN_OVER = {
    "until": ("fixed_end",),
    "round": ("turns",),
    "steps": ("turns",),
    "amend": ("started_at", "ended_at", "pauses"),
    "promise": ("planned_start", "promised_end"),
}
"""What an action writes over, beside what an edit says itself that it changes."""


def meant(gathering: Gathering, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of an action with the position at which the block `seen` stands now, and without `seen`.

    Raises `Refused` when the block is gone, or when what would be written over has been changed since.
    """
    given = dict(arguments)
    seen: Block | Day | None = given.pop("seen", None)
    if seen is None:
        return given
    if not isinstance(seen, Block):
        _check(name, given, gathering.day(seen.number), seen)
        return given
    position = next(gathering.positions(lambda block: block.id == seen.id), None)
    if position is None:
        raise Refused(N_("“{title}” has been taken out of the plan in another window meanwhile."), title=seen.title)
    _check(name, given, gathering.block(position), seen)
    if "to" in given:
        given["to"] += position - given["position"]
    return {**given, "position": position}


def _check(name: str, given: Mapping[str, Any], now: Block | Day, seen: Block | Day) -> None:
    written = (*_WRITTEN_OVER.get(name, ()), *(_changed(given["change"]) if name == "edit" else ()))
    if all(getattr(now, field) == getattr(seen, field) for field in written):
        return
    if isinstance(seen, Block):
        raise Refused(
            N_("“{title}” has been changed in another window meanwhile. Look at it, and do it again."), title=seen.title
        )
    raise Refused(N_("What was promised has been changed in another window meanwhile. Look at it, and do it again."))


def _changed(change: BlockChange) -> Iterator[str]:
    """The fields of a block that an edit writes over."""
    for field in fields(change):
        value = getattr(change, field.name)
        if value is not None and value != field.default:
            yield field.name.removeprefix("clear_")
