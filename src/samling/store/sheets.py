"""The judges' sheets in rows, and back: one judge's own, or all of them for who counts them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.pitching.sheets import JudgeSheets, Score, Sheet
from samling.store import pitches
from samling.store.rows import by_key, from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows


# reading


def load(database: Database, owner: Owner) -> JudgeSheets:
    """Return one judge's own sheets, and of the pitches what a judge may know. Raises `Refused` for no such judge."""
    assert owner.judge_id is not None, "sheets are a judge's"
    pitching = pitches.for_judge(database, owner)
    pitching.judge(owner.judge_id)
    return JudgeSheets(pitching, owner.judge_id, _sheets(database, owner.judge_id))


def load_all(database: Database, owner: Owner) -> tuple[JudgeSheets, ...]:
    """Return every judge's sheets, for who counts them."""
    pitching = pitches.load(database, owner)
    judge_ids = (judge.id for judge in pitching.judges if judge.id is not None)
    return tuple(JudgeSheets(pitching, judge_id, _sheets(database, judge_id)) for judge_id in judge_ids)


def _sheets(database: Database, judge_id: int) -> tuple[Sheet, ...]:
    of_judge = (judge_id,)
    scores: dict[tuple[int, int], list[Score]] = {}
    for row in database.rows("SELECT * FROM score WHERE judge_id = ? ORDER BY revision", of_judge):
        given = Score(row["criterion_id"], row["value"], row["revision"])
        scores.setdefault((row["team_id"], row["version"]), []).append(given)
    revisions = _revisions(database, judge_id)
    found = database.rows("SELECT * FROM sheet WHERE judge_id = ? ORDER BY team_id, version", of_judge)
    return tuple(
        Sheet(
            team_id=row["team_id"],
            version=row["version"],
            revision=revisions.get(row["team_id"], 0),
            scores=tuple(scores.get((row["team_id"], row["version"]), ())),
            comment=row["comment"],
            comment_revision=row["comment_revision"],
            reason=row["reason"],
            form_version=row["form_version"],
            submitted_at=from_text(row["submitted_at"]),
        )
        for row in found
    )


def _revisions(database: Database, judge_id: int) -> dict[int, int]:
    found = database.rows("SELECT team_id, revision FROM sheet_revision WHERE judge_id = ?", (judge_id,))
    return {row["team_id"]: row["revision"] for row in found}


# writing


def rows(value: JudgeSheets) -> Rows:
    """Return every row the sheets are kept in; their revisions are counted beside (`counted`)."""
    return by_key(_rows(value))


def _rows(value: JudgeSheets) -> Iterator[tuple[str, Row]]:
    for sheet in value.sheets:
        key = {"judge_id": value.judge_id, "team_id": sheet.team_id, "version": sheet.version}
        yield (
            "sheet",
            {
                "gathering_id": value.pitching.gathering_id,
                **key,
                "form_version": sheet.form_version,
                "comment": sheet.comment,
                "comment_revision": sheet.comment_revision,
                "reason": sheet.reason,
                "submitted_at": to_text(sheet.submitted_at),
            },
        )
        for score in sheet.scores:
            given = {"criterion_id": score.criterion_id, "value": score.value, "revision": score.revision}
            yield "score", {**key, **given}


def counted(database: Database, before: JudgeSheets, after: JudgeSheets) -> JudgeSheets:
    """Give every team's sheet that has changed a revision that it has never had, also where undo changed it back.

    Call it inside the transaction.
    """
    known = _revisions(database, after.judge_id)
    changed = [team_id for team_id in _teams(before, after) if before.latest(team_id) != after.latest(team_id)]
    for team_id in changed:
        sheet = after.latest(team_id)
        known[team_id] = max(known.get(team_id, 0) + 1, sheet.revision if sheet else 0)
        database.execute(
            "INSERT INTO sheet_revision (judge_id, team_id, revision) VALUES (?, ?, ?) "
            "ON CONFLICT (judge_id, team_id) DO UPDATE SET revision = excluded.revision",
            (after.judge_id, team_id, known[team_id]),
        )
    return replace(after, sheets=tuple(replace(sheet, revision=known[sheet.team_id]) for sheet in after.sheets))


def _teams(*some: JudgeSheets) -> Iterable[int]:
    return dict.fromkeys(sheet.team_id for each in some for sheet in each.sheets)
