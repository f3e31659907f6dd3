"""What stands in the file, and beside it, before an example of a command's help is run: filled by commands alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from exports import REPLIES, forms
from samling.content.places import shipped
from workbooks import xlsx

if TYPE_CHECKING:
    from pathlib import Path

_TEAMS = {"fall": "4 5 3 4 2 5", "nattugla": "3 3 4 2 4 3", "pilleboksen": "2 3 2 3 2 3"}
_JUDGES = ("kari", "ola", "liv")

_PLANNED = ("samling gathering new --programme unn-samling-3 --date 2026-11-04 --start 09:00 --end 13:00",)
_SURVEYS = (
    "samling survey add --title Oppstart --url https://nettskjema.no/a/48211",
    "samling survey add --title Samling --url https://nettskjema.no/a/48212 --questions after-gathering",
)
_PITCHES = (
    "samling gathering new --programme unn-samling-4 --date 2026-11-04 --start 09:00 --end 13:00",
    "samling pitch form use standard",
    f"samling pitch order set {' '.join(_TEAMS)}",
    *(f"samling judge add {name}" for name in _JUDGES),
)
_BEGUN = (*_PITCHES, "samling agenda start 4 --at 09:00", "samling pitch start --at 09:02")
_HELD = (*_BEGUN, "samling pitch stop", *("samling pitch start", "samling pitch stop") * 2)
_SCORED = tuple(
    line
    for judge in _JUDGES
    for team, scores in _TEAMS.items()
    for line in (f"samling pitch sheets enter {judge} {team} {scores}", f"samling pitch sheets submit {judge} {team}")
)

DAYS: dict[str, tuple[str, ...]] = {
    "day": _SURVEYS,
    "planned": _PLANNED,
    "sharing": ("samling groups draw --seed 7",),
    "pitches": _PITCHES,
    "begun": _BEGUN,
    "scored": (*_HELD, *_SCORED),
}
"""The files that examples are run on: the demo, with these commands after it."""

_OF_THE_COMMAND = {
    "planned": ("agenda reserve", "agenda learn", "screen link", "rehearse"),
    "begun": (
        "pitch pause", "pitch resume", "pitch next-phase", "pitch stop", "pitch restart", "pitch next",
        "pitch sheets enter", "pitch sheets submit", "pitch sheets undo", "pitch sheets redo",
    ),
    "scored": (
        "pitch results", "pitch preflight", "pitch protocol", "pitch feedback", "pitch prize give",
        "pitch sheets correct", "pitch sheets give-up", "pitch sheets show",
    ),
}  # fmt: skip
_OF_THE_NOUN = {"groups": "sharing", "judge": "pitches", "pitch": "pitches", "pitch award": "scored"}


def day_of(words: str) -> str:
    """Return which file the examples of a command are run on."""
    for day, commands in _OF_THE_COMMAND.items():
        if words in commands:
            return day
    first, _, rest = words.partition(" ")
    return _OF_THE_NOUN.get(f"{first} {rest.partition(' ')[0]}") or _OF_THE_NOUN.get(first, "day")


_SETTLED = ("samling pitch award settle",)
_ANNOUNCED = (*_SETTLED, *("samling pitch award next",) * 3)
_PRIZE = ('samling pitch prize add "Største endring" --criterion change',)
_VOTES = ("samling pitch audience enter Fallskjermen=12 Nattugla=9",)
_EXPECTED = ('samling expectation add fall "Vi vil lære å måle."',)
_ROUND = ("samling agenda round 5",)
_SHEET = ("samling pitch sheets enter kari fall 4 5 3 4 2 5",)
_CORRECTION = "samling pitch sheets correct kari fall --reason Feil"

BEFORE: dict[str, tuple[str, ...]] = {
    "team return": ("samling team withdraw fallskjermen",),
    "team undo": ("samling team withdraw fallskjermen",),
    "team redo": ("samling team withdraw fallskjermen", "samling team undo"),
    "agenda resume": ("samling agenda pause",),
    "agenda restore": ("samling agenda drop 10",),
    "agenda start": ("samling agenda finish",),
    "agenda reopen": ("samling agenda finish",),
    "agenda turn": _ROUND,
    "agenda last": _ROUND,
    "agenda skip": _ROUND,
    "agenda lay-out": ("samling agenda finish",),
    "redo": ("samling undo",),
    "restore": ("samling backup samling-2026-09-16-0855.db",),
    "doctor": ("samling survey check 1 --done", "samling survey check 2 --done"),
    "roll left": ("samling roll here kari",),
    "roll absent": ("samling roll here kari",),
    "roll undo": ("samling roll here kari",),
    "roll redo": ("samling roll here kari", "samling roll undo"),
    "groups compare": ("samling groups draw --seed 8",),
    "groups unpin": ("samling groups pin together Fallskjermen Nattugla", "samling groups pin table Samtalen 2"),
    "groups unlock": ("samling groups lock 3",),
    "groups host": ("samling groups pin table Nattugla 3", "samling groups draw --seed 8"),
    "groups repair": ("samling groups announce",),
    "groups brings": ("samling groups announce",),
    "groups redo": ("samling groups undo",),
    "groups history undo": ("samling groups history import samling-1.csv",),
    "groups history redo": ("samling groups history import samling-1.csv", "samling groups history undo"),
    "expectation mark": _EXPECTED,
    "expectation remove": _EXPECTED,
    "expectation undo": _EXPECTED,
    "expectation redo": (*_EXPECTED, "samling expectation undo"),
    "survey results": ("samling survey import answers.xlsx",),
    "survey forget": ("samling survey import answers.xlsx",),
    "survey undo": ("samling survey import answers.xlsx",),
    "survey redo": ("samling survey remove 1", "samling survey undo"),
    "judge add": ("samling judge remove kari",),
    "judge waive": ('samling judge recuse kari fall --reason "Veileder teamet"',),
    "pitch start": ("samling agenda start 4",),
    "pitch resume": ("samling pitch pause",),
    "pitch undo": ("samling pitch order draw",),
    "pitch redo": ("samling pitch order draw", "samling pitch undo"),
    "pitch order absent": ("samling pitch order last nattugla",),
    "pitch order enter": ("samling pitch order withdraw nattugla",),
    "pitch trial end": ("samling pitch trial begin",),
    "pitch trial show": ("samling pitch trial begin",),
    "pitch sheets submit": _SHEET,
    "pitch sheets undo": _SHEET,
    "pitch sheets redo": (*_SHEET, "samling pitch sheets undo kari"),
    "pitch sheets give-up": (_CORRECTION,),
    "pitch award next": _SETTLED,
    "pitch award unsettle": _SETTLED,
    "pitch award back": (*_SETTLED, "samling pitch award next"),
    "pitch award freeze": _ANNOUNCED,
    "pitch award revise": (
        *(*_ANNOUNCED, "samling pitch award freeze", _CORRECTION),
        *("samling pitch sheets enter kari fall problem=5", "samling pitch sheets submit kari fall"),
    ),
    "pitch award undecide": ("samling pitch award decide Nattugla=1 Fallskjermen=2 --reason Nei --by Kari",),
    "pitch award audience": (*_VOTES, *_ANNOUNCED),
    "pitch award prize": (*_PRIZE, "samling pitch prize give største", *_ANNOUNCED),
    "pitch prize give": _PRIZE,
    "pitch prize remove": _PRIZE,
}
"""What is done on the file before a command's examples."""

