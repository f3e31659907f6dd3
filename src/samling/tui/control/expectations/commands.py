"""Every command on expectations, once: its keys, its words, what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from samling.domain.expectation_actions import ACTIONS
from samling.domain.expectations import Verdict
from samling.language import _
from samling.tui.control.command import Command, Group, command_for

if TYPE_CHECKING:
    from samling.tui.control.expectations.desk import ExpectationsDesk


def _write(desk: ExpectationsDesk) -> None:
    """Begin to write the marked team's line."""
    if desk.marked is None:
        desk.say(_("There are no teams yet."))
    else:
        desk.is_writing = True


def _mark(desk: ExpectationsDesk, verdict: Verdict | None) -> None:
    """Tick the marked team's line off, and go on to the next."""
    marked = desk.marked
    if marked is None or marked.expectation is None:
        desk.say(_("The team has written no expectation."))
        return
    if desk.do("expectation-mark", team_id=marked.team.id, verdict=verdict, who=marked.team.name) is not None:
        desk.step()


async def _remove(desk: ExpectationsDesk) -> None:
    """Take the marked team's line away."""
    marked = desk.marked
    if marked is not None and marked.expectation is not None:
        desk.do("expectation-write", team_id=marked.team.id, text="", who=marked.team.name)


async def _show_help(desk: ExpectationsDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("✓ fulfilled · ◐ partly fulfilled · ✗ not fulfilled · ○ not ticked off")
    await desk.ask(Telling(_("What the teams expect"), keys_page(COMMANDS), text=text))


def _verdict(name: str, key: str, label: str, verdict: Verdict | None, help_text: str) -> Command[ExpectationsDesk]:
    return Command(name, key, Group.EXPECTATIONS, label, help_text, partial(_mark, verdict=verdict))


COMMANDS: tuple[Command[ExpectationsDesk], ...] = (
    command_for(
        ACTIONS["expectation-write"],
        "e",
        Group.EXPECTATIONS,
        _write,
        help_text=_("Write the marked team's line; Enter keeps it and goes on to the next team."),
    ),
    _verdict("met", "1", _("Fulfilled"), Verdict.MET, _("What the team expected was fulfilled.")),
    _verdict("partly", "2", _("Partly fulfilled"), Verdict.PARTLY, _("It was partly fulfilled.")),
    _verdict("not-met", "3", _("Not fulfilled"), Verdict.NOT, _("It was not fulfilled.")),
    _verdict("unmark", "0", _("Not ticked off"), None, _("Take the tick away again.")),
    Command(
        "remove", "delete", Group.EXPECTATIONS, _("Take the line away"), _("Take the marked team's line away."), _remove
    ),
    Command(
        "undo",
        "u,ctrl+z",
        Group.EXPECTATIONS,
        _("Undo"),
        _("Take the last change of expectations back, again and again. The agenda is not touched."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.EXPECTATIONS,
        _("Redo"),
        _("Bring forward what was undone."),
        lambda desk: desk.turn_back("redo"),
    ),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command("back", "escape,q,E", Group.LOOK, _("Back"), _("Go back to the agenda."), lambda desk: desk.back()),
)
