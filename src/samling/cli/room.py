"""`samling room`: how tables stand, drawn, and checking a room of one's own."""

from __future__ import annotations

import math
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.printing import echo_json, echo_shelf
from samling.domain.line import printable
from samling.language import _, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.content.shelf import Listed
    from samling.domain.room import Phrase, Room, Table

Json = dict[str, Any]

_TEAM = 5
"""A team is reckoned as so many people where only one of the two numbers is given: it has four to six."""

_TEAMS = 12
_PROSE = 100
"""Prose is not set wider than this, however wide the terminal."""


@click.group(help=_("Rooms: how tables stand and who sits where; copy one and make it yours."))
def room() -> None:
    """Handle rooms."""


@room.command("list", help=_("List our rooms and your own."), epilog=example("samling room list"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
def list_(as_json: bool) -> None:
    """List the rooms."""
    from samling.content.places import own_rooms
    from samling.content.rooms import list_rooms

    echo_shelf(list_rooms(), own_rooms(), as_json=as_json, row=_listed_json, about=_in_the_list)


@room.command(
    help=_("Draw a room, laid out for so many teams or people."),
    epilog=example("samling room show two-and-two --teams 9"),
)
@click.argument("room_id", metavar="ID|FILE.toml")
@click.option("--teams", type=click.IntRange(1, 500), metavar="N", help=_("Lay it out for so many teams."))
@click.option("--people", type=click.IntRange(1, 2000), metavar="N", help=_("Lay it out for so many people."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def show(room_id: str, teams: int | None, people: int | None, as_json: bool) -> None:
    """Draw a room."""
    from samling.content.rooms import find_room

    laid = _laid(find_room(room_id), teams, people)
    if as_json:
        echo_json(_show_json(laid))
    else:
        click.echo("\n".join(_show_lines(laid)))


@room.command(
    help=_("Check a room file: every error at once, with line and key."), epilog=example("samling room check hall.toml")
)
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check a room file."""
    from samling.content.rooms import check_room
    from samling.domain import room_words

    found = check_room(file)
    size = _("as many as are needed") if found.grows else room_words.places(found, len(found.tables), _)
    click.echo(
        _("{path} is fine: {title}, {size}.").format(path=printable(str(file)), title=_said(found.name), size=size)
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    """A room as it is shown: its tables, and how many units sit at each table's number, where that was asked."""

    room: Room
    units: int | None
    tables: tuple[Table, ...]
    counts: dict[int, int]


def _laid(room: Room, teams: int | None, people: int | None) -> _Laid:
    """Lay a room out; raises `Refused` with the rooms that would do where it is too small."""
    from samling.content.rooms import list_rooms
    from samling.domain.room_seating import fits, lay_out, require

    units = _units(room, teams, people)
    if units is None:
        return _Laid(room, None, room.tables, {})
    if not fits(room, units, people):
        require(room, units, [each.content for each in list_rooms() if each.content], people)
    seated = lay_out(room, units)
    return _Laid(room, units, tuple(each.table for each in seated), {each.table.number: each.units for each in seated})


def _units(room: Room, teams: int | None, people: int | None) -> int | None:
    """How many units to lay the room out for; None to show the tables that are there as they stand."""
    if teams is None and people is None:
        if not room.grows:
            return None
        teams = _TEAMS
    if room.unit == "team":
        return teams if teams is not None else math.ceil((people or 0) / _TEAM)
    return people if people is not None else (teams or 0) * _TEAM


# --- Text ------------------------------------------------------------------------------------------------------------


def _said(phrase: Phrase) -> str:
    return printable(phrase.said(language()))


def _in_the_list(each: Listed[Room]) -> str:
    from samling.domain import room_words

    found = each.content
    if found is None:
        return _("cannot be used: samling room check {path}").format(path=printable(str(each.path)))
    parts = [_said(found.name), room_words.share(found, _)]
    parts += [] if found.grows else [_size(found, found.tables)]
    parts += [_moving(found)] if found.moving_minutes else []
    parts += [] if each.is_ours else [_("yours")]
    return " · ".join(parts)


def _moving(found: Room) -> str:
    return _("{count} min to move").format(count=found.moving_minutes)


def _size(found: Room, tables: Sequence[Table]) -> str:
    """How large it is: "6 tables, 72 seats"; without the seats where nobody sits."""
    from samling.domain import room_words

    seats = sum(table.seats for table in tables)
    said = room_words.places(found, len(tables), _)
    return f"{said}, {room_words.seats(seats, _)}" if seats else said


def _show_lines(laid: _Laid) -> Iterator[str]:
    from samling.domain import room_plan, room_words

    width = shutil.get_terminal_size().columns
    found = laid.room
    head = [_said(found.name)]
    head += [room_words.units(found, laid.units, _)] if laid.units is not None else []
    head += [_size(found, laid.tables)]
    head += [_moving(found)] if found.moving_minutes else []
    yield from _prose(" · ".join(head), width)
    yield from _prose(_said(found.about), width)
    yield ""
    texts = {
        table.number: room_words.table_lines(found, table, _, laid.counts.get(table.number)) for table in laid.tables
    }
    boxes = room_words.plan(found, laid.tables, texts, _, language())
    yield from room_plan.draw(boxes, width, _said(found.front) if found.front else "")
    if found.needs:
        yield ""
        yield _("Needed:")
        for need in found.needs:
            yield from _prose(_said(need), width, "– ")


def _prose(text: str, width: int, mark: str = "") -> Iterator[str]:
    """A text in lines; those after the first are indented under what the mark stands before."""
    from samling.domain.room_plan import fold

    for line in fold(text, min(width, _PROSE) - len(mark)):
        yield mark + line
        mark = " " * len(mark)


# --- JSON ------------------------------------------------------------------------------------------------------------


def _listed_json(each: Listed[Room]) -> Json:
    """Return an entry of what `room list --json` prints."""
    answer: Json = {
        "id": each.id,
        "ours": each.is_ours,
        "path": str(each.path),
        "faults": [fault.sentence(_) for fault in each.faults],
    }
    return answer | (_about_json(each.content) if each.content else {})


def _about_json(found: Room) -> Json:
    return {
        "name": asdict(found.name),
        "unit": found.unit,
        "kind": found.kind,
        "place": found.place,
        "at_table": asdict(found.at_table),
        "seats_each": asdict(found.seats_each),
        "tables": None if found.grows else len(found.tables),
        "seats": found.seats,
        "minutes_to_move": found.moving_minutes,
    }


def _show_json(laid: _Laid) -> Json:
    """Return the object that `room show --json` prints."""
    found = laid.room
    return {
        "id": found.id,
        **_about_json(found),
        "about": asdict(found.about),
        "needs": [asdict(each) for each in found.needs],
        "front": asdict(found.front) if found.front else None,
        "fixtures": [asdict(each) for each in found.fixtures],
        "units": laid.units,
        "seats": sum(table.seats for table in laid.tables),
        "tables": [{**asdict(each), "units": laid.counts.get(each.number)} for each in laid.tables],
    }
