"""The award of a gathering in rows, and back: whole, or what has been announced of it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.podium import Announced, Award, Decision, Placing, Prize, Revealed, Revision, Votes
from samling.store.rows import from_text, instant, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.pitching.values import Pitching
    from samling.store.database import Database, Row

_REVISION = ("method", "reason", "decision_reason", "decided_by")


# what is announced


def announced(database: Database, gathering_id: int) -> Award:
    """Return how far the award has come and what has been announced: of no revision who is placed where, or why."""
    found = database.rows(
        "SELECT number, settled_at FROM award_revision WHERE gathering_id = ? ORDER BY number", (gathering_id,)
    )
    return Award(
        revisions=tuple(Revision(row["number"], instant(row["settled_at"]), (), "") for row in found),
        revealed=_revealed(database, gathering_id),
        frozen_at=_frozen_at(database, gathering_id),
    )


def announced_prizes(database: Database, gathering_id: int) -> tuple[Prize, ...]:
    """Return the titles of the prizes that have been announced; who got them stands in what was announced."""
    found = database.rows(
        "SELECT prize.id, prize.title FROM award_revealed JOIN prize ON prize.id = prize_id "
        "WHERE award_revealed.gathering_id = ? ORDER BY prize.id",
        (gathering_id,),
    )
    return tuple(Prize(row["title"], id=row["id"]) for row in found)


def _revealed(database: Database, gathering_id: int) -> tuple[Revealed, ...]:
    teams = _teams_of(database, "SELECT * FROM award_revealed_team WHERE gathering_id = ?", gathering_id, "revealed")
    found = database.rows("SELECT * FROM award_revealed WHERE gathering_id = ? ORDER BY number", (gathering_id,))
    return tuple(
        Revealed(
            number=row["number"],
            what=Announced(row["what"]),
            team_ids=teams.get(row["number"], ()),
            revealed_at=instant(row["revealed_at"]),
            place=row["place"],
            prize_id=row["prize_id"],
        )
        for row in found
    )


def _teams_of(database: Database, query: str, gathering_id: int, key: str) -> dict[int, tuple[int, ...]]:
    """Return the teams that a query finds, in the order of their numbers, by a column."""
    teams: dict[int, tuple[int, ...]] = {}
    for row in database.rows(f"{query} ORDER BY number", (gathering_id,)):
        teams[row[key]] = (*teams.get(row[key], ()), row["team_id"])
    return teams


def _frozen_at(database: Database, gathering_id: int) -> datetime | None:
    found = database.rows("SELECT award_ended_at FROM pitching WHERE gathering_id = ?", (gathering_id,))
    return from_text(found[0]["award_ended_at"]) if found else None


# all of it


def load(database: Database, gathering_id: int) -> Award:
    """Return the whole award: the result in all its revisions, the jury's decision and what has been announced."""
    placings: dict[int, list[Placing]] = {}
    for row in database.rows("SELECT * FROM award_placing WHERE gathering_id = ? ORDER BY number", (gathering_id,)):
        placing = Placing(row["team_id"], row["place"], row["by_sums"], row["score"])
        placings.setdefault(row["revision"], []).append(placing)
    found = database.rows("SELECT * FROM award_revision WHERE gathering_id = ? ORDER BY number", (gathering_id,))
    return Award(
        revisions=tuple(_revision(row, tuple(placings.get(row["number"], ()))) for row in found),
        revealed=_revealed(database, gathering_id),
        decision=_decision(database, gathering_id),
        frozen_at=_frozen_at(database, gathering_id),
    )


def _revision(row: Row, placings: tuple[Placing, ...]) -> Revision:
    return Revision(row["number"], instant(row["settled_at"]), placings, **{name: row[name] for name in _REVISION})


def _decision(database: Database, gathering_id: int) -> Decision | None:
    found = database.rows("SELECT * FROM award_decision WHERE gathering_id = ?", (gathering_id,))
    if not found:
        return None
    row = found[0]
    places = database.rows(
        "SELECT team_id, place FROM award_decided_place WHERE gathering_id = ? ORDER BY team_id", (gathering_id,)
    )
    decided = tuple((each["team_id"], each["place"]) for each in places)
    return Decision(decided, row["reason"], row["decided_by"], instant(row["decided_at"]))


def prizes(database: Database, gathering_id: int) -> tuple[Prize, ...]:
    """Return the category prizes, in the order they were added, with who gets them."""
    winners = _teams_of(
        database,
        "SELECT prize_winner.* FROM prize_winner JOIN prize ON prize.id = prize_id WHERE gathering_id = ?",
        gathering_id,
        "prize_id",
    )
    found = database.rows("SELECT * FROM prize WHERE gathering_id = ? ORDER BY id", (gathering_id,))
    return tuple(
        Prize(row["title"], row["criterion_id"], winners.get(row["id"], ()), row["reason"], row["id"]) for row in found
    )


def votes(database: Database, gathering_id: int) -> tuple[Votes, ...]:
    """Return the votes of the audience."""
    found = database.rows("SELECT * FROM audience_vote WHERE gathering_id = ? ORDER BY team_id", (gathering_id,))
    return tuple(Votes(row["team_id"], row["count"]) for row in found)


# writing


def rows(value: Pitching) -> Iterator[tuple[str, Row]]:
    """Yield the rows the award is kept in; when it ended stands with how the pitches are held."""
    key = {"gathering_id": value.gathering_id}
    for votes_ in value.votes:
        yield "audience_vote", {**key, "team_id": votes_.team_id, "count": votes_.count}
    for prize in value.prizes:
        about = {"title": prize.title, "criterion_id": prize.criterion_id, "reason": prize.reason}
        yield "prize", {"id": prize.id, **key, **about}
        for number, team_id in enumerate(prize.team_ids, start=1):
            yield "prize_winner", {"prize_id": prize.id, "number": number, "team_id": team_id}
    yield from _decision_rows(value.award, key)
    for revision in value.award.revisions:
        yield from _revision_rows(revision, key)
    for step in value.award.revealed:
        yield from _revealed_rows(step, key)


def _decision_rows(award: Award, key: Row) -> Iterator[tuple[str, Row]]:
    decision = award.decision
    if decision is None:
        return
    about = {"decided_by": decision.by, "decided_at": to_text(decision.decided_at)}
    yield "award_decision", {**key, "reason": decision.reason, **about}
    for team_id, place in decision.places:
        yield "award_decided_place", {**key, "team_id": team_id, "place": place}


def _revision_rows(revision: Revision, key: Row) -> Iterator[tuple[str, Row]]:
    about = {name: getattr(revision, name) for name in _REVISION}
    yield "award_revision", {**key, "number": revision.number, "settled_at": to_text(revision.settled_at), **about}
    for number, each in enumerate(revision.placings, start=1):
        where = {"team_id": each.team_id, "place": each.place, "by_sums": each.by_sums, "score": each.score}
        yield "award_placing", {**key, "revision": revision.number, "number": number, **where}


def _revealed_rows(step: Revealed, key: Row) -> Iterator[tuple[str, Row]]:
    about = {"what": step.what.value, "place": step.place, "prize_id": step.prize_id}
    yield "award_revealed", {**key, "number": step.number, **about, "revealed_at": to_text(step.revealed_at)}
    for number, team_id in enumerate(step.team_ids, start=1):
        yield "award_revealed_team", {**key, "revealed": step.number, "number": number, "team_id": team_id}
