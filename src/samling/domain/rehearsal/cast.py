"""Who takes part in a rehearsal and what troubles they bring: drawn once, by a seed, before the day begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.gathering import Kind
from samling.domain.pitching.judge import recused_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.values import Pitching
    from samling.domain.roster import Roster

_MINUTE = timedelta(minutes=1)
_SPOKEN = frozenset({Kind.OPENING, Kind.TALK, Kind.INFORMATION, Kind.STATUS})
"""The kinds of blocks in which somebody stands and speaks, and can ask for more time."""

MARKS = 24
"""So many marks each judge has in mind for a team; a form with more criteria begins anew with the first."""


class Temper(StrEnum):
    """How much goes wrong."""

    CALM = "calm"
    USUAL = "usual"
    ROUGH = "rough"


@dataclass(frozen=True, slots=True)
class Begun:
    """How a rehearsal was begun: what its cast is drawn from."""

    seed: int
    temper: Temper


@dataclass(frozen=True, slots=True)
class _Trouble:
    """How many teams come late, stay away and leave, and how many in a hundred speakers want more time."""

    late: int
    absent: int
    leaving: int
    speakers: int
    longest: int
    director: int
    jury: bool


_TROUBLES = {
    Temper.CALM: _Trouble(late=1, absent=0, leaving=0, speakers=0, longest=0, director=0, jury=False),
    Temper.USUAL: _Trouble(late=2, absent=1, leaving=1, speakers=40, longest=5, director=6, jury=True),
    Temper.ROUGH: _Trouble(late=4, absent=2, leaving=2, speakers=80, longest=12, director=15, jury=True),
}
_SPARED = 2
_EARLIEST, _ON_TIME = -8, 0
_SOONEST_LATE, _LATEST = 4, 25


@dataclass(frozen=True, slots=True)
class Juror:
    """How a judge works: so long for a criterion, and so long before the first of a team's (None: after all teams)."""

    pace: timedelta
    waits: timedelta | None


@dataclass(frozen=True, slots=True)
class Cast:
    """The simulated others of one rehearsal, by the ids of teams, blocks and judges.

    `arrivals` is how long after the planned start a team comes (below nothing: before it); who is `absent` never does,
    nor do the managers of the teams `unled`, who are awaited for the pitches.
    Those of `leaving` go once the groups are announced. `overruns` is how many minutes more the speaker of a block asks
    for, `director` how late the director comes to the pitches. `marks` are what a judge thinks of a team, each 0 to 1;
    `recusal` and `correction` are a judge and a team.
    """

    arrivals: Mapping[int, timedelta]
    absent: tuple[int, ...]
    unled: tuple[int, ...]
    leaving: tuple[int, ...]
    overruns: Mapping[int, int]
    director: timedelta
    jurors: Mapping[int, Juror]
    marks: Mapping[tuple[int, int], tuple[float, ...]]
    recusal: tuple[int, int] | None = None
    correction: tuple[int, int] | None = None


def draw_cast(gathering: Gathering, roster: Roster, pitching: Pitching, temper: Temper, rng: Random) -> Cast:
    """Draw who comes late, who speaks too long, and how each judge works. The same `rng` draws the same cast."""
    trouble = _TROUBLES[temper]
    teams = _shuffled((team.id for team in roster.taking_part if team.id is not None), rng)
    troubled = iter(teams[max(_SPARED, len(teams) // 3) :])  # the others bring none: there is a day to be held
    absent, leaving, late = (_first(troubled, count) for count in (trouble.absent, trouble.leaving, trouble.late))
    judges = _shuffled((judge.id for judge in pitching.judges if judge.id is not None), rng)
    return Cast(
        arrivals={team: _arrival(team in late, rng) for team in teams if team not in absent},
        absent=absent,
        unled=(*absent, *(teams[:1] if trouble.jury else ())),
        leaving=leaving,
        overruns=dict(_overruns(gathering, trouble, rng)),
        director=rng.randint(0, trouble.director) * _MINUTE,
        jurors=dict(_jurors(judges, rng, is_late=trouble.jury)),
        marks=_marks(judges, teams, rng),
        recusal=_pair(judges[:1], teams[:1]) if trouble.jury and len(judges) > 1 else None,
        correction=_correction(pitching, judges[1:2], teams) if trouble.jury else None,
    )


def _shuffled(ids: Iterable[int], rng: Random) -> tuple[int, ...]:
    return tuple(sorted(sorted(ids), key=lambda _id: rng.random()))


def _first(rest: Iterator[int], count: int) -> tuple[int, ...]:
    return tuple(each for each, _number in zip(rest, range(count), strict=False))


def _arrival(is_late: bool, rng: Random) -> timedelta:
    first, last = (_SOONEST_LATE, _LATEST) if is_late else (_EARLIEST, _ON_TIME)
    return timedelta(seconds=rng.randint(first * 60, last * 60))


def _overruns(gathering: Gathering, trouble: _Trouble, rng: Random) -> Iterator[tuple[int, int]]:
    for block in gathering.blocks:
        if block.id is not None and block.kind in _SPOKEN and rng.randrange(100) < trouble.speakers:
            yield block.id, rng.randint(2, trouble.longest)


def _jurors(judges: tuple[int, ...], rng: Random, *, is_late: bool) -> Iterator[tuple[int, Juror]]:
    for number, judge in enumerate(judges, start=1):
        waits = None if is_late and number == len(judges) else timedelta(seconds=rng.randint(30, 150))
        yield judge, Juror(timedelta(seconds=rng.randint(5, 30)), waits)


def _marks(judges: tuple[int, ...], teams: tuple[int, ...], rng: Random) -> Mapping[tuple[int, int], tuple[float, ...]]:
    """What each judge thinks of each team. Of two of the teams all think the same, so that they may tie."""
    marks = {(judge, team): tuple(rng.random() for _each in range(MARKS)) for judge in judges for team in teams}
    for judge in judges if len(teams) > 2 else ():
        marks[judge, teams[2]] = marks[judge, teams[1]]
    return marks


def _pair(judges: tuple[int, ...], teams: tuple[int, ...]) -> tuple[int, int] | None:
    return (judges[0], teams[0]) if judges and teams else None


def _correction(pitching: Pitching, judges: tuple[int, ...], teams: tuple[int, ...]) -> tuple[int, int] | None:
    """A judge who will correct a sheet, for a team that the judge may score."""
    for judge in judges:
        recused = recused_from(pitching, pitching.judge(judge))
        return _pair((judge,), tuple(team for team in teams if team not in recused))
    return None
