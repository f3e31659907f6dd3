"""What the keys of the order do: draw, set by hand, move, and note who is absent or withdraws."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from samling.domain import roll_call
from samling.domain.pitching.values import OUT
from samling.domain.roll_finding import in_order
from samling.language import _

if TYPE_CHECKING:
    from samling.domain.team import Team
    from samling.tui.control.pitches.desk import PitchDesk

_SEEDS = 1_000_000


async def draw(desk: PitchDesk) -> None:
    """Draw the order from a seed, among all teams or those who are here."""
    from samling.tui.control.dialogs.form import Field, Form, whole_number

    here = _here(desk)
    fields = [
        Field("seed", _("Seed"), str(secrets.randbelow(_SEEDS)), _("the same seed, the same order"), whole_number)
    ]
    if here:
        options = (("all", _("all that take part")), ("here", _("those who are here: {count}").format(count=len(here))))
        fields.append(Field("teams", _("Teams"), "all", options=options))
    form = Form(
        _("Draw the order"),
        fields,
        lambda values: desk.must(
            "pitch-draw", seed=values["seed"], team_ids=here if values.get("teams") == "here" else None
        ),
        text=_("The seed is kept, so that anybody can draw the same order again."),
        verb=_("Draw"),
    )
    await desk.ask(form)


def _here(desk: PitchDesk) -> tuple[int, ...]:
    """The teams that have been ticked off; none where the roll has not been taken."""
    roll = desk.app.session.roll()
    if not roll.is_taken:
        return ()
    found = ((team, roll_call.team_presence(roll, team)) for team in _taking_part(desk))
    return tuple(team.id for team, presence in found if presence is not None and presence.is_here and team.id)


def _taking_part(desk: PitchDesk) -> list[Team]:
    return sorted((team for team in desk.pitching.teams if not team.withdrawn), key=lambda team: in_order(team.name))


async def arrange(desk: PitchDesk) -> None:
    """Begin an order by hand with the teams by name, to be moved one by one."""
    title, text = _("Set the order by hand?"), _("The teams are listed by name; Shift with the arrows moves them.")
    if desk.pitching.order and not await desk.confirmed(title, text, yes=_("List by name"), no=_("Keep the order")):
        return
    done = desk.do("pitch-arrange", team_ids=tuple(team.id for team in _taking_part(desk)))
    if done is not None:
        desk.chosen = done.after.order[0].team_id


def move(desk: PitchDesk, by: int) -> None:
    """Move the team under the cursor a place up or down among those to come."""
    pitch = desk.pitch_under_cursor()
    if pitch is None:
        return
    place = desk.pitching.order.index(pitch) + 1 + by
    if 1 <= place <= len(desk.pitching.order) and desk.do("pitch-move", team_id=pitch.team_id, to=place) is not None:
        desk.chosen = pitch.team_id


def skip(desk: PitchDesk) -> None:
    """Let the team after the next one go first."""
    _to_waiting(desk, "pitch-skip")


def last(desk: PitchDesk) -> None:
    """Move a team that is not there last."""
    _to_waiting(desk, "pitch-last")


def absent(desk: PitchDesk) -> None:
    """Note that a team did not meet."""
    _to_waiting(desk, "pitch-absent")


def _to_waiting(desk: PitchDesk, action: str) -> None:
    team_id = desk.waiting_under_cursor()
    if team_id is not None and desk.do(action, team_id=team_id) is not None:
        desk.chosen = None


async def withdraw(desk: PitchDesk) -> None:
    """Take the team under the cursor out of the field, when that is confirmed."""
    pitch = desk.pitch_under_cursor()
    if pitch is None:
        return
    title = _("Withdraw “{team}”?").format(team=desk.name(pitch.team_id))
    text = _("It is taken out of the field, and its sheets count no more. u brings it back.")
    if await desk.confirmed(title, text, yes=_("Withdraw"), no=_("Keep")):
        desk.do("pitch-withdraw", team_id=pitch.team_id)


async def enter(desk: PitchDesk) -> None:
    """Put a team last in the order: a new one, or one that pitches after all."""
    from samling.tui.control.dialogs.chooser import Chooser

    order = {pitch.team_id: pitch for pitch in desk.pitching.order}
    options = [
        (str(team.id), team.name, _("is out now") if team.id in order else team.organisation)
        for team in _taking_part(desk)
        if team.id is not None and (team.id not in order or order[team.id].status in OUT)
    ]
    if not options:
        desk.say(_("Every team that takes part is in the order."))
        return
    answer = await desk.ask(Chooser(_("Which team is put last?"), options))
    if answer is not None:
        desk.do("pitch-enter", team_id=int(answer))
