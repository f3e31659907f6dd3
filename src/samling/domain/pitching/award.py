"""The award: the places are settled, announced one by one from the last, and frozen; a correction makes a new revision.

What has been announced is a record of its own that holds nothing else, so that the projector can be given it alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.line import clean_line
from samling.domain.pitching.judge import field
from samling.domain.pitching.podium import Announced, Award, Decision, Placing, Revealed, Revision, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from samling.domain.pitching.values import Pitching


def decide(pitching: Pitching, at: datetime, places: Mapping[int, int], reason: str, by: str) -> Pitching:
    """Keep the jury's decision, before the award, to place teams otherwise than the sums say. `places`: team to place.

    Raises `Refused` once anything is announced, `WrongUsage` for a place below 1, or without a reason and a name.
    """
    _not_announced(pitching)
    if not places:
        raise WrongUsage(N_("Say which teams are placed where."))
    for team_id, place in places.items():
        if team_id not in field(pitching):
            raise Refused(N_("“{team}” does not compete."), team=pitching.team(team_id).name)
        if not 1 <= place <= len(pitching.order):
            raise WrongUsage(N_("A place is a whole number from 1 to {most}."), most=len(pitching.order))
    decision = Decision(tuple(sorted(places.items())), clean_line(reason), clean_line(by), at)
    return _with(pitching, replace(pitching.award, decision=decision, revisions=()))


def undecide(pitching: Pitching) -> Pitching:
    """Take the jury's decision back, before the award: the sums stand."""
    _not_announced(pitching)
    if pitching.award.decision is None:
        raise Refused(N_("The jury has not decided anything beside the sums."))
    return _with(pitching, replace(pitching.award, decision=None, revisions=()))


def settle(pitching: Pitching, at: datetime, by_sums: Sequence[Placing], method: str) -> Pitching:
    """Settle the result that is to be announced: what the sheets say, and the jury's decision where there is one.

    From now on no sheet is changed until the award is over. It can be settled again while nothing is announced.
    """
    _not_announced(pitching)
    if pitching.on_clock is not None:
        raise Refused(
            N_("“{team}” is pitching: stop its clock first."), team=pitching.team(pitching.on_clock.team_id).name
        )
    if not any(each.by_sums is not None for each in by_sums):
        raise Refused(N_("No team can be ranked yet: there are too few sheets, or no judges connect all the teams."))
    return _with(pitching, replace(pitching.award, revisions=(_revision(pitching.award, at, by_sums, method),)))


def unsettle(pitching: Pitching) -> Pitching:
    """Open the sheets again, while nothing is announced."""
    _not_announced(pitching)
    _settled(pitching)
    return _with(pitching, replace(pitching.award, revisions=()))


def _revision(award: Award, at: datetime, by_sums: Sequence[Placing], method: str) -> Revision:
    reason, by = (award.decision.reason, award.decision.by) if award.decision else ("", "")
    return Revision(1, at, _placed(award, by_sums), method, decision_reason=reason, decided_by=by)


def _placed(award: Award, by_sums: Sequence[Placing]) -> tuple[Placing, ...]:
    """The placings in their order with the places that the jury decided. Refuses a decision that does not add up."""
    decided = dict(award.decision.places) if award.decision else {}
    placings = (replace(each, place=decided.get(each.team_id, each.by_sums)) for each in by_sums)
    ordered = sorted(placings, key=lambda each: (each.place is None, each.place or 0))
    places = [each.place for each in ordered if each.place is not None]
    if decided and any(place != places.index(place) + 1 for place in places):
        raise Refused(
            N_("With the jury's decision the places would be {places}: decide on every team whose place changes."),
            places=", ".join(str(place) for place in places),
        )
    return tuple(ordered)


# announcing


def steps(pitching: Pitching) -> tuple[int, ...]:
    """The places to announce, in the order of announcing: from the last of those with a prize to the first.

    A place that nobody has, because the one before it is shared, is not among them.
    """
    revision = _settled(pitching)
    found = {each.place for each in revision.placings if each.place is not None}
    return tuple(sorted((place for place in found if place <= pitching.settings.places), reverse=True))


def to_come(pitching: Pitching) -> tuple[int, ...]:
    """The places that are not yet announced, in the order of announcing."""
    announced = {each.place for each in pitching.award.revealed if each.what is Announced.PLACE}
    return tuple(place for place in steps(pitching) if place not in announced)


def reveal(pitching: Pitching, at: datetime) -> Pitching:
    """Announce the next place: everybody who shares it at once."""
    _not_frozen(pitching)
    coming = to_come(pitching)
    if not coming:
        raise Refused(N_("All places are announced."))
    return _announce(pitching, at, Announced.PLACE, _settled(pitching).at_place(coming[0]), place=coming[0])


