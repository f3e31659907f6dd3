"""What can be done to the seatings, for the registry. Who it was done to comes along in words, for the log alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain.action import About, Action
from samling.domain.errors import N_
from samling.domain.seating import edit, past

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.action import Moment
    from samling.domain.seating.past import Imported, PastRound
    from samling.domain.seating.values import Seating, Seatings

GROUPS_CHAIN = "groups"
PAST_CHAIN = "groups-history"


def _verb(verb: Callable[..., Seatings]) -> Callable[..., Seatings]:
    def perform(value: Seatings, _moment: Moment, who: str = "", **arguments: Any) -> Seatings:  # noqa: ANN401, ARG001 - the verb's own
        return verb(value, **arguments)

    return perform


def _change(value: Seatings, _moment: Moment, change: tuple[Seating, Seating], who: str = "") -> Seatings:  # noqa: ARG001
    return edit.change(value, *change)


def _announce(value: Seatings, moment: Moment, who: str = "", **arguments: Any) -> Seatings:  # noqa: ANN401, ARG001
    return edit.announce(value, at=moment.at, **arguments)


def _import(value: Imported, _moment: Moment, rounds: tuple[PastRound, ...], file: str) -> Imported:  # noqa: ARG001 - for the log
    return past.take_in(value, rounds)


_action = partial(Action, chain=GROUPS_CHAIN, about=About.SEATING)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "groups-draw",
            _verb(edit.add_drafts),
            N_("Draw groups"),
            N_("Draw who sits with whom. A draw is a draft until it is announced."),
            N_("Drew groups for {who}"),
        ),
        _action(
            "groups-discard",
            _verb(edit.discard),
            N_("Throw a draft away"),
            N_("Throw a draft away."),
            N_("Threw the draft for {who} away"),
        ),
        _action(
            "groups-swap",
            _change,
            N_("Swap places"),
            N_("Let two swap tables. The price is shown before it is done."),
            N_("Swapped the places of {who}"),
        ),
        _action(
            "groups-pin",
            _verb(edit.pin),
            N_("Set a pin"),
            N_("Say who must sit together, who must not, or who must sit at which table."),
            N_("Set a pin: {who}"),
        ),
        _action("groups-unpin", _verb(edit.unpin), N_("Clear a pin"), N_("Clear a pin."), N_("Cleared a pin: {who}")),
        _action(
            "groups-lock",
            _verb(partial(edit.lock, locked=True)),
            N_("Lock a table"),
            N_("Keep a table's group when the block is drawn again."),
            N_("Locked table {number}"),
        ),
        _action(
            "groups-unlock",
            _verb(partial(edit.lock, locked=False)),
            N_("Unlock a table"),
            N_("Let a table's group be drawn again."),
            N_("Unlocked table {number}"),
        ),
        _action(
            "groups-host",
            _verb(edit.set_host),
            N_("Choose a host"),
            N_("Choose who is the host of a table: they may stay when the others move."),
            N_("Host of table {number}: {who}"),
        ),
        _action(
            "groups-brings",
            _verb(edit.bring_back),
            N_("What the table brings back"),
            N_("Note in one line what a table brings back."),
            N_("Table {number} brings back: {text}"),
        ),
        _action(
            "groups-announce",
            _announce,
            N_("Announce the groups"),
            N_("Let a draft hold, and show it on the projector."),
            N_("Announced the groups for {who}"),
        ),
        _action(
            "groups-repair",
            _change,
            N_("Repair the seating"),
            N_("Seat anew after somebody left or came late, with the fewest moves."),
            N_("Repaired the seating: {who}"),
        ),
        Action(
            "groups-history-import",
            _import,
            N_("Import who has met"),
            N_("Take in who sat with whom at earlier gatherings."),
            N_("Imported who has met whom from {file}"),
            chain=PAST_CHAIN,
            about=About.PAST,
        ),
    )
}
