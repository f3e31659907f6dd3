"""The pitches of a simulated day: the facilitator calls the teams up, the judges fill in sheets, and the award."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitating import Room, Step
    from laptop import Window

CRITERIA = ("Aim", "Change", "Result")
"""Of the short form, as it names them to who reads English."""

_PITCHES = "r Award"
"""What stands at the foot of the window of the pitches, and of no other."""

_LOOKS_SECONDS = 1.1
"""A sheet that comes in front by itself takes no key for a second: the key was meant for the one before."""

_SEED = re.compile(r"Seed +(?P<number>\d+)")
_IN_ORDER = re.compile(r"\d+ [·›] (?P<name>.*?)  ")


@dataclass(frozen=True, slots=True)
class Pitches:
    """Who judges, and what: data.

    `jury` is the judges with their organisations; `recused` whom a judge does not score beside that; `scores` what a
    team is given, a digit a criterion, and `severity` what each judge adds to it (2 is nothing). `absent` teams never
    come. `corrected` is a judge and a team: that sheet is submitted, and corrected with these digits. `places` are
    announced.
    """

    jury: Mapping[str, str]
    recused: tuple[tuple[str, str], ...]
    scores: Mapping[str, str]
    severity: tuple[str, ...]
    absent: tuple[str, ...]
    corrected: tuple[str, str, str]
    places: tuple[int, ...] = (3, 2, 1)

    def digits(self, judge: str, team: str) -> str:
        """What a judge gives a team: the team's digits, moved by the judge's severity and kept on the scale."""
        moved = self.severity[tuple(self.jury).index(judge) % len(self.severity)]
        pairs = zip(self.scores[team], moved, strict=True)
        return "".join(str(min(5, max(1, int(digit) + int(by) - 2))) for digit, by in pairs)

    def judges_of(self, team: str, organisation: str) -> tuple[str, ...]:
        """Who scores a team."""
        return tuple(
            judge for judge, of in self.jury.items() if of != organisation and (judge, team) not in self.recused
        )


def prepare(pitches: Pitches) -> Step:
    """Name the judges and whom they do not score, choose the form, and draw the order in the window."""

    def step(room: Room) -> None:
        laptop = room.laptop
        for judge, organisation in pitches.jury.items():
            more = ("--organisation", organisation) if organisation else ()
            laptop.command("judge-add", "judge", "add", judge, *more, name=judge, organisation=organisation)
        for judge, team in pitches.recused:
            laptop.command("judge-recuse", "judge", "recuse", judge, team, name=judge, team=team)
        laptop.command("pitch-form", "pitch", "form", "use", "short")
        room.control.press("I", _PITCHES)
        room.control.press("d", "The seed is kept")
        seed = _SEED.search(room.control.terminal.text)
        assert seed
        room.control.do(("enter",), "Drew the order", "pitch-draw", seed=int(seed["number"]))
        room.laptop.journal.all("pitch-draw")[-1].facts["order"] = _order(room.control)
        room.control.leave(_PITCHES)

    return step


def _order(control: Window) -> list[str]:
    found = (_IN_ORDER.search(line[45:]) for line in control.terminal.lines())
    return [each["name"] for each in found if each]


def pitch(pitches: Pitches) -> Step:
    """Let all teams pitch in their order while every judge fills in a sheet in a window of their own."""

    def step(room: Room) -> None:
        room.control.press("I", _PITCHES)
        names = [("judge", "--name", judge) for judge in pitches.jury]
        with room.laptop.windows(*names, sign="1 of") as windows:
            judges = {judge: Judging(window, pitches) for judge, window in zip(pitches.jury, windows, strict=True)}
            _pitch_in_turn(room, pitches, judges, deque(_order(room.control)))
        room.control.leave(_PITCHES)

    return step


def _pitch_in_turn(room: Room, pitches: Pitches, judges: dict[str, Judging], waiting: deque[str]) -> None:
    control, moved = room.control, set[str]()
    while waiting:
        team = waiting.popleft()
        if team in pitches.absent and team in moved:
            control.do("x", f"“{team}” did not meet", "pitch-absent", team=team)
        elif team in pitches.absent:
            control.do("l", f"Moved “{team}” last", "pitch-last", team=team)
            moved.add(team)
            waiting.append(team)
        else:
            _one_pitch(room, judges, team, pitches)
            if waiting:
                control.do("n", f"Next team up: {waiting[0]}", "pitch-next", team=waiting[0], ended=team)
            else:
                control.do("f", f"Ended the pitch of “{team}”", "pitch-stop", team=team, ended=team)


def _one_pitch(room: Room, judges: dict[str, Judging], team: str, pitches: Pitches) -> None:
    """Start a team's clock, and have its sheets filled in: all judges at once, a criterion after the other."""
    scoring = [judges[judge] for judge in pitches.judges_of(team, room.laptop.organisations[team])]
    room.control.do(("space",), f"“{team}” began to pitch", "pitch-start", team=team)
    for judge in judges.values():
        judge.see(team)
    for number in range(len(CRITERIA)):
        for judge in scoring:
            judge.type_score(team, number)
        for judge in scoring:
            judge.window.acknowledged()
    for judge in scoring:
        judge.submit(team)
    for judge in scoring:
        judge.window.acknowledged()
    name, about, digits = pitches.corrected
    if about == team:
        judges[name].correct(team, digits)
    room.control.do(("space",), f"Next phase for “{team}”", "pitch-phase", team=team)


