"""Reading what there is to know of the computer: versions, clock, power, sleep and the terminal."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from pathlib import Path
from typing import Any

from samling import clock
from samling.domain.errors import N_, SamlingError
from samling.domain.localtime import DEFAULT_ZONE, zone
from samling.domain.pitching.sentence import Sentence
from samling.domain.readiness.machine import Machine, Power, Terminal
from samling.store.sqlite import is_safe_sqlite, sqlite_version

_PACKAGES = ("samling", "textual", "rich", "click", "sqlite-utils")
_POWER = Path("/sys/class/power_supply")


def computer() -> Machine:
    """Return what is known of this computer."""
    now = clock.true_now()
    return Machine(
        versions=versions(),
        system=system(),
        sqlite=sqlite_version(),
        is_safe_sqlite=is_safe_sqlite(),
        zones=_has_zones(),
        now=now,
        offset=clock.local_offset(now),
        terminal=_terminal(),
        power=_power(),
        awake=_can_stay_awake(),
    )


def system() -> str:
    """Return which system this is, and which version of it."""
    return f"{platform.system()} {platform.release()}"


def versions() -> str:
    """Return the versions of Python and of what samling stands on, in a line."""
    from importlib.metadata import version

    return ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in _PACKAGES)])


def _has_zones() -> bool:
    try:
        zone(DEFAULT_ZONE)
    except SamlingError:
        return False
    return True


def _terminal() -> Terminal | None:
    if not sys.stdout.isatty():
        return None
    columns, lines = shutil.get_terminal_size()
    return Terminal(columns, lines, _colours(), _letters())


def _colours() -> Sentence:
    if os.environ.get("NO_COLOR"):
        return Sentence(N_("no colours (NO_COLOR)"))
    if os.environ.get("COLORTERM") in ("truecolor", "24bit") or os.environ.get("WT_SESSION"):
        return Sentence(N_("16 million colours"))
    return Sentence(N_("256 colours") if "256" in os.environ.get("TERM", "") else N_("16 colours"))


def _letters() -> str:
    """The letters that the terminal's own settings say it reads; samling writes UTF-8 whatever they are."""
    import locale

    on_windows = sys.platform == "win32"  # Python writes to its console in letters of its own
    return "utf-8" if on_windows else locale.getencoding()


def _power() -> Power | None:
    """Whether the machine is plugged in, where that is simply known: Linux and Windows."""
    if os.name == "nt":
        return _windows_power()
    try:
        supplies = [_supply(each) for each in sorted(_POWER.iterdir())] if _POWER.is_dir() else []
    except OSError:
        return None
    batteries = [each for each in supplies if each.get("type") == "Battery" and each.get("scope") != "Device"]
    if not batteries:
        return None
    plugged_in = any(each.get("online") == "1" for each in supplies if each.get("type") in ("Mains", "USB"))
    charge = batteries[0].get("capacity", "")
    return Power(plugged_in, int(charge) if charge.isdecimal() else None)


def _supply(folder: Path) -> dict[str, str]:
    names = ("type", "scope", "online", "capacity")
    there = (folder / name for name in names)
    return {each.name: each.read_text(encoding="ascii", errors="replace").strip() for each in there if each.exists()}


def _windows_power() -> Power | None:
    import ctypes

    class Status(ctypes.Structure):
        """SYSTEM_POWER_STATUS of the Windows API."""

        _fields_ = (
            ("line", ctypes.c_byte),
            ("battery", ctypes.c_byte),
            ("percent", ctypes.c_ubyte),
            ("system", ctypes.c_byte),
            ("seconds", ctypes.c_ulong),
            ("full_seconds", ctypes.c_ulong),
        )

    windows: Any = ctypes
    status, unknown, on_mains = Status(), 255, 1
    no_battery = 128
    if not windows.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)) or status.battery & no_battery:
        return None
    return Power(status.line == on_mains, None if status.percent == unknown else status.percent)


def _can_stay_awake() -> bool:
    """Whether the system lets itself be kept awake: it is asked, and let go at once."""
    try:
        from wakepy import keep

        for mode in (keep.presenting, keep.running):
            with mode(on_fail="pass") as kept:
                can = bool(kept.active)
            if can:
                return True
    except Exception:  # noqa: BLE001, S110 - whatever a desktop's own service does, it cannot be asked
        pass
    return False