SHOWN = frozenset(
    {
        "samling",
        "samling --lang nb --theme light",
        "samling demo",
        "samling demo --db demo.db --speed 60",
        "samling rehearse",
        "samling rehearse --rough --speed 20",
        "samling rehearse --db prove.db",
        "samling screen",
        "samling timer",
        'samling judge --name "Kari Nes"',
        "samling survey check",
    }
)
"""Examples that need a terminal: they open a window, or show a code."""

ASKING = frozenset({"network forget", "groups swap", "restore"})
"""Commands that ask before they do it, where somebody sits at a keyboard."""

PAPER = "5;4;3;4;5;b;9\n"
"""What is typed in where a command reads answers that were given on paper."""

_SHEETS = "Dommer;Team;problem;change;result;lasting;involvement;delivery\nkari;fall;4;5;3;4;2;5\n"
_COPIED = {
    "my-day.toml": shipped("data", "programmes", "unn-samling-2.toml"),
    "my-form.toml": shipped("data", "scoring", "short.toml"),
    "my-questions.toml": shipped("data", "surveys", "after-gathering.toml"),
    "hall.toml": shipped("layouts", "rooms", "two-and-two.toml"),
}
_TEXTS = {
    "people.csv": "Navn;Team\n" + "".join(f"Navn {each};Lag {each % 4}\n" for each in range(20)),
    "samling-1.csv": "Samling;Bord;Team\n1;1;Fallskjermen\n1;1;Nattugla\n1;2;Samtalen\n1;2;Pilleboksen\n",
    "votes.csv": "Team;Stemmer\nFallskjermen;12\nNattugla;9\n",
    "first.csv": _SHEETS,
    "second.csv": _SHEETS,
    "changed.json": '{"earlier_rounds": [], "announced": [["a", "c"], ["b", "e"], ["d", "f"]], "absent": ["a"],'
    ' "late": [], "table_min": 2, "table_max": 3}',
    "scores.json": '{"teams": ["Fjord", "Vidde"], "judges": ["Ada", "Liv"],'
    ' "scores": {"Ada": {"Fjord": 4, "Vidde": 3.5}, "Liv": {"Fjord": 5, "Vidde": 4}}}',
}
_BOOKS = {
    "participants.xlsx": (("Team", "Navn", "Rolle"), ("Fallskjermen", "Eva Ås", "Medlem")),
    "expectations.xlsx": (("Team", "Forventning"), ("Fallskjermen", "Vi vil lære å måle.")),
    "answers.xlsx": forms((*REPLIES, *REPLIES)).rows,
}


def lay_out(folder: Path) -> None:
    """Write the files that examples name into a folder."""
    for name, original in _COPIED.items():
        shutil.copy(original, folder / name)
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, rows in _BOOKS.items():
        (folder / name).write_bytes(xlsx(rows))