def reveal_audience(pitching: Pitching, at: datetime) -> Pitching:
    """Announce the audience's prize: those with the most votes."""
    _not_frozen(pitching)
    winners = audience_winners(pitching)
    if not winners:
        raise Refused(N_("The votes of the audience are not counted."))
    _not_twice(pitching, Announced.AUDIENCE, None)
    return _announce(pitching, at, Announced.AUDIENCE, winners)


def reveal_prize(pitching: Pitching, at: datetime, prize_id: int) -> Pitching:
    """Announce a category prize that has been given to somebody."""
    _not_frozen(pitching)
    prize = next((each for each in pitching.prizes if each.id == prize_id), None)
    if prize is None:
        raise Refused(N_("There is no prize with id {id}."), id=prize_id)
    if not prize.team_ids:
        raise Refused(N_("It is not decided who gets “{prize}”."), prize=prize.title)
    _not_twice(pitching, Announced.PRIZE, prize_id)
    return _announce(pitching, at, Announced.PRIZE, prize.team_ids, prize_id=prize_id)


def unreveal(pitching: Pitching) -> Pitching:
    """Take the last announcement back: the room sees again what it saw before, and nothing of what is to come."""
    _not_frozen(pitching)
    if not pitching.award.revealed:
        raise Refused(N_("Nothing is announced yet."))
    return _with(pitching, replace(pitching.award, revealed=pitching.award.revealed[:-1]))


def audience_winners(pitching: Pitching) -> tuple[int, ...]:
    """The teams with the most of the audience's votes, in the order of the pitches; none while nobody has any.

    Votes for a team that is out of the field count nowhere.
    """
    votes = {each.team_id: each.count for each in pitching.votes}
    most = max((votes.get(team_id, 0) for team_id in field(pitching)), default=0)
    return tuple(team_id for team_id in field(pitching) if most and votes.get(team_id, 0) == most)


def _announce(
    pitching: Pitching,
    at: datetime,
    what: Announced,
    team_ids: tuple[int, ...],
    *,
    place: int | None = None,
    prize_id: int | None = None,
) -> Pitching:
    """Add a step. Those who share it stand in the order of the pitches: another could tell who lies ahead."""
    award = pitching.award
    ordered = tuple(pitch.team_id for pitch in pitching.order if pitch.team_id in team_ids)
    step = Revealed(len(award.revealed) + 1, what, ordered, at, place, prize_id)
    return _with(pitching, replace(award, revealed=(*award.revealed, step)))


# after it


def freeze(pitching: Pitching, at: datetime) -> Pitching:
    """End the award: what was announced stands, and only a numbered revision can correct it."""
    _not_frozen(pitching)
    left = to_come(pitching)
    if left:
        raise Refused(N_("Place {place} is not announced yet."), place=left[0])
    return _with(pitching, replace(pitching.award, frozen_at=at))


def revise(pitching: Pitching, at: datetime, by_sums: Sequence[Placing], method: str, reason: str) -> Pitching:
    """Correct the result after the award, for a reason: a new numbered revision. The ones before it are kept."""
    if pitching.award.stage is not Stage.FROZEN:
        raise Refused(N_("The award is not over: correct the sheets, and settle the result."))
    last = pitching.award.revisions[-1]
    made = _revision(pitching.award, at, by_sums, method)
    revision = replace(made, number=last.number + 1, reason=clean_line(reason))
    if revision.placings == last.placings:
        raise Refused(N_("Nothing has changed since revision {number}."), number=last.number)
    return _with(pitching, replace(pitching.award, revisions=(*pitching.award.revisions, revision)))


# what is refused


def _with(pitching: Pitching, award: Award) -> Pitching:
    return replace(pitching, award=award)


def _settled(pitching: Pitching) -> Revision:
    """The result that is announced: the first revision, which those after the award do not change."""
    if not pitching.award.revisions:
        raise Refused(N_("The result is not settled yet."))
    return pitching.award.revisions[0]


def _not_frozen(pitching: Pitching) -> None:
    if pitching.award.stage is Stage.FROZEN:
        raise Refused(N_("The award is over. A correction makes a numbered revision of the result."))


def _not_announced(pitching: Pitching) -> None:
    _not_frozen(pitching)
    if any(each.what is Announced.PLACE for each in pitching.award.revealed):
        raise Refused(N_("Places have been announced: take them back first."))


def _not_twice(pitching: Pitching, what: Announced, prize_id: int | None) -> None:
    if any(each.what is what and each.prize_id == prize_id for each in pitching.award.revealed):
        raise Refused(N_("That prize is announced already."))
