"""The prizes beside the places: the audience's votes, and category prizes by a criterion or the jury's decision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.line import clean_line
from samling.domain.pitching import form
from samling.domain.pitching.judge import field
from samling.domain.pitching.podium import Announced, Prize, Stage, Votes
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.pitching.values import Pitching

MOST_VOTES = 1_000_000


def count_votes(pitching: Pitching, votes: Mapping[int, int]) -> Pitching:
    """Enter how many of the audience voted for each team; the teams that are not named keep what they have."""
    _open(pitching)
    if any(each.what is Announced.AUDIENCE for each in pitching.award.revealed):
        raise Refused(N_("The audience's prize is announced: take that back first."))
    for team_id, count in votes.items():
        pitching.pitch(team_id)
        if isinstance(count, bool) or not 0 <= count <= MOST_VOTES:
            raise WrongUsage(N_("Votes are a whole number from 0 to {most}."), most=MOST_VOTES)
    known = {each.team_id: each.count for each in pitching.votes} | dict(votes)
    return replace(pitching, votes=tuple(Votes(team_id, known[team_id]) for team_id in sorted(known)))


def add(pitching: Pitching, title: str, criterion_id: str | None = None) -> Pitching:
    """Add a category prize, by a criterion of the form in use or (None) by the jury's decision."""
    _open(pitching)
    prize = Prize(clean_line(title), criterion_id)
    if criterion_id is not None:
        form.criterion(form.in_use(pitching).form, criterion_id)
    if any(name_key(each.title) == name_key(prize.title) for each in pitching.prizes):
        raise Refused(N_("There is a prize called “{prize}” already."), prize=prize.title)
    return replace(pitching, prizes=(*pitching.prizes, prize))


def remove(pitching: Pitching, prize_id: int) -> Pitching:
    """Take a category prize away."""
    gone = _prize(pitching, prize_id)
    return replace(pitching, prizes=tuple(each for each in pitching.prizes if each is not gone))


def give(pitching: Pitching, prize_id: int, team_ids: Sequence[int], reason: str = "") -> Pitching:
    """Give a category prize to one team or, shared, to several; none takes it back. `reason` is the jury's words.

    For a prize by a criterion the teams are those that the scoring found best on it. They are kept in the order of the
    pitches: another could tell who lies ahead.
    """
    prize = _prize(pitching, prize_id)
    for team_id in team_ids:
        if team_id not in field(pitching):
            raise Refused(N_("“{team}” does not compete."), team=pitching.team(team_id).name)
    words = clean_line(reason) if reason.strip() else ""
    ordered = tuple(team_id for team_id in field(pitching) if team_id in team_ids)
    given = replace(prize, team_ids=ordered, reason=words)
    return replace(pitching, prizes=tuple(given if each is prize else each for each in pitching.prizes))


def _prize(pitching: Pitching, prize_id: int) -> Prize:
    _open(pitching)
    found = next((each for each in pitching.prizes if each.id == prize_id), None)
    if found is None:
        raise Refused(N_("There is no prize with id {id}."), id=prize_id)
    if any(each.prize_id == prize_id for each in pitching.award.revealed):
        raise Refused(N_("“{prize}” is announced: take that back first."), prize=found.title)
    return found


def _open(pitching: Pitching) -> None:
    if pitching.award.stage is Stage.FROZEN:
        raise Refused(N_("The award is over. A correction makes a numbered revision of the result."))
