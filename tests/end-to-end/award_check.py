"""The result of the pitches in plain arithmetic: from the scores that were acknowledged, not from those in the file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from scoring_reference import ranks, totals, values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

WEIGHTS = {"Aim": 30, "Change": 30, "Result": 40}
"""Of the short form, in per cent."""


def check_award(database: sqlite3.Connection, tables: dict[str, Any]) -> Iterator[str]:
    """Yield where the settled places, or the announced ones, are not those that the acknowledged scores come to."""
    numbers = {key[0] for key in tables["score"]}
    for number in numbers:
        expected = _placed(tables, number)
        for revision, team, place in database.execute(
            "SELECT revision, team.name, p.place FROM award_placing p JOIN team ON team.id = team_id"
        ):
            if expected.pop(team, None) != place:
                yield f"award, revision {revision}: {team} has place {place}, its scores come to another"
        for team, place in expected.items():
            yield f"award: {team} is missing, its scores come to place {place}"
        for (gathering, step), (place, teams, _at) in tables["revealed"].items():
            placed = {team for team, rank in _placed(tables, number).items() if rank == place}
            if gathering == number and teams != placed:
                yield f"award: step {step} announced {sorted(teams)}, place {place} is by the scores {sorted(placed)}"


def _placed(tables: dict[str, Any], number: int) -> dict[str, int | None]:
    """Return every team's place by the submitted sheets, the newest version of each."""
    newest: dict[tuple[str, str], int] = {}
    for (gathering, judge, team, version), (submitted, _reason) in tables["sheet"].items():
        if gathering == number and submitted is not None:
            newest[judge, team] = max(version, newest.get((judge, team), 0))
    sheets: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for (gathering, judge, team, version, criterion), (value,) in tables["score"].items():
        if gathering == number and newest.get((judge, team)) == version:
            sheets[judge][team][criterion] = value
    teams = [key[1] for key, row in tables["pitch"].items() if key[0] == number and row[1] == "done"]
    return ranks(values(totals(sheets, WEIGHTS), teams, "rule"))
