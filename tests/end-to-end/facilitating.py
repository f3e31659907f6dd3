"""What a facilitator does in the control window on a simulated day, and the timekeeper in hers. Each is one step.

A step is a function of the `Room`. It types as a person does and goes on when the window says that it is saved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from exports import REPLIES, as_csv, forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from laptop import Laptop, Window

    Step = Callable[["Room"], None]

PEOPLE_IN_A_TEAM = 3
_TEAM_AT_CURSOR = re.compile(r"▌[○◐●] (?P<name>.*?)  ")
_RUNS = re.compile(r"► +\d+ \d\d:\d\d  \d\d:\d\d–(?P<end>\d\d:\d\d)")
_TABLE = re.compile(r"Table \d+")
_PROPOSED = re.compile(
    r"^[│ ]*(?P<position>\d+) (?:(?!\d\d:\d\d–).)*"  # its number and title, before the first of the times
    r"\d\d:\d\d–\d\d:\d\d +\d\d:\d\d–\d\d:\d\d (?P<minutes>[−+]\d+)"  # now, and with the first proposal
)


@dataclass(slots=True)
class Room:
    """The windows that are open now, on a laptop; what is not open is None."""

    laptop: Laptop
    control: Window
    timer: Window | None
    titles: tuple[str, ...]
    current: int = 0
    """The position of the block that runs, 0 for none."""


def go_on(room: Room) -> None:
    """Start the next block, or the first, and see it start; the timekeeper sees it too."""
    room.current += 1
    title = room.titles[room.current - 1]
    action, said = ("start", f"Started “{title}”") if room.current == 1 else ("next", f"Went on to “{title}”")
    room.control.do("n", said, action, position=room.current, title=title)
    if room.timer:
        room.timer.terminal.wait_for(title[:20])


def end_day(room: Room) -> None:
    """End the last block, and with it the day; the day report is written."""
    title = room.titles[room.current - 1]
    said = room.control.do("n", f"Finished “{title}”", "next", title=title, ended=True)
    assert "Day report" in said
    room.control.terminal.wait_for("The gathering is over")
    room.current = 0


def ends(room: Room) -> time:
    """When the block that runs ends, as the agenda of the control window says it; midnight while none runs."""
    terminal = room.control.terminal
    if room.current:
        terminal.wait_for(lambda screen: _RUNS.search(screen.text))
    found = _RUNS.search(terminal.text)
    return time.fromisoformat(found["end"]) if found else time()


def give(minutes: int) -> Step:
    """Give the running block minutes, or take them: one key a minute, five for five."""
    key, by = {1: ("+", "+1"), -1: ("-", "−1"), 5: (">", "+5"), -5: ("<", "−5")}[minutes]

    def step(room: Room) -> None:
        title = room.titles[room.current - 1]
        said = f"Changed the length of “{title}” by {by} min"
        room.control.do(key, said, "extend", position=room.current, seconds=60 * minutes)

    return step


def take_back(minutes: int) -> Step:
    """Undo what `give` gave."""

    def step(room: Room) -> None:
        room.control.do("u", "Undone", "undo", position=room.current, seconds=60 * minutes)

    return step


def note(text: str) -> Step:
    """Write a note to the running block."""

    def step(room: Room) -> None:
        room.control.press("o", "For the parking lot")
        room.control.do((*text, "enter"), f"Noted: {text}", "note", position=room.current, text=text)

    return step


def pause(room: Room) -> None:
    """The timekeeper stops the running block's clock, and the control window shows it."""
    assert room.timer is not None
    room.timer.do("p", "Paused", "pause", position=room.current)
    room.control.terminal.wait_for("Paused")


def resume(room: Room) -> None:
    """The timekeeper lets it go on."""
    assert room.timer is not None
    room.timer.do("p", "Resumed", "resume", position=room.current)


