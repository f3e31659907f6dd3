"""What a network's teams expect, in rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.expectations import Expectation, Expectations, Verdict
from samling.store.rows import by_key

if TYPE_CHECKING:
    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows


def load(database: Database, owner: Owner) -> Expectations:
    """Return what the network's teams expect."""
    found = database.rows("SELECT * FROM expectation WHERE network_id = ?", (owner.network_id,))
    return Expectations(owner.network_id, {row["team_id"]: _expectation(row) for row in found})


def _expectation(row: Row) -> Expectation:
    return Expectation(row["text"], None if row["verdict"] is None else Verdict(row["verdict"]))


def rows(expectations: Expectations) -> Rows:
    """Return every row they are kept in."""
    return by_key(
        ("expectation", _row(expectations.network_id, team_id, each)) for team_id, each in expectations.of_team.items()
    )


def _row(network_id: int, team_id: int, expectation: Expectation) -> Row:
    return {
        "network_id": network_id,
        "team_id": team_id,
        "text": expectation.text,
        "verdict": expectation.verdict.value if expectation.verdict else None,
    }
