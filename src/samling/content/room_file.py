"""What a room file may hold, key by key, and how it becomes a room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from samling.content.explain import FOUND, between, checked
from samling.content.fields import (
    CHOICE,
    FILLED_LINE,
    LINE,
    SLUG,
    TEXT,
    TEXTS,
    AsTuple,
    Line,
    Name,
    Slug,
    Table,
    Text,
    slug,
)
from samling.content.toml_file import read_document
from samling.domain import room as rooms
from samling.domain.errors import N_
from samling.domain.room_seating import placed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.content.faults import Fault
    from samling.content.toml_file import Document

_COUNT = N_("a whole number from 1 to 100")
_SHARE = N_("a table, as in {{ usual = 2, least = 2, most = 3 }}")
_SEATS_EACH = N_("a table, as in {{ least = 4, most = 6 }}")
_SEATS = N_("a whole number from 0 to 2000")
_GRID = N_("a whole number from 1 to 50")
_MINUTES = N_("whole minutes from 0 to 60")
_TABLES = N_("a list of at most 500 tables, each under a heading [[tables]]")
_FIXTURES = N_("a list of at most 500 fixtures, each under a heading [[fixtures]]")

_RISING = N_("least, usual and most in rising order")
_FOR_TEAMS = N_("seats_each only where the unit is team; a person has one seat")
_KIND_OF_UNIT = N_('kind "pairs" with unit "team", "mixed" with unit "person", or "none"')
_AS_MANY = N_("as many texts as in needs, in the same order")
_TAKEN = N_("found {found}, where the one in line {other} stands already")
_OWN_SPOT = N_("a row and column of its own for each table and fixture")
_SAME_NAME = N_("found {found}, which the table in line {other} is called already")
_OWN_NAME = N_("a name of its own for each table, or none: then it goes by its number")
_HALF = N_("the table has no row or no column")
_ALL_OR_NONE = N_("row and column for every table, or for none of them")

Count = Annotated[int, Field(ge=1, le=100)]
SeatCount = Annotated[int, Field(ge=0, le=2_000)]
Grid = Annotated[int, Field(ge=1, le=50)]
ShortMinutes = Annotated[int, Field(ge=0, le=60)]


class ShareTable(Table):
    """`{ usual = 2, least = 2, most = 3 }`; what is left out is as `usual`."""

    usual: Count = Field(description=_COUNT)
    least: Count | None = Field(default=None, description=_COUNT)
    most: Count | None = Field(default=None, description=_COUNT)


class SeatsEachTable(Table):
    """`{ least = 4, most = 6 }`: a team has four to six people."""

    least: SeatCount = Field(default=4, description=_SEATS)
    most: SeatCount = Field(default=6, description=_SEATS)


class FixtureTable(Table):
    """One `[[fixtures]]`."""

    name: Name = Field(description=FILLED_LINE)
    name_en: Line = Field(default="", description=LINE)
    row: Grid = Field(description=_GRID)
    column: Grid = Field(description=_GRID)
    seats: SeatCount = Field(default=0, description=_SEATS)


class TableTable(Table):
    """One `[[tables]]`."""

    name: Line = Field(default="", description=LINE)
    seats: SeatCount = Field(description=_SEATS)
    row: Grid | None = Field(default=None, description=_GRID)
    column: Grid | None = Field(default=None, description=_GRID)
    floor: Line = Field(default="", description=LINE)
    walk_minutes: ShortMinutes = Field(default=0, description=_MINUTES)


class RoomTable(Table):
    """The whole file."""

    id: Slug | None = Field(default=None, description=SLUG)
    name: Name = Field(description=FILLED_LINE)
    name_en: Line = Field(default="", description=LINE)
    about: Text = Field(default="", description=TEXT)
    about_en: Text = Field(default="", description=TEXT)
    unit: rooms.Unit = Field(description=CHOICE)
    kind: rooms.DrawKind = Field(default="none", description=CHOICE)
    place: rooms.PlaceKind = Field(default="table", description=CHOICE)
    at_table: ShareTable = Field(description=_SHARE)
    seats_each: SeatsEachTable | None = Field(default=None, description=_SEATS_EACH)
    minutes_to_move: ShortMinutes = Field(default=0, description=_MINUTES)
    needs: Annotated[tuple[Name, ...], AsTuple] = Field(default=(), description=TEXTS)
    needs_en: Annotated[tuple[Name, ...], AsTuple] = Field(default=(), description=TEXTS)
    front: Line = Field(default="", description=LINE)
    front_en: Line = Field(default="", description=LINE)
    columns: Grid | None = Field(default=None, description=_GRID)
    fixtures: Annotated[tuple[FixtureTable, ...], AsTuple] = Field(default=(), description=_FIXTURES)
    tables: Annotated[tuple[TableTable, ...], AsTuple] = Field(default=(), description=_TABLES)


def load_room(path: Path) -> rooms.Room:
    """Read one room file; raise `ContentFaults` with everything that is wrong with it."""
    table = checked(read_document(path), RoomTable, _relations)
    return rooms.Room(
        id=table.id or slug(path.stem) or "room",
        name=_phrase(table.name, table.name_en),
        about=_phrase(table.about, table.about_en),
        unit=table.unit,
        kind=table.kind,
        place=table.place,
        at_table=_share(table.at_table),
        seats_each=_seats_each(table),
        minutes_to_move=table.minutes_to_move,
        needs=tuple(map(_phrase, table.needs, table.needs_en or table.needs)),
        front=_phrase(table.front, table.front_en) if table.front else None,
        columns=table.columns,
        fixtures=tuple(
            rooms.Fixture(_phrase(each.name, each.name_en), each.row, each.column, each.seats)
            for each in table.fixtures
        ),
        tables=_tables(table),
    )


def _phrase(nb: str, en: str) -> rooms.Phrase:
    """A text in both languages; in bokmål alone where the file has no English."""
    return rooms.Phrase(nb, en or nb)


def _share(table: ShareTable) -> rooms.Share:
    return rooms.Share(table.usual, table.least or table.usual, table.most or table.usual)


def _seats_each(table: RoomTable) -> rooms.Seats:
    if table.unit != "team":
        return rooms.Seats(1, 1)
    each = table.seats_each or SeatsEachTable()
    return rooms.Seats(each.least, each.most)


def _tables(table: RoomTable) -> tuple[rooms.Table, ...]:
    """The tables that the file names, put in rows where it does not say where they stand."""
    made = tuple(
        rooms.Table(number, each.seats, each.row or 0, each.column or 0, each.name, each.floor, each.walk_minutes)
        for number, each in enumerate(table.tables, start=1)
    )
    if all(each.row for each in made):
        return made
    return placed(made, table.columns, max((each.row for each in table.fixtures), default=0))


def _relations(document: Document) -> Iterator[Fault]:
    """Yield the faults that lie between keys, from the raw tables, whatever else is wrong with them."""
    data = document.data
    yield from _order(document, "at_table", ("least", "usual", "most"), 1)
    yield from _order(document, "seats_each", ("least", "most"), 0)
    if "seats_each" in data and data.get("unit") in ("person", "everybody"):
        yield between(document, ("seats_each",), data["seats_each"], (FOUND, _FOR_TEAMS))
    if (data.get("kind"), data.get("unit")) in (
        *(("pairs", unit) for unit in ("person", "everybody")),
        *(("mixed", unit) for unit in ("team", "everybody")),
    ):
        yield between(document, ("kind",), data["kind"], (FOUND, _KIND_OF_UNIT))
    needs, english = data.get("needs", []), data.get("needs_en", [])
    if isinstance(needs, list) and isinstance(english, list) and english and len(english) != len(needs):
        yield between(document, ("needs_en",), english, (FOUND, _AS_MANY))
    yield from _names(document)
    yield from _spots(document)


def _order(document: Document, key: str, names: tuple[str, ...], floor: int) -> Iterator[Fault]:
    """Yield a fault where the numbers of a table, from `floor`, do not rise in the order of their names."""
    table = document.data.get(key)
    values = {name: table.get(name) for name in names} if isinstance(table, dict) else {}
    given = {name: value for name, value in values.items() if type(value) is int and value >= floor}
    if list(given.values()) != sorted(given.values()):
        found = ", ".join(f"{name} {value}" for name, value in given.items())
        yield between(document, (key,), found, (FOUND, _RISING))


def _names(document: Document) -> Iterator[Fault]:
    lines: dict[str, int] = {}
    for index, table in _items(document, "tables"):
        name, path = table.get("name"), ("tables", index, "name")
        if not isinstance(name, str) or not name.strip():
            continue
        if name.strip() in lines:
            yield between(document, path, name, (_SAME_NAME, _OWN_NAME), other=lines[name.strip()])
        lines.setdefault(name.strip(), document.lines.line(path))


def _spots(document: Document) -> Iterator[Fault]:
    """Yield the faults of where things stand: two in one spot, and tables of which some alone say where."""
    lines: dict[tuple[int, int], int] = {}
    for key in ("fixtures", "tables"):
        for index, item in _items(document, key):
            row, column = item.get("row"), item.get("column")
            if type(row) is not int or type(column) is not int:
                continue
            if (row, column) in lines:
                yield between(document, (key, index, "row"), row, (_TAKEN, _OWN_SPOT), other=lines[row, column])
            lines.setdefault((row, column), document.lines.line((key, index)))
    said = [[name in table for name in ("row", "column")] for _index, table in _items(document, "tables")]
    for index, each in enumerate(said):
        if not all(each) and any(map(any, said)):
            yield between(document, ("tables", index), {}, (_HALF, _ALL_OR_NONE))


def _items(document: Document, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the tables of a list with their places, whatever else stands in it."""
    items = document.data.get(key)
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield index, item
