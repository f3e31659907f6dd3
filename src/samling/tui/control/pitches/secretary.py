"""A secretary types a judge's paper sheet in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain.line import clean_line
from samling.domain.pitching import form as forms
from samling.domain.pitching import judge
from samling.domain.pitching.paper import Typed
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.domain.pitching.judge import Judge
    from samling.domain.scoring.form import Criterion
    from samling.tui.control.dialogs.form import Field
    from samling.tui.control.pitches.desk import PitchDesk


async def type_in(desk: PitchDesk) -> None:
    """Choose whose sheet it is, for the team under the cursor, and type it."""
    pitch = desk.pitch_under_cursor()
    if pitch is None:
        return
    if not desk.pitching.forms:
        desk.say(_("There is no scoring form in use. Press F to choose one."))
        return
    of = await _whose(desk, pitch.team_id)
    if of is not None:
        await _typed(desk, of, pitch.team_id)


async def _whose(desk: PitchDesk, team_id: int) -> Judge | None:
    from samling.tui.control.dialogs.chooser import Chooser

    lacking = judge.missing(desk.pitching, team_id)
    may = [each for each in desk.pitching.judges if team_id not in judge.recused_from(desk.pitching, each)]
    options = [(str(each.id), each.name, _("sheet is missing") if each in lacking else "") for each in may]
    if not options:
        desk.say(_("There is no judge who scores “{team}”.").format(team=desk.name(team_id)))
        return None
    first = next((str(each.id) for each in lacking), None)
    title = _("Whose sheet for “{team}”?").format(team=desk.name(team_id))
    answer = await desk.ask(Chooser(title, options, chosen=first))
    return None if answer is None else desk.pitching.judge(int(answer))


async def _typed(desk: PitchDesk, of: Judge, team_id: int) -> None:
    from samling.tui.control.dialogs.form import Field, Form

    criteria = forms.in_use(desk.pitching).form.criteria
    is_in = any(
        each.judge_id == of.id and each.team_id == team_id and each.submitted for each in desk.pitching.deliveries
    )
    fields = [_score_field(each) for each in criteria]
    fields.append(Field("comment", _("Comment")))
    if is_in:
        fields.append(Field("reason", _("Why it is changed"), read=clean_line))

    def send(values: Mapping[str, Any]) -> object:
        scores = {each.id: values[f"score-{each.id}"] for each in criteria}
        sheet = Typed(of.id or 0, team_id, scores, values["comment"])
        return desk.must("sheet-type", judge_id=of.id, typed=sheet, reason=values.get("reason", ""))

    title = _("{judge}: “{team}”").format(judge=of.name, team=desk.name(team_id))
    text = _("This sheet has been submitted; typing it anew makes a new version.") if is_in else ""
    await desk.ask(Form(title, fields, send, text=text, verb=_("Submit")))


def _score_field(criterion: Criterion) -> Field:
    from samling.tui.control.dialogs.form import Field

    steps = _("{lowest} {first} – {highest} {last}").format(
        lowest=criterion.lowest, first=criterion.words[0], highest=criterion.highest, last=criterion.words[-1]
    )
    return Field(f"score-{criterion.id}", criterion.name, hint=steps, read=partial(_score, criterion))


def _score(criterion: Criterion, typed: str) -> int:
    from samling.tui.control.dialogs.form import whole_number

    return forms.checked(criterion, whole_number(typed))
