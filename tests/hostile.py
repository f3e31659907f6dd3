"""Names that would command a terminal, and a database that another program has filled with them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from samling.domain.line import harmless

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = "\x1b]0;OWNED\x07\x1b[6666;1H\x9b7777m\u202e[red]{x} %s"
"""Sets the window's title, moves the cursor, colours, turns what follows about; and markup, and places for parts."""

LEFT = "]0;OWNED[6666;1H7777m[red]{x} %s"
"""What is left of it: plain signs."""

_TEXTS = {
    "network": ("name",),
    "gathering": ("title",),
    "block": ("title", "leader", "content", "reserve"),
    "turn": ("title",),
    "note": ("text",),
    "display": ("message",),
    "team": ("name", "organisation", "unit", "place", "theme", "problem", "aim", "coach"),
    "person": ("name", "profession"),
    "seating_table": ("brings", "name"),
    "past_round": ("title",),
    "survey": ("title", "question_set"),
    "survey_question": ("text",),
    "expectation": ("text",),
    "pitching": ("pitch_label", "questions_label"),
    "scoring_form": ("title", "source", "note", "reason"),
    "scoring_criterion": ("name", "question"),
    "judge": ("name", "organisation"),
    "judge_recusal": ("reason",),
    "sheet": ("comment", "reason"),
    "prize": ("title", "reason"),
    "award_decision": ("reason", "decided_by"),
    "award_revision": ("reason", "decision_reason", "decided_by"),
    "log": ("who",),
}
_LISTS = {
    "block": ("prompts", "materials", "prepares", "links", "warnings"),
    "scoring_criterion": ("words",),
    "survey_question": ("words",),
    "log": ("arguments",),
}


def spoil(path: Path, more: str = COMMANDS) -> None:
    """Write `more` behind every text of a samling file that somebody may have typed, with plain SQL."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, columns in _TEXTS.items():
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = {column} || ?", (more,))  # noqa: S608
        connection.create_function("spoilt", 1, lambda text: json.dumps(_spoilt(json.loads(text), more)))
        for table, columns in _LISTS.items():
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = spoilt({column})")  # noqa: S608


def _spoilt(value: Any, more: str) -> Any:  # noqa: ANN401 - JSON
    match value:
        case str():
            return value + more
        case list():
            return [_spoilt(each, more) for each in value]
        case dict():
            return {key: each if key == "action" else _spoilt(each, more) for key, each in value.items()}
        case _:
            return value


def is_harmless(text: str) -> bool:
    """Whether nothing in what is sent to a terminal commands it, or turns what stands there about."""
    return harmless(text) == text
