"""Lists of who sits where, for paper, spreadsheets and rooms in Teams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain import room_words
from samling.domain.errors import N_
from samling.domain.roll_finding import in_order
from samling.domain.seating import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Member, Seating, Table
    from samling.domain.seating.words import Translate


@dataclass(frozen=True, slots=True)
class Seat:
    """One line of a list: who sits at which table, by its number. `team` is empty for a team."""

    name: str
    team: str
    table: int


def seats(seating: Seating, names: Names) -> tuple[Seat, ...]:
    """Return everybody's seat, those beside the drawn included, in the order of the Norwegian alphabet."""
    found = (
        Seat(names(member), _team(names, member), table.number)
        for table in seating.tables
        for member in (*table.members, *table.beside)
    )
    return tuple(sorted(found, key=lambda seat: (in_order(seat.name), in_order(seat.team))))


def _team(names: Names, member: Member) -> str:
    team = names.team(member)
    return team.name if member.of == "person" and team is not None else ""


def as_text(seating: Seating, names: Names, translate: Translate) -> Iterator[str]:
    """Yield the lines of a list for the door: the tables with who sits there, then everybody by name."""
    for table in _in_use(seating):
        called = ", ".join(map(names, (*table.members, *table.beside)))
        yield f"{words.place(seating, table.number, translate, within=False)}: {called}"
    yield ""
    for seat in seats(seating, names):
        who = f"{seat.name} ({seat.team})" if seat.team else seat.name
        yield f"{who}: {words.place(seating, seat.table, translate)}"


def as_rows(seating: Seating, names: Names, translate: Translate) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a spreadsheet, headings first, table by table: `groups history import` reads it again."""
    yield tuple(translate(each) for each in (N_("table"), N_("team"), N_("name"), N_("host"), N_("brings back")))
    for table in _in_use(seating):
        for member in (*table.members, *table.beside):
            team, person = names.team(member), names.person(member)
            host = translate(N_("yes")) if member == table.host else ""
            yield (
                table.name or str(table.number),
                team.name if team else "",
                person.name if person else "",
                host,
                table.brings,
            )


def as_rooms(seating: Seating, names: Names, translate: Translate) -> Iterator[str]:
    """Yield a line for each breakout room in Teams, to be read while the rooms are made: who is let into which."""
    for table in _in_use(seating):
        called = "; ".join(map(names, (*table.members, *table.beside)))
        yield f"{room_words.called('room', table.number, table.name, translate)}: {called}"


def _in_use(seating: Seating) -> Iterator[Table]:
    return (table for table in seating.tables if table.members or table.beside)
