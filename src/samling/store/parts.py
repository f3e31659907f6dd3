"""The parts of a file: what is loaded as one value, changed by an action, and written as rows.

The gathering is one; beside it stand others that have a life of their own. Each says where it belongs, how it is read,
and which rows it is kept in; writing, the log and undo are the same for all (`changes`, `log`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from samling.domain.action import About
from samling.domain.errors import N_, Refused
from samling.store import changes, gatherings
from samling.store.rows import gathering_rows

if TYPE_CHECKING:
    from samling.store.database import Database
    from samling.store.rows import Rows


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose part it is: a network's (`gathering_id` None), a gathering's, or one judge's at a gathering."""

    network_id: int
    gathering_id: int | None = None
    judge_id: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """How one part is kept.

    `load` reads it, `rows` says which rows it is kept in, `with_ids` gives what is new in it ids of its own.
    `counted` keeps what only grows and undo leaves alone, from the values before and after; inside the transaction.
    `of_network` parts belong to the network, `of_judge` parts to one judge, the others to the gathering.
    """

    load: Callable[[Database, Owner], Any]
    rows: Callable[[Any], Rows]
    with_ids: Callable[[Database, Any], Any]
    counted: Callable[[Database, Any, Any], Any] = lambda _database, _before, after: after
    of_network: bool = False
    of_judge: bool = False


def _gathering(database: Database, owner: Owner) -> Any:  # noqa: ANN401 - the part's value
    assert owner.gathering_id is not None, "the gathering's part has a gathering"
    return gatherings.load(database, owner.gathering_id)


def _without_ids(_database: Database, value: Any) -> Any:  # noqa: ANN401 - the part's value
    """For a part in which nothing has an id of its own."""
    return value


def _no_rows(_value: object) -> Rows:
    """For a part that no action changes."""
    return {}


_GATHERING = Part(_gathering, gathering_rows, changes.with_ids)


def part(about: About) -> Part:
    """Return how that part is kept."""
    return _GATHERING if about is About.GATHERING else _others()[about]


@cache
def _others() -> dict[About, Part]:
    from samling.store import (
        answers,
        expectations,
        past_rounds,
        pitches,
        rolls,
        rosters,
        seatings,
        sheets,
        surveys,
        wireless,
    )

    return {
        About.ROSTER: Part(rosters.load, rosters.rows, rosters.with_ids, of_network=True),
        About.RECORDED: Part(rosters.recorded, _no_rows, _without_ids, of_network=True),
        About.ROLL: Part(rolls.load, rolls.rows, _without_ids),
        About.SEATING: Part(seatings.load, seatings.rows, seatings.with_ids),
        About.PAST: Part(past_rounds.load, past_rounds.rows, past_rounds.with_ids, of_network=True),
        About.PITCHING: Part(pitches.load, pitches.rows, pitches.with_ids),
        About.STAGE: Part(pitches.for_room, _no_rows, _without_ids),
        About.PANEL: Part(pitches.for_judge, _no_rows, _without_ids),
        About.SHEETS: Part(sheets.load, sheets.rows, _without_ids, sheets.counted, of_judge=True),
        About.JURY: Part(sheets.load_all, _no_rows, _without_ids),
        About.SURVEYS: Part(surveys.load, surveys.rows, surveys.with_ids, of_network=True),
        About.ANSWERS: Part(answers.load, answers.rows, answers.with_ids, of_network=True),
        About.EXPECTATIONS: Part(expectations.load, expectations.rows, _without_ids, of_network=True),
        About.WIRELESS: Part(wireless.load, _no_rows, _without_ids),
    }


def in_use(database: Database, about: About, judge_id: int | None = None) -> Owner:
    """Return whose part of that kind is in use; raise `Refused` with what to do when there is none.

    `judge_id` is the judge whose it is, for the parts of one.
    """
    network_id, gathering_id = gatherings.in_use(database)
    of_network = part(about).of_network
    if gathering_id is None and not of_network:
        raise Refused(
            N_("There is no gathering yet. Make one: samling gathering new --date DATE --start HH:MM --end HH:MM")
        )
    if network_id is None:
        raise Refused(N_("There is no network yet. Make one with: samling network new NAME"))
    return Owner(network_id, None if of_network else gathering_id, judge_id if part(about).of_judge else None)
