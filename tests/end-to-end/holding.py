"""Holding a simulated gathering: the script of a day is data, and its windows are opened anew at each block.

A window reads at its opening what the file's clock shows. So the clock is put on while no window is open, and each
block begins with the windows being opened, as they are after a laptop has been carried to another room.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from facilitating import Room, end_day, ends, go_on
from laptop import ZONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitating import Step
    from laptop import Laptop


@dataclass(frozen=True, slots=True)
class Day:
    """A gathering on one day: what it is made from, and what happens when.

    `late` is by how many minutes it starts late; `over` by how many minutes past its end a block (its position) goes on
    (below 0: it ends before); `steps` is what is done in a block once it runs, position 0 being before the
    start. `speed` is how fast the clock runs in it.
    """

    programme: str
    date: str
    start: str = "09:00"
    end: str = "13:00"
    late: int = 0
    over: Mapping[int, int] = field(default_factory=dict)
    steps: Mapping[int, tuple[Step, ...]] = field(default_factory=dict)
    speed: Mapping[int, float] = field(default_factory=dict)


def hold(laptop: Laptop, day: Day) -> dict[str, Any]:
    """Hold a gathering from its making to its day report, and return the report."""
    start = datetime.fromisoformat(f"{day.date} {day.start}").replace(tzinfo=ZONE)
    laptop.set_clock(start - timedelta(minutes=30))
    blocks = _make(laptop, day)
    titles = tuple(each["title"] for each in blocks)
    _open(laptop, titles, 0, day.steps.get(0, ()))
    at = start + timedelta(minutes=day.late)
    for position in range(1, len(blocks) + 1):
        laptop.set_clock(at, day.speed.get(position, 1.0))
        ends_at = _open(laptop, titles, position - 1, (go_on, *day.steps.get(position, ())))
        at = datetime.combine(at, ends_at, ZONE) + timedelta(minutes=day.over.get(position, 0))
    laptop.set_clock(at)
    _open(laptop, titles, len(blocks), (end_day,))
    report: dict[str, Any] = laptop.json("gathering", "report", "--format", "json")
    return report


def _make(laptop: Laptop, day: Day) -> list[dict[str, Any]]:
    """Make the gathering and return its blocks, as it tells them."""
    laptop.journal.gathering += 1
    when = ("--date", day.date, "--start", day.start, "--end", day.end)
    facts: dict[str, Any] = {"date": day.date, "blocks": [], "turns": {}}
    laptop.command("gathering-new", "gathering", "new", "--programme", day.programme, *when, **facts)
    found = laptop.json("status", "--json")
    facts["blocks"].extend((each["title"], each["planned_seconds"]) for each in found["blocks"])
    for each in found["blocks"]:
        facts["turns"] |= {(each["position"], turn["number"]): turn["title"] for turn in each.get("turns", ())}
    blocks: list[dict[str, Any]] = found["blocks"]
    return blocks


def _open(laptop: Laptop, titles: tuple[str, ...], current: int, steps: tuple[Step, ...]) -> time:
    """Do the steps in the control window, and return when the block that runs then ends.

    Timekeeper and projector are open beside it, but where nothing happens but the next block.
    """
    beside = [("timer",), ("screen",)] if len(steps) > 1 else []
    with laptop.windows((), *beside, sign=laptop.network[:20]) as (control, *others):
        timer = others[0] if ("timer",) in beside else None
        room = Room(laptop, control, timer, titles, current)
        for step in steps:
            step(room)
        return ends(room)
