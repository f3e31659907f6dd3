"""What a report is made of: sections of lines and tables in the language in use, and what each is made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.gathering import Day, Gathering
    from samling.domain.network import Network
    from samling.session import Session
    from samling.store.log import LogEntry


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their headings. The columns in `figures` are set to the right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. `key` names it in JSON, where `data` stands for it: plain values that JSON can hold."""

    key: str
    title: str
    data: Any
    lines: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `data` is what JSON says beside the sections."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    data: dict[str, Any]


@dataclass(frozen=True)
class Matter:
    """What sections are made from: a day of a gathering, and the session for what else lies in the file."""

    session: Session
    network: Network
    gathering: Gathering
    number: int

    @property
    def day(self) -> Day:
        """The day that is told of."""
        return self.gathering.day(self.number)

    @property
    def zone(self) -> str:
        """The time zone in which clock times are told."""
        return self.gathering.timezone

    @cached_property
    def log(self) -> Sequence[LogEntry]:
        """What was done to the gathering, oldest first."""
        return self.session.log(self.gathering.id)
