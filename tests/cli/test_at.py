from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at

if TYPE_CHECKING:
    from commands import Samling


@pytest.mark.parametrize(
    "given",
    ["15:03", "15:03:00", "15.03", "2026-09-16T15:03:00+02:00", "2026-09-16T13:03:00+00:00", "2026-09-16T13:03:00Z"],
)
def test_forms_of_a_moment(samling: Samling, given: str) -> None:
    """A clock time in the network's zone on the gathering's day, or ISO 8601 with an offset, is one moment."""
    samling.day()
    samling.clock.set(at("18:00"))
    samling("--at", given, "agenda", "start")
    assert samling.status()["blocks"][0]["started_at"] == "2026-09-16T15:03:00+02:00"


@pytest.mark.parametrize(
    "given",
    [
        "2026-09-16T15:03:00",
        "2026-09-16 15:03",
        "2026-02-30T15:03:00+02:00",
        "2026-09-16",
        "24:00",
        "15:60",
        "15",
        "now",
        "",
        "٠٩:٠٣",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "9999-12-31T23:59:59Z",
    ],
)
def test_what_is_no_moment_is_wrong_usage(samling: Samling, given: str) -> None:
    """An ISO time without offset, an impossible one or nonsense ends with 2, and nothing is recorded."""
    samling.day()
    samling("--at", given, "agenda", "start", code=2)
    samling("--at", given, "status", code=2)
    assert samling.states() == ["pending"] * 3


@pytest.mark.parametrize(
    "words",
    [
        ("--at", "15:03", "agenda", "start", "2"),
        ("agenda", "--at", "15:03", "start", "2"),
        ("agenda", "start", "2", "--at", "15:03"),
        ("agenda", "start", "--at=15:03", "2"),
    ],
)
def test_it_may_stand_after_the_command_too(samling: Samling, words: tuple[str, ...]) -> None:
    """The moment is a global option, and is understood wherever it is typed."""
    samling.day()
    samling.clock.set(at("18:00"))
    samling(*words)
    assert samling.status()["blocks"][1]["started_at"] == "2026-09-16T15:03:00+02:00"


def test_without_a_moment_it_is_wrong_usage(samling: Samling) -> None:
    """`--at` at the very end names no moment; after `--` it is a word like any other."""
    samling.day()
    samling("agenda", "start", "--at", code=2)
    samling("note", "--", "--at")
    assert "Noted: --at" in samling("log").out


def test_it_is_on_the_gathering_s_own_day(samling: Samling) -> None:
    """A clock time belongs to the gathering's day, also when it is recorded weeks later."""
    samling.day()
    samling.clock.move(hours=24 * 30)
    samling("--at", "15:03", "agenda", "start")
    assert samling.status()["blocks"][0]["started_at"] == "2026-09-16T15:03:00+02:00"


def test_across_midnight(samling: Samling) -> None:
    """On a day across midnight a clock time lies on the date that is nearer to the day's span."""
    samling.day(start="22:00", end="02:00")
    for given, wanted in (("21:50", "16T21:50"), ("23:30", "16T23:30"), ("00:30", "17T00:30"), ("02:10", "17T02:10")):
        assert samling.status("--at", given)["now"] == f"2026-09-{wanted}:00+02:00"


def test_on_the_current_day_of_several(samling: Samling) -> None:
    """Before it starts a clock time is on the first day; once the first day is over, on the second."""
    samling.day(1)
    samling("gathering", "day", "add", "--date", "2026-09-17", "--start", "09:00", "--end", "10:00")
    samling("agenda", "add", "B", "--minutes", "10", "--day", "2")
    assert samling.status("--at", "09:05")["now"] == "2026-09-16T09:05:00+02:00"
    samling("agenda", "start")
    samling("agenda", "finish")
    assert samling.status("--at", "09:05")["now"] == "2026-09-17T09:05:00+02:00"


@pytest.mark.parametrize("date", ["2026-09-10", "2026-09-23"])
def test_a_rehearsal_is_on_the_date_it_was_started(samling: Samling, date: str) -> None:
    """A gathering started on another date than its own takes clock times on that date, until and amend as well."""
    samling.day()
    samling.clock.move(hours=24 * 14)
    samling("--at", f"{date}T15:02:00+02:00", "agenda", "start")
    samling("--at", "15:05", "agenda", "pause")
    samling("agenda", "until", "15:30")
    samling("agenda", "amend", "1", "--started", "15:01")
    block = samling.status("--at", "15:10")["blocks"][0]
    assert block["started_at"] == f"{date}T15:01:00+02:00"
    assert block["fixed_end"] == f"{date}T15:30:00+02:00"
    assert block["paused_seconds"] == 300


class TestDaylightSaving:
    def test_an_hour_that_does_not_exist(self, samling: Samling) -> None:
        """On 29 March 2026 there is no 02:30 in Oslo: as a moment and as a start it is wrong usage."""
        samling("network", "new", "N")
        night = ("--date", "2026-03-29")
        samling("gathering", "new", *night, "--start", "02:30", "--end", "05:00", code=2)
        samling("gathering", "new", *night, "--start", "01:00", "--end", "05:00")
        assert "does not exist" in samling("--at", "02:30", "status", code=2).err
        assert samling.status("--at", "03:00")["now"] == "2026-03-29T03:00:00+02:00"

    def test_an_hour_that_occurs_twice_is_the_first(self, samling: Samling) -> None:
        """On 25 October 2026 02:30 is the one before the clocks are put back; the other is given with its offset."""
        samling("network", "new", "N")
        samling("gathering", "new", "--date", "2026-10-25", "--start", "01:00", "--end", "05:00")
        assert samling.status("--at", "02:30")["now"] == "2026-10-25T02:30:00+02:00"
        assert samling.status("--at", "2026-10-25T02:30:00+01:00")["now"] == "2026-10-25T02:30:00+01:00"
        assert samling.status("--at", "03:00")["now"] == "2026-10-25T03:00:00+01:00"

    def test_the_night_before_does_not_stand_in_the_way(self, samling: Samling) -> None:
        """A day that ends on the night after the change may use the hour that was missing in the night before."""
        samling("network", "new", "N")
        samling("gathering", "new", "--date", "2026-03-29", "--start", "21:00", "--end", "02:30")
        assert samling.status()["gathering"]["promised_end"] == "2026-03-30T02:30:00+02:00"
        assert samling.status("--at", "02:15")["now"] == "2026-03-30T02:15:00+02:00"


def test_a_network_s_own_zone(samling: Samling) -> None:
    """Clock times are meant, and shown, in the zone of the network."""
    samling("network", "new", "N", "--timezone", "America/New_York")
    samling("gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "10:00")
    assert samling.status("--at", "09:05")["now"] == "2026-09-16T09:05:00-04:00"


def test_limits_are_told(samling: Samling) -> None:
    """A time outside the limits is refused with 1 and both limits in the message."""
    samling.day()
    samling("agenda", "start")
    samling.clock.set(at("15:10"))
    for given in ("14:59", "15:10:01"):
        err = samling("--at", given, "agenda", "next", code=1).err
        assert "15:00:00" in err
        assert "15:10:00" in err
