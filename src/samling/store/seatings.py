"""The seatings of a gathering in rows, and back; and what was seated at the network's other gatherings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.seating.past import Past, as_round
from samling.domain.seating.values import (
    Claim,
    Goal,
    KeepApart,
    Member,
    Pin,
    PinKind,
    Seating,
    Seatings,
    SeatingState,
    SharingKind,
    Table,
)
from samling.store import past_rounds
from samling.store.changes import free_ids
from samling.store.rows import by_key, from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows

_GOALS = ("apart", "repeats", "balance", "soft")


# reading


def load(database: Database, owner: Owner) -> Seatings:
    """Return the gathering's seatings and pins."""
    assert owner.gathering_id is not None, "seatings are a gathering's"
    gathering = (owner.gathering_id,)
    found = database.rows("SELECT * FROM seating WHERE gathering_id = ? ORDER BY id", gathering)
    pins = database.rows("SELECT * FROM seating_pin WHERE gathering_id = ? ORDER BY id", gathering)
    return Seatings(owner.gathering_id, tuple(_seatings(database, found)), tuple(map(_pin, pins)))


def past(database: Database, owner: Owner) -> Past:
    """Return what was imported, what is announced at the network's other gatherings, and what they drew ahead."""
    found = database.rows(
        "SELECT seating.*, gathering.title, block.title AS block_title FROM seating "
        "JOIN gathering ON gathering.id = seating.gathering_id LEFT JOIN block ON block.id = block_id "
        "WHERE gathering.network_id = ? AND gathering.id <> ? AND seating.state <> 'draft' ORDER BY seating.id",
        (owner.network_id, owner.gathering_id),
    )
    read = list(zip(found, _seatings(database, found), strict=True))
    return Past(
        rounds=(
            *past_rounds.load(database, owner).rounds,
            *(
                as_round(each, _title(row), row["gathering_id"])
                for row, each in read
                if each.state is SeatingState.ANNOUNCED
            ),
        ),
        ahead=tuple(each for _row, each in read if each.state is SeatingState.AHEAD),
        rounds_to_come=_to_come(database, owner),
    )


def _to_come(database: Database, owner: Owner) -> int:
    """How many sharing blocks are pending at the network's gatherings that begin later than the one in use."""
    found = database.rows(
        "SELECT count(*) AS count FROM block JOIN gathering ON gathering.id = gathering_id "
        "WHERE network_id = ?1 AND kind = 'sharing' AND state = 'pending' AND "
        "(SELECT min(planned_start) FROM day WHERE day.gathering_id = gathering.id) > "
        "(SELECT min(planned_start) FROM day WHERE day.gathering_id = ?2)",
        (owner.network_id, owner.gathering_id),
    )
    return int(found[0]["count"])


def _title(row: Row) -> str:
    return f"{row['title']}: {row['block_title']}" if row["block_title"] else str(row["title"])


def _seatings(database: Database, found: Sequence[Row]) -> Iterator[Seating]:
    """Return seatings with their tables, read together."""
    ids = [row["id"] for row in found]
    marks = ", ".join("?" * len(ids))
    tables = database.rows(f"SELECT * FROM seating_table WHERE seating_id IN ({marks}) ORDER BY number", ids)  # noqa: S608
    seats = database.rows(f"SELECT * FROM seat WHERE seating_id IN ({marks}) ORDER BY place", ids)  # noqa: S608
    seated: dict[tuple[int, int], list[Row]] = {}
    for seat in seats:
        seated.setdefault((seat["seating_id"], seat["table_number"]), []).append(seat)
    of_seating: dict[int, list[Table]] = {}
    for table in tables:
        here = seated.get((table["seating_id"], table["number"]), [])
        of_seating.setdefault(table["seating_id"], []).append(_table(table, here))
    return (_seating(row, tuple(of_seating.get(row["id"], ()))) for row in found)


def _table(row: Row, seats: Sequence[Row]) -> Table:
    return Table(
        number=row["number"],
        members=tuple(_member(seat) for seat in seats if not seat["beside"]),
        beside=tuple(_member(seat) for seat in seats if seat["beside"]),
        locked=bool(row["locked"]),
        host=next((_member(seat) for seat in seats if seat["host"]), None),
        brings=row["brings"],
        name=row["name"],
    )


