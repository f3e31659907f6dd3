"""What a demo file may hold, key by key, and how it becomes a demo."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Literal, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import Field

from samling.content.demo import Demo, DemoGathering, DemoStep
from samling.content.explain import checked
from samling.content.fields import AsTuple, Clock, Line, Name, Slug, Table, Text
from samling.content.toml_file import read_document
from samling.domain.errors import N_
from samling.domain.team import Person, Team

# Within a table that has a key `date`, the name no longer means the type.
Day: TypeAlias = date

_LINE = N_("one line of text in quotation marks, 1 to 1000 characters")
_CLOCK = N_('a clock time, as in "09:15"')
_DATE = N_("a date without quotation marks, as in 2026-09-16")
_SECOND = N_("a clock time with seconds and without quotation marks, as in 09:15:00")
_LIST = N_("a list of tables")


class StepTable(Table):
    """One thing that was done."""

    at: time = Field(description=_SECOND)
    action: Literal[
        "start", "next", "pause", "resume", "extend", "drop", "restore", "duplicate", "finish", "note"
    ] = Field(description=N_("one of {choices}"))  # fmt: skip
    position: int | None = Field(default=None, ge=1, description=N_("the place of a block, counted from 1"))
    minutes: int | None = Field(default=None, description=N_("whole minutes, with - for fewer"))
    text: Text | None = Field(default=None, description=N_("text in quotation marks, at most 10,000 characters"))


class GatheringTable(Table):
    """One `[[gatherings]]`."""

    programme: Slug = Field(description=N_("the id of one of our programmes"))
    date: Day = Field(description=_DATE)
    start: Clock = Field(description=_CLOCK)
    end: Clock = Field(description=_CLOCK)
    steps: Annotated[tuple[StepTable, ...], AsTuple] = Field(default=(), description=_LIST)


class PersonTable(Table):
    """`{ name = "...", role = "...", profession = "..." }`."""

    name: Name = Field(description=_LINE)
    role: Slug = Field(default="member", description=N_("small letters a to z and digits, with single hyphens between"))
    profession: Line = Field(default="", description=_LINE)


class TeamTable(Table):
    """One `[[teams]]`."""

    name: Name = Field(description=_LINE)
    organisation: Line = Field(default="", description=_LINE)
    unit: Line = Field(default="", description=_LINE)
    place: Line = Field(default="", description=_LINE)
    theme: Line = Field(default="", description=_LINE)
    problem: Line = Field(default="", description=_LINE)
    aim: Line = Field(default="", description=_LINE)
    coach: Line = Field(default="", description=_LINE)
    step: Line = Field(default="", description=_LINE)
    people: Annotated[tuple[PersonTable, ...], AsTuple] = Field(default=(), description=_LIST)


class DemoTable(Table):
    """The whole file."""

    name: Name = Field(description=_LINE)
    timezone: Name = Field(description=_LINE)
    clock: datetime = Field(description=N_("a date and time without quotation marks, as in 2026-11-04T10:47:30"))
    gatherings: Annotated[tuple[GatheringTable, ...], AsTuple] = Field(description=_LIST)
    teams: Annotated[tuple[TeamTable, ...], AsTuple] = Field(description=_LIST)


def load(path: Path) -> Demo:
    """Read a demo file; raise `ContentFaults` with everything that is wrong with it."""
    table = checked(read_document(path), DemoTable)
    zone = ZoneInfo(table.timezone)
    return Demo(
        name=table.name,
        timezone=table.timezone,
        clock=table.clock.replace(tzinfo=zone).astimezone(UTC),
        teams=tuple(_team(team) for team in table.teams),
        gatherings=tuple(_gathering(gathering, zone) for gathering in table.gatherings),
    )


def _team(table: TeamTable) -> Team:
    people = tuple(Person(each.name, each.role, each.profession) for each in table.people)
    return Team(**table.model_dump(exclude={"people"}), people=people)


def _gathering(table: GatheringTable, zone: ZoneInfo) -> DemoGathering:
    steps = tuple(_step(step, table.date, zone) for step in table.steps)
    return DemoGathering(table.programme, table.date, table.start, table.end, steps)


def _step(table: StepTable, day: date, zone: ZoneInfo) -> DemoStep:
    seconds = None if table.minutes is None else table.minutes * 60
    stated = {"position": table.position, "seconds": seconds, "text": table.text}
    at = datetime.combine(day, table.at, zone).astimezone(UTC)
    return DemoStep(at, table.action, {name: value for name, value in stated.items() if value is not None})
