from __future__ import annotations

from typing import TYPE_CHECKING

from making import at

if TYPE_CHECKING:
    from commands import Samling
    from fake_clock import FakeClock


def test_it_lies_beside_the_file_when_the_day_is_over(samling: Samling, clock: FakeClock) -> None:
    """The command that ends the day says where the report lies, and the report is what `gathering report` prints."""
    samling.day(2)
    for moment in ("15:00", "15:10"):
        clock.set(at(moment))
        assert "Day report" not in samling("agenda", "next").out
    clock.set(at("15:21"))
    said = samling("agenda", "next").out
    kept = samling.path.with_name(f"{samling.path.stem}-report-2026-09-16.md")
    assert "Day report: " in said
    assert kept.read_text(encoding="utf-8") == samling("gathering", "report").out
    assert samling("gathering", "report", "--format", "html").out.startswith("<!DOCTYPE html>")
    assert samling("gathering", "report", "--format", "json").json["blocks"][1]["actual_seconds"] == 660


def test_a_day_that_is_not_there(samling: Samling) -> None:
    """A day that has not begun, and one that does not exist, are refused in words."""
    samling.day(1)
    assert "not started" in samling("gathering", "report", code=1).err
    assert "no day 7" in samling("gathering", "report", "--day", "7", code=1).err
    samling("gathering", "report", "--format", "pdf", code=2)
