"""Every command of the award's screen, once: its keys, its words, what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.award_actions import ACTIONS
from samling.language import _
from samling.tui.control.award import announcing, looking, prizes
from samling.tui.control.award.desk import AwardDesk
from samling.tui.control.command import Command, Group, command_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def _of(
    name: str, keys: str, run: Callable[[AwardDesk], Awaitable[None] | None], *, help_text: str = ""
) -> Command[AwardDesk]:
    return command_for(ACTIONS[name], keys, Group.AWARD, run, help_text=help_text)


COMMANDS: tuple[Command[AwardDesk], ...] = (
    Command(
        "result",
        "v",
        Group.AWARD,
        _("Show the result here"),
        _("Show places and scores on this screen, when that is confirmed, or hide them again."),
        announcing.show_result,
    ),
    _of("award-settle", "s", announcing.settle),
    _of("award-unsettle", "S", announcing.unsettle),
    _of("award-reveal", "space", announcing.reveal),
    _of("award-back", "b", announcing.take_back),
    _of("award-audience", "a", announcing.audience),
    Command(
        "prizes",
        "c",
        Group.AWARD,
        _("Category prizes"),
        _("Add prizes beside the places, decide who gets them, announce them."),
        prizes.prizes,
    ),
    _of("award-votes", "V", prizes.votes),
    _of("award-freeze", "z", announcing.freeze),
    _of("award-revise", "C", announcing.revise),
    _of("award-decide", "d", announcing.decide),
    _of("award-undecide", "D", announcing.undecide),
    Command(
        "undo",
        "u,ctrl+z",
        Group.AWARD,
        _("Undo"),
        _("Take back the last thing done to the pitches; an announcement too, without showing what comes next."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.AWARD,
        _("Redo"),
        _("Bring forward what was undone."),
        lambda desk: desk.turn_back("redo"),
    ),
    Command(
        "details",
        "enter",
        Group.LOOK,
        _("Details"),
        _("What the sheets say of the chosen team, criterion by criterion."),
        looking.details,
    ),
    Command(
        "methods",
        "m",
        Group.LOOK,
        _("The other methods"),
        _("What the other ways of counting would have said."),
        looking.methods,
    ),
    Command(
        "show",
        "P",
        Group.LOOK,
        _("Show on the projector"),
        _("Let the projector show the pitches, or again what fits the running block."),
        looking.show,
    ),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), looking.show_help),
    Command("back", "escape,q,r", Group.LOOK, _("Back"), _("Go back to the pitches."), AwardDesk.back),
)
