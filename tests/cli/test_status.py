from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from making import at

if TYPE_CHECKING:
    from commands import Samling

GATHERING = {
    "id": int,
    "number": int,
    "title": str,
    "date": str,
    "state": str,
    "planned_start": "instant",
    "planned_end": "instant",
    "promised_end": "instant",
    "expected_end": "instant",
    "behind_seconds": (int, float),
    "slack_seconds": (int, float),
    "current": (int, type(None)),
}
BLOCK = {
    "position": int,
    "title": str,
    "kind": str,
    "state": str,
    "planned_start": "instant",
    "planned_end": "instant",
    "planned_seconds": (int, float),
    "added_seconds": (int, float),
    "min_seconds": (int, float),
    "flexible": bool,
    "may_drop": bool,
    "protected": bool,
    "fixed_start": "instant",
    "fixed_end": "instant",
    "started_at": "instant",
    "ended_at": "instant",
    "elapsed_seconds": (int, float),
    "paused_seconds": (int, float),
    "remaining_seconds": (int, float),
    "expected_start": "instant",
    "expected_end": "instant",
    "gap_seconds": (int, float, type(None)),
}
DAY = {
    "date": str,
    "planned_start": "instant",
    "planned_end": "instant",
    "promised_end": "instant",
    "expected_end": "instant",
    "behind_seconds": (int, float),
    "slack_seconds": (int, float),
}


