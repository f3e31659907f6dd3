"""What is to be said of the computer: versions, clock, power, and the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.pitching.sentence import Sentence
from samling.domain.readiness.finding import Finding, do, judged, note, ok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, timedelta

_FIRST_YEAR, _LAST_YEAR = 2025, 2060
"""A clock that was never set shows 1970 or 2000, or the year the machine was made."""

_COLUMNS, _LINES = 80, 24
_LOW_PERCENT = 50


@dataclass(frozen=True, slots=True)
class Terminal:
    """The window that commands are typed in: its size, the colours it says that it has, and its letters."""

    columns: int
    lines: int
    colours: Sentence
    letters: str


@dataclass(frozen=True, slots=True)
class Power:
    """Whether the machine is plugged in, and how full its battery is (per cent) where that is known."""

    plugged_in: bool
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """What was read of the computer. None is what could not be known, or what is not there.

    `offset` is the machine's time zone now, as it differs from UTC; `awake` is whether the system can be asked to keep
    the machine awake; `zones` whether the time zones are there.
    """

    versions: str
    system: str
    sqlite: str
    is_safe_sqlite: bool
    zones: bool
    now: datetime
    offset: timedelta | None = None
    terminal: Terminal | None = None
    power: Power | None = None
    awake: bool | None = None


def findings(machine: Machine) -> Iterator[Finding]:
    """Yield what is to be said of the computer."""
    yield ok("versions", Sentence(N_("{versions}"), versions=machine.versions))
    yield ok("system", Sentence(N_("{system}"), system=machine.system))
    yield judged(
        "sqlite",
        Sentence(N_("SQLite {version}"), version=machine.sqlite),
        Sentence(N_("Install pysqlite3: with this SQLite the file is kept in a slower, safe way.")),
        fine=machine.is_safe_sqlite,
    )
    yield judged(
        "zones",
        Sentence(N_("Time zones: Europe/Oslo is known") if machine.zones else N_("Time zones: there are none")),
        Sentence(N_("Install the package tzdata: without it samling does not know when summer time begins.")),
        fine=machine.zones,
    )
    yield _clock(machine)
    yield from _power(machine)
    yield from _awake(machine)
    yield from _terminal(machine.terminal)


def _clock(machine: Machine) -> Finding:
    local = machine.now + machine.offset if machine.offset is not None else machine.now
    return judged(
        "clock",
        Sentence(N_("Clock: {date} {time}"), date=f"{local:%Y-%m-%d}", time=f"{local:%H:%M}"),
        Sentence(N_("Set this computer's date and clock: this cannot be right.")),
        fine=_FIRST_YEAR <= machine.now.year <= _LAST_YEAR,
    )


def _power(machine: Machine) -> Iterator[Finding]:
    power = machine.power
    if power is None:
        return
    if power.plugged_in:
        yield ok("power", Sentence(N_("Power: plugged in")))
    elif power.percent is None:
        yield note("power", Sentence(N_("Power: on battery")), Sentence(N_("Bring the charger.")))
    else:
        what = Sentence(N_("Power: on battery, {percent} %"), percent=power.percent)
        enough = power.percent >= _LOW_PERCENT
        todo = Sentence(N_("Bring the charger.") if enough else N_("Plug the charger in."))
        yield note("power", what, todo) if enough else do("power", what, todo)


def _awake(machine: Machine) -> Iterator[Finding]:
    if machine.awake is None:
        return
    if machine.awake:
        yield ok("awake", Sentence(N_("Sleep: samling can keep this computer awake while a block runs")))
    else:
        yield note(
            "awake",
            Sentence(N_("Sleep: samling cannot keep this computer awake")),
            Sentence(N_("Turn sleep and the screen saver off for the day, in the system's own settings.")),
        )


def _terminal(terminal: Terminal | None) -> Iterator[Finding]:
    if terminal is None:
        yield ok("terminal", Sentence(N_("Terminal: none (the output goes to a file or a program)")))
        return
    yield judged(
        "terminal",
        Sentence(
            N_("Terminal: {columns} x {lines}, {colours}"),
            columns=terminal.columns,
            lines=terminal.lines,
            colours=terminal.colours,
        ),
        Sentence(N_("Make the terminal's window at least 80 x 24, or its letters smaller.")),
        fine=terminal.columns >= _COLUMNS and terminal.lines >= _LINES,
    )
    is_unicode = terminal.letters.replace("-", "").casefold() == "utf8"
    yield judged(
        "letters",
        Sentence(N_("These should be solid and join: ▀▄█▀▄█ ▖▗▘▝▚▞ ▁▂▃▄▅▆▇█ – and these be Norwegian: æøå ÆØÅ")),
        Sentence(N_("This terminal's letters are {letters}: set it to UTF-8."), letters=terminal.letters),
        fine=is_unicode,
    )
