"""The pitches of a gathering as values: who pitches when, with which lengths. No rule and no clock lives here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused, Term
from samling.domain.pitching.podium import Award

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.gathering import Pause
    from samling.domain.pitching.form import FormUse
    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.podium import Prize, Votes
    from samling.domain.team import Team


class Status(StrEnum):
    """Where a team's pitch is in its life. Called: the team has been asked up, its clock has not started."""

    WAITING = "waiting"
    CALLED = "called"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"


_WORDS = {
    Status.WAITING: N_("waiting"),
    Status.CALLED: N_("called up"),
    Status.RUNNING: N_("on the stage"),
    Status.PAUSED: N_("paused"),
    Status.DONE: N_("done"),
    Status.ABSENT: N_("not met"),
    Status.WITHDRAWN: N_("withdrawn"),
}


def status_word(status: Status) -> Term:
    """Return the word for where a pitch is in its life."""
    return Term(_WORDS[status])


TO_COME = (Status.WAITING, Status.CALLED)
ON_CLOCK = (Status.RUNNING, Status.PAUSED)
OUT = (Status.ABSENT, Status.WITHDRAWN)


class Phase(StrEnum):
    """The two phases of a pitch."""

    PITCH = "pitch"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long the phases of one pitch may last, in whole seconds.

    With `runs_on` the questions begin by themselves when the pitch has taken its time and the grace. Without questions
    (0) a pitch has one phase.
    """

    pitch_seconds: int = 240
    questions_seconds: int = 60
    grace_seconds: int = 15
    runs_on: bool = True

    def of(self, phase: Phase) -> int:
        """The length of a phase."""
        return self.pitch_seconds if phase is Phase.PITCH else self.questions_seconds


@dataclass(frozen=True, slots=True)
class Settings:
    """How the pitches of a gathering are held; every default is ours, and can be changed. Lengths are whole seconds.

    An empty label is the window's own word for the phase. `signal_seconds` are the seconds left at which a sign is
    given; 0 is always one. `method` and `ladder` (how ties are broken, step by step) are names that the scoring knows:
    "fair_mean" is the plain mean where no sheet is missing. `places` are how many places are announced; with `audience`
    there is a prize by the audience's vote.
    """

    lengths: Lengths = Lengths()
    changeover_seconds: int = 30
    award_seconds: int = 300
    pitch_label: str = ""
    questions_label: str = ""
    signal_seconds: tuple[int, ...] = (60, 30)
    method: str = "fair_mean"
    ladder: tuple[str, ...] = ("head_to_head", "criteria", "rerank")
    places: int = 3
    audience: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One time that a team stood on the stage with the clock running. Instants are UTC.

    `lengths` are those that held when it began: what is changed later changes no time over that was recorded.
    `questions_at` is None while the change of phase has not been recorded. `given_up` is why it does not count, where
    the clock was started again.
    """

    started_at: datetime
    lengths: Lengths
    questions_at: datetime | None = None
    ended_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    given_up: str = ""


@dataclass(frozen=True, slots=True)
class Pitch:
    """A team's place in the order and what became of it.

    `called_at` is when the team was asked up (UTC). `moved_last`: it was absent once, and has been moved last for it.
    """

    team_id: int
    status: Status = Status.WAITING
    called_at: datetime | None = None
    moved_last: bool = False
    runs: tuple[Run, ...] = ()

    @property
    def run(self) -> Run | None:
        """The run that counts, if there is one."""
        return self.runs[-1] if self.runs and not self.runs[-1].given_up else None

    @property
    def is_to_come(self) -> bool:
        """Whether the team has yet to pitch."""
        return self.status in TO_COME

    @property
    def is_on_clock(self) -> bool:
        """Whether its clock runs or is paused."""
        return self.status in ON_CLOCK

    def with_run(self, run: Run) -> Pitch:
        """Return the pitch with `run` in the place of its last one."""
        return replace(self, runs=(*self.runs[:-1], run))


@dataclass(frozen=True, slots=True)
class OrderMade:
    """How the order came to be: drawn from `seed` among the teams by their ids, or by hand (None). UTC."""

    made_at: datetime
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """The trial pitches, in which the judges align on the scale: how many there have been, and whether one is on."""

    number: int = 0
    is_open: bool = False

    @property
    def team_id(self) -> int:
        """The id of its made-up team: below zero, which no real team has, and another for each trial."""
        return -self.number


@dataclass(frozen=True, slots=True)
class Delivery:
    """That a judge has a sheet for a team, and nothing of what is in it.

    `submitted`: a version of it counts. `is_open`: a draft is being written, which after a submitted version is a
    correction.
    """

    judge_id: int
    team_id: int
    submitted: bool
    is_open: bool

    @property
    def is_correction(self) -> bool:
        """Whether a submitted sheet is being corrected and the correction is not yet submitted."""
        return self.submitted and self.is_open


@dataclass(frozen=True, slots=True)
class Pitching:
    """The pitches of one gathering: the order, the judges and the award.

    `timezone`, `teams` (all of the network's) and `deliveries` are read along, for the rules and their sentences; they
    belong to others, and no action here changes them.
    """

    gathering_id: int
    timezone: str
    teams: tuple[Team, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    settings: Settings = Settings()
    forms: tuple[FormUse, ...] = ()
    order: tuple[Pitch, ...] = ()
    made: OrderMade | None = None
    judges: tuple[Judge, ...] = ()
    votes: tuple[Votes, ...] = ()
    prizes: tuple[Prize, ...] = ()
    award: Award = field(default_factory=Award)
    trial: Trial = Trial()

    @property
    def has_begun(self) -> bool:
        """Whether a clock has been started, if only for a run that was given up."""
        return any(pitch.runs for pitch in self.order)

    @property
    def on_clock(self) -> Pitch | None:
        """The pitch whose clock runs or is paused."""
        return self._first(lambda pitch: pitch.is_on_clock)

    @property
    def following(self) -> Pitch | None:
        """The pitch that comes next: of the team that was called, else of the first that waits."""
        called = self._first(lambda pitch: pitch.status is Status.CALLED)
        return called or self._first(lambda pitch: pitch.status is Status.WAITING)

    def _first(self, where: Callable[[Pitch], bool]) -> Pitch | None:
        return next((pitch for pitch in self.order if where(pitch)), None)

    def team(self, team_id: int) -> Team:
        """Return a team; raise `Refused` when the network has none with that id."""
        found = next((team for team in self.teams if team.id == team_id), None)
        if found is None:
            raise Refused(N_("There is no team with id {id}."), id=team_id)
        return found

    def name_of(self, team_id: int) -> str:
        """Return a team's name, also for the made-up team of a trial."""
        return Term(N_("the trial pitch")) if team_id < 0 else self.team(team_id).name

    def pitch(self, team_id: int) -> Pitch:
        """Return a team's pitch; raise `Refused` when the team is not in the order."""
        found = self._first(lambda pitch: pitch.team_id == team_id)
        if found is None:
            raise Refused(N_("“{team}” is not in the order of the pitches."), team=self.team(team_id).name)
        return found

    def judge(self, judge_id: int) -> Judge:
        """Return a judge; raise `Refused` when there is none with that id."""
        found = next((judge for judge in self.judges if judge.id == judge_id), None)
        if found is None:
            raise Refused(N_("There is no judge with id {id}."), id=judge_id)
        return found

    def with_pitch(self, pitch: Pitch) -> Pitching:
        """Return the pitches with `pitch` in the place of the same team's."""
        return replace(self, order=tuple(pitch if each.team_id == pitch.team_id else each for each in self.order))
