"""One open database: the only place that writes. Windows and commands do everything through it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from samling import clockwatch
from samling.clockwatch import ClockNotice
from samling.domain.actions import ACTIONS, AGENDA_CHAIN, Moment, perform, subject
from samling.domain.errors import N_, Refused
from samling.domain.line import clean_line, printable
from samling.domain.localtime import milliseconds, zone
from samling.domain.network import Network
from samling.domain.plan import new_gathering, plan_day
from samling.store import changes, clocks, gatherings, log

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.clock import Clock
    from samling.domain.clockset import ClockPair, DemoTime
    from samling.domain.gathering import Gathering
    from samling.domain.network import GatheringLine, NetworkLine
    from samling.domain.programme import Programme
    from samling.domain.team import Team
    from samling.store.database import Database
    from samling.store.log import LogEntry


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a window shows, as it stood at one commit. Without a gathering in use the parts are None."""

    network: Network | None
    gathering: Gathering | None
    can_undo: bool = False
    can_redo: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: the gathering after it, and the entry of the log (for undo and redo: of what they were about)."""

    gathering: Gathering
    action: str
    arguments: dict[str, Any]


class Session:
    """One open database with a clock and the name of who acts in it ("control", "timer", "command").

    Every method that writes is one transaction and returns after it is safe on disk.
    """

    def __init__(
        self, database: Database, clock: Clock, who: str, machine: Callable[[], ClockPair] | None = None
    ) -> None:
        """Take over an open database; `close` closes it.

        `machine` reads this machine's true clocks, by which a clock that is set is noticed; None: it is not watched.
        """
        self._database = database
        self._clock = clock
        self._who = who
        self._machine = machine
        self._seen = -1
        self._noticed = ClockNotice()

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

    def snapshot(self) -> Snapshot:
        """Return what is in use, as it stands at one commit."""
        with self._database.reading():
            network_id, gathering_id = gatherings.in_use(self._database)
            network = None if network_id is None else gatherings.network(self._database, network_id)
            if gathering_id is None:
                return Snapshot(network, None)
            return Snapshot(
                network=network,
                gathering=gatherings.load(self._database, gathering_id),
                can_undo=log.to_undo(self._database, gathering_id, AGENDA_CHAIN) is not None,
                can_redo=log.to_redo(self._database, gathering_id, AGENDA_CHAIN) is not None,
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

    def networks(self) -> list[NetworkLine]:
        """Return every network with its counts."""
        with self._database.reading():
            return gatherings.networks(self._database)

    def gatherings(self, network_id: int | None = None) -> list[GatheringLine]:
        """Return the gatherings of a network, or all, by date."""
        with self._database.reading():
            return gatherings.lines(self._database, network_id)

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
        """Do the action `name` of the registry to the gathering in use.

        `at` is when it happened, for what is recorded after the fact. Raises `Refused` or `WrongUsage` when it does
        not fit, `DatabaseUnusable` when it could not be saved; nothing is changed then.
        """
        action = ACTIONS[name]
        self.notice_clock()
        with self._database.writing():
            now = self.now()
            moment = Moment(at=milliseconds(at) if at else now, now=now)
            before = gatherings.load(self._database, self._gathering_id())
            after = changes.with_ids(self._database, perform(action, before, moment, arguments))
            made = changes.difference(before, after)
            told = _told(name, before, after, arguments)
            if made or action.chain:  # what changes nothing is a step too: undo must not reach past it
                changes.apply(self._database, made)
                self._append(before, name, told, made, moment=moment, chain=action.chain)
        return Done(after, name, told)

    def undo(self) -> Done:
        """Take back the gathering's last agenda action, plan edit or re-plan that is not yet undone."""
        return self._turn_back("undo", log.to_undo, N_("There is nothing to undo."))

    def redo(self) -> Done:
        """Bring forward what was undone last; there is nothing once a new action has been made."""
        return self._turn_back("redo", log.to_redo, N_("There is nothing to redo."))

    def _turn_back(self, name: str, find: Callable[[Database, int, str], LogEntry | None], nothing: str) -> Done:
        """Write the inverse of the last row about an entry: of the entry itself, of its redo or of its undo.

        What is logged is what became of the file, which can be more than was asked: a note on a block that goes
        stays without one, and is given back with it.
        """
        self.notice_clock()
        with self._database.writing():
            now = self.now()
            before = gatherings.load(self._database, self._gathering_id())
            assert before.id is not None, "a stored gathering has an id"
            entry = find(self._database, before.id, AGENDA_CHAIN)
            if entry is None or entry.id is None:
                raise Refused(nothing)
            made = clockwatch.by_todays_clock(self._database, log.latest_about(self._database, entry))
            if not all(changes.stands(self._database, change) for change in made):
                raise Refused(N_("This cannot be taken back: another window has changed it since."))
            changes.apply(self._database, [change.inverse() for change in made])
            log.mark(self._database, entry.id, undone=name == "undo")
            after = gatherings.load(self._database, before.id)
            about = {"action": entry.action, **entry.arguments}
            turned = changes.difference(before, after)
            self._append(after, name, about, turned, of=entry.id, moment=Moment(now, now))
        return Done(after, entry.action, entry.arguments)

    def _append(
        self,
        gathering: Gathering,
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
            network_id=gathering.network_id,
            gathering_id=gathering.id,
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
            self._append(placed, "gathering-new", {"title": placed.title}, rows, moment=Moment(now, now))
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

    def add_teams(self, teams: tuple[Team, ...]) -> None:
        """Keep teams with their people in the network in use."""
        with self._database.writing():
            network = self.network_in_use()
            assert network.id is not None, "a stored network has an id"
            gatherings.insert_teams(self._database, network.id, teams)
            self._append_plain("teams-add", network.id, None, {"count": len(teams)})

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


def _told(name: str, before: Gathering, after: Gathering, arguments: dict[str, object]) -> dict[str, Any]:
    """The arguments as the log keeps them, with the title of the block they are about."""
    position = subject(ACTIONS[name], before, after, arguments)
    shown = {key: _plain(value) for key, value in arguments.items() if value is not None}
    if position is None:
        return shown
    if name == "next" and after.current is None:
        shown["ended"] = True  # there was nothing to go on to
    elif name == "next" and before.current is None:
        shown["began"] = True  # there was nothing to go on from
    source = after if name == "add" else before
    return {"position": position, "title": source.block(position).title, **shown}


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(each) for key, each in asdict(value).items() if each not in (None, False)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return printable(value) if isinstance(value, str) else value
