"""What the keys for the prizes beside the places do: the audience's votes, and the category prizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from samling.domain.line import clean_line
from samling.domain.pitching.form import in_use
from samling.domain.pitching.judge import field
from samling.domain.pitching.jury import best_on, counted
from samling.language import _
from samling.pitch_wording import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.domain.pitching.podium import Prize
    from samling.tui.control.award.desk import AwardDesk

_NEW = "new"
_LONGEST_LABEL = 17
"""Columns of a form's labels."""


async def votes(desk: AwardDesk) -> None:
    """Enter how many of the audience voted for each team."""
    from samling.tui.control.dialogs.form import Field, Form, whole_number

    known = {each.team_id: each.count for each in desk.pitching.votes}
    teams = field(desk.pitching)
    if not teams:
        desk.say(_("No team competes yet."))
        return
    fields = [
        Field(str(team_id), _label(desk.name(team_id)), str(known.get(team_id, 0)), read=whole_number)
        for team_id in teams
    ]

    def send(values: Mapping[str, Any]) -> object:
        return desk.must("award-votes", votes={team_id: values[str(team_id)] for team_id in teams})

    text = _("A vote of its own, which never counts in the jury's result.")
    await desk.ask(Form(_("The audience's votes"), fields, send, text=text))


def _label(name: str) -> str:
    return Content(name).truncate(_LONGEST_LABEL, ellipsis=True).plain


async def prizes(desk: AwardDesk) -> None:
    """Choose a category prize, and what becomes of it."""
    from samling.tui.control.dialogs.chooser import Chooser

    options = [(_NEW, _("Add a prize …"), _("such as best test, or best spread"))]
    options += [(str(each.id), each.title, _state(desk, each)) for each in desk.pitching.prizes]
    answer = await desk.ask(Chooser(_("Category prizes"), options))
    if answer == _NEW:
        await _add(desk)
    elif answer is not None:
        await _handle(desk, next(each for each in desk.pitching.prizes if each.id == int(answer)))


def _state(desk: AwardDesk, prize: Prize) -> str:
    if any(each.prize_id == prize.id for each in desk.award.revealed):
        return _("announced: {teams}").format(teams=names(desk.pitching, prize.team_ids))
    if not desk.is_shown:
        return _("decided") if prize.team_ids else _("not decided")
    return names(desk.pitching, prize.team_ids) or _("not decided")


async def _add(desk: AwardDesk) -> None:
    from samling.tui.control.dialogs.form import Field, Form

    criteria = in_use(desk.pitching).form.criteria if desk.pitching.forms else ()
    options = (("", _("the jury's decision")), *((each.id, each.name) for each in criteria))
    fields = [Field("title", _("Prize"), read=clean_line), Field("criterion", _("Given by"), options=options)]
    form = Form(
        _("Add a prize"),
        fields,
        lambda values: desk.must("prize-add", title=values["title"], criterion_id=values["criterion"] or None),
        verb=_("Add"),
    )
    await desk.ask(form)


async def _handle(desk: AwardDesk, prize: Prize) -> None:
    from samling.tui.control.dialogs.chooser import Chooser

    by = _("to the best by its criterion") if prize.criterion_id else _("to a team of the jury's choice")
    options = [
        ("give", _("Decide who gets it"), by),
        ("announce", _("Announce it now"), _("on the projector")),
        ("remove", _("Remove the prize"), ""),
    ]
    answer = await desk.ask(Chooser(prize.title, options))
    if answer == "give":
        await _give(desk, prize)
    elif answer == "announce":
        desk.do("award-prize", prize_id=prize.id)
    elif answer == "remove":
        desk.do("prize-remove", prize_id=prize.id)


async def _give(desk: AwardDesk, prize: Prize) -> None:
    from samling.tui.control.dialogs.chooser import Chooser

    if prize.criterion_id is not None:
        best = best_on(counted(desk.pitching, desk.app.session.jury()), prize.criterion_id)
        if best:
            desk.do("prize-give", prize_id=prize.id, team_ids=best)
        else:
            desk.say(_("No sheets have come in yet."))
        return
    options = [(str(team_id), desk.name(team_id), "") for team_id in field(desk.pitching)]
    answer = await desk.ask(Chooser(_("Who gets “{prize}”?").format(prize=prize.title), options))
    if answer is not None:
        desk.do("prize-give", prize_id=prize.id, team_ids=(int(answer),))
