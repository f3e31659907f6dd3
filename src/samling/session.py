"""One open database: the only place that writes. Windows and commands do everything through it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from samling import clockwatch
from samling.clockwatch import ClockNotice
from samling.domain import day_report, registry
from samling.domain.action import AGENDA_CHAIN, About, Moment
from samling.domain.errors import N_, Refused
from samling.domain.gathering import Gathering, Scene
from samling.domain.line import clean_line
from samling.domain.localtime import milliseconds, zone
from samling.domain.network import Network
from samling.domain.plan import new_gathering, plan_day
from samling.store import changes, clocks, gatherings, log, parts, wireless
from samling.store.parts import Owner

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime
    from pathlib import Path

    from samling.clock import Clock
    from samling.domain.clockset import ClockPair, DemoTime
    from samling.domain.expectations import Expectations
    from samling.domain.history import Held
    from samling.domain.network import GatheringLine, NetworkLine
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.programme import Programme
    from samling.domain.roll import Roll
    from samling.domain.roster import Roster
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Seatings
    from samling.domain.survey.answers import Answers
    from samling.domain.survey.values import Surveys
    from samling.domain.wireless import Wireless
    from samling.store.database import Database
    from samling.store.log import LogEntry


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
    """What is left of what was removed: whether the file is clean, and which copies beside it still hold names."""

    is_clean: bool
    copies: tuple[Path, ...]


class Session:
    """One open database with a clock and the name of who acts in it ("control", "timer", "command").

    Every method that writes is one transaction and returns after it is safe on disk.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        who: str,
        machine: Callable[[], ClockPair] | None = None,
        at_day_end: Callable[[Session, Gathering, int], str] | None = None,
    ) -> None:
        """Take over an open database; `close` closes it.

        `machine` reads this machine's true clocks, by which a clock that is set is noticed; None: it is not watched.
        `at_day_end` is told when a day (its number) has ended, after that is saved, and says what it made of it.
        """
        self._database = database
        self._clock = clock
        self._who = who
        self._machine = machine
        self._at_day_end = at_day_end
        self._seen = -1
        self._noticed = ClockNotice()
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

    def changed(self) -> bool:
        """Whether another window has written since this was last asked (true the first time)."""
        version = self._database.version()
        changed, self._seen = version != self._seen, version
        return changed

    @property
    def read_only(self) -> bool:
        """Whether the file was opened for looking alone."""
        return self._database.read_only

    def check_file(self) -> None:
        """Raise `DatabaseUnusable` when the file has been moved, deleted or replaced under the session."""
        self._database.check()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

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
                parts={about: self._load(about, self.judge_id) for about in wanted(gathering)},
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

    def _gathering_id(self) -> int:
        _, gathering_id = gatherings.in_use(self._database)
        if gathering_id is None:
            raise Refused(
                N_("There is no gathering yet. Make one: samling gathering new --date DATE --start HH:MM --end HH:MM")
            )
        return gathering_id

    # doing

    def do(self, name: str, *, at: datetime | None = None, **arguments: object) -> Done:
        """Do the action `name` of the registry to what is in use.

        `at` is when it happened, for what is recorded after the fact. Raises `Refused` or `WrongUsage` when it does
        not fit, `DatabaseUnusable` when it could not be saved; nothing is changed then.
        """
        action = registry.action(name)
        part = parts.part(action.about)
        self.notice_clock()
        with self._database.writing():
            now = self.now()
            moment = Moment(at=milliseconds(at) if at else now, now=now)
            judge_id: Any = arguments.get("judge_id")
            owner = parts.in_use(self._database, action.about, judge_id)
            before = part.load(self._database, owner)
            given = {**arguments, "read": self._load(action.reads)} if action.reads else arguments
            after = part.with_ids(self._database, registry.perform(action, before, moment, given))
            made = changes.difference_of_rows(part.rows(before), part.rows(after))
            told = registry.logged(action, before, after, arguments)
            chain = registry.chain_of(action, arguments)
            if made or chain:  # what changes nothing is a step too: undo must not reach past it
                changes.apply(self._database, made)
                after = part.counted(self._database, before, after)
                self._append(owner, name, told, made, moment=moment, chain=chain)
            erased = isinstance(after, Gathering) and wireless.erase_unless_shown(self._database, after)
        if erased:
            self._database.empty_journal()
        return Done(after, name, told, self._tell_day_end(before, after))

    def show_wireless(self, network: Wireless) -> Done:
        """Show a wireless network on the projector. It is kept, outside the log, until something else is shown."""
        done = self.do("show", scene=Scene.WIRELESS)
        assert done.gathering.id is not None, "a stored gathering has an id"
        with self._database.writing():
            wireless.keep(self._database, done.gathering.id, network)
        return done

    def undo(self, chain: str = AGENDA_CHAIN) -> Done:
        """Take back the last action of a chain that is not yet undone: of the agenda's, when no other is named."""
        return self._turn_back("undo", chain, log.to_undo, N_("There is nothing to undo."))

    def redo(self, chain: str = AGENDA_CHAIN) -> Done:
        """Bring forward what was undone last in a chain; there is nothing once a new action has been made."""
        return self._turn_back("redo", chain, log.to_redo, N_("There is nothing to redo."))

    def _turn_back(
        self, name: str, chain: str, find: Callable[[Database, Owner, str], LogEntry | None], nothing: str
    ) -> Done:
        """Write the inverse of the last row about an entry: of the entry itself, of its redo or of its undo.

        What is logged is what became of the file, which can be more than was asked: a note on a block that goes
        stays without one, and is given back with it.
        """
        about, judge_id = registry.about_of(chain)
        part = parts.part(about)
        self.notice_clock()
        with self._database.writing():
            now = self.now()
            owner = parts.in_use(self._database, about, judge_id)
            entry = find(self._database, owner, chain)
            if entry is None or entry.id is None:
                raise Refused(nothing)
            before = part.load(self._database, owner)
            made = clockwatch.by_todays_clock(self._database, log.latest_about(self._database, entry))
            if not all(changes.stands(self._database, change) for change in made):
                raise Refused(N_("This cannot be taken back: another window has changed it since."))
            changes.apply(self._database, [change.inverse() for change in made])
            log.mark(self._database, entry.id, undone=name == "undo")
            after = part.counted(self._database, before, part.load(self._database, owner))
            registry.check_turned(about, before, after)
            told = {"action": entry.action, **entry.arguments}
            turned = changes.difference_of_rows(part.rows(before), part.rows(after))
            self._append(owner, name, told, turned, of=entry.id, moment=Moment(now, now))
        return Done(after, entry.action, entry.arguments, self._tell_day_end(before, after))

    def _tell_day_end(self, before: object, after: object) -> str:
        """Tell whoever wants to know that a day has ended with what was done."""
        if self._at_day_end is None or not (isinstance(before, Gathering) and isinstance(after, Gathering)):
            return ""
        number = day_report.just_ended(before, after)
        return self._at_day_end(self, after, number) if number else ""

    def _append(
        self,
        owner: Owner,
        name: str,
        arguments: dict[str, Any],
        made: list[changes.Change],
        *,
        moment: Moment,
        chain: str | None = None,
        of: int | None = None,
    ) -> None:
        entry = log.LogEntry(
            id=None,
            network_id=owner.network_id,
            gathering_id=owner.gathering_id,
            recorded_at=moment.now,
            happened_at=moment.at,
            who=self._who,
            action=name,
            arguments=arguments,
            changes=made,
            of=of,
        )
        log.append(self._database, entry, chain)

    # networks and gatherings

    def new_network(self, name: str, timezone: str) -> Network:
        """Make a network and take it into use. Raises `WrongUsage` for an empty name or an unknown time zone."""
        zone(timezone)
        with self._database.writing():
            network = gatherings.insert_network(self._database, Network(clean_line(name), timezone))
            gatherings.use(self._database, network.id, None)
            self._append_plain("network-new", network.id, None, {"name": network.name})
        return network

    def new_gathering(self, *, title: str, start: datetime, end: datetime, programme: Programme | None) -> Gathering:
        """Make a gathering of the network in use and take it into use.

        `start` and `end` (the promise) are UTC. Without a programme the day is empty.
        """
        with self._database.writing():
            network = self.network_in_use()
            assert network.id is not None, "a stored network has an id"
            number = gatherings.next_number(self._database, network.id)
            made = new_gathering(
                network_id=network.id,
                number=number,
                title=title,
                timezone=network.timezone,
                day=plan_day(1, start, end, network.timezone),
                programme=programme,
            )
            placed, rows = gatherings.insert(self._database, made)
            gatherings.use(self._database, network.id, placed.id)
            now = self.now()
            owner = Owner(network.id, placed.id)
            self._append(owner, "gathering-new", {"title": placed.title}, rows, moment=Moment(now, now))
        return placed

    def use_gathering(self, gathering_id: int) -> Gathering:
        """Make a gathering, and its network, the ones in use in every window."""
        with self._database.writing():
            gathering = gatherings.load(self._database, gathering_id)
            gatherings.use(self._database, gathering.network_id, gathering_id)
            self._append_plain("gathering-use", gathering.network_id, gathering_id, {"title": gathering.title})
        return gathering

    def use_network(self, network_id: int) -> Network:
        """Make a network the one in use, with its newest gathering, if it has one."""
        with self._database.writing():
            network = gatherings.network(self._database, network_id)
            newest = max(gatherings.lines(self._database, network_id), key=lambda line: line.date, default=None)
            gatherings.use(self._database, network_id, newest.id if newest else None)
            self._append_plain("network-use", network_id, None, {"name": network.name})
        return network

    def rename_network(self, name: str) -> Network:
        """Give the network in use another name."""
        with self._database.writing():
            network = self.network_in_use()
            renamed = replace(network, name=clean_line(name))
            assert network.id is not None, "a stored network has an id"
            gatherings.rename_network(self._database, network.id, renamed.name)
            self._append_plain("network-rename", network.id, None, {"name": renamed.name, "before": network.name})
        return renamed

    def forget_people(self, network_id: int, numbered: Callable[[int], str]) -> Forgotten:
        """Remove the names and professions of a network's people, for good; `numbered` gives them others.

        Raises `Refused` for an unknown network.
        """
        from samling.store import forgetting

        with self._database.reading():
            gatherings.network(self._database, network_id)
        names = forgetting.forget(self._database, network_id, numbered, self.now(), self._who)
        return Forgotten(self._database.compact(), tuple(forgetting.copies_with(self._database.path, names)))

    def _append_plain(
        self, action: str, network_id: int | None, gathering_id: int | None, arguments: dict[str, Any]
    ) -> None:
        now = self.now()
        log.append(
            self._database,
            log.LogEntry(None, network_id, gathering_id, now, now, self._who, action, arguments, []),
        )

    # the machine's clocks

    def notice_clock(self) -> ClockNotice:
        """Compare the machine's clocks with those seen last, and keep elapsed time true where one was set.

        Returns what has been noticed and not yet been told with `take_notice`.
        """
        if self._machine is not None and not self.read_only:
            self._noticed = clockwatch.notice(self._database, self._machine(), self._who) or self._noticed
        return self._noticed

    def take_notice(self) -> ClockNotice:
        """Return what `notice_clock` has found since this was last called, for the window that tells it."""
        noticed, self._noticed = self.notice_clock(), ClockNotice()
        return noticed
