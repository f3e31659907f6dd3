"""What the keys on the judges do: add, change, remove, and say whom a judge does not score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.line import clean_line
from samling.domain.pitching import judge as rules
from samling.domain.pitching.judge import Judge, JudgeChange
from samling.language import _
from samling.tui.control.pitches.desk import PitchDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.pitching.values import Pitching
    from samling.tui.control.command_app import CommandApp
    from samling.tui.control.deeds import Told
    from samling.tui.control.dialogs.form import Field


class JudgeDesk(PitchDesk):
    """Where the commands on judges work. `marked` is the judge under the cursor."""

    def __init__(self, app: CommandApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.marked: int | None = None

    @property
    def judge(self) -> Judge | None:
        """The judge under the cursor."""
        judges = self.pitching.judges
        return next((each for each in judges if each.id == self.marked), judges[0] if judges else None)


async def add(desk: JudgeDesk) -> None:
    """Add a judge, and put the cursor on the new one; teams of the same organisation are recused by themselves."""
    from samling.tui.control.dialogs.form import Form

    def send(values: Mapping[str, Any]) -> None:
        after: Pitching = desk.must("judge-add", judge=Judge(**values)).after
        desk.marked = after.judges[-1].id

    text = _("A judge does not score teams of the judge's own organisation; r says which others.")
    await desk.ask(Form(_("Add a judge"), _fields(Judge("")), send, text=text, verb=_("Add")))


async def edit(desk: JudgeDesk) -> None:
    """Change the judge under the cursor."""
    from samling.tui.control.dialogs.form import Form

    found = desk.judge
    if found is None:
        return
    await desk.ask(
        Form(
            _("Change {judge}").format(judge=found.name),
            _fields(found),
            lambda values: desk.must("judge-edit", judge_id=found.id, change=JudgeChange(**values)),
        )
    )


def _fields(found: Judge) -> list[Field]:
    from samling.tui.control.dialogs.form import Field, yes_or_no

    return [
        Field("name", _("Name"), found.name, read=clean_line),
        Field("organisation", _("Organisation"), found.organisation, _("trust or municipality")),
        yes_or_no("voting", _("Has a vote"), value=found.voting),
    ]


async def remove(desk: JudgeDesk) -> None:
    """Remove the judge under the cursor, when that is confirmed."""
    found = desk.judge
    if found is None:
        return
    title = _("Remove {person}?").format(person=found.name)
    text = _("Only a judge who has filled in no sheet can be removed. This is not taken back by u.")
    if await desk.confirmed(title, text, yes=_("Remove"), no=_("Keep")):
        desk.do("judge-remove", judge_id=found.id)


async def recuse(desk: JudgeDesk) -> None:
    """Choose a team that the judge under the cursor does not score, or may score all the same."""
    from samling.tui.control.dialogs.chooser import Chooser

    found = desk.judge
    if found is None:
        return
    recused = rules.recused_from(desk.pitching, found)
    options = [
        (
            str(team.id),
            f"{'–' if team.id in recused else '·'} {team.name}",
            _why(found, team.id, team.organisation, recused),
        )
        for team in desk.pitching.teams
        if team.id is not None and not team.withdrawn
    ]
    title = _("Whom does {judge} not score?").format(judge=found.name)
    text = _("Enter changes it: – is recused, · is scored.")
    answer = await desk.ask(Chooser(title, options, text=text))
    if answer is not None:
        await _turn(desk, found, int(answer), is_recused=int(answer) in recused)


def _why(found: Judge, team_id: int, organisation: str, recused: tuple[int, ...]) -> str:
    said = found.about(team_id)
    if said is not None and said.reason:
        return said.reason
    return organisation if team_id not in recused or said is None else _("recused")


async def _turn(desk: JudgeDesk, found: Judge, team_id: int, *, is_recused: bool) -> None:
    from samling.tui.control.dialogs.form import Field, Form

    action = "judge-waive" if is_recused else "judge-recuse"
    said = _("{judge} may score “{team}” all the same") if is_recused else _("{judge} does not score “{team}”")
    hint = _("needed for the judge's own organisation") if is_recused else _("can be left empty")
    form = Form(
        said.format(judge=found.name, team=desk.name(team_id)),
        [Field("reason", _("Reason"), hint=hint)],
        lambda values: desk.must(action, judge_id=found.id, team_id=team_id, reason=values["reason"]),
    )
    await desk.ask(form)
