"""A programme: the recipe that a gathering's agenda is laid out from. Values only; where they are read is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import time

    from samling.domain.gathering import Kind

ProgrammeKind = Literal["kickoff", "gathering", "meeting"]


@dataclass(frozen=True, slots=True)
class Preparation:
    """Something that must be ready before a block: who sees to it, and what."""

    role: str
    what: str


@dataclass(frozen=True, slots=True)
class Link:
    """A page to show or hand out, with the name that people know it by."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a block that has a length of its own: what it is, and how many minutes of the block it takes."""

    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ProgrammeBlock:
    """One block (programpost) of a programme.

    `id` is a slug that stays the same in a programme and in the proposals made from it, and in later gatherings' blocks
    of the same sort, so that what happened to them can be compared. `minutes` is None when the block is blank: it
    shares what is left of the day. `flexible` is the mark that it may take up time, also when it has minutes.
    `min_minutes` is the shortest length that may be proposed (None: half of `minutes`). `fixed_start` and `fixed_end`
    are local clock times. `leader_is_ours` says that the source names no leader and that `leader` is our suggestion.
    `prompts` are the questions that the room answers, `prepares` who gets what ready, `per_team` that every team takes
    a turn. `signal_minutes` are the minutes left at which a sign is given (None: the usual). `warnings` are what the
    facilitator should know before the block is used. `steps` fill the block one after the other. `reserve` is what can
    take the leader's place (a film of the talk).
    """

    id: str
    title: str
    kind: Kind
    minutes: int | None = None
    flexible: bool = False
    min_minutes: int | None = None
    may_drop: bool = False
    may_halve: bool = False
    protected: bool = False
    fixed_start: time | None = None
    fixed_end: time | None = None
    leader: str = ""
    leader_is_ours: bool = False
    content: str = ""
    prompts: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    prepares: tuple[Preparation, ...] = ()
    links: tuple[Link, ...] = ()
    per_team: bool = False
    signal_minutes: tuple[int, ...] | None = None
    warnings: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    reserve: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether the programme leaves the length open."""
        return self.minutes is None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme for one gathering or meeting.

    `number` is its number among those of its kind in the source, `minutes` the length that the source states, `place`
    where it is held, `source` where it comes from. `is_proposal` says that the source's blanks and breaks
    are filled in by us.
    """

    id: str
    title: str
    source: str
    kind: ProgrammeKind
    number: int | None
    place: str
    minutes: int | None
    is_proposal: bool
    note: str
    blocks: tuple[ProgrammeBlock, ...]

    @property
    def given_minutes(self) -> int:
        """The sum of the minutes that the blocks state; blank blocks count as nothing."""
        return sum(block.minutes or 0 for block in self.blocks)

    @property
    def free_minutes(self) -> int | None:
        """What the stated length leaves beside the given minutes (negative: too full); None without a stated length."""
        return None if self.minutes is None else self.minutes - self.given_minutes
