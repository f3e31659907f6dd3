"""Pins that contradict each other, or a locked table, told by the names of those who are pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.seating import words
from samling.domain.seating.values import PinKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Pin, Table


class PinsClash(Refused):
    """Pins that no seating can keep: the smallest set of them, and nothing more."""

    def __init__(self, pins: tuple[Pin, ...], names: Names) -> None:
        template = N_("One pin cannot be kept:")
        if len(pins) != 1:
            template = N_("These {count} pins contradict each other: no seating keeps them all.")
        super().__init__(template, count=len(pins))
        self.pins = pins
        self._names = names

    def sentences(self, translate: Callable[[str], str] = str) -> tuple[str, ...]:
        """Say each pin in one line."""
        return tuple(words.pin(each, self._names, translate) for each in self.pins)


class LockedClash(PinsClash):
    """A pin that cannot be kept while a table is locked."""

    def __init__(self, pin: Pin, table: int, names: Names) -> None:
        super().__init__((pin,), names)
        self.template = N_("Table {number} is locked, so a pin cannot be kept. Unlock the table or clear the pin:")
        self.parts = {"number": table}


def check_locked(locked: Iterable[Table], pins: Iterable[Pin], names: Names) -> None:
    """Raise `LockedClash` for the first pin that a locked table contradicts."""
    tables = tuple(locked)
    for pin in pins:
        for table in tables:
            if _contradicts(pin, table):
                raise LockedClash(pin, table.number, names)


def _contradicts(pin: Pin, table: Table) -> bool:
    here = [member in table.members for member in (pin.one, pin.other) if member is not None]
    if pin.kind is PinKind.TABLE:
        return any(here) != (pin.table == table.number)
    return any(here) and all(here) == (pin.kind is PinKind.APART)
