"""Reading networks and gatherings out of the file, and putting new ones in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from samling.domain.agenda import progress_of
from samling.domain.errors import N_, DatabaseUnusable, Refused
from samling.domain.gathering import State
from samling.domain.network import GatheringLine, Network, NetworkLine
from samling.store import changes, wireless
from samling.store.rows import gathering_from, gathering_rows

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering
    from samling.store.changes import Change
    from samling.store.database import Database, Row

_ID_BITS = 64  # what is typed may be larger than any id can be

_PARTS = {
    "gathering": "SELECT * FROM gathering WHERE id = ?",
    "day": "SELECT * FROM day WHERE gathering_id = ? ORDER BY number",
    "block": "SELECT * FROM block WHERE gathering_id = ? ORDER BY position",
    "pause": "SELECT pause.* FROM block JOIN pause ON pause.block_id = block.id "
    "WHERE gathering_id = ? ORDER BY pause.block_id, pause.number",
    "turn": "SELECT turn.* FROM block JOIN turn ON turn.block_id = block.id "
    "WHERE gathering_id = ? ORDER BY turn.block_id, turn.number",
    "display": "SELECT * FROM display WHERE gathering_id = ?",
    "note": "SELECT * FROM note WHERE gathering_id = ? ORDER BY id",
}


def load(database: Database, gathering_id: int) -> Gathering:
    """Return the gathering `gathering_id`; raise `Refused` when there is none."""
    known = gathering_id.bit_length() < _ID_BITS
    tables = {table: database.rows(sql, (gathering_id if known else None,)) for table, sql in _PARTS.items()}
    if not tables["gathering"]:
        raise Refused(
            N_("There is no gathering {id}. `samling gathering list` shows those there are."), id=gathering_id
        )
    try:
        return gathering_from(tables, network(database, tables["gathering"][0]["network_id"]).timezone)
    except (ValueError, TypeError) as fault:
        raise DatabaseUnusable(
            N_("{path} holds what samling never wrote ({fault}). Nothing was changed. Restore the newest back-up."),
            path=database.path,
            fault=fault,
        ) from fault


def insert(database: Database, gathering: Gathering) -> tuple[Gathering, list[Change]]:
    """Keep a new gathering; return it with its ids, and the changes for the log."""
    used = database.rows("SELECT seq FROM sqlite_sequence WHERE name = 'gathering'")
    placed = replace(gathering, id=used[0]["seq"] + 1 if used else 1)
    placed = changes.with_ids(database, placed)
    made = changes.difference_of_rows({}, gathering_rows(placed))
    changes.apply(database, made)
    return placed, made


def network(database: Database, network_id: int) -> Network:
    """Return the network `network_id`; raise `Refused` when there is none."""
    known = network_id.bit_length() < _ID_BITS
    found = database.rows("SELECT * FROM network WHERE id = ?", (network_id if known else None,))
    if not found:
        raise Refused(N_("There is no network {id}. `samling network list` shows those there are."), id=network_id)
    return _network(found[0])


def _network(row: Row) -> Network:
    return Network(name=row["name"], timezone=row["timezone"], id=row["id"])


def insert_network(database: Database, network: Network) -> Network:
    """Keep a new network; return it with its id."""
    return replace(network, id=database.insert("network", {"name": network.name, "timezone": network.timezone}))


def rename_network(database: Database, network_id: int, name: str) -> None:
    """Give a network another name."""
    database.execute("UPDATE network SET name = ? WHERE id = ?", (name, network_id))


def networks(database: Database) -> list[NetworkLine]:
    """Return every network with its counts, in the order they were made."""
    rows = database.rows(
        "SELECT network.*, "
        "(SELECT count(*) FROM gathering WHERE network_id = network.id) AS gatherings, "
        "(SELECT count(*) FROM team WHERE network_id = network.id AND NOT withdrawn) AS teams, "
        "(SELECT count(*) FROM person WHERE network_id = network.id) AS people "
        "FROM network ORDER BY id"
    )
    return [NetworkLine(_network(row), row["gatherings"], row["teams"], row["people"]) for row in rows]


def lines(database: Database, network_id: int | None = None) -> list[GatheringLine]:
    """Return the gatherings of a network (or all) as lines, by date."""
    rows = database.rows(
        "SELECT gathering.*, (SELECT min(date) FROM day WHERE gathering_id = gathering.id) AS date, "
        "(SELECT group_concat(DISTINCT state) FROM block WHERE gathering_id = gathering.id) AS states "
        "FROM gathering WHERE ?1 IS NULL OR network_id = ?1 ORDER BY date, id",
        (network_id,),
    )
    return [_line(row) for row in rows]


def _line(row: Row) -> GatheringLine:
    states = {State(each) for each in (row["states"] or "").split(",") if each}
    return GatheringLine(
        id=row["id"],
        network_id=row["network_id"],
        number=row["number"],
        title=row["title"],
        date=date.fromisoformat(row["date"]),
        progress=progress_of(states),
    )


def in_use(database: Database) -> tuple[int | None, int | None]:
    """Return the ids of the network and of the gathering that are in use."""
    rows = database.rows("SELECT network_id, gathering_id FROM in_use")
    return (rows[0]["network_id"], rows[0]["gathering_id"]) if rows else (None, None)


def use(database: Database, network_id: int | None, gathering_id: int | None) -> None:
    """Make a network and a gathering the ones in use. What another one showed is shown no more."""
    database.execute("UPDATE in_use SET network_id = ?, gathering_id = ?", (network_id, gathering_id))
    wireless.erase_unless_shown(database, None)


def next_number(database: Database, network_id: int) -> int:
    """Return the number that the network's next gathering gets."""
    rows = database.rows("SELECT max(number) AS last FROM gathering WHERE network_id = ?", (network_id,))
    return (rows[0]["last"] or 0) + 1
