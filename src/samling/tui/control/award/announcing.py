"""What the keys of the award do: settle the result, announce it place by place, take back, end, correct."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.line import clean_line
from samling.domain.pitching.jury import standing
from samling.domain.pitching.preflight import Standing, before_award
from samling.language import _
from samling.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samling.domain.pitching.preflight import Finding
    from samling.tui.control.award.desk import AwardDesk


async def show_result(desk: AwardDesk) -> None:
    """Show the result on this screen, when that is confirmed; the same key hides it."""
    if desk.is_shown:
        desk.hide()
        return
    text = _(
        "Places and scores will stand on this screen, and the projector shows nothing of them. If the projector "
        "shows the same picture as this laptop, the room would see them."
    )
    if await desk.confirmed(_("Show the result here?"), text, yes=_("Show it"), no=_("Keep it hidden")):
        desk.is_shown = True


def findings(desk: AwardDesk) -> Iterator[Finding]:
    """Yield what should be looked at before the award; ties alone where the result is shown, for they tell it."""
    stands = Standing() if desk.result is None else standing(desk.pitching, desk.result)
    return before_award(desk.pitching, stands)


async def settle(desk: AwardDesk) -> None:
    """Settle the result; where something should be looked at first, that is told."""
    from samling.tui.control.dialogs.telling import Agreeing

    found = [(_("Stands in the way") if each.blocks else "!", sentence(each.sentence)) for each in findings(desk)]
    page = ((_("Before the award"), tuple(found)),)
    if found and not await desk.ask(Agreeing(_("Settle the result"), page, yes=_("Settle it all the same"))):
        return
    desk.do("award-settle")


def unsettle(desk: AwardDesk) -> None:
    """Open the sheets again."""
    desk.do("award-unsettle")


def reveal(desk: AwardDesk) -> None:
    """Announce the next place."""
    desk.do("award-reveal")


def audience(desk: AwardDesk) -> None:
    """Announce the audience's prize."""
    desk.do("award-audience")


def take_back(desk: AwardDesk) -> None:
    """Take the last announcement back."""
    desk.do("award-back")


async def freeze(desk: AwardDesk) -> None:
    """End the award, when that is confirmed."""
    text = _("What was announced stands. After this a correction makes a numbered revision of the result.")
    if await desk.confirmed(_("End the award?"), text, yes=_("End it"), no=_("Not yet")):
        desk.do("award-freeze")


async def revise(desk: AwardDesk) -> None:
    """Correct the result after the award, for a reason."""
    from samling.tui.control.dialogs.form import Field, Form

    form = Form(
        _("Correct the result"),
        [Field("reason", _("Reason"), read=clean_line)],
        lambda values: desk.must("award-revise", reason=values["reason"]),
        text=_(
            "The sheets are counted as they now stand. The revisions before it are kept, and the room is shown none."
        ),
        verb=_("Correct"),
    )
    await desk.ask(form)


async def decide(desk: AwardDesk) -> None:
    """Keep the jury's decision on the team under the cursor, beside those it has made."""
    from samling.tui.control.dialogs.form import Field, Form, whole_number

    team = desk.team
    if team is None:
        desk.say(_("Press v to show the result, and mark the team."))
        return
    before = desk.award.decision
    places = dict(before.places) if before else {}

    def send(values: Mapping[str, Any]) -> object:
        decided = {**places, team.team: values["place"]}
        return desk.must("award-decide", places=decided, reason=values["reason"], by=values["by"])

    fields = [
        Field("place", _("Place"), str(places.get(team.team, team.rank or "")), read=whole_number),
        Field("reason", _("Reason"), before.reason if before else "", read=clean_line),
        Field("by", _("Decided by"), before.by if before else "", _("the jury's chair"), clean_line),
    ]
    title = _("Place “{team}” otherwise than the sums").format(team=desk.name(team.team))
    text = _("The protocol shows both. Decide on every team whose place changes, then settle the result.")
    await desk.ask(Form(title, fields, send, text=text))


def undecide(desk: AwardDesk) -> None:
    """Let the sums stand."""
    desk.do("award-undecide")
