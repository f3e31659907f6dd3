"""The roll of a gathering in rows, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.roll import Presence, Roll
from samling.store.rows import by_key, from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows


def load(database: Database, owner: Owner) -> Roll:
    """Return the gathering's roll."""
    assert owner.gathering_id is not None, "a roll is a gathering's"
    return Roll(
        owner.gathering_id,
        _presences(database, "team", owner.gathering_id),
        _presences(database, "person", owner.gathering_id),
    )


def _presences(database: Database, of: str, gathering_id: int) -> Mapping[int, Presence]:
    found = database.rows(f"SELECT * FROM {of}_presence WHERE gathering_id = ?", (gathering_id,))  # noqa: S608 - our own names
    presences = {}
    for row in found:
        arrived = from_text(row["arrived_at"])
        assert arrived is not None, "the column is NOT NULL"
        presences[row[f"{of}_id"]] = Presence(arrived, from_text(row["left_at"]))
    return presences


def rows(roll: Roll) -> Rows:
    """Return every row the roll is kept in."""
    return by_key(_rows(roll))


def _rows(roll: Roll) -> Iterator[tuple[str, Row]]:
    for of, presences in (("team", roll.teams), ("person", roll.people)):
        for each, presence in presences.items():
            yield (
                f"{of}_presence",
                {
                    "gathering_id": roll.gathering_id,
                    f"{of}_id": each,
                    "arrived_at": to_text(presence.arrived_at),
                    "left_at": to_text(presence.left_at),
                },
            )
