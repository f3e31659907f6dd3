"""Every key of every window, gathered from what the windows themselves show when they are asked for help."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from samling.codes.keysheet import Part, Row
from samling.language import _
from samling.tui.control import commands as desk
from samling.tui.control import signs
from samling.tui.control.award import commands as award
from samling.tui.control.expectations import commands as expectations
from samling.tui.control.groups import commands as groups
from samling.tui.control.keys import key_words
from samling.tui.control.pitches import commands as pitches
from samling.tui.control.pitches import judges_screen as judge_list
from samling.tui.control.roll import commands as roll
from samling.tui.control.surveys import commands as surveys
from samling.tui.control.teams import commands as teams
from samling.tui.judge import commands as judge
from samling.tui.judge import handover
from samling.tui.judge import help as judge_help
from samling.tui.screen import words as screen_words
from samling.tui.timer import words as timer_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samling.tui.control.command import Command
    from samling.tui.control.dialogs.telling import Page

_SHARED = 4
"""A key that does the same in so many windows is told once."""


def parts() -> tuple[Part, ...]:
    """Return the keys, window by window: first the control window under its headings, last what most windows share."""
    found = tuple(_windows())
    times = Counter(row for part in found for row in part.rows)
    shared = tuple(row for row, count in times.items() if count >= _SHARED)
    own = (Part(part.title, part.opens, tuple(row for row in part.rows if row not in shared)) for part in found)
    return (*(part for part in own if part.rows), Part(_("In most windows"), "", shared))


def _windows() -> Iterator[Part]:
    yield from (Part(heading, "", rows) for heading, rows in _headings(signs.help_page()))
    for name, commands in (
        ("roll-call", roll.COMMANDS),
        ("people", teams.COMMANDS),
        ("groups", groups.COMMANDS),
        ("surveys", surveys.COMMANDS),
        ("expectations", expectations.COMMANDS),
        ("pitches", pitches.COMMANDS),
    ):
        yield _below(desk.COMMANDS, name, commands)
    yield _below(pitches.COMMANDS, "judges", judge_list.COMMANDS)
    yield _below(pitches.COMMANDS, "award", award.COMMANDS)
    yield _window(_("Judge"), "samling judge", judge_help.page(judge.COMMANDS))
    yield _window(_("Judges in turn"), "", signs.keys_page(handover.COMMANDS))
    yield Part(_("Timekeeper"), "samling timer", tuple(_lines(timer_words.about()[1])))
    yield Part(_("Projector"), "samling screen", tuple(_lines(screen_words.about()[1])))


def _below(above: Iterable[Command[Any]], name: str, commands: Sequence[Command[Any]]) -> Part:
    """The window that the command `name` of another opens."""
    opening = next(each for each in above if each.id == name)
    return _window(opening.label, key_words(opening.keys), signs.keys_page(commands))


def _window(title: str, opens: str, page: Page) -> Part:
    return Part(title, opens, tuple(row for _heading, rows in _headings(page) for row in rows))


def _headings(page: Page) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows of a help page that are about keys, under their headings."""
    for heading, rows in page:
        if heading != _("Signs"):
            yield heading, tuple(_row(keys, told) for keys, told in rows if keys)


def _lines(told: Iterable[str]) -> Iterator[Row]:
    """The rows of the help of a window without commands: lines such as "p   pause, and go on again"."""
    for line in told:
        keys, _gap, does = line.partition("   ")
        if does:
            yield _row(keys, does)


def _row(keys: str, told: str) -> Row:
    """A row with what the help says before its dash, or in its first sentence."""
    label = told.partition(" – ")[0].partition(". ")[0].partition(" (")[0].rstrip(".")
    return Row(tuple(keys.split(_(" or "))), label)
