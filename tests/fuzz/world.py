"""What the file holds while it is fuzzed, and values that are in it, might be in it, or never should be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from samling.domain.action import About

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

    from samling.domain.expectations import Expectations
    from samling.domain.gathering import Gathering
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.roster import Roster
    from samling.domain.seating.values import Member, Seatings
    from samling.domain.survey.answers import Answers
    from samling.domain.survey.values import Surveys
    from samling.session import Session

T = TypeVar("T")

HOSTILE_TEXTS = (
    "",
    " \t\n ",
    "\x00",
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[H",
    "\x9b2Jx",
    "\u202egnp.exe\u202c",
    "[red]x[/red] [/] [@click=app.quit]x[/]",
    "{title} {0} %s %(x)s",
    "a\nb\r\nc\u2028d",
    "\udcff\ud800x",
    "'; DROP TABLE block; --",
    "Å" * 10_000,
    "e\u0301" * 40,
    "\u200b\u2060",
)
"""Names that nobody has: controls, markup, places for parts, halves of letters, and far too much."""

_LETTERS = "aÅ {}[]/\\=;&\x00\x1b\x9b\u202e\u0301\ud83d\n'\""

HOSTILE_NUMBERS = (0, -1, 2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**30, True, float("nan"), float("inf"), 0.5)
"""Numbers that no row has, that no column holds, or that are none."""

HOSTILE_INSTANTS = (
    datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=UTC),
    datetime(1, 1, 2, tzinfo=UTC),
    datetime(9999, 12, 30, tzinfo=UTC),
    datetime(1890, 1, 1, tzinfo=UTC),
)


@dataclass(frozen=True, slots=True)
class World:
    """All parts of the file, read at one moment."""

    now: datetime
    gathering: Gathering
    roster: Roster
    seatings: Seatings
    pitching: Pitching
    jury: tuple[JudgeSheets, ...]
    surveys: Surveys
    answers: Answers
    expectations: Expectations

    @property
    def positions(self) -> range:
        """Where there are blocks, and one place more."""
        return range(1, len(self.gathering.blocks) + 2)

    @property
    def team_ids(self) -> list[int]:
        """The ids of the teams."""
        return _ids(self.roster.teams)

    @property
    def person_ids(self) -> list[int]:
        """The ids of all people."""
        return _ids(person for _team, person in self.roster.everybody())

    @property
    def members(self) -> list[Member]:
        """All who can be seated."""
        from samling.domain.seating.values import Member

        return [Member("team", each) for each in self.team_ids] + [Member("person", each) for each in self.person_ids]

    def revision(self, judge_id: int, team_id: int) -> int:
        """The revision of a sheet; 0 where there is none."""
        sheet = next((each.latest(team_id) for each in self.jury if each.judge_id == judge_id), None)
        return sheet.revision if sheet else 0


def _ids(some: Iterable[Any]) -> list[int]:
    return [each.id for each in some]


def look_around(session: Session) -> World:
    """Read all parts."""
    return World(
        now=session.now(),
        gathering=session.in_use(),
        roster=session.roster(),
        seatings=session.seatings(),
        pitching=session.pitching(),
        jury=session.jury(),
        surveys=session.surveys(),
        answers=session.answers(),
        expectations=session.expectations(),
    )


ALL_PARTS = frozenset(About) - {About.GATHERING, About.SHEETS}
"""What a snapshot can hold beside the gathering, whoever sits at the window."""


ONE_IN = 12
"""So many arguments make sense for one that does not."""


def mostly(sensible: SearchStrategy[Any], hostile: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """What makes sense, and now and then what does not."""
    return st.integers(1, ONE_IN).flatmap(lambda chance: hostile if chance == ONE_IN else sensible)


def number(*known: int) -> SearchStrategy[Any]:
    """One of the numbers that are known, mostly."""
    hostile = st.sampled_from(HOSTILE_NUMBERS)
    return mostly(st.sampled_from(known), hostile) if known else hostile


def numbers(known: Iterable[int]) -> SearchStrategy[tuple[Any, ...]]:
    """Some of them."""
    return st.lists(number(*known), max_size=4).map(tuple)


def text(*known: str) -> SearchStrategy[str]:
    """A word that might be meant, mostly."""
    return mostly(
        st.sampled_from(known or ("Nord", "Fjordhelse", "Åse")), st.sampled_from(HOSTILE_TEXTS) | st.text(_LETTERS)
    )


def moment(now: datetime) -> SearchStrategy[datetime]:
    """An instant about now, mostly."""
    near = st.integers(-7200, 7200).map(lambda seconds: now + timedelta(seconds=seconds))
    return mostly(near, st.sampled_from(HOSTILE_INSTANTS))


def perhaps(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """The same, or nothing."""
    return st.none() | strategy