def check(shown: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Assert that an object has exactly these keys, in this order, with values of these types."""
    assert list(shown) == list(wanted)
    for name, kind in wanted.items():
        if kind != "instant":
            assert isinstance(shown[name], kind), name
            assert kind is bool or not isinstance(shown[name], bool), name
        elif shown[name] is not None:
            assert datetime.fromisoformat(shown[name]).utcoffset() == timedelta(hours=2)


class TestJson:
    def test_its_shape(self, samling: Samling) -> None:
        """One object with the keys that other tools drive, instants with the zone's offset and durations in seconds."""
        samling.day()
        samling("agenda", "start")
        samling.clock.set(at("15:04"))
        samling("agenda", "next")
        samling("agenda", "drop", "3")
        shown = samling.status()
        assert list(shown) == ["now", "network", "gathering", "blocks"]
        assert shown["now"] == "2026-09-16T15:04:00+02:00"
        assert shown["network"] == {"id": 1, "name": "Network", "timezone": "Europe/Oslo"}
        check(shown["gathering"], GATHERING)
        for block in shown["blocks"]:
            check(block, BLOCK)

    def test_its_figures(self, samling: Samling) -> None:
        """Done, running, pending and dropped blocks show what the timing rules give, and null where they give none."""
        samling.day(4, end="15:45")
        samling("agenda", "edit", "3", "--fixed-start", "15:30")
        samling("agenda", "start")
        samling.clock.set(at("15:04"))
        samling("agenda", "next")
        samling("agenda", "drop", "4")
        samling("agenda", "extend", "+1")
        samling.clock.set(at("15:06:30"))
        shown = samling.status()
        done, running, pending, dropped = shown["blocks"]
        assert shown["gathering"] | {"id": 0} == {
            "id": 0,
            "number": 1,
            "title": "Day",
            "date": "2026-09-16",
            "state": "running",
            "planned_start": "2026-09-16T15:00:00+02:00",
            "planned_end": "2026-09-16T15:50:00+02:00",
            "promised_end": "2026-09-16T15:45:00+02:00",
            "expected_end": "2026-09-16T15:40:00+02:00",
            "behind_seconds": -600,
            "slack_seconds": 300,
            "current": 2,
        }
        assert (done["elapsed_seconds"], done["remaining_seconds"], done["gap_seconds"]) == (240, 360, None)
        assert (done["expected_start"], done["expected_end"]) == (done["started_at"], done["ended_at"])
        assert (running["elapsed_seconds"], running["remaining_seconds"], running["added_seconds"]) == (150, 510, 60)
        assert running["expected_end"] == "2026-09-16T15:15:00+02:00"
        assert running["ended_at"] is None
        assert (pending["elapsed_seconds"], pending["remaining_seconds"], pending["gap_seconds"]) == (0, 600, 900)
        assert pending["expected_start"] == "2026-09-16T15:30:00+02:00"
        assert (pending["started_at"], pending["fixed_end"]) == (None, None)
        assert (dropped["expected_start"], dropped["expected_end"], dropped["gap_seconds"]) == (None, None, None)
        assert dropped["planned_start"] == "2026-09-16T15:40:00+02:00"

    def test_several_days(self, samling: Samling) -> None:
        """With several days there is one object for each, and every block says its day; positions count through."""
        samling.day(1, end="15:20")
        samling("gathering", "day", "add", "--date", "2026-09-17", "--start", "09:00", "--end", "10:00")
        samling("agenda", "add", "B", "--minutes", "30", "--day", "2")
        shown = samling.status()
        assert list(shown["gathering"]) == [*GATHERING, "days"]
        for day in shown["gathering"]["days"]:
            check(day, DAY)
        assert [day["date"] for day in shown["gathering"]["days"]] == ["2026-09-16", "2026-09-17"]
        assert [day["slack_seconds"] for day in shown["gathering"]["days"]] == [600, 1800]
        assert [(block["position"], block["day"]) for block in shown["blocks"]] == [(1, 1), (2, 2)]
        assert shown["gathering"]["planned_end"] == "2026-09-17T09:30:00+02:00"
        assert shown["gathering"]["promised_end"] == "2026-09-17T10:00:00+02:00"

    def test_an_empty_day(self, samling: Samling) -> None:
        """A day without blocks has no planned or expected end, and nothing to be behind of."""
        samling.day(0)
        shown = samling.status()
        assert shown["blocks"] == []
        names = ("planned_end", "expected_end", "behind_seconds", "slack_seconds", "current")
        assert [shown["gathering"][name] for name in names] == [None] * 5
        assert shown["gathering"]["state"] == "not_started"

    def test_states(self, samling: Samling) -> None:
        """A gathering is not started, running (paused too), between and ended; reset is not started again."""
        samling.day(2)
        seen = []
        for words in ((), ("start",), ("pause",), ("finish",), ("next",), ("next",)):
            if words:
                samling("agenda", *words)
            seen.append(samling.status()["gathering"]["state"])
        assert seen == ["not_started", "running", "running", "between", "running", "ended"]

    def test_asking_changes_no_figure(self, samling: Samling) -> None:
        """The same moment asked for again and again gives the same object."""
        samling.day()
        samling("agenda", "start")
        first = samling.status("--at", "15:07")
        assert [samling.status("--at", "15:07") for _ in range(3)] == [first] * 3


class TestWords:
    def test_the_day_s_line(self, samling: Samling) -> None:
        """How far behind is said in words, with the expected and the promised end; never as a bare sign."""
        samling.day()
        samling("agenda", "start")
        samling.clock.set(at("15:18"))
        shown = samling("status").out
        assert "8 min behind · done 15:38 · promised 15:30" in shown
        assert "running +8:00" in shown
        assert "Network · gathering 1: Day" in shown

    def test_on_time_under_half_a_minute(self, samling: Samling) -> None:
        """Under thirty seconds is on time, from thirty it is behind."""
        samling.day()
        samling.clock.set(at("15:00:30"))
        samling("--at", "15:00:29", "agenda", "start")
        assert "on time" in samling("--at", "15:00:29", "status").out
        samling("agenda", "extend", "+1s")
        assert "1 min behind" in samling("status").out


class TestWithoutAGathering:
    def test_no_file(self, samling: Samling) -> None:
        """Without a file status is refused with what to do, and makes none."""
        assert "samling network new" in samling("status", code=1).err
        assert "samling network new" in samling("status", "--json", code=1).err
        assert not samling.path.exists()

    def test_no_gathering(self, samling: Samling) -> None:
        """With a network and no gathering it is refused with what to do."""
        samling("network", "new", "N")
        assert "samling gathering new" in samling("status", "--json", code=1).err
