"""The rounds of a network that were imported, in rows and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.seating.past import Imported, PastRound
from samling.domain.seating.values import Member, SharingKind
from samling.store.changes import free_ids
from samling.store.rows import by_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows


def load(database: Database, owner: Owner) -> Imported:
    """Return the network's imported rounds, in the order they came."""
    network = (owner.network_id,)
    seated: dict[int, dict[int, list[Member]]] = {}
    for row in database.rows(
        "SELECT past_seat.* FROM past_seat JOIN past_round ON past_round.id = round_id WHERE network_id = ? "
        "ORDER BY round_id, table_number, place",
        network,
    ):
        tables = seated.setdefault(row["round_id"], {})
        tables.setdefault(row["table_number"], []).append(Member(row["member_of"], row["member_id"]))
    found = database.rows("SELECT * FROM past_round WHERE network_id = ? ORDER BY id", network)
    return Imported(
        owner.network_id,
        tuple(
            PastRound(
                title=row["title"],
                kind=SharingKind(row["kind"]),
                groups=tuple(tuple(group) for group in seated.get(row["id"], {}).values()),
                id=row["id"],
            )
            for row in found
        ),
    )


def rows(value: Imported) -> Rows:
    """Return every row the rounds are kept in. All ids must be given."""
    return by_key(_rows(value))


def _rows(value: Imported) -> Iterator[tuple[str, Row]]:
    for each in value.rounds:
        network_id = value.network_id
        yield "past_round", {"id": each.id, "network_id": network_id, "title": each.title, "kind": each.kind.value}
        for number, group in enumerate(each.groups, start=1):
            for place, member in enumerate(group, start=1):
                yield (
                    "past_seat",
                    {
                        "round_id": each.id,
                        "table_number": number,
                        "place": place,
                        "member_of": member.of,
                        "member_id": member.id,
                    },
                )


def with_ids(database: Database, value: Imported) -> Imported:
    """Return the rounds with an id of its own for every new one. Call it inside the transaction."""
    ids = free_ids(database, "past_round")
    return replace(value, rounds=tuple(each if each.id else replace(each, id=next(ids)) for each in value.rounds))
