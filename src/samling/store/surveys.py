"""A network's surveys in rows, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from samling.domain.survey.values import Survey, Surveys
from samling.store.changes import free_ids
from samling.store.rows import by_key, from_text, read_json, to_text

if TYPE_CHECKING:
    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows


def load(database: Database, owner: Owner) -> Surveys:
    """Return the network's surveys."""
    found = database.rows("SELECT * FROM survey WHERE network_id = ? ORDER BY id", (owner.network_id,))
    return Surveys(owner.network_id, tuple(map(_survey, found)))


def _survey(row: Row) -> Survey:
    return Survey(
        title=row["title"],
        url=row["url"],
        gathering_id=row["gathering_id"],
        date=None if row["date"] is None else date.fromisoformat(row["date"]),
        parameters=tuple((name, value) for name, value in read_json(row["parameters"])),
        question_set=row["question_set"],
        tried_at=from_text(row["tried_at"]),
        id=row["id"],
    )


def rows(surveys: Surveys) -> Rows:
    """Return every row the surveys are kept in. All ids must be given."""
    return by_key(("survey", _row(surveys.network_id, each)) for each in surveys.surveys)


def _row(network_id: int, survey: Survey) -> Row:
    return {
        "id": survey.id,
        "network_id": network_id,
        "gathering_id": survey.gathering_id,
        "title": survey.title,
        "url": survey.url,
        "parameters": json.dumps(survey.parameters, ensure_ascii=False),
        "date": survey.date.isoformat() if survey.date else None,
        "question_set": survey.question_set,
        "tried_at": to_text(survey.tried_at),
    }


def with_ids(database: Database, surveys: Surveys) -> Surveys:
    """Return the surveys with an id of its own for every new one. Call it inside the transaction."""
    ids = free_ids(database, "survey")
    return replace(surveys, surveys=tuple(each if each.id else replace(each, id=next(ids)) for each in surveys.surveys))
