"""`samling log`: the story of the day on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from making import at

if TYPE_CHECKING:
    from commands import Samling


class TestLog:
    def test_the_story_of_a_day(self, samling: Samling) -> None:
        """By day, with the blocks as headings; what was added up or taken back is one sentence; the window once."""
        samling.day()
        samling("agenda", "start")
        samling.clock.set(at("15:04"))
        for _press in range(3):
            samling("agenda", "extend", "+1")
        samling.clock.set(at("15:06"))
        samling("undo")
        samling.clock.set(at("15:11"))
        samling("agenda", "next")
        assert samling("log").out.splitlines() == [
            "Wed 16 September 2026",
            "  15:00  Made the network Network  · command",
            "  15:00  Made the gathering Day",
            "  15:00  Added “A”",
            "  15:00  Added “B”",
            "  15:00  Added “C”",
            "► 15:00  Started “A”",
            "  15:04  Changed the length of “A” by +3 min in all (3 times)",
            "  15:06  Took back what was done at 15:04: Changed the length of “A” by +1 min",
            "► 15:11  Went on to “B”",
        ]

    def test_the_newest_lines_alone(self, samling: Samling) -> None:
        """A limit counts lines, with the heading of their day over them; in JSON it counts entries."""
        samling.day()
        assert samling("log", "--limit", "2").out.splitlines()[1:] == [
            "  15:00  Added “B”  · command",
            "  15:00  Added “C”",
        ]
        assert len(samling("log", "--json", "--limit", "2").json) == 2

    def test_every_gathering(self, samling: Samling) -> None:
        """With --all each gathering of a day has its own heading."""
        samling.day(1)
        samling("gathering", "new", "--title", "Next", "--date", "2026-10-16", "--start", "09:00", "--end", "12:00")
        headings = [line for line in samling("log", "--all").out.splitlines() if not line.startswith((" ", "►"))]
        assert headings == ["Wed 16 September 2026", "Wed 16 September 2026 · Day", "Wed 16 September 2026 · Next"]