@dataclass(slots=True)
class Judging:
    """A judge at a window. What is typed is acknowledged by a call of its own, so that all may type at once."""

    window: Window
    pitches: Pitches

    @property
    def name(self) -> str:
        """The judge's name."""
        return self.window.lane.removeprefix("judge ")

    def see(self, team: str) -> None:
        """Wait until a team's sheet has come in front, and has stood there so long that a key is meant for it."""
        terminal = self.window.terminal
        came = terminal.wait_for(lambda screen: team in screen.lines()[1])
        terminal.wait_for(lambda screen: screen.arrived > came + _LOOKS_SECONDS)

    def type_score(self, team: str, number: int, digits: str = "") -> None:
        """Give the marked row its digit."""
        digit = (digits or self.pitches.digits(self.name, team))[number]
        criterion = CRITERIA[number]
        facts: dict[str, Any] = {"judge": self.name, "team": team, "criterion": criterion, "value": int(digit)}
        self.window.begin(digit, f"{criterion}: {digit}", "sheet-score", **facts)

    def submit(self, team: str) -> None:
        """Submit the sheet."""
        self.window.begin("s", f"Submitted the sheet for “{team}”", "sheet-submit", judge=self.name, team=team)

    def correct(self, team: str, digits: str) -> None:
        """Correct the submitted sheet: the first digit asks for the reason, and is kept until it is given."""
        window = self.window
        window.press(digits[0], f"Why is the sheet for “{team}” changed?")
        facts: dict[str, Any] = {"judge": self.name, "team": team}
        window.do((*"misread", "enter"), f"{CRITERIA[0]}: {digits[0]}", "sheet-correct", **facts, reason="misread")
        window.told_at_once("sheet-score", **facts, criterion=CRITERIA[0], value=int(digits[0]))
        for number in (1, 2):
            self.type_score(team, number, digits)
            window.acknowledged()
        self.submit(team)
        window.acknowledged()


def award(pitches: Pitches) -> Step:
    """Show the result, settle it, and announce it place by place, the last first; then end the award."""

    def step(room: Room) -> None:
        control = room.control
        control.press("I", _PITCHES)
        control.press("r", "The result is hidden")
        control.press("v", "Show it")
        control.press("y", "v Hide the result")
        control.press("s", "Settle it")
        control.do(("enter",), "Settled the result", "award-settle")
        for place in pitches.places:
            _announce(control, place)
        control.press("z", "End it")
        control.do("y", "Ended the award", "award-freeze")
        control.leave("v Hide the result")
        control.leave(_PITCHES)

    return step


def _announce(control: Window, place: int) -> None:
    """Announce a place, and read from the window whose it is."""
    said = control.do(("space",), f"Announced place {place}", "award-reveal", place=place)
    control.laptop.journal.deeds[-1].facts["teams"] = said.partition(": ")[2]
