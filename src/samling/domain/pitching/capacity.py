"""Whether there is time: the teams' pitches and the award against the length of the block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.pitching.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.values import Settings


@dataclass(frozen=True, slots=True)
class Capacity:
    """How the time of a block is spent with so many teams. All lengths are whole seconds.

    Every team takes its pitch, its questions and a changeover, the last one the changeover to the award.
    """

    teams: int
    pitch_seconds: int
    questions_seconds: int
    changeover_seconds: int
    award_seconds: int
    block_seconds: int

    @property
    def each_seconds(self) -> int:
        """What one team takes, its changeover with it."""
        return self.pitch_seconds + self.questions_seconds + self.changeover_seconds

    @property
    def teams_seconds(self) -> int:
        """What all teams take."""
        return self.teams * self.each_seconds

    @property
    def left_seconds(self) -> int:
        """What is left of the block for the award; below zero the pitches alone are too long for it."""
        return self.block_seconds - self.teams_seconds

    @property
    def spare_seconds(self) -> int:
        """What is left of the block after the award; below zero that much is missing."""
        return self.left_seconds - self.award_seconds

    @property
    def most_teams(self) -> int:
        """How many teams there is time for, with the award."""
        return (
            max(0, (self.block_seconds - self.award_seconds) // self.each_seconds) if self.each_seconds else self.teams
        )


def capacity(settings: Settings, teams: int, block_seconds: int) -> Capacity:
    """Return how so many teams fit a block of that length."""
    lengths = settings.lengths
    return Capacity(
        teams=teams,
        pitch_seconds=lengths.pitch_seconds,
        questions_seconds=lengths.questions_seconds,
        changeover_seconds=settings.changeover_seconds,
        award_seconds=settings.award_seconds,
        block_seconds=block_seconds,
    )


def sentences(of: Capacity) -> Iterator[Sentence]:
    """Yield what there is to say about the time: what the pitches take, and what is left for the award or missing."""
    yield Sentence(
        N_(
            "Teams: {count}. Each takes {each}: {pitch} of pitch, {questions} of questions, {changeover} of changeover."
        ),
        count=of.teams,
        each=_length(of.each_seconds),
        pitch=_length(of.pitch_seconds),
        questions=_length(of.questions_seconds),
        changeover=_length(of.changeover_seconds),
    )
    parts = {"all": _length(of.teams_seconds), "block": _length(of.block_seconds)}
    if of.left_seconds > 0:
        yield Sentence(
            N_("The pitches take {all} of the {block} of the block, and leave {left} for the award."),
            left=_length(of.left_seconds),
            **parts,
        )
    elif of.left_seconds == 0:
        yield Sentence(
            N_("The pitches take all of the {block} of the block, and leave nothing for the award."), **parts
        )
    else:
        yield Sentence(
            N_("The pitches take {all}, which is {over} more than the {block} of the block, and then comes the award."),
            over=_length(-of.left_seconds),
            **parts,
        )
    if of.spare_seconds < 0:
        yield Sentence(
            N_("The award is set to {award}, so {short} is missing: there is time for {most} of the teams."),
            award=_length(of.award_seconds),
            short=_length(-of.spare_seconds),
            most=of.most_teams,
        )


def _length(seconds: int) -> timedelta:
    return timedelta(seconds=seconds)
