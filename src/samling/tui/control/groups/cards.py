"""The tables of a seating as cards, and how the cards stand beside one another. Values only; nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.room_words import called
from samling.domain.seating.values import SharingKind
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samling.domain.room import PlaceKind
    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Member, Table

WIDTH, GAP = 38, 2
"""Columns of the narrowest card, and between two."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at a table: their name, and more quietly their team, or what they are there."""

    member: Member
    name: str
    more: str = ""
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A table: who sits there, why, and what it brings back."""

    title: str
    seats: tuple[Seat, ...]
    note: str = ""
    why: str = ""
    brings: str = ""


def cards(
    tables: Iterable[Table], place: PlaceKind, kind: SharingKind, names: Names, reasons: Mapping[int, str] | None = None
) -> tuple[Card, ...]:
    """Return a card for each table that somebody sits at; `reasons` say by its number why."""
    why = reasons or {}
    return tuple(
        _card(table, called(place, table.number, table.name, _), kind, names, why.get(table.number, ""))
        for table in tables
        if table.members
    )


def _card(table: Table, title: str, kind: SharingKind, names: Names, why: str) -> Card:
    return Card(
        title=title,
        seats=(
            *(Seat(each, names(each), _more(each, table, kind, names)) for each in table.members),
            *(Seat(each, names(each), _("beside"), is_beside=True) for each in table.beside),
        ),
        note=_("locked") if table.locked else "",
        why=why,
        brings=_("Brings back: {text}").format(text=table.brings) if table.brings else "",
    )


def _more(member: Member, table: Table, kind: SharingKind, names: Names) -> str:
    team = names.team(member) if kind is SharingKind.MIXED else None
    host = _("host") if member == table.host else ""
    return " · ".join(each for each in (host, team.name if team else "") if each)


def columns(width: int) -> int:
    """Return how many cards stand side by side in that width."""
    return max(1, (width + GAP) // (WIDTH + GAP))
