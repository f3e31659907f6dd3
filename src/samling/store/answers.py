"""The answers to a network's surveys in rows, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samling.domain.survey.answers import Answer, Answers, Asked, Source
from samling.domain.survey.questions import Sort
from samling.store.changes import free_ids
from samling.store.rows import by_key, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.survey.answers import Reply
    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows


def load(database: Database, owner: Owner) -> Answers:
    """Return what was asked and answered in all surveys of the network."""
    network = (owner.network_id,)
    asked = database.rows(
        "SELECT survey_question.* FROM survey_question JOIN survey ON survey.id = survey_id "
        "WHERE network_id = ? ORDER BY survey_id, number",
        network,
    )
    answers = database.rows(
        "SELECT survey_answer.* FROM survey_answer JOIN survey ON survey.id = survey_id "
        "WHERE network_id = ? ORDER BY survey_answer.id",
        network,
    )
    return Answers(owner.network_id, tuple(map(_asked, asked)), tuple(map(_answer, answers)))


def _asked(row: Row) -> Asked:
    return Asked(
        survey_id=row["survey_id"],
        number=row["number"],
        text=row["text"],
        sort=Sort(row["sort"]),
        words=tuple(read_json(row["words"])),
        question=row["question"],
    )


def _answer(row: Row) -> Answer:
    return Answer(
        survey_id=row["survey_id"],
        replies={int(number): _reply(reply) for number, reply in read_json(row["replies"]).items()},
        source=Source(row["source"]),
        digest=row["digest"],
        id=row["id"],
    )


def _reply(found: Any) -> Reply:  # noqa: ANN401 - JSON
    return tuple(found) if isinstance(found, list) else found


def rows(answers: Answers) -> Rows:
    """Return every row they are kept in. All ids must be given."""
    return by_key(_rows(answers))


def _rows(answers: Answers) -> Iterator[tuple[str, Row]]:
    for each in answers.asked:
        yield (
            "survey_question",
            {
                "survey_id": each.survey_id,
                "number": each.number,
                "text": each.text,
                "sort": each.sort.value,
                "words": json.dumps(each.words, ensure_ascii=False),
                "question": each.question,
            },
        )
    for answer in answers.answers:
        yield (
            "survey_answer",
            {
                "id": answer.id,
                "survey_id": answer.survey_id,
                "source": answer.source.value,
                "digest": answer.digest,
                "replies": json.dumps(answer.replies, ensure_ascii=False),
            },
        )


def with_ids(database: Database, answers: Answers) -> Answers:
    """Return the answers with an id of its own for every new one. Call it inside the transaction."""
    ids = free_ids(database, "survey_answer")
    return replace(answers, answers=tuple(each if each.id else replace(each, id=next(ids)) for each in answers.answers))
