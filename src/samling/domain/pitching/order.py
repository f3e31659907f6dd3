"""Who pitches when: drawn or set by hand, and what becomes of a team that is late, absent or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.pitching.running import ended
from samling.domain.pitching.values import OUT, OrderMade, Pitch, Status, status_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from samling.domain.pitching.values import Pitching

LARGEST_SEED = 2**63 - 1
"""The largest whole number that the file can hold."""


def shuffled(team_ids: Iterable[int], rng: Random) -> tuple[int, ...]:
    """Return teams in an order of chance, the same for the same seed whatever order they are given in.

    Each gets a number by `rng.random()`, the one sequence that Python promises for all its versions; by it they go.
    """
    return tuple(sorted(sorted(team_ids), key=lambda _team_id: rng.random()))


def draw(pitching: Pitching, at: datetime, seed: int, team_ids: Sequence[int] | None = None) -> Pitching:
    """Draw the order from a seed, among the teams named or else all that take part. Refuses once a team has pitched."""
    if not 0 <= seed <= LARGEST_SEED:
        raise WrongUsage(N_("The seed of a draw is a whole number from 0 to {most}."), most=LARGEST_SEED)
    _check_not_begun(pitching)
    drawn = shuffled(_entered(pitching, team_ids), Random(seed))
    return replace(pitching, order=_places(pitching, drawn), made=OrderMade(at, seed))


def arrange(pitching: Pitching, at: datetime, team_ids: Sequence[int]) -> Pitching:
    """Set the order by hand. Once a team has pitched it is the order of those to come, all of them."""
    entered = _entered(pitching, team_ids)
    if not pitching.has_begun:
        return replace(pitching, order=_places(pitching, entered), made=OrderMade(at))
    to_come = {pitch.team_id for pitch in pitching.order if pitch.is_to_come}
    if to_come != set(entered):
        raise Refused(N_("The first team has pitched: name every team that is still to come, and no other."))
    rest = iter(entered)
    order = (pitching.pitch(next(rest)) if pitch.is_to_come else pitch for pitch in pitching.order)
    return replace(pitching, order=tuple(order))


def _entered(pitching: Pitching, team_ids: Sequence[int] | None) -> tuple[int, ...]:
    if team_ids is None:
        team_ids = [team.id for team in pitching.teams if team.id is not None and not team.withdrawn]
    if not team_ids:
        raise Refused(N_("There is no team to pitch."))
    for team_id in team_ids:
        if pitching.team(team_id).withdrawn:
            raise Refused(N_("“{team}” has withdrawn from the network."), team=pitching.team(team_id).name)
    if len(set(team_ids)) < len(team_ids):
        raise WrongUsage(N_("A team can stand in the order once."))
    return tuple(team_ids)


def _places(pitching: Pitching, team_ids: Iterable[int]) -> tuple[Pitch, ...]:
    """The order of these teams; what is known of one that stood in the old order already is kept."""
    known = {pitch.team_id: pitch for pitch in pitching.order}
    return tuple(known.get(team_id, Pitch(team_id)) for team_id in team_ids)


def _check_not_begun(pitching: Pitching) -> None:
    if pitching.has_begun:
        raise Refused(N_("The first team has pitched: the order is no longer drawn. Move the teams that wait instead."))


def enter(pitching: Pitching, team_id: int) -> Pitching:
    """Put a team last in the order: a new one, or one that was absent or had withdrawn and pitches after all."""
    known = next((pitch for pitch in pitching.order if pitch.team_id == team_id), None)
    if known is not None and known.status not in OUT:
        raise Refused(N_("“{team}” is in the order already."), team=pitching.team(team_id).name)
    _entered(pitching, (team_id,))
    if known is None:
        return replace(pitching, order=(*pitching.order, Pitch(team_id)))
    if known.run is not None:  # it had pitched when it withdrew
        return pitching.with_pitch(replace(known, status=Status.DONE))
    return _last(pitching, replace(known, status=Status.WAITING))


def move(pitching: Pitching, team_id: int, to: int) -> Pitching:
    """Put a team that waits at another place, counted from 1, among those to come."""
    pitch = _to_come(pitching, team_id)
    if not 1 <= to <= len(pitching.order):
        raise Refused(N_("There is no place {place}: the order has {count}."), place=to, count=len(pitching.order))
    if not pitching.order[to - 1].is_to_come:
        raise Refused(N_("Place {place} has been: only teams that wait can change places."), place=to)
    rest = [each for each in pitching.order if each is not pitch]
    rest.insert(to - 1, pitch)
    return replace(pitching, order=tuple(rest))


def skip(pitching: Pitching, team_id: int | None = None) -> Pitching:
    """Let the team after the next one (or after the one named) go before it."""
    pitch = _to_come(pitching, team_id)
    later = [each for each in pitching.order[pitching.order.index(pitch) + 1 :] if each.is_to_come]
    if not later:
        raise Refused(N_("“{team}” is the last: nobody can go before it."), team=pitching.team(pitch.team_id).name)
    exchanged = {pitch.team_id: later[0], later[0].team_id: replace(pitch, status=Status.WAITING, called_at=None)}
    return replace(pitching, order=tuple(exchanged.get(each.team_id, each) for each in pitching.order))


def move_last(pitching: Pitching, team_id: int | None = None) -> Pitching:
    """Move an absent team (the next one, when none is named) last. Once: after that it did not meet."""
    pitch = _to_come(pitching, team_id)
    if pitch.moved_last:
        raise Refused(
            N_("“{team}” has been moved last once already. Note that it did not meet, or let others go before it."),
            team=pitching.team(pitch.team_id).name,
        )
    return _last(pitching, replace(pitch, status=Status.WAITING, called_at=None, moved_last=True))


def did_not_meet(pitching: Pitching, team_id: int | None = None) -> Pitching:
    """Note that a team (the next, when none is named) did not meet. It must have been moved last, or be the last."""
    pitch = _to_come(pitching, team_id)
    others = any(each.is_to_come and each is not pitch for each in pitching.order)
    if others and not pitch.moved_last:
        raise Refused(N_("“{team}” may still come: move it last first."), team=pitching.team(pitch.team_id).name)
    return pitching.with_pitch(replace(pitch, status=Status.ABSENT, called_at=None))


def withdraw(pitching: Pitching, at: datetime, team_id: int) -> Pitching:
    """Take a team out of the field, whether it has pitched or not; a clock that runs for it ends. Its record stays."""
    pitch = pitching.pitch(team_id)
    if pitch.status is Status.WITHDRAWN:
        raise Refused(N_("“{team}” has withdrawn already."), team=pitching.team(team_id).name)
    if pitch.is_on_clock:
        pitch = ended(pitch, at)
    return pitching.with_pitch(replace(pitch, status=Status.WITHDRAWN, called_at=None))


def _to_come(pitching: Pitching, team_id: int | None) -> Pitch:
    pitch = pitching.following if team_id is None else pitching.pitch(team_id)
    if pitch is None:
        raise Refused(N_("No team is left to pitch."))
    if not pitch.is_to_come:
        raise Refused(
            N_("“{team}” is {state}: only a team that waits can be moved so."),
            team=pitching.team(pitch.team_id).name,
            state=status_word(pitch.status),
        )
    return pitch


def _last(pitching: Pitching, pitch: Pitch) -> Pitching:
    rest = (each for each in pitching.order if each.team_id != pitch.team_id)
    return replace(pitching, order=(*rest, pitch))
