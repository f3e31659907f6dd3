"""Reading an open file: what is in use, and every part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain import registry
from samling.domain.action import AGENDA_CHAIN, About
from samling.domain.errors import N_, Refused
from samling.domain.localtime import to_local
from samling.session.open_file import OpenFile
from samling.session.snapshot import Snapshot
from samling.store import clocks, gatherings, log, parts
from samling.store.parts import Owner

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from samling.clock import Clock
    from samling.domain.clockset import DemoTime
    from samling.domain.expectations import Expectations
    from samling.domain.gathering import Gathering
    from samling.domain.history import Held
    from samling.domain.holdings import Holdings
    from samling.domain.network import GatheringLine, Network, NetworkLine
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.rehearsal.cast import Begun
    from samling.domain.roll import Roll
    from samling.domain.roster import Roster
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Seatings
    from samling.domain.survey.answers import Answers
    from samling.domain.survey.values import Surveys
    from samling.store.database import Database
    from samling.store.log import LogEntry


_MUCH = 100
"""So many new rows of the log that it is not looked through what they are about."""


class Reading(OpenFile):
    """One open database, looked at with a clock. `session` adds what writes."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Take over an open database; `close` closes it."""
        super().__init__(database, clock)
        self._seen = -1
        self._known: int | None = None
        self.judge_id: int | None = None
        """The judge who sits at this window: a snapshot has that judge's own sheets, where they are wanted."""

    def now(self) -> datetime:
        """The time of the session's clock: true time, or a demo's."""
        return self._clock()

    def demo_time(self) -> DemoTime | None:
        """Return the demo's own time when the file is a demo."""
        return clocks.demo_time(self._database)

    def is_demo(self) -> bool:
        """Whether the file is a demo, so that windows say so."""
        return self.demo_time() is not None

    def rehearsal(self) -> Begun | None:
        """Return how the file's rehearsal was begun; None where it is none."""
        begun = log.newest(self._database, "rehearse") if self.is_demo() else None
        if begun is None:
            return None
        from samling.domain.rehearsal.cast import Begun, Temper  # no other file needs it

        return Begun(begun.arguments["seed"], Temper(begun.arguments["temper"]))

    def changed(self) -> bool:
        """Whether another window has written since this was last asked (true the first time).

        What is written on another judge's sheets is nothing to the window of a judge, and does not count there.
        """
        version = self._database.version()
        changed, self._seen = version != self._seen, version
        return changed and not (self.judge_id is not None and self._is_of_other_judges())

    def _is_of_other_judges(self) -> bool:
        """Whether all that is new in the log is about the sheets of judges who do not sit here."""
        known = self._known
        with self._database.reading():
            newest = log.entries(self._database, None, 1)
            self._known = newest[-1].id if newest else None
            news = [] if known is None else log.after(self._database, known, _MUCH)
        return 0 < len(news) < _MUCH and all(_judge(each) not in (None, self.judge_id) for each in news)

    def _take(self, fresh: Database) -> None:
        super()._take(fresh)
        self._seen, self._known = -1, None

    # reading

    def snapshot(self, wanted: Callable[[Gathering], Collection[About]] = lambda _gathering: ()) -> Snapshot:
        """Return what is in use, as it stands at one commit, with those other parts that are wanted with it."""
        with self._database.reading():
            network_id, gathering_id = gatherings.in_use(self._database)
            network = None if network_id is None else gatherings.network(self._database, network_id)
            if gathering_id is None:
                return Snapshot(network, None)
            assert network_id is not None, "a gathering in use has its network in use"
            owner = Owner(network_id, gathering_id)
            gathering = gatherings.load(self._database, gathering_id)
            return Snapshot(
                network=network,
                gathering=gathering,
                can_undo=log.to_undo(self._database, owner, AGENDA_CHAIN) is not None,
                can_redo=log.to_redo(self._database, owner, AGENDA_CHAIN) is not None,
                parts={about: self._load(about, self.judge_id) for about in _needed(gathering, wanted)},
            )

    def in_use(self) -> Gathering:
        """Return the gathering in use; raise `Refused` with what to do when there is none."""
        return self.gathering(self._gathering_id())

    def gathering(self, gathering_id: int) -> Gathering:
        """Return a gathering; raise `Refused` when there is none with that id."""
        with self._database.reading():
            return gatherings.load(self._database, gathering_id)

    def network_in_use(self) -> Network:
        """Return the network in use; raise `Refused` with what to do when there is none."""
        network_id, _ = gatherings.in_use(self._database)
        if network_id is None:
            raise Refused(N_("There is no network yet. Make one with: samling network new NAME"))
        return gatherings.network(self._database, network_id)

    def roster(self) -> Roster:
        """Return the teams and people of the network in use; raise `Refused` when there is none."""
        found: Roster = self._part(About.ROSTER)
        return found

    def roll(self) -> Roll:
        """Return who is here at the gathering in use; raise `Refused` when there is none."""
        found: Roll = self._part(About.ROLL)
        return found

    def seatings(self) -> Seatings:
        """Return who sits with whom at the gathering in use; raise `Refused` when there is none."""
        found: Seatings = self._part(About.SEATING)
        return found

    def surveys(self) -> Surveys:
        """Return the surveys of the network in use; raise `Refused` when there is none."""
        found: Surveys = self._part(About.SURVEYS)
        return found

    def answers(self) -> Answers:
        """Return what was answered to them; raise `Refused` when there is no network."""
        found: Answers = self._part(About.ANSWERS)
        return found

    def expectations(self) -> Expectations:
        """Return what the teams of the network in use expect; raise `Refused` when there is none."""
        found: Expectations = self._part(About.EXPECTATIONS)
        return found

    def pitching(self) -> Pitching:
        """Return the pitches of the gathering in use, the result with them; raise `Refused` when there is none."""
        found: Pitching = self._part(About.PITCHING)
        return found

    def stage(self) -> Pitching:
        """Return the pitches as the room may know them: of the result what is announced, and no judges."""
        found: Pitching = self._part(About.STAGE)
        return found

    def panel(self) -> Pitching:
        """Return the pitches as any judge may know them: form and judges, of the result what is announced."""
        found: Pitching = self._part(About.PANEL)
        return found

    def sheets(self, judge_id: int) -> JudgeSheets:
        """Return one judge's own sheets, and no others; raise `Refused` when there is no such judge."""
        found: JudgeSheets = self._part(About.SHEETS, judge_id)
        return found

    def jury(self) -> tuple[JudgeSheets, ...]:
        """Return every judge's sheets, for who counts them; raise `Refused` when no gathering is in use."""
        found: tuple[JudgeSheets, ...] = self._part(About.JURY)
        return found

    def rolls(self) -> list[Roll]:
        """Return the rolls of all gatherings of the network in use."""
        from samling.store import rolls  # only results are reckoned against them

        with self._database.reading():
            owner = parts.in_use(self._database, About.ROSTER)
            lines = gatherings.lines(self._database, owner.network_id)
            return [rolls.load(self._database, Owner(owner.network_id, line.id)) for line in lines]

    def hall(self) -> Hall:
        """Return all that a draw at the gathering in use goes by; raise `Refused` when there is none."""
        from samling.domain.seating.hall import Hall  # a draw alone needs these
        from samling.store import seatings

        with self._database.reading():
            owner = parts.in_use(self._database, About.SEATING)
            return Hall(
                gathering=self._load(About.GATHERING),
                roster=self._load(About.ROSTER),
                roll=self._load(About.ROLL),
                seatings=self._load(About.SEATING),
                past=seatings.past(self._database, owner),
            )

    def _part(self, about: About, judge_id: int | None = None) -> Any:  # noqa: ANN401 - the part's value
        with self._database.reading():
            return self._load(about, judge_id)

    def _load(self, about: About, judge_id: int | None = None) -> Any:  # noqa: ANN401 - the part's value
        return parts.part(about).load(self._database, parts.in_use(self._database, about, judge_id))

    def networks(self) -> list[NetworkLine]:
        """Return every network with its counts."""
        with self._database.reading():
            return gatherings.networks(self._database)

    def gatherings(self, network_id: int | None = None) -> list[GatheringLine]:
        """Return the gatherings of a network, or all, by date."""
        with self._database.reading():
            return gatherings.lines(self._database, network_id)

    def held(self) -> list[Held]:
        """Return every block that has been held, in all gatherings of the file, with what it took."""
        from samling.store import history  # who plans asks for it, not who runs the day

        with self._database.reading():
            return history.held(self._database)

    def log(self, gathering_id: int | None = None, limit: int | None = None) -> list[LogEntry]:
        """Return the log of a gathering (None: of everything), oldest first."""
        with self._database.reading():
            return log.entries(self._database, gathering_id, limit)

    def story(self, gathering: Gathering) -> list[LogEntry]:
        """Return the log of a gathering, oldest first, with what was done to its network on the gathering's days."""
        dates = {day.date for day in gathering.days}
        with self._database.reading():
            own = log.entries(self._database, gathering.id)
            of_network = log.of_network(self._database, gathering.network_id)
        theirs = [each for each in of_network if to_local(each.happened_at, gathering.timezone).date() in dates]
        return sorted([*own, *theirs], key=lambda each: each.id or 0)

    def holdings(self) -> Holdings:
        """Return what the file holds, to compare a back-up with."""
        from samling.store import restoring  # only who restores asks for it

        return restoring.holdings(self._database)

    def faults(self) -> list[str]:
        """Return what SQLite's own checks find wrong with the file; nothing where it is whole."""
        return self._database.health()

    def _gathering_id(self) -> int:
        _, gathering_id = gatherings.in_use(self._database)
        if gathering_id is None:
            raise Refused(
                N_("There is no gathering yet. Make one: samling gathering new --date DATE --start HH:MM --end HH:MM")
            )
        return gathering_id


_PITCHES = frozenset({About.PITCHING, About.STAGE, About.PANEL, About.SHEETS})


def _needed(gathering: Gathering, wanted: Callable[[Gathering], Collection[About]]) -> set[About]:
    """What is wanted and, while teams pitch, what the agenda's figures need to know of it."""
    asked = set(wanted(gathering))
    return asked | {About.STAGE} if gathering.is_pitching and not asked & _PITCHES else asked


def _judge(entry: LogEntry) -> int | None:
    """The judge on whose sheets something was done or turned back; None for what is about anything else."""
    done = registry.find(str(entry.arguments.get("action", entry.action)))
    judge_id: int | None = entry.arguments.get("judge_id") if done and done.about is About.SHEETS else None
    return judge_id
