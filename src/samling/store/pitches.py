"""The pitches of a gathering in rows, and back: whole, as the room may know them, and as a judge may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.pitching.values import Delivery, Lengths, OrderMade, Pitching, Settings, Trial
from samling.store import gatherings, pitch_awards, pitch_forms, pitch_judges, pitch_order, rosters
from samling.store.changes import free_ids
from samling.store.rows import by_key, from_text, numbers, strings, to_list, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows

_LENGTHS = ("pitch_seconds", "questions_seconds", "grace_seconds")
_SETTINGS = ("changeover_seconds", "award_seconds", "pitch_label", "questions_label", "method", "places")


# reading


def load(database: Database, owner: Owner) -> Pitching:
    """Return all that is known of the gathering's pitches, but for what stands in the sheets."""
    gathering_id = _gathering_id(owner)
    return replace(
        for_judge(database, owner),
        deliveries=_deliveries(database, gathering_id),
        votes=pitch_awards.votes(database, gathering_id),
        prizes=pitch_awards.prizes(database, gathering_id),
        award=pitch_awards.load(database, gathering_id),
    )


def for_judge(database: Database, owner: Owner) -> Pitching:
    """Return the pitches as a judge may know them: the form and the judges, of the result what is announced alone."""
    gathering_id = _gathering_id(owner)
    return replace(
        for_room(database, owner),
        forms=pitch_forms.load(database, gathering_id),
        judges=pitch_judges.load(database, gathering_id),
    )


def for_room(database: Database, owner: Owner) -> Pitching:
    """Return the pitches as the room may know them: order and clock, of the result what is announced alone.

    There are no judges in it, no votes, and no prize, place or score that has not been announced: whoever is given this
    cannot show more than that.
    """
    gathering_id = _gathering_id(owner)
    found = database.rows("SELECT * FROM pitching WHERE gathering_id = ?", (gathering_id,))
    row = found[0] if found else None
    return Pitching(
        gathering_id=gathering_id,
        timezone=gatherings.network(database, owner.network_id).timezone,
        teams=rosters.teams(database, owner.network_id),
        settings=_settings(row) if row else Settings(),
        order=pitch_order.load(database, gathering_id),
        made=_made(row) if row else None,
        prizes=pitch_awards.announced_prizes(database, gathering_id),
        award=pitch_awards.announced(database, gathering_id),
        trial=Trial(row["trials"], bool(row["trial_is_on"])) if row else Trial(),
    )


def _gathering_id(owner: Owner) -> int:
    assert owner.gathering_id is not None, "pitches are a gathering's"
    return owner.gathering_id


def _settings(row: Row) -> Settings:
    lengths = Lengths(**{name: row[name] for name in _LENGTHS}, runs_on=bool(row["runs_on"]))
    return Settings(
        lengths=lengths,
        signal_seconds=numbers(row["signal_seconds"]),
        ladder=strings(row["ladder"]),
        audience=bool(row["audience"]),
        **{name: row[name] for name in _SETTINGS},
    )


def _made(row: Row) -> OrderMade | None:
    made_at = from_text(row["order_made_at"])
    return None if made_at is None else OrderMade(made_at, row["order_seed"])


def _deliveries(database: Database, gathering_id: int) -> tuple[Delivery, ...]:
    """Who has a sheet for whom, and whether it counts: of what stands in them nothing is read."""
    found = database.rows(
        "SELECT judge_id, team_id, max(submitted_at IS NOT NULL) AS submitted, max(submitted_at IS NULL) AS is_open "
        "FROM sheet WHERE gathering_id = ? GROUP BY judge_id, team_id ORDER BY judge_id, team_id",
        (gathering_id,),
    )
    return tuple(
        Delivery(row["judge_id"], row["team_id"], bool(row["submitted"]), bool(row["is_open"])) for row in found
    )


# writing


def rows(value: Pitching) -> Rows:
    """Return every row the pitches are kept in. All ids must be given."""
    return by_key(_rows(value))


def _rows(value: Pitching) -> Iterator[tuple[str, Row]]:
    held = _held(value)
    if held != _held(Pitching(value.gathering_id, value.timezone)):
        yield "pitching", held
    yield from pitch_forms.rows(value)
    yield from pitch_order.rows(value)
    yield from pitch_judges.rows(value)
    yield from pitch_awards.rows(value)


def _held(value: Pitching) -> Row:
    """How the pitches are held, as a row."""
    settings, lengths, made = value.settings, value.settings.lengths, value.made
    row: dict[str, Any] = {
        "gathering_id": value.gathering_id,
        **{name: getattr(lengths, name) for name in _LENGTHS},
        "runs_on": int(lengths.runs_on),
        **{name: getattr(settings, name) for name in _SETTINGS},
        "signal_seconds": to_list(settings.signal_seconds),
        "ladder": to_list(settings.ladder),
        "audience": int(settings.audience),
        "order_made_at": to_text(made.made_at) if made else None,
        "order_seed": made.seed if made else None,
        "trials": value.trial.number,
        "trial_is_on": int(value.trial.is_open),
        "award_ended_at": to_text(value.award.frozen_at),
    }
    return row


def with_ids(database: Database, value: Pitching) -> Pitching:
    """Return the pitches with an id of its own for every new judge and prize. Call it inside the transaction."""
    judges, prizes = value.judges, value.prizes
    if any(judge.id is None for judge in judges):
        judge_ids = free_ids(database, "judge")
        judges = tuple(judge if judge.id else replace(judge, id=next(judge_ids)) for judge in judges)
    if any(prize.id is None for prize in prizes):
        prize_ids = free_ids(database, "prize")
        prizes = tuple(prize if prize.id else replace(prize, id=next(prize_ids)) for prize in prizes)
    return replace(value, judges=judges, prizes=prizes)
