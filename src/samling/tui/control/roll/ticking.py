"""What the keys of the roll call do: tick off, let leave, take the tick back, find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import roll_call
from samling.domain.roll import Roll
from samling.language import _
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from samling.domain.roll_call import Ticked
    from samling.tui.control.roll.desk import RollDesk


def tick(desk: RollDesk) -> None:
    """Tick off whoever is under the cursor: a person, or a whole team. A person's tick is taken off again so."""
    if desk.person is None:
        whole_team(desk)
    elif roll_call.is_here(desk.roll, desk.person):
        absent(desk)
    else:
        tick_found(desk)


def tick_found(desk: RollDesk) -> None:
    """Tick off whoever is under the cursor, and never take a tick off: what Enter does after a name is typed."""
    _do(desk, "arrive", roll_call.arriving, nothing=_("{who}: ticked off already."))


def whole_team(desk: RollDesk) -> None:
    """Tick the whole team of whoever is under the cursor off."""
    team = desk.team
    if team is None:
        desk.say(_("Nobody is marked who belongs to a team."))
        return
    nothing = _("{who}: all of them are ticked off already.")
    _do(desk, "arrive", roll_call.arriving, nothing=nothing, whole_team=True)


async def came_at(desk: RollDesk) -> None:
    """Record when whoever is under the cursor came, also where they have been ticked off already."""
    from samling.tui.control.dialogs.form import Field, Form
    from samling.tui.control.times import near

    meant = desk.person or desk.team
    if meant is None or meant.id is None:
        return
    ids = {"people": [meant.id]} if desk.person else {"teams": [meant.id]}
    whom = roll_call.arriving(desk.roster, Roll(desk.roll.gathering_id), **ids)  # as if nobody had come yet
    zone = desk.gathering.timezone
    begun = roll_call.began(desk.gathering, desk.figures, desk.now)

    def send(values: Mapping[str, Any]) -> None:
        desk.must("arrive", at=values["at"], who=meant.name, corrected=True, teams=whom.teams, people=whom.people)

    shown = clock_time(min(begun or desk.now, desk.now), zone)
    field = Field("at", _("Came at"), shown, _("a clock time"), near(desk.now, zone))
    text = _("For whoever was here before you ticked them off: then they are not late.")
    await desk.ask(Form(_("When did {who} come?").format(who=meant.name), [field], send, text=text))


def left(desk: RollDesk) -> None:
    """Note that whoever is under the cursor has left."""
    _do(desk, "leave", roll_call.leaving, nothing=_("{who}: not here, so nobody can leave."))


def absent(desk: RollDesk) -> None:
    """Take the tick off whoever is under the cursor."""
    _do(desk, "absent", roll_call.unticking, nothing=_("{who}: not ticked off, so there is nothing to take away."))


def _do(desk: RollDesk, action: str, whom: Callable[..., Ticked], *, nothing: str, whole_team: bool = False) -> None:
    """Do an action to whoever is under the cursor and who goes with them; say `nothing` where it is about nobody."""
    person, team = (None if whole_team else desk.person), desk.team
    meant = person or team
    if meant is None:
        return
    ids = {"people": [person.id]} if person else {"teams": [meant.id]}
    ticked = whom(desk.roster, desk.roll, **ids)
    if ticked:
        desk.do(action, who=meant.name, teams=ticked.teams, people=ticked.people)
    else:
        desk.say(nothing.format(who=meant.name))


def missing_only(desk: RollDesk) -> None:
    """Show those who are missing alone, or everybody again."""
    desk.missing_only = not desk.missing_only


async def tell_awaited(desk: RollDesk) -> None:
    """Tell everybody who must be here for a block to come, and is not."""
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.roll.awaiting import page

    told = page(desk.gathering, desk.awaited())
    text = "" if told else _("Nobody is missing who must be here for a block to come.")
    await desk.ask(Telling(_("Who must be here"), told, text=text))
