from __future__ import annotations

from typing import TYPE_CHECKING

from making import at

if TYPE_CHECKING:
    from commands import Samling
    from fake_clock import FakeClock


def hold(samling: Samling, clock: FakeClock, *ends: str) -> None:
    """Make a day of the blocks A, B and C from 15:00 and hold them until these times."""
    samling.day(len(ends), end="18:00")
    clock.set(at("15:00"))
    samling("agenda", "start")
    for end in ends:
        clock.set(at(end))
        samling("agenda", "next")


def test_planned_and_actual_of_every_gathering(samling: Samling, clock: FakeClock) -> None:
    """What a block took is from its start to its end without its pauses, in every gathering of the file."""
    hold(samling, clock, "15:12", "15:20")
    samling.day(1)
    clock.set(at("16:00"))
    samling("agenda", "start", "1")
    clock.set(at("16:05"))
    samling("agenda", "pause")
    clock.set(at("16:09"))
    samling("agenda", "resume")
    clock.set(at("16:15"))
    samling("agenda", "next")
    found = samling("agenda", "history", "--json").json
    assert [(each["title"], each["planned_seconds"] / 60, each["actual_seconds"] / 60) for each in found] == [
        ("A", 10, 12),
        ("B", 10, 8),
        ("A", 10, 11),
    ]
    assert found[0]["started_at"] == "2026-09-16T15:00:00+02:00"
    assert found[0]["gathering"] != found[2]["gathering"]


def test_the_same_plan_is_told_once(samling: Samling, clock: FakeClock) -> None:
    """A block planned alike each time has that length once, beside all that it took."""
    hold(samling, clock, "15:12")
    hold(samling, clock, "15:08")
    line = next(each for each in samling("agenda", "history", "A").out.splitlines() if each.startswith("A"))
    assert line.split() == ["A", "10", "12", "and", "8", "10", "min"]


def test_one_block_or_a_sentence(samling: Samling, clock: FakeClock) -> None:
    """A title narrows it down; one that was never held is refused, and so is an empty file."""
    samling.day(1)
    samling("agenda", "history", code=1)
    hold(samling, clock, "15:12", "15:20")
    assert [each["title"] for each in samling("agenda", "history", "b", "--json").json] == ["B"]
    assert "8 min" in samling("agenda", "history", "B").out
    assert "[red]" in samling("agenda", "history", "[red]", code=1).err


def test_a_plan_takes_the_lengths_over(samling: Samling, clock: FakeClock) -> None:
    """`learn` gives coming blocks what they took; one alone where it is named; undo takes all of it back."""
    hold(samling, clock, "15:12", "15:20", "15:30")
    samling.day(3)
    before = samling.status()
    samling("agenda", "learn", "2")
    assert [each["planned_seconds"] / 60 for each in samling.status()["blocks"]] == [10, 8, 10]
    assert "in 1 of the blocks" in samling("agenda", "learn").out
    assert [each["planned_seconds"] / 60 for each in samling.status()["blocks"]] == [12, 8, 10]
    samling("undo")
    samling("undo")
    assert samling.status() == before
    samling("agenda", "learn", "9", code=1)
    samling("agenda", "learn", "3", code=1)


def test_the_plan_shows_it(samling: Samling, clock: FakeClock) -> None:
    """`gathering show` says below a block what it took before."""
    hold(samling, clock, "15:12")
    samling.day(1)
    assert "Took 12 min (planned 10) the last time." in samling("gathering", "show").out
