"""An independent look at the file of simulated days: it holds what was acknowledged, all of it and nothing else.

Its own SQL on plain sqlite3, and none of samling's code: what is wrong in samling cannot be wrong here in the same way.
It reads a file that no window has open. Every fault is a sentence that names what was promised and what was found.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import closing
from itertools import combinations
from typing import TYPE_CHECKING, Any

from award_check import check_award
from checked_rows import KINDS, differences, instant, open_file, read
from promised import promised

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from journal import Deed, Journal
    from promised import Rows, Tables

UNCHECKED = {
    "log", "undo_step", "_sqlite_migrations", "sqlite_sequence", "in_use", "clock_seen", "demo", "display",
    "sheet_revision", "pitching", "scoring_form", "scoring_criterion", "survey_question", "day",
    "seating", "seating_table", "seat", "award_revision", "award_placing", "award_revealed", "award_revealed_team",
    "person_presence", "pitch_run", "judge_recusal", "survey_answer",
}  # fmt: skip
"""Tables that are no kind of row by their own name: looked at by another query, by another rule, or bookkeeping."""


def check(file: Path, journal: Journal, reports: dict[int, dict[str, Any]]) -> list[str]:
    """Return every fault of the file, and of the day reports by their gathering's number; none when all is well."""
    with closing(open_file(file)) as database:
        faults = list(_unsound(database))
        if not faults:
            tables = promised(journal)
            faults += _log_faults(database, journal)
            for name, kind in KINDS.items():
                faults += differences(name, tables[name], read(database, kind))
            faults += differences("seating", tables["seating"], _seatings(database))
            faults += _met_again(journal)
            faults += differences("revealed", tables["revealed"], _revealed(database))
            faults += check_award(database, tables)
            faults += _invented_tables(database)
            faults += _report_faults(tables, reports)
    return faults


def _unsound(database: sqlite3.Connection) -> Iterator[str]:
    for pragma in ("integrity_check", "foreign_key_check"):
        for row in database.execute(f"PRAGMA {pragma}"):
            if row != ("ok",):
                yield f"{pragma}: {row}"


# the log


def _log_faults(database: sqlite3.Connection, journal: Journal) -> Iterator[str]:
    """Yield where the log is not one row for each deed, in the order of each lane, at its time and with its facts."""
    written: dict[str, list[dict[str, Any]]] = defaultdict(list)
    latest = ""
    names = ("id", "gathering_id", "recorded_at", "happened_at", "who", "action", "arguments")
    for values in database.execute(
        "SELECT id, gathering_id, recorded_at, happened_at, who, action, arguments FROM log ORDER BY id"
    ):
        row = dict(zip(names, values, strict=True))
        row["arguments"] = json.loads(row["arguments"])
        written[_lane(row)].append(row)
        if row["gathering_id"] is not None:  # what comes before is told by the machine's clock, not by the file's
            if row["recorded_at"] < latest:
                yield f"log: row {row['id']} was recorded before the row above it"
            latest = row["recorded_at"]
    promises: dict[str, list[Deed]] = defaultdict(list)
    for deed in journal.deeds:
        promises[deed.lane].append(deed)
    for lane in promises.keys() | written.keys():
        yield from _lane_faults(lane, promises[lane], written[lane])


def _lane(row: dict[str, Any]) -> str:
    judge = row["arguments"].get("judge", "") if row["who"] == "judge" else ""
    return f"{row['who']} {judge}".strip()


def _lane_faults(lane: str, promises: list[Deed], written: list[dict[str, Any]]) -> Iterator[str]:
    for deed, row in zip(promises, written, strict=False):
        said = {name: value for name, value in deed.facts.items() if name in row["arguments"]}
        if row["action"] != deed.action or any(row["arguments"][name] != value for name, value in said.items()):
            yield f"log of {lane}: row {row['id']} is {row['action']} {row['arguments']}, promised was {deed}"
            return
        if not deed.span.fits(instant(row["happened_at"])):
            yield f"log of {lane}: row {row['id']} happened at {row['happened_at']}, promised was {deed}"
    for deed in promises[len(written) :]:
        yield f"log of {lane}: no row for {deed}"
    for row in written[len(promises) :]:
        yield f"log of {lane}: nobody did row {row['id']}, {row['action']} {row['arguments']}"


