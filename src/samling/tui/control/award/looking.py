"""Commands of the award that change nothing: details of a team, what other methods say, the projector, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.control.pitches.looking import show

if TYPE_CHECKING:
    from samling.tui.control.award.desk import AwardDesk

__all__ = ["details", "methods", "show", "show_help"]


async def details(desk: AwardDesk) -> None:
    """Tell what the sheets say of the team under the cursor."""
    from samling.tui.control.award import words
    from samling.tui.control.dialogs.telling import Telling

    if desk.team is None:
        desk.say(_("The result is hidden. v shows it on this screen."))
    else:
        page = words.of_team(desk, desk.team)
        await desk.ask(Telling(desk.name(desk.team.team), page, text=words.how_counted(desk)))


async def methods(desk: AwardDesk) -> None:
    """Tell what each method would have said."""
    from samling.tui.control.award import words
    from samling.tui.control.dialogs.telling import Telling

    if desk.result is None:
        desk.say(_("The result is hidden. v shows it on this screen."))
    else:
        await desk.ask(Telling(_("The other methods"), words.methods(desk)))


async def show_help(desk: AwardDesk) -> None:
    """Tell every key in words."""
    from samling.tui.control.award.commands import COMMANDS
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("The projector is given what has been announced, and nothing else.")
    await desk.ask(Telling(_("Result and award"), keys_page(COMMANDS), text=text))
