"""Looking at everything: the computer, the file, its folder and its back-ups, and the plan in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling import clock
from samling.cli.doctor.computer import computer
from samling.cli.doctor.folders import shared_folder, write_fault
from samling.domain.errors import N_, FileHeld, SamlingError
from samling.domain.localtime import DEFAULT_ZONE, to_local, zone
from samling.domain.pitching.sentence import Sentence
from samling.domain.readiness import file as of_file
from samling.domain.readiness import machine as of_machine
from samling.domain.readiness import plan as of_plan
from samling.domain.readiness.file import File
from samling.domain.readiness.finding import Finding, do
from samling.domain.readiness.plan import Planned
from samling.session import Session
from samling.store import backups, clocks, log, restoring
from samling.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from samling.domain.readiness.machine import Machine

_A_MOMENT = 0.5


@dataclass(frozen=True, slots=True)
class Looked:
    """All that was found, in the order of the three parts."""

    machine: tuple[Finding, ...]
    file: tuple[Finding, ...]
    plan: tuple[Finding, ...] = ()

    @property
    def everything(self) -> tuple[Finding, ...]:
        """All findings."""
        return self.machine + self.file + self.plan


def look(path: Path, *, makes_folder: bool = False) -> Looked:
    """Look at this computer and the database at `path`. Nothing is changed, whatever state the file is in.

    `makes_folder` says that samling makes the folder by itself when it is first opened.
    """
    machine = computer()
    of_computer = tuple(of_machine.findings(machine))
    file = _around(path, machine.now, makes_folder=makes_folder)
    if not file.is_there:
        return Looked(of_computer, tuple(of_file.findings(file)))
    plan: tuple[Finding, ...] = ()
    try:
        original = Database(path, read_only=True, busy_seconds=_A_MOMENT)
        try:
            file = replace(file, damage=tuple(original.health()), is_older=not original.is_of_today)
        finally:
            original.close()
        if not file.damage:
            with restoring.opened(path) as copy:
                file = _within(file, path, copy)
                plan = tuple(_plan(copy, machine))
    except SamlingError as fault:
        file = replace(file, fault=_about(fault, path))
    return Looked(of_computer, tuple(of_file.findings(file)), plan)


def _around(path: Path, now: datetime, *, makes_folder: bool) -> File:
    """What is known of the file without opening it, and of its folder."""
    folder = path.absolute().parent
    try:
        has_folder, is_there = folder.is_dir(), path.exists()
    except (OSError, ValueError) as wrong:  # a name that cannot be looked up
        fault = Sentence(N_("{path} cannot be opened: {fault}."), path=path, fault=wrong)
        return File(str(path), str(folder), now, is_there=False, has_folder=False, fault=fault)
    missing = N_("The folder {folder} does not exist. Make it, or give another file with --db.")
    return File(
        path=str(path),
        folder=str(folder),
        now=now,
        is_there=is_there,
        has_folder=has_folder,
        fault=None if has_folder or makes_folder else Sentence(missing, folder=folder),
        free=shutil.disk_usage(folder).free if has_folder else None,
        shared=shared_folder(str(folder)),
        write_fault=write_fault(folder) if has_folder else None,
    )


def _within(file: File, path: Path, copy: Database) -> File:
    """What is known once it has been read."""
    return replace(
        file,
        held=_held(path),
        last_change=log.last_recorded(copy),
        last_backup=_last_backup(path),
        is_demo=clocks.demo_time(copy) is not None,
    )


def _about(fault: SamlingError, path: Path) -> Sentence:
    """What a fault tells, of the file itself where it was found in a copy."""
    named = {"path": path} if "path" in fault.parts else {}
    return Sentence(fault.template, **{**fault.parts, **named})


def _held(path: Path) -> Sentence | None:
    """Why the file cannot be written just now, where another program writes in it; None where it can."""
    try:
        database = Database(path, busy_seconds=_A_MOMENT)
        try:
            with database.writing():
                pass
        finally:
            database.close()
    except FileHeld as fault:
        return _about(fault, path)
    except SamlingError:  # told by other findings
        return None
    return None


def _last_backup(path: Path) -> datetime | None:
    """When the newest back-up was made, by its name."""
    newest = next(iter(backups.found(path)), None)
    return None if newest is None else newest.made.replace(tzinfo=zone(DEFAULT_ZONE))


def _plan(database: Database, machine: Machine) -> Iterator[Finding]:
    demo = clocks.demo_time(database)
    session = Session(database, clock.demo_clock(demo) if demo else clock.true_now, "command")
    gathering = session.snapshot().gathering
    if gathering is None:
        what = Sentence(N_("Gathering: there is none yet"))
        yield do("gathering", what, Sentence(N_("Plan the gathering: run samling, which asks for what it needs.")))
        return
    local = to_local(session.now(), gathering.timezone)
    theirs = session.now().astimezone(zone(gathering.timezone)).utcoffset()
    yield from of_plan.findings(
        Planned(
            gathering=gathering,
            roster=session.roster(),
            pitching=session.pitching(),
            surveys=session.surveys(),
            today=local.date(),
            other_zone=machine.offset is not None and theirs != machine.offset,
            faulty=tuple(_faulty()),
        )
    )


def _faulty() -> Iterator[str]:
    """The names of the user's own content files that cannot be used."""
    from samling.content import forms, programmes, rooms

    for listed in (programmes.list_programmes(), forms.list_forms(), rooms.list_rooms()):
        yield from (each.path.name for each in listed if each.content is None)