# what is no row of its own


def _seatings(database: sqlite3.Connection) -> Rows:
    """Return who sits with whom in what was announced, by gathering and block."""
    tables: dict[tuple[Any, ...], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    announced: dict[tuple[Any, ...], datetime | None] = {}
    for number, block, at, table, team in database.execute(
        "SELECT g.number, title, announced_at, table_number, team.name FROM seating"
        " JOIN g ON g.id = seating.gathering_id JOIN block ON block.id = block_id"
        " JOIN seat ON seating_id = seating.id LEFT JOIN team ON team.id = member_id"
        " WHERE seating.state = 'announced'"
    ):
        tables[number, block][table].add(team)
        announced[number, block] = instant(at)
    return {key: [frozenset(map(frozenset, each.values())), announced[key]] for key, each in tables.items()}


def _met_again(journal: Journal) -> Iterator[str]:
    """Yield who sat together at two gatherings although a window promised it of nobody.

    What held when the round was over counts: who was moved away by a repair has not met.
    """
    last = {deed.gathering: deed for deed in journal.deeds if deed.action in {"groups-announce", "groups-repair"}}
    met: dict[frozenset[str], int] = {}
    for number, deed in last.items():
        pairs = {frozenset(pair) for table in deed.facts["tables"] for pair in combinations(table, 2)}
        if deed.facts["no_repeat"]:
            for pair in pairs & met.keys():
                yield f"seating: {' and '.join(sorted(pair))} meet in gatherings {met[pair]} and {number}"
        met |= dict.fromkeys(pairs, number)


def _revealed(database: sqlite3.Connection) -> Rows:
    """Return what was announced, in its order."""
    found: Rows = {}
    for number, step, place, at, team in database.execute(
        "SELECT g.number, r.number, r.place, revealed_at, team.name FROM award_revealed r"
        " JOIN award_revealed_team t ON (t.gathering_id, revealed) = (r.gathering_id, r.number)"
        " JOIN team ON team.id = team_id JOIN g ON g.id = r.gathering_id"
    ):
        _place, teams, _at = found.setdefault((number, step), [place, frozenset(), instant(at)])
        found[number, step][1] = teams | {team}
    return found


def _invented_tables(database: sqlite3.Connection) -> Iterator[str]:
    """Yield the tables that hold rows although nothing that was done writes there."""
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if name not in KINDS and name not in UNCHECKED:
            (count,) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 - the file's own name
            if count:
                yield f"{name}: nobody made its rows, found were {count}"


# the day reports


def _report_faults(tables: Tables, reports: dict[int, dict[str, Any]]) -> Iterator[str]:
    """Yield where a day report tells other blocks, lengths, teams or pitches than were promised."""
    told: Tables = defaultdict(dict)
    for number, report in reports.items():
        _read_report(told, number, report)
    promises = {name: {key: row for key, row in tables[name].items() if key[0] in reports} for name in tables}
    for name in ("block", "pitch", "run"):
        yield from differences(f"day report, {name}", promises.get(name, {}), told[name])
    teams = {person: team for team, person in tables["person"]}
    here = Counter((number, teams[person]) for number, person in promises.get("here", {}))
    yield from differences("day report, team", {key: [count] for key, count in here.items()}, told["team"])


def _read_report(told: Tables, number: int, report: dict[str, Any]) -> None:
    """Take what a day report tells into rows like those of the file."""
    for each in report["blocks"]:
        names = ("title", "planned_seconds", "added_seconds", "state")
        times = (instant(each[name]) for name in ("started_at", "ended_at"))
        told["block"][number, each["position"]] = [*(each[name] for name in names), *times]
    for each in report.get("attendance", ()):
        if each["people"]:
            told["team"][number, each["team"]] = [each["people"]]
    for position, each in enumerate(report.get("pitches", ()), start=1):
        told["pitch"][number, each["team"]] = [position, each["status"]]
        for run, times in enumerate(each["runs"], start=1):
            instants = [instant(times[name]) for name in ("started_at", "questions_at", "ended_at")]
            told["run"][number, each["team"], run] = instants