def _member(row: Mapping[str, object], name: str = "member") -> Member:
    of, member_id = row[f"{name}_of"], row[f"{name}_id"]
    assert isinstance(member_id, int), "a member has an id"
    return Member("team" if of == "team" else "person", member_id)


def _seating(row: Row, tables: tuple[Table, ...]) -> Seating:
    drawn = from_text(row["drawn_at"])
    assert drawn is not None, "the column is NOT NULL"
    goals = {name: Goal(row[name], row[f"{name}_bound"]) for name in _GOALS}
    return Seating(
        block_id=row["block_id"],
        kind=SharingKind(row["kind"]),
        layout_id=row["layout_id"],
        keep_apart=KeepApart(row["keep_apart"]),
        seed=row["seed"],
        tables=tables,
        claim=Claim(**goals, found=row["rounds_found"], possible=row["rounds_possible"]),
        drawn_at=drawn,
        minutes_to_move=row["minutes_to_move"],
        state=SeatingState(row["state"]),
        announced_at=from_text(row["announced_at"]),
        place=row["place"],
        id=row["id"],
    )


def _pin(row: Row) -> Pin:
    other = None if row["other_id"] is None else _member(row, "other")
    return Pin(PinKind(row["kind"]), _member(row, "one"), other, row["table_number"], row["id"])


# writing


def rows(value: Seatings) -> Rows:
    """Return every row the seatings are kept in. All ids must be given."""
    return by_key(_rows(value))


def _rows(value: Seatings) -> Iterator[tuple[str, Row]]:
    for seating in value.seatings:
        yield "seating", _seating_row(value.gathering_id, seating)
        for table in seating.tables:
            yield (
                "seating_table",
                {
                    "seating_id": seating.id,
                    "number": table.number,
                    "locked": int(table.locked),
                    "brings": table.brings,
                    "name": table.name,
                },
            )
            for place, member in enumerate((*table.members, *table.beside), start=1):
                yield "seat", _seat_row(seating, table, place, member)
    for pin in value.pins:
        yield "seating_pin", _pin_row(value.gathering_id, pin)


def _seating_row(gathering_id: int, seating: Seating) -> Row:
    claim = seating.claim
    row: Row = {
        "id": seating.id,
        "gathering_id": gathering_id,
        "block_id": seating.block_id,
        "kind": seating.kind.value,
        "state": seating.state.value,
        "layout_id": seating.layout_id,
        "keep_apart": seating.keep_apart.value,
        "seed": seating.seed,
        "minutes_to_move": seating.minutes_to_move,
        "place": seating.place,
        "drawn_at": to_text(seating.drawn_at),
        "announced_at": to_text(seating.announced_at),
        "rounds_found": claim.found,
        "rounds_possible": claim.possible,
    }
    for name in _GOALS:
        goal: Goal = getattr(claim, name)
        row |= {name: goal.count, f"{name}_bound": goal.bound}
    return row


def _seat_row(seating: Seating, table: Table, place: int, member: Member) -> Row:
    return {
        "seating_id": seating.id,
        "table_number": table.number,
        "place": place,
        "member_of": member.of,
        "member_id": member.id,
        "beside": int(place > len(table.members)),
        "host": int(member == table.host),
    }


def _pin_row(gathering_id: int, pin: Pin) -> Row:
    return {
        "id": pin.id,
        "gathering_id": gathering_id,
        "kind": pin.kind.value,
        "one_of": pin.one.of,
        "one_id": pin.one.id,
        "other_of": pin.other.of if pin.other else None,
        "other_id": pin.other.id if pin.other else None,
        "table_number": pin.table,
    }


def with_ids(database: Database, value: Seatings) -> Seatings:
    """Return the seatings with an id of its own for every new one and every new pin. Call it inside the transaction."""
    seating_ids, pin_ids = free_ids(database, "seating"), free_ids(database, "seating_pin")
    return replace(
        value,
        seatings=tuple(each if each.id else replace(each, id=next(seating_ids)) for each in value.seatings),
        pins=tuple(each if each.id else replace(each, id=next(pin_ids)) for each in value.pins),
    )
