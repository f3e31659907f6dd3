"""How rooms and their places are named, and what a plan says at each. `translate` is that of the window or command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.room_plan import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from samling.domain.room import PlaceKind, Room, Table, Unit

    Translate = Callable[[str], str]

_PLACE: dict[PlaceKind, str] = {
    "table": N_("Table {number}"),
    "room": N_("Room {number}"),
    "poster": N_("Poster {number}"),
    "place": N_("Place {number}"),
    "row": N_("Row {number}"),
}
_PLACE_HERE: dict[PlaceKind, str] = {
    "table": N_("table {number}"),
    "room": N_("room {number}"),
    "poster": N_("poster {number}"),
    "place": N_("place {number}"),
    "row": N_("row {number}"),
}
"""The same within a sentence."""

_PLACES: dict[PlaceKind, tuple[str, str]] = {
    "table": (N_("1 table"), N_("{count} tables")),
    "room": (N_("1 room"), N_("{count} rooms")),
    "poster": (N_("1 poster"), N_("{count} posters")),
    "place": (N_("1 place"), N_("{count} places")),
    "row": (N_("1 row"), N_("{count} rows")),
}
_UNITS: dict[Unit, tuple[str, str]] = {
    "team": (N_("1 team"), N_("{count} teams")),
    "person": (N_("1 person"), N_("{count} people")),
    "everybody": (N_("1 person"), N_("{count} people")),
}
_AT: dict[PlaceKind, str] = {
    "table": N_("{units} at each table"),
    "room": N_("{units} in each room"),
    "poster": N_("{units} at each poster"),
    "place": N_("{units} in each place"),
    "row": N_("{units} in each row"),
}
_SEATS = (N_("1 seat"), N_("{count} seats"))


def place_name(room: Room, table: Table, translate: Translate) -> str:
    """Return what a place is called: its own name, else "Table 3"."""
    return called(room.place, table.number, table.name, translate)


def called(place: PlaceKind, number: int, name: str, translate: Translate, *, within: bool = False) -> str:
    """Return what a place is called: its own name, else "Table 3", or `within` a sentence "table 3"."""
    return name or translate((_PLACE_HERE if within else _PLACE)[place]).format(number=number)


def places(room: Room, count: int, translate: Translate) -> str:
    """Return how many places there are: "6 tables"."""
    return _counted(_PLACES[room.place], count, translate)


def units(room: Room, count: int, translate: Translate) -> str:
    """Return how many are placed: "2 teams", "5 people"."""
    return _counted(_UNITS[room.unit], count, translate)


def share(room: Room, translate: Translate) -> str:
    """Return how many belong at each place: "2–3 teams at each table"."""
    least, most = room.at_table.least, room.at_table.most
    said = units(room, most, translate) if least == most else _some(_UNITS[room.unit], f"{least}–{most}", translate)
    return translate(_AT[room.place]).format(units=said)


def seats(count: int, translate: Translate) -> str:
    """Return how many seats there are: "12 seats"."""
    return _counted(_SEATS, count, translate)


def table_lines(room: Room, table: Table, translate: Translate, count: int | None = None) -> tuple[str, ...]:
    """Return what stands in a table's box before anybody is named: how many belong there, its seats, the way there.

    `count` is how many units; 0 where it stays free, None where that is still open.
    """
    lines = [table.floor] if table.floor else []
    if count is not None:
        lines.append(units(room, count, translate) if count else translate(N_("free")))
    if table.seats and (room.unit == "team" or count != table.seats):
        lines.append(seats(table.seats, translate))
    if table.walk_minutes:
        lines.append(translate(N_("{count} min to walk")).format(count=table.walk_minutes))
    return tuple(lines)


def plan(
    room: Room, tables: Iterable[Table], texts: Mapping[int, Sequence[str]], translate: Translate, language: str
) -> list[Box]:
    """Return what is drawn of a room: its fixtures, and its tables with what `texts` says for each number."""
    boxes = [
        Box(
            each.name.said(language), (seats(each.seats, translate),) if each.seats else (), each.row, each.column, True
        )
        for each in room.fixtures
    ]
    boxes += [
        Box(place_name(room, each, translate), tuple(texts.get(each.number, ())), each.row, each.column)
        for each in tables
    ]
    return boxes


def _counted(forms: tuple[str, str], count: int, translate: Translate) -> str:
    return translate(forms[0]) if count == 1 else _some(forms, count, translate)


def _some(forms: tuple[str, str], count: int | str, translate: Translate) -> str:
    return translate(forms[1]).format(count=count)
