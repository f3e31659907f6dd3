"""Rows from domain values and back. A row is a dict of column to SQLite value, a table row is named by its key."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from samling.domain.gathering import (
    Block,
    Day,
    Display,
    Gathering,
    Kind,
    Note,
    Pause,
    Scene,
    State,
    Told,
    Turn,
)
from samling.domain.line import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samling.store.database import Row

Key = tuple[int | str, ...]
Rows = dict[tuple[str, Key], "Row"]

KEYS: dict[str, tuple[str, ...]] = {
    "team_limits": ("network_id",),
    "team": ("id",),
    "person": ("id",),
    "gathering": ("id",),
    "day": ("gathering_id", "number"),
    "block": ("id",),
    "pause": ("block_id", "number"),
    "turn": ("block_id", "number"),
    "display": ("gathering_id",),
    "note": ("id",),
    "team_presence": ("gathering_id", "team_id"),
    "person_presence": ("gathering_id", "person_id"),
    "seating": ("id",),
    "seating_table": ("seating_id", "number"),
    "seat": ("seating_id", "table_number", "place"),
    "seating_pin": ("id",),
    "past_round": ("id",),
    "past_seat": ("round_id", "table_number", "place"),
    "survey": ("id",),
    "survey_question": ("survey_id", "number"),
    "survey_answer": ("id",),
    "expectation": ("network_id", "team_id"),
    "pitching": ("gathering_id",),
    "scoring_form": ("gathering_id", "version"),
    "scoring_criterion": ("gathering_id", "version", "number"),
    "pitch": ("gathering_id", "team_id"),
    "pitch_run": ("gathering_id", "team_id", "number"),
    "pitch_pause": ("gathering_id", "team_id", "run", "number"),
    "judge": ("id",),
    "judge_recusal": ("judge_id", "team_id"),
    "sheet": ("judge_id", "team_id", "version"),
    "score": ("judge_id", "team_id", "version", "criterion_id"),
    "audience_vote": ("gathering_id", "team_id"),
    "prize": ("id",),
    "prize_winner": ("prize_id", "number"),
    "award_decision": ("gathering_id",),
    "award_decided_place": ("gathering_id", "team_id"),
    "award_revision": ("gathering_id", "number"),
    "award_placing": ("gathering_id", "revision", "number"),
    "award_revealed": ("gathering_id", "number"),
    "award_revealed_team": ("gathering_id", "revealed", "number"),
}
"""The tables that actions change, parents first, with the columns of their keys."""


def to_text(moment: datetime | None) -> str | None:
    """Return an instant as stored: UTC, milliseconds, `2026-09-16T07:00:00.000Z`."""
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_text(text: str | None) -> datetime | None:
    """Return the instant that `to_text` stored."""
    return None if text is None else datetime.fromisoformat(text)


def instant(text: str) -> datetime:
    """Return the instant that is never missing."""
    return datetime.fromisoformat(text)


def to_list(values: Iterable[object]) -> str:
    """Return texts or numbers as stored: a list in JSON."""
    return json.dumps(list(values), ensure_ascii=False)


def read_json(text: str) -> Any:  # noqa: ANN401 - JSON
    """Return what a text in JSON holds; nothing in it commands a terminal, however it was written."""
    found = json.loads(text)
    return _harmless(found) if "\\u" in text else found


def _harmless(value: Any) -> Any:  # noqa: ANN401 - JSON
    match value:
        case str():
            return harmless(value)
        case list():
            return [_harmless(each) for each in value]
        case dict():
            return {harmless(key): _harmless(each) for key, each in value.items()}
        case _:
            return value


def strings(text: str) -> tuple[str, ...]:
    """Return the texts that `to_list` stored."""
    return tuple(read_json(text))


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that `to_list` stored."""
    return tuple(json.loads(text))


def gathering_rows(gathering: Gathering) -> Rows:
    """Return every row the gathering is kept in, by table and key. All ids must be given."""
    return by_key(_rows(gathering))


