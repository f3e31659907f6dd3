"""What the report tells of the room: who was here, who sat together, and how long each team had the floor.

Teams are named and people counted: the report lies in a file of its own, where no name could be forgotten later.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from samling.domain import roll_call
from samling.domain.localtime import to_local
from samling.domain.seating.names import Names
from samling.domain.seating.words import place
from samling.language import _
from samling.report.section import Section, Table
from samling.wording import clock_time, stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.gathering import Block
    from samling.domain.roll import Roll
    from samling.domain.seating.values import Seating
    from samling.domain.seating.values import Table as Seated
    from samling.domain.team import Team
    from samling.report.section import Matter

_NOTHING = "–"


def attendance(matter: Matter) -> Section | None:
    """How many were here of each team, from when; nothing where the roll was not taken."""
    roster, roll = matter.session.roster(), matter.session.roll()
    if not roll.is_taken:
        return None
    counts = roll_call.counts(roster, roll)
    came = sum(roll_call.team_presence(roll, team) is not None for team in roster.taking_part)
    words = _("{teams} of {all_teams} teams came.").format(teams=came, all_teams=counts.all_teams)
    return Section(
        key="attendance",
        title=_("Who was here"),
        data=[_team_json(team, roll, matter.zone) for team in roster.taking_part],
        lines=(words,),
        table=Table(
            (_("Team"), _("People"), _("Came"), _("Left")),
            tuple(_team_row(team, roll, matter.zone) for team in roster.taking_part),
            figures=frozenset({1}),
        ),
    )


def _came(team: Team, roll: Roll) -> tuple[int, int]:
    """How many of a team's members came, and how many there are."""
    members = roll_call.members(team)
    return sum(roll_call.presence(roll, each) is not None for each in members), len(members)


def _team_row(team: Team, roll: Roll, zone: str) -> tuple[str, ...]:
    found = roll_call.team_presence(roll, team)
    came, known = _came(team, roll)
    people = _("{count} of {all}").format(count=came, all=known) if known and came else _NOTHING
    return (
        team.name,
        people,
        clock_time(found.arrived_at, zone) if found else _("did not come"),
        clock_time(found.left_at, zone) if found and found.left_at else _NOTHING,
    )


def _team_json(team: Team, roll: Roll, zone: str) -> dict[str, Any]:
    found = roll_call.team_presence(roll, team)
    came, known = _came(team, roll)
    return {
        "team": team.name,
        "people": came,
        "known": known,
        "arrived_at": to_local(found.arrived_at, zone).isoformat() if found else None,
        "left_at": to_local(found.left_at, zone).isoformat() if found and found.left_at else None,
    }


def groups(matter: Matter) -> Section | None:
    """Who sat together in the day's sharing blocks, as it was announced, and what the tables bring back."""
    seatings = matter.session.seatings()
    shared = [(block, seatings.announced(block.id)) for block in matter.gathering.of_day(matter.number)]
    found = [(block, seating) for block, seating in shared if seating is not None]
    if not found:
        return None
    names = Names(matter.session.roster())
    return Section(
        key="groups",
        title=_("Who sat together"),
        data=[_seating_json(block, seating, names) for block, seating in found],
        lines=tuple(line for block, seating in found for line in _seating_lines(block, seating, names)),
    )


def _in_use(seating: Seating) -> Iterator[Seated]:
    return (table for table in seating.tables if table.members)


def _seating_lines(block: Block, seating: Seating, names: Names) -> Iterator[str]:
    for table in _in_use(seating):
        at = place(seating, table.number, _)
        said = f"{block.title}, {at}: {', '.join(_teams_at(table, names))}"
        yield _("{table}. Brings back: {brings}").format(table=said, brings=table.brings) if table.brings else said


def _teams_at(table: Seated, names: Names) -> list[str]:
    """The teams at a table; where people were mixed, with how many of each."""
    teams = Counter(team.name for member in table.members if (team := names.team(member)))
    are_people = any(member.of == "person" for member in table.members)
    words = _("{team} ({count})")
    return [words.format(team=team, count=count) if are_people else team for team, count in teams.items()]


def _seating_json(block: Block, seating: Seating, names: Names) -> dict[str, Any]:
    return {
        "block": block.title,
        "tables": [
            {"number": table.number, "teams": _teams_at(table, names), "brings": table.brings}
            for table in _in_use(seating)
        ],
    }


def rounds(matter: Matter) -> Section | None:
    """How long each team had the floor in the day's rounds, and what the steps of its blocks took."""
    found = [block for block in matter.gathering.of_day(matter.number) if any(turn.started_at for turn in block.turns)]
    if not found:
        return None
    return Section(
        key="rounds",
        title=_("Rounds and steps"),
        data=[_round_json(block) for block in found],
        lines=tuple(
            _("{block}: {turns}").format(block=block.title, turns=", ".join(_turn_words(block))) for block in found
        ),
    )


def _turn_words(block: Block) -> Iterator[str]:
    for title, seconds in _taken(block):
        length = _("skipped") if seconds is None else stopwatch(seconds)
        yield f"{title} {length}"


def _taken(block: Block) -> Iterator[tuple[str, Any]]:
    """What each turn took, None for one that nobody had."""
    from samling.domain.rounds.clock import figures

    found = figures(block, block.ended_at) if block.ended_at else None
    for each in found.turns if found else ():
        yield each.turn.title, each.elapsed if each.turn.started_at else None


def _round_json(block: Block) -> dict[str, Any]:
    return {
        "block": block.title,
        "turns": [
            {"title": title, "seconds": None if length is None else round(length.total_seconds())}
            for title, length in _taken(block)
        ],
    }
