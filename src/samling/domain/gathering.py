"""The gathering as a value: its days, blocks and pauses. No behaviour that depends on the clock lives here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Kind(StrEnum):
    """What a block is for; the projector's `auto` scene goes by it."""

    OPENING = "opening"
    TALK = "talk"
    TEAMWORK = "teamwork"
    SHARING = "sharing"
    EXERCISE = "exercise"
    STATUS = "status"
    PITCHING = "pitching"
    EVALUATION = "evaluation"
    PLANNING = "planning"
    INFORMATION = "information"
    BREAK = "break"


class State(StrEnum):
    """Where a block is in its life."""

    PENDING = "pending"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"


OPEN_STATES = (State.RUNNING, State.PAUSED)


@dataclass(frozen=True, slots=True)
class Pause:
    """A stop within a block. `ended_at` is None while it is open. Instants are UTC."""

    started_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A block's place in the plan as the participants were told it, frozen when the day's first block starts."""

    start: datetime
    end: datetime
    fixed_end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A share of a block's time: a team's turn in a round or, without a team, a step of the block.

    `weight` says how large the share is beside the others'; a step's is its planned seconds. Instants are UTC. A turn
    that was skipped takes no time.
    """

    title: str
    weight: int = 1
    team_id: int | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    skipped: bool = False

    @property
    def is_open(self) -> bool:
        """Has begun and not ended."""
        return self.started_at is not None and self.ended_at is None

    @property
    def is_waiting(self) -> bool:
        """Is still to come."""
        return self.started_at is None and not self.skipped

    def anew(self) -> Turn:
        """Return the turn as it was before anybody began."""
        return replace(self, started_at=None, ended_at=None, skipped=False)


@dataclass(frozen=True, slots=True)
class Block:
    """One block (programpost) of a gathering.

    Lengths are whole seconds, instants are UTC. `id` is None until the store has kept the block.
    `planned_seconds` is the plan's length, `added_seconds` what was added (+) or taken (-) live.
    `signal_minutes` are the minutes left at which the projector warns; None means the default (5 and 1). `turns` are
    those of a round, or the block's steps. `reserve` is what can take the leader's place (a film of the talk).
    """

    title: str
    planned_seconds: int
    kind: Kind = Kind.TALK
    day: int = 1
    id: int | None = None
    blank: bool = False
    flexible: bool = False
    added_seconds: int = 0
    own_min_seconds: int | None = None
    may_drop: bool = False
    may_halve: bool = False
    protected: bool = False
    fixed_start: datetime | None = None
    fixed_end: datetime | None = None
    state: State = State.PENDING
    started_at: datetime | None = None
    ended_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    told: Told | None = None
    signal_minutes: tuple[int, ...] | None = None
    source_id: str | None = None
    leader: str = ""
    leader_is_ours: bool = False
    content: str = ""
    prompts: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    prepares: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    per_team: bool = False
    warnings: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    reserve: str = ""

    @property
    def length_seconds(self) -> int:
        """The length now: planned plus added, never below nothing (timing.md, "A block")."""
        return max(0, self.planned_seconds + self.added_seconds)

    @property
    def min_seconds(self) -> int:
        """The shortest length that may be proposed: the block's own, else half the planned length."""
        return self.planned_seconds // 2 if self.own_min_seconds is None else self.own_min_seconds

    @property
    def is_open(self) -> bool:
        """Running or paused."""
        return self.state in OPEN_STATES

    @property
    def has_steps(self) -> bool:
        """Whether its turns are steps, and not those of a round of the teams."""
        return bool(self.turns) and self.turns[0].team_id is None


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a gathering. `planned_start` and `promised_end` are UTC; `told_end` is the plan's end, once frozen."""

    number: int
    date: date
    planned_start: datetime
    promised_end: datetime
    told_end: datetime | None = None

    @property
    def is_frozen(self) -> bool:
        """Whether the day's first block has started, so that the plan's times stay as they were told."""
        return self.told_end is not None


class Scene(StrEnum):
    """One thing the projector can show; `auto` goes by the block's kind, as `seating` does where nobody is seated."""

    AUTO = "auto"
    TIMER = "timer"
    AGENDA = "agenda"
    PROMPTS = "prompts"
    SEATING = "seating"
    SURVEY = "survey"
    LINK = "link"
    WIRELESS = "wireless"
    PITCH = "pitch"
    BREAK = "break"
    MESSAGE = "message"
    CLOCK = "clock"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Display:
    """What the facilitator asked the projector to show. `sound` is the terminal bell at the signals.

    `link` is the one that the scene `link` shows as a code, `survey_id` the survey that was chosen to be shown (None:
    the one that fits). What a wireless network's code holds is kept elsewhere, where nothing is logged.
    """

    scene: Scene = Scene.AUTO
    message: str = ""
    black: bool = False
    sound: bool = False
    link: str = ""
    survey_id: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A line jotted down during the day ("parking lot"), for a block or for the whole gathering. UTC instant."""

    text: str
    written_at: datetime
    block_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering with its days and blocks in order. Positions count from 1 through all days.

    `timezone` is the network's IANA zone; `date` is that of the first day.
    """

    id: int | None
    network_id: int
    number: int
    title: str
    timezone: str
    days: tuple[Day, ...]
    blocks: tuple[Block, ...] = ()
    programme_id: str | None = None
    display: Display = Display()
    notes: tuple[Note, ...] = ()

    @property
    def date(self) -> date:
        """The first day's date."""
        return self.days[0].date

    def day(self, number: int) -> Day:
        """Return day `number`; raise `Refused` when there is none."""
        for day in self.days:
            if day.number == number:
                return day
        raise Refused(N_("There is no day {number}: the gathering has {count}."), number=number, count=len(self.days))

    def block(self, position: int) -> Block:
        """Return the block at `position` (from 1); raise `Refused` when there is none."""
        if not 1 <= position <= len(self.blocks):
            raise Refused(
                N_("There is no block {position}: the agenda has {count}."), position=position, count=len(self.blocks)
            )
        return self.blocks[position - 1]

    def positions(self, where: Callable[[Block], bool]) -> Iterator[int]:
        """Yield the positions, in order, of the blocks for which `where` holds."""
        return (position for position, block in enumerate(self.blocks, start=1) if where(block))

    def of_day(self, number: int) -> tuple[Block, ...]:
        """Return the blocks of day `number`, in order."""
        return tuple(block for block in self.blocks if block.day == number)

    @property
    def current(self) -> int | None:
        """The position of the running or paused block, if any."""
        return next(self.positions(lambda block: block.is_open), None)

    @property
    def is_pitching(self) -> bool:
        """Whether the running or paused block is the one for the pitches."""
        return self.current is not None and self.block(self.current).kind is Kind.PITCHING

    @property
    def last_ended(self) -> int | None:
        """The position of the block that ended last, if any (the later started of two that ended together)."""
        done = [
            (block.ended_at, block.started_at, position)
            for position, block in enumerate(self.blocks, start=1)
            if block.state is State.DONE and block.ended_at and block.started_at
        ]
        return max(done)[2] if done else None

    def with_block(self, position: int, block: Block) -> Gathering:
        """Return the gathering with `block` in the place of the one at `position`."""
        at = position - 1
        return replace(self, blocks=(*self.blocks[:at], block, *self.blocks[at + 1 :]))

    def with_day(self, day: Day) -> Gathering:
        """Return the gathering with `day` in the place of the one with the same number."""
        return replace(self, days=tuple(day if each.number == day.number else each for each in self.days))
