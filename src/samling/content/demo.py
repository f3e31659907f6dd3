"""The invented network that `samling demo` opens: teams, a gathering that is over, and one that is under way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from samling.content.places import shipped

if TYPE_CHECKING:
    from samling.domain.team import Team


@dataclass(frozen=True, slots=True)
class DemoStep:
    """Something that the facilitator did: `action` by its name in the registry, `at` in UTC, with its `arguments`."""

    at: datetime
    action: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DemoGathering:
    """A gathering of the demo: its programme's id, its date and its promised hours (local), and what has been done."""

    programme_id: str
    date: date
    start: time
    end: time
    steps: tuple[DemoStep, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """The whole demo. `clock` (UTC) is what its clock shows when it opens; `timezone` is an IANA zone."""

    name: str
    timezone: str
    clock: datetime
    teams: tuple[Team, ...]
    gatherings: tuple[DemoGathering, ...]


def load_demo() -> Demo:
    """Read our demo; raise `ContentFaults` when somebody has spoilt it."""
    from samling.content.demo_file import load  # pydantic, only when content is read

    return load(shipped("data", "demo", "fjordhelse.toml"))
