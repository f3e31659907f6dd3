"""Networks and the short lines that lists of gatherings show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from samling.domain.agenda import Progress


@dataclass(frozen=True, slots=True)
class Network:
    """A learning network. `timezone` is the IANA zone in which its clock times are meant."""

    name: str
    timezone: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A network with how much it holds, for lists."""

    network: Network
    gatherings: int
    teams: int
    people: int


@dataclass(frozen=True, slots=True)
class GatheringLine:
    """A gathering as lists show it. `date` is the first day's."""

    id: int
    network_id: int
    number: int
    title: str
    date: date
    progress: Progress
