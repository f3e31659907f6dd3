"""What windows and commands get of a file: what it holds at one commit, and what was done to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samling.domain.action import About
from samling.domain.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from samling.domain.expectations import Expectations
    from samling.domain.network import Network
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.roll import Roll
    from samling.domain.roster import Roster
    from samling.domain.seating.values import Seatings
    from samling.domain.survey.answers import Answers
    from samling.domain.survey.values import Surveys
    from samling.domain.wireless import Wireless


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a window shows, as it stood at one commit. Without a gathering in use there is nothing but the network.

    `parts` holds the other parts of the file, those that were asked for and belong to what is in use.
    """

    network: Network | None
    gathering: Gathering | None
    can_undo: bool = False
    can_redo: bool = False
    parts: Mapping[About, Any] = field(default_factory=dict)

    @property
    def roster(self) -> Roster | None:
        """The teams and people of the network, where they were asked for."""
        return self.parts.get(About.ROSTER)

    @property
    def roll(self) -> Roll | None:
        """Who is here, where it was asked for."""
        return self.parts.get(About.ROLL)

    @property
    def seatings(self) -> Seatings | None:
        """Who sits with whom at the gathering, where it was asked for."""
        return self.parts.get(About.SEATING)

    @property
    def pitching(self) -> Pitching | None:
        """The pitches of the gathering, where they were asked for."""
        return self.parts.get(About.PITCHING)

    @property
    def stage(self) -> Pitching | None:
        """The pitches as the room may know them, where they were asked for."""
        return self.parts.get(About.STAGE)

    @property
    def panel(self) -> Pitching | None:
        """The pitches as any judge may know them, where they were asked for."""
        return self.parts.get(About.PANEL)

    @property
    def sheets(self) -> JudgeSheets | None:
        """The sheets of the judge who sits at the window, where they were asked for."""
        return self.parts.get(About.SHEETS)

    @property
    def surveys(self) -> Surveys | None:
        """The surveys of the network, where they were asked for."""
        return self.parts.get(About.SURVEYS)

    @property
    def answers(self) -> Answers | None:
        """What was answered to them, where it was asked for."""
        return self.parts.get(About.ANSWERS)

    @property
    def expectations(self) -> Expectations | None:
        """What the teams expect of the network, where it was asked for."""
        return self.parts.get(About.EXPECTATIONS)

    @property
    def wireless(self) -> Wireless | None:
        """The wireless network that the projector shows, where it was asked for."""
        return self.parts.get(About.WIRELESS)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: the part of the file after it, and the log's entry (after undo and redo: the one turned back)."""

    after: Any
    action: str
    arguments: dict[str, Any]
    more: str = ""
    """What else there is to say, in the language in use: what was made of a day that has ended."""

    @property
    def gathering(self) -> Gathering:
        """The gathering after an action that was about one."""
        assert isinstance(self.after, Gathering), "the action was about a gathering"
        return self.after


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is left of what was removed.

    Whether the file is clean; if not, whether it could be written anew at all, or another window only keeps it from
    being so; and which copies beside it still hold names.
    """

    is_clean: bool
    is_written_anew: bool
    copies: tuple[Path, ...]
