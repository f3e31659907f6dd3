"""The clocks of this machine: the wall clock, one that cannot be set, and which boot this is.

Read at the composition root alone and passed on as `Clock`. No other module of samling asks what time it is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from samling.domain.clockset import ClockPair

if TYPE_CHECKING:
    from samling.domain.clockset import DemoTime

Clock = Callable[[], datetime]


def true_now() -> datetime:
    """Return the wall clock's time, UTC, in whole milliseconds."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def local_offset(moment: datetime) -> timedelta:
    """Return how far from UTC this machine's own time zone is at an instant."""
    return moment.astimezone().utcoffset() or timedelta(0)


def steady_seconds() -> float:
    """Return seconds of a clock that runs through sleep and that nobody can set."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):  # Linux; macOS, where it runs through sleep
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


@lru_cache(maxsize=1)
def boot_identity() -> str:
    """Return what tells this boot of the machine from every other, or "" where the system does not say."""
    readers = {"linux": _linux_boot, "darwin": _macos_boot, "win32": _windows_boot}
    try:
        return readers[sys.platform]()
    except (KeyError, OSError, AttributeError, ValueError):
        return ""


def _linux_boot() -> str:
    with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:  # noqa: PTH123 - pathlib costs 5 ms here
        return file.read().strip()


def _macos_boot() -> str:
    import ctypes

    libc = ctypes.CDLL(None)
    found, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    if libc.sysctlbyname(b"kern.bootsessionuuid", found, ctypes.byref(size), None, 0):
        return ""
    return found.value.decode("ascii")


def _windows_boot() -> str:
    if sys.platform == "win32":
        import winreg

        place = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return str(winreg.QueryValueEx(key, "BootId")[0])
    return ""


def machine_clocks() -> ClockPair:
    """Read the wall clock and the steady one together, with the boot they belong to."""
    return ClockPair(boot_identity(), true_now(), steady_seconds())


def demo_clock(demo: DemoTime, clock: Clock = true_now) -> Clock:
    """Return the clock of a demo: it showed `demo.shows` at `demo.started_at` and runs `demo.speed` times as fast."""

    def now() -> datetime:
        shown = demo.shows + (clock() - demo.started_at) * demo.speed
        return shown.replace(microsecond=shown.microsecond // 1000 * 1000)

    return now