def by_key(rows: Iterable[tuple[str, Row]]) -> Rows:
    """Return rows, each with its table, by table and key."""
    return {(table, tuple(row[column] for column in KEYS[table])): row for table, row in rows}


def _rows(gathering: Gathering) -> Iterator[tuple[str, Row]]:
    yield "gathering", _gathering_row(gathering)
    for day in gathering.days:
        yield "day", _day_row(gathering, day)
    for position, block in enumerate(gathering.blocks, start=1):
        yield "block", _block_row(gathering, position, block)
        for number, pause in enumerate(block.pauses, start=1):
            yield "pause", _pause_row(block, number, pause)
        for number, turn in enumerate(block.turns, start=1):
            yield "turn", _turn_row(block, number, turn)
    yield "display", _display_row(gathering)
    for note in gathering.notes:
        yield "note", _note_row(gathering, note)


def _gathering_row(gathering: Gathering) -> Row:
    return {
        "id": gathering.id,
        "network_id": gathering.network_id,
        "number": gathering.number,
        "title": gathering.title,
        "programme_id": gathering.programme_id,
    }


def _pause_row(block: Block, number: int, pause: Pause) -> Row:
    return {
        "block_id": block.id,
        "number": number,
        "started_at": to_text(pause.started_at),
        "ended_at": to_text(pause.ended_at),
    }


def _turn_row(block: Block, number: int, turn: Turn) -> Row:
    return {
        "block_id": block.id,
        "number": number,
        "title": turn.title,
        "weight": turn.weight,
        "team_id": turn.team_id,
        "started_at": to_text(turn.started_at),
        "ended_at": to_text(turn.ended_at),
        "skipped": int(turn.skipped),
    }


def _display_row(gathering: Gathering) -> Row:
    display = gathering.display
    return {
        "gathering_id": gathering.id,
        "scene": display.scene.value,
        "message": display.message,
        "black": int(display.black),
        "sound": int(display.sound),
        "link": display.link,
        "survey_id": display.survey_id,
    }


def _note_row(gathering: Gathering, note: Note) -> Row:
    return {
        "id": note.id,
        "gathering_id": gathering.id,
        "block_id": note.block_id,
        "written_at": to_text(note.written_at),
        "text": note.text,
    }


def _day_row(gathering: Gathering, day: Day) -> Row:
    return {
        "gathering_id": gathering.id,
        "number": day.number,
        "date": day.date.isoformat(),
        "planned_start": to_text(day.planned_start),
        "promised_end": to_text(day.promised_end),
        "told_end": to_text(day.told_end),
    }


def _block_row(gathering: Gathering, position: int, block: Block) -> Row:
    told = block.told
    return {
        "id": block.id,
        "gathering_id": gathering.id,
        "day": block.day,
        "position": position,
        "title": block.title,
        "kind": block.kind.value,
        "planned_seconds": block.planned_seconds,
        "added_seconds": block.added_seconds,
        "min_seconds": block.own_min_seconds,
        "blank": int(block.blank),
        "flexible": int(block.flexible),
        "may_drop": int(block.may_drop),
        "may_halve": int(block.may_halve),
        "protected": int(block.protected),
        "fixed_start": to_text(block.fixed_start),
        "fixed_end": to_text(block.fixed_end),
        "state": block.state.value,
        "started_at": to_text(block.started_at),
        "ended_at": to_text(block.ended_at),
        "told_start": to_text(told.start) if told else None,
        "told_end": to_text(told.end) if told else None,
        "told_fixed_end": to_text(told.fixed_end) if told else None,
        "signal_minutes": None if block.signal_minutes is None else to_list(block.signal_minutes),
        "source_id": block.source_id,
        "leader": block.leader,
        "leader_is_ours": int(block.leader_is_ours),
        "content": block.content,
        "prompts": to_list(block.prompts),
        "materials": to_list(block.materials),
        "prepares": to_list(block.prepares),
        "links": to_list(block.links),
        "per_team": int(block.per_team),
        "warnings": to_list(block.warnings),
        "reserve": block.reserve,
    }