def tick_off(*missing: str) -> Step:
    """Tick all teams off as here but those that are missing, walking down the list."""

    def step(room: Room) -> None:
        control = room.control
        control.press("k", "Who is here")
        team = ""
        for _each in room.laptop.organisations:
            if team:
                control.press(("down",) * (PEOPLE_IN_A_TEAM + 1))
            team = _next_at_cursor(control, team)
            if team not in missing:
                control.do("t", f"{team}: here", "arrive", who=team)
        control.leave("Who is here")

    return step


def _next_at_cursor(control: Window, last: str) -> str:
    """Wait until the cursor is on another team, and return it."""
    control.terminal.wait_for(lambda _screen: _at_cursor(control) not in {last, ""})
    return _at_cursor(control)


def _at_cursor(control: Window) -> str:
    found = (_TEAM_AT_CURSOR.search(line) for line in control.terminal.lines())
    return next((each["name"] for each in found if each), "")


def draw_and_announce(room: Room) -> None:
    """Draw groups for the sharing block, announce them, and read from the window who sits with whom."""
    control, title = room.control, _sharing(room)
    control.press("G", "d Draw")
    control.do("d", f"Drew groups for {title}", "groups-draw", who=title)
    no_repeat = "No repeats" in control.terminal
    control.do("A", "Announced", "groups-announce", block=title, tables=_tables(control), no_repeat=no_repeat)
    control.told_at_once("show", scene="seating")
    control.leave("d Draw")


def _sharing(room: Room) -> str:
    return next(title for title in room.titles[max(room.current - 1, 0) :] if title.startswith("Deling"))


def _tables(control: Window) -> list[list[str]]:
    """Who sits at which table, as the window shows it: columns under headings."""
    found: list[list[str]] = []
    columns: list[tuple[int, list[str]]] = []
    for line in control.terminal.lines():
        heads: list[tuple[int, list[str]]] = [(each.start(), []) for each in _TABLE.finditer(line)]
        if heads:
            columns = heads
            found += [table for _at, table in heads]
            continue
        ends = [at for at, _table in columns[1:]]
        for (at, table), until in zip(columns, [*ends, None], strict=False):
            name = line[at:until].strip(" ▌")
            if name in control.laptop.organisations:
                table.append(name)
    return [table for table in found if table]


def leave_and_repair(team: str) -> Step:
    """A team has left after the announcement: the window says who would move, and does it."""

    def step(room: Room) -> None:
        control, title = room.control, _sharing(room)
        room.laptop.command("leave", "roll", "left", "--team", team, who=team)
        control.press("G", "d Draw")
        control.press("m", "Seat anew, with the fewest moves")
        control.do(("enter",), "Repaired the seating", "groups-repair", block=title)
        control.laptop.journal.deeds[-1].facts.update(
            tables=_tables(control), no_repeat="No repeats" in control.terminal
        )
        control.leave("d Draw")

    return step


def ask_all(title: str, link: str) -> Step:
    """Add a survey, and show its code on the projector from the window."""

    def step(room: Room) -> None:
        questions = ("--questions", "after-gathering")
        room.laptop.command("survey-add", "survey", "add", "--title", title, "--url", link, *questions, title=title)
        room.control.press("y", title)
        room.control.do(("enter",), "The projector shows a survey", "show-survey")
        room.control.leave("Space Tried")

    return step


def take_answers(room: Room) -> None:
    """Take in what the survey tool exported of the survey that was added last."""
    survey = room.laptop.journal.all("survey-add")[-1].facts["title"]
    file = room.laptop.folder / "svar.csv"
    file.write_bytes(as_csv(forms()))
    room.laptop.command("answers-import", "survey", "import", str(file), title=survey, count=len(REPLIES))


def follow_proposal(room: Room) -> None:
    """Ask what can be done to end as promised, and follow the first proposal, with the minutes that it names."""
    control, asked = room.control, room.laptop.now()
    control.press("v", "How can the day end as promised?")
    control.terminal.wait_for("Day done")
    found = (_PROPOSED.search(line) for line in control.terminal.lines())
    changes = {int(each["position"]): int(each["minutes"].replace("−", "-")) for each in found if each}
    control.do("1", "Re-planned", "replan", since=asked, changes=changes)
