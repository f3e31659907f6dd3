"""Finding teams, judges and prizes by what somebody types: as much of a name as is needed to know who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import roll_finding
from samling.domain.errors import N_, Refused
from samling.domain.line import printable
from samling.domain.roster import Roster
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.podium import Prize
    from samling.domain.pitching.values import Pitching

    Found = TypeVar("Found")

TRIAL = "trial"
"""What stands for the made-up team of the trial pitch that is on."""


def the_team(pitching: Pitching, typed: str) -> int:
    """Return the id of the team that is meant; raise `Refused` for none and for several."""
    found = roll_finding.the_team(Roster(0, pitching.teams), typed).id
    assert found is not None, "a stored team has an id"
    return found


def whose_sheet(pitching: Pitching, typed: str) -> int:
    """Return the id of the team, or of the made-up one while a trial is on, that a sheet is about."""
    return pitching.trial.team_id if typed == TRIAL and pitching.trial.is_open else the_team(pitching, typed)


def the_judge(pitching: Pitching, typed: str) -> Judge:
    """Return the judge who is meant; raise `Refused` for none and for several."""
    named = [(judge.name, judge) for judge in pitching.judges]
    return _the_one(typed, named, N_("There is no judge “{name}”. `samling judge list` shows them all."))


def the_prize(pitching: Pitching, typed: str) -> Prize:
    """Return the category prize that is meant; raise `Refused` for none and for several."""
    named = [(prize.title, prize) for prize in pitching.prizes]
    return _the_one(typed, named, N_("There is no prize “{name}”. `samling pitch prize list` shows them all."))


def _the_one(typed: str, named: Sequence[tuple[str, Found]], unknown: str) -> Found:
    exact = [each for name, each in named if name_key(name) == name_key(typed)]
    found = exact or roll_finding.narrowed(typed, named)
    if not found:
        raise Refused(unknown, name=printable(typed)[:60])
    if len(found) > 1:
        names = ", ".join(name for name, each in named if each in found)
        raise Refused(N_("“{name}” may be {names}. Write more of the name."), name=printable(typed)[:60], names=names)
    return found[0]