def gathering_from(tables: dict[str, list[Row]], timezone: str) -> Gathering:
    """Return the gathering whose rows are given by table, each in its order."""
    pauses: dict[int, list[Pause]] = {}
    for row in tables["pause"]:
        pauses.setdefault(row["block_id"], []).append(Pause(instant(row["started_at"]), from_text(row["ended_at"])))
    turns: dict[int, list[Turn]] = {}
    for row in tables["turn"]:
        turns.setdefault(row["block_id"], []).append(_turn(row))
    row = tables["gathering"][0]
    return Gathering(
        id=row["id"],
        network_id=row["network_id"],
        number=row["number"],
        title=row["title"],
        timezone=timezone,
        programme_id=row["programme_id"],
        days=tuple(_day(each) for each in tables["day"]),
        blocks=tuple(
            _block(each, tuple(pauses.get(each["id"], ())), tuple(turns.get(each["id"], ())))
            for each in tables["block"]
        ),
        display=next((_display(each) for each in tables["display"]), Display()),
        notes=tuple(_note(each) for each in tables["note"]),
    )


def _day(row: Row) -> Day:
    return Day(
        number=row["number"],
        date=date.fromisoformat(row["date"]),
        planned_start=instant(row["planned_start"]),
        promised_end=instant(row["promised_end"]),
        told_end=from_text(row["told_end"]),
    )


def _told(row: Row) -> Told | None:
    if row["told_start"] is None:
        return None
    return Told(instant(row["told_start"]), instant(row["told_end"]), from_text(row["told_fixed_end"]))


def _turn(row: Row) -> Turn:
    return Turn(
        title=row["title"],
        weight=row["weight"],
        team_id=row["team_id"],
        started_at=from_text(row["started_at"]),
        ended_at=from_text(row["ended_at"]),
        skipped=bool(row["skipped"]),
    )


def _block(row: Row, pauses: tuple[Pause, ...], turns: tuple[Turn, ...]) -> Block:
    signals: Any = row["signal_minutes"]
    return Block(
        title=row["title"],
        planned_seconds=row["planned_seconds"],
        kind=Kind(row["kind"]),
        day=row["day"],
        id=row["id"],
        blank=bool(row["blank"]),
        flexible=bool(row["flexible"]),
        added_seconds=row["added_seconds"],
        own_min_seconds=row["min_seconds"],
        may_drop=bool(row["may_drop"]),
        may_halve=bool(row["may_halve"]),
        protected=bool(row["protected"]),
        fixed_start=from_text(row["fixed_start"]),
        fixed_end=from_text(row["fixed_end"]),
        state=State(row["state"]),
        started_at=from_text(row["started_at"]),
        ended_at=from_text(row["ended_at"]),
        pauses=pauses,
        told=_told(row),
        signal_minutes=None if signals is None else tuple(json.loads(signals)),
        source_id=row["source_id"],
        leader=row["leader"],
        leader_is_ours=bool(row["leader_is_ours"]),
        content=row["content"],
        prompts=strings(row["prompts"]),
        materials=strings(row["materials"]),
        prepares=strings(row["prepares"]),
        links=strings(row["links"]),
        per_team=bool(row["per_team"]),
        warnings=strings(row["warnings"]),
        turns=turns,
        reserve=row["reserve"],
    )


def _display(row: Row) -> Display:
    return Display(
        scene=Scene(row["scene"]),
        message=row["message"],
        black=bool(row["black"]),
        sound=bool(row["sound"]),
        link=row["link"],
        survey_id=row["survey_id"],
    )


def _note(row: Row) -> Note:
    return Note(row["text"], instant(row["written_at"]), row["block_id"], row["id"])
