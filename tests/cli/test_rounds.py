from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from making import at

if TYPE_CHECKING:
    from commands import Samling
    from fake_clock import FakeClock


@pytest.fixture
def day(samling: Samling, clock: FakeClock) -> Samling:
    """A day of A, B and C from 15:00, and the teams Havnvik, Bergvik and Fjellvik."""
    samling.day(3)
    for name in ("Havnvik", "Bergvik", "Fjellvik"):
        samling("team", "add", name)
    clock.set(at("15:00"))
    return samling


def turns(samling: Samling, position: int = 1) -> list[dict[str, Any]]:
    """The turns of a block, as `status --json` tells them."""
    found: list[dict[str, Any]] = samling.status()["blocks"][position - 1]["turns"]
    return found


def test_a_round_from_the_list(day: Samling, clock: FakeClock) -> None:
    """Set up, gone through and told: each turn has its share of the block, and the last one ends with the block."""
    assert "3:20  Havnvik" in day("agenda", "round", "1").out
    day("agenda", "start")
    day("agenda", "turn")
    clock.set(at("15:04"))
    assert "► " in day("agenda", "turn").out
    first, second, third = turns(day)
    assert (first["elapsed_seconds"], second["length_seconds"], third["length_seconds"]) == (240, 180, 180)
    assert second["started_at"] == first["ended_at"] == "2026-09-16T15:04:00+02:00"
    day("agenda", "turn", "--at", "15:04")
    clock.set(at("15:08"))
    day("agenda", "next")
    assert turns(day)[2]["ended_at"] == "2026-09-16T15:08:00+02:00"


def test_a_drawn_order_can_be_drawn_again(day: Samling) -> None:
    """The same seed gives the same order; undo takes the round back."""
    day("agenda", "round", "1", "--order", "draw", "--seed", "7", "--long", "berg")
    first = [(each["title"], each["length_seconds"]) for each in turns(day)]
    assert sorted(length for _title, length in first) == [120, 120, 360]
    assert dict(first)["Bergvik"] == 360
    day("undo")
    assert "turns" not in day.status()["blocks"][0]
    day("agenda", "round", "1", "--order", "draw", "--seed", "7", "--long", "berg")
    assert [(each["title"], each["length_seconds"]) for each in turns(day)] == first


def test_by_level(day: Samling) -> None:
    """Teams' own levels make the order, the lowest first; who has none comes last."""
    day("agenda", "round", "1", "--level", "Havn=4", "--level", "Fjell=2")
    assert [each["title"] for each in turns(day)] == ["Fjellvik", "Havnvik", "Bergvik"]
    assert "not a team with its level" in day("agenda", "round", "--level", "Havn", code=2).err


def test_kept_for_who_comes_late(day: Samling) -> None:
    """The order stands when another team has come: that one is the last."""
    day("roll", "here", "--team", "Fjellvik")
    day("roll", "here", "--team", "Havnvik")
    day("agenda", "round", "1", "--level", "Fjell=1")
    assert [each["title"] for each in turns(day)] == ["Fjellvik", "Havnvik"]
    day("roll", "here", "--team", "Bergvik")
    day("agenda", "round", "1", "--order", "kept")
    assert [each["title"] for each in turns(day)] == ["Fjellvik", "Havnvik", "Bergvik"]


def test_last_and_skipped(day: Samling) -> None:
    """A team is moved last, another skipped; the shares of those that are left grow."""
    day("agenda", "round", "1")
    day("agenda", "start")
    day("agenda", "turn")
    day("agenda", "last")
    assert [each["title"] for each in turns(day)] == ["Bergvik", "Fjellvik", "Havnvik"]
    assert "skipped" in day("agenda", "skip").out
    assert [each["length_seconds"] for each in turns(day)] == [0, 300, 300]
    assert "no turn 9" in day("agenda", "skip", "9", code=1).err


def test_steps(day: Samling) -> None:
    """Steps share the block in proportion; a wrong one is wrong usage, and none takes them away."""
    assert "4:00  Write" in day("agenda", "steps", "2", "Write=2", "Read: 3").out
    assert "is not a step" in day("agenda", "steps", "2", "Write", code=2).err
    day("agenda", "steps", "2")
    assert "turns" not in day.status()["blocks"][1]


def test_what_is_said_of_steps(day: Samling) -> None:
    """Steps are told of as steps: how many, the one that begins, that all are done, and that they are taken away."""
    assert day("agenda", "steps", "1", "Write=2", "Read=3").out.startswith("Set up steps in “A”: 2 · ")
    day("agenda", "start")
    assert day("agenda", "turn").out.startswith("Went on to Write · ")
    day("agenda", "turn")
    assert day("agenda", "turn").out.startswith("All steps are done · ")
    assert "All steps are done" in day("agenda", "turn", code=1).err
    assert day("agenda", "steps", "2").out.startswith("Took the steps of “B” away · ")


def test_what_cannot_be(day: Samling) -> None:
    """Without a block, a level, a team of that name or a reserve it is refused in words."""
    assert "no block 9" in day("agenda", "round", "9", code=1).err
    assert "level" in day("agenda", "round", "--order", "level", code=1).err
    assert "Nobody" in day("agenda", "round", "--long", "Nobody", code=1).err
    assert "No block is running" in day("agenda", "turn", code=1).err
    assert "no reserve" in day("agenda", "reserve", "1", code=1).err


def test_blocks_change_places(day: Samling) -> None:
    """Two coming blocks change places, the named ones or the next; undo puts them back."""
    assert "“A” and “C” changed places" in day("agenda", "swap", "1", "3").out
    assert [each["title"] for each in day.status()["blocks"]] == ["C", "B", "A"]
    day("undo")
    assert "“A” and “B” changed places" in day("agenda", "swap", "1").out


def test_only_those_who_are_here(day: Samling) -> None:
    """Once the roll is taken, the round is of the teams that are here."""
    day("roll", "here", "--team", "Bergvik")
    day("agenda", "round", "1")
    assert [each["title"] for each in turns(day)] == ["Bergvik"]


def test_a_programmes_steps_and_reserve(samling: Samling, clock: FakeClock) -> None:
    """A gathering made from our proposal has the steps of its blocks, and puts in the film that it names."""
    samling("network", "new", "Network")
    clock.set(at("15:00"))
    samling(
        *("gathering", "new", "--programme", "unn-samling-3-forslag"),
        *("--date", "2026-09-16", "--start", "15:00", "--end", "19:00"),
    )
    assert [each["length_seconds"] // 60 for each in turns(samling, 2)] == [5, 6, 8, 8, 5, 7, 6, 15]
    samling("agenda", "extend", "2", "-30")
    assert [each["length_seconds"] for each in turns(samling, 2)] == [150, 180, 240, 240, 150, 210, 180, 450]
    assert "filmet forelesning" in samling("agenda", "reserve", "7").out
