"""The judges of a gathering and whom they may not score, in rows, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.judge import Judge, Recusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.values import Pitching
    from samling.store.database import Database, Row


def load(database: Database, gathering_id: int) -> tuple[Judge, ...]:
    """Return the judges of a gathering, in the order they were added."""
    recusals: dict[int, list[Recusal]] = {}
    for row in database.rows(
        "SELECT judge_recusal.* FROM judge_recusal JOIN judge ON judge.id = judge_id "
        "WHERE gathering_id = ? ORDER BY team_id",
        (gathering_id,),
    ):
        recusals.setdefault(row["judge_id"], []).append(Recusal(row["team_id"], bool(row["waived"]), row["reason"]))
    judges = database.rows("SELECT * FROM judge WHERE gathering_id = ? ORDER BY id", (gathering_id,))
    return tuple(_judge(row, tuple(recusals.get(row["id"], ()))) for row in judges)


def _judge(row: Row, recusals: tuple[Recusal, ...]) -> Judge:
    return Judge(row["name"], row["organisation"], bool(row["voting"]), recusals, row["pin_hash"], row["id"])


def rows(value: Pitching) -> Iterator[tuple[str, Row]]:
    """Yield the rows the judges are kept in."""
    for judge in value.judges:
        yield (
            "judge",
            {
                "id": judge.id,
                "gathering_id": value.gathering_id,
                "name": judge.name,
                "organisation": judge.organisation,
                "voting": int(judge.voting),
                "pin_hash": judge.pin_hash,
            },
        )
        for each in judge.recusals:
            said = {"waived": int(each.waived), "reason": each.reason}
            yield "judge_recusal", {"judge_id": judge.id, "team_id": each.team_id, **said}
