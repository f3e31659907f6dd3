"""Doing, undoing and making: every write to an open file is a method here, one transaction each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samling import clockwatch
from samling.clockwatch import ClockNotice
from samling.domain import bounds, day_report, registry
from samling.domain.action import AGENDA_CHAIN, Moment
from samling.domain.errors import N_, DatabaseUnusable, Refused
from samling.domain.gathering import Gathering, Scene
from samling.domain.line import clean_line, printable
from samling.domain.localtime import DEFAULT_ZONE, milliseconds, to_local, zone
from samling.domain.network import Network
from samling.domain.plan import new_gathering, plan_day
from samling.session.reading import Reading
from samling.session.snapshot import Done, Forgotten
from samling.store import changes, clocks, gatherings, log, parts, wireless
from samling.store.parts import Owner

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from samling.clock import Clock
    from samling.domain.action import Action
    from samling.domain.clockset import ClockPair, DemoTime
    from samling.domain.errors import SamlingError
    from samling.domain.programme import Programme
    from samling.domain.rehearsal.cast import Begun
    from samling.domain.wireless import Wireless
    from samling.session.backing_up import DayBackup
    from samling.store.database import Database
    from samling.store.log import LogEntry


class Session(Reading):
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
        *,
        backup: DayBackup | None = None,
    ) -> None:
        """Take over an open database; `close` closes it.

        `machine` reads this machine's true clocks, by which a clock that is set is noticed; None: it is not watched.
        `at_day_end` is told when a day (its number) has ended, after that is saved, and says what it made of it.
        `backup` makes the back-ups of the day; None: there are none.
        """
        super().__init__(database, clock)
        self._who = who
        self._machine = machine
        self._at_day_end = at_day_end
        self._backup = backup
        self._noticed = ClockNotice()

    # doing

    def do(self, name: str, *, at: datetime | None = None, **arguments: object) -> Done:
        """Do the action `name` of the registry to what is in use.

        `at` is when it happened, for what is recorded after the fact. Raises `Refused` or `WrongUsage` when it does
        not fit, `DatabaseUnusable` when it could not be saved; nothing is changed then.
        """
        action = registry.action(name)
        part = parts.part(action.about)
        bounds.check({**arguments, "at": at})
        self.notice_clock()
        with self._database.writing():
            now = self.now()
            moment = Moment(at=milliseconds(at) if at else now, now=now)
            judge_id: Any = arguments.get("judge_id")
            owner = parts.in_use(self._database, action.about, judge_id)
            before = part.load(self._database, owner)
            arguments = registry.meant(action, before, arguments)
            given = {**arguments, "read": self._load(action.reads)} if action.reads else arguments
            after = part.with_ids(self._database, registry.perform(action, before, moment, given))
            made = changes.difference_of_rows(part.rows(before), part.rows(after))
            told = registry.logged(action, before, after, arguments)
            chain = registry.chain_of(action, arguments)
            if made or chain:  # what changes nothing is a step too: undo must not reach past it
                changes.apply(self._database, made)
                after = part.counted(self._database, before, after)
                earlier = self._goes_on_from(action, owner, chain, told)
                logged = changes.joined(earlier.changes, made) if earlier else made
                self._append(
                    owner, name, told, logged, moment=moment, chain=chain, goes_on=earlier.id if earlier else None
                )
            erased = isinstance(after, Gathering) and wireless.erase_unless_shown(self._database, after)
        if erased:
            self._database.empty_journal()
        return Done(after, name, told, self._tell_day_end(before, after))

    def _goes_on_from(self, action: Action, owner: Owner, chain: str | None, told: dict[str, Any]) -> LogEntry | None:
        """Return the entry that something typed letter by letter goes on from: the two are one step of undo."""
        last = log.to_undo(self._database, owner, chain) if action.by_letters and chain else None
        if last is None or (last.action, last.arguments) != (action.name, told):
            return None
        return last if log.latest_about(self._database, last).id == last.id else None

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
        if not (isinstance(before, Gathering) and isinstance(after, Gathering)):
            return ""
        if self._backup is not None:
            self._backup.turned(before, after, self.now())
        number = day_report.just_ended(before, after) if self._at_day_end else None
        return self._at_day_end(self, after, number) if self._at_day_end and number else ""

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
        goes_on: int | None = None,
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
        log.append(self._database, entry, chain, goes_on)

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

    def begin_rehearsal(self, begun: Begun, time: DemoTime) -> None:
        """Make the file a rehearsal, for good: every window says so, and goes by this time."""
        with self._database.writing():
            clocks.keep_demo_time(self._database, time)
            told = {"seed": begun.seed, "temper": begun.temper.value}
            self._append_plain("rehearse", *gatherings.in_use(self._database), told)

    def forget_people(self, network_id: int, numbered: Callable[[int], str]) -> Forgotten:
        """Remove the names and professions of a network's people, for good; `numbered` gives them others.

        Raises `Refused` for an unknown network.
        """
        from samling.store import forgetting

        with self._database.reading():
            gatherings.network(self._database, network_id)
        names = forgetting.forget(self._database, network_id, numbered, self.now(), self._who)
        is_clean = is_written_anew = True
        try:
            is_clean = self._database.compact()
        except DatabaseUnusable:  # a full disk, say; but the names are removed
            is_clean = is_written_anew = False
        return Forgotten(is_clean, is_written_anew, tuple(forgetting.copies_with(self._database.path, names)))

    def _append_plain(
        self, action: str, network_id: int | None, gathering_id: int | None, arguments: dict[str, Any]
    ) -> None:
        now = self.now()
        log.append(
            self._database,
            log.LogEntry(None, network_id, gathering_id, now, now, self._who, action, arguments, []),
        )

    # back-ups

    def restore(self, source: Database, name: str) -> Path:
        """Let the file hold what the back-up `source` holds, which is called `name`; return where it was backed up.

        Raises `Refused` and `DatabaseUnusable` as `store.restoring.restore` does.
        """
        from samling.store import restoring

        now = self.now()
        local = to_local(now, DEFAULT_ZONE)
        about = gatherings.in_use(source)
        entry = log.LogEntry(None, *about, now, now, self._who, restoring.RESTORED, {"file": printable(name)}, [])
        return restoring.restore(self._database, source, entry, local)

    def look_to_backup(self) -> None:
        """See to it that today's back-up is there, where the gathering in use has its day today."""
        gathering = self.snapshot().gathering
        if self._backup is not None and gathering is not None:
            self._backup.look(gathering, self.now())

    def take_backup_trouble(self) -> SamlingError | None:
        """Return why the latest back-up could not be made, once; None where nothing is to be told."""
        return None if self._backup is None else self._backup.take_trouble()

    def wait_for_backup(self) -> None:
        """Let a back-up that is being made be finished."""
        if self._backup is not None:
            self._backup.wait()

    def close(self) -> None:
        """Close the file, once a back-up that is being made is there."""
        self.wait_for_backup()
        super().close()

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
