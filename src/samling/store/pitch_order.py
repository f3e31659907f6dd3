"""The order of the pitches and what their clock has recorded, in rows, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import Pause
from samling.domain.pitching.values import Lengths, Pitch, Run, Status
from samling.store.rows import from_text, instant, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.values import Pitching
    from samling.store.database import Database, Row

_LENGTHS = ("pitch_seconds", "questions_seconds", "grace_seconds")


def load(database: Database, gathering_id: int) -> tuple[Pitch, ...]:
    """Return the order of a gathering's pitches."""
    of_gathering = (gathering_id,)
    pauses: dict[tuple[int, int], list[Pause]] = {}
    for row in database.rows("SELECT * FROM pitch_pause WHERE gathering_id = ? ORDER BY run, number", of_gathering):
        paused = Pause(instant(row["started_at"]), from_text(row["ended_at"]))
        pauses.setdefault((row["team_id"], row["run"]), []).append(paused)
    runs: dict[int, list[Run]] = {}
    for row in database.rows("SELECT * FROM pitch_run WHERE gathering_id = ? ORDER BY number", of_gathering):
        of_run = tuple(pauses.get((row["team_id"], row["number"]), ()))
        runs.setdefault(row["team_id"], []).append(_run(row, of_run))
    order = database.rows("SELECT * FROM pitch WHERE gathering_id = ? ORDER BY position", of_gathering)
    return tuple(_pitch(row, tuple(runs.get(row["team_id"], ()))) for row in order)


def _run(row: Row, pauses: tuple[Pause, ...]) -> Run:
    return Run(
        started_at=instant(row["started_at"]),
        lengths=Lengths(**{name: row[name] for name in _LENGTHS}, runs_on=bool(row["runs_on"])),
        questions_at=from_text(row["questions_at"]),
        ended_at=from_text(row["ended_at"]),
        pauses=pauses,
        given_up=row["given_up"],
    )


def _pitch(row: Row, runs: tuple[Run, ...]) -> Pitch:
    return Pitch(
        team_id=row["team_id"],
        status=Status(row["status"]),
        called_at=from_text(row["called_at"]),
        moved_last=bool(row["moved_last"]),
        runs=runs,
    )


def rows(value: Pitching) -> Iterator[tuple[str, Row]]:
    """Yield the rows the order is kept in."""
    for position, pitch in enumerate(value.order, start=1):
        key = {"gathering_id": value.gathering_id, "team_id": pitch.team_id}
        yield (
            "pitch",
            {
                **key,
                "position": position,
                "status": pitch.status.value,
                "called_at": to_text(pitch.called_at),
                "moved_last": int(pitch.moved_last),
            },
        )
        for number, run in enumerate(pitch.runs, start=1):
            yield "pitch_run", {**key, "number": number, **_run_columns(run)}
            for place, pause in enumerate(run.pauses, start=1):
                times = {"started_at": to_text(pause.started_at), "ended_at": to_text(pause.ended_at)}
                yield "pitch_pause", {**key, "run": number, "number": place, **times}


def _run_columns(run: Run) -> Row:
    return {
        "started_at": to_text(run.started_at),
        "questions_at": to_text(run.questions_at),
        "ended_at": to_text(run.ended_at),
        "given_up": run.given_up,
        **{name: getattr(run.lengths, name) for name in _LENGTHS},
        "runs_on": int(run.lengths.runs_on),
    }
