"""What the screen of the award says: how far it has come, what to look at, and how sure the result is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain.pitching import form
from samling.domain.pitching.podium import Stage
from samling.language import _
from samling.pitch_wording import figure, sureness, ties
from samling.tui.control.award.announcing import findings
from samling.wording import clock_time, method_word, points, scene_word, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.scoring.result import Figures, TeamResult
    from samling.tui.control.award.desk import AwardDesk
    from samling.tui.control.dialogs.telling import Page


def stage(desk: AwardDesk) -> Content:
    """Return how far the award has come, with its sign."""
    award = desk.award
    if award.current is None:
        return Content(_("· not settled"))
    at = clock_time(award.current.settled_at, desk.gathering.timezone, seconds=True)
    if award.stage is Stage.SETTLED:
        return Content(_("● settled {time}").format(time=at)).stylize("$success")
    return Content(_("■ over · revision {number}, {time}").format(number=award.current.number, time=at)).stylize(
        "$success"
    )


def projector(desk: AwardDesk) -> Content:
    """Return whether the room would see what is announced."""
    if desk.is_projected:
        return Content(_("Projector: the pitches")).stylize("$text-quiet")
    shown = desk.gathering.display
    scene = _("black") if shown.black else scene_word(shown.scene)
    return Content(_("! Projector: {scene}. P shows the award").format(scene=scene)).stylize("bold $warning")


def notes(desk: AwardDesk) -> Content:
    """Return what broke ties and how sure the result is, where it is shown, and what to look at before the award."""
    return Content("\n").join((*map(Content, _of_result(desk)), *map(Content, _decided(desk)), *_findings(desk)))


def _findings(desk: AwardDesk) -> Iterator[Content]:
    for each in findings(desk) if desk.award.stage is Stage.OPEN else ():
        sign, style = ("!!", "bold $error") if each.blocks else ("!", "$warning")
        yield Content(f"{sign} {sentence(each.sentence)}").stylize(style)


def _decided(desk: AwardDesk) -> Iterator[str]:
    decision = desk.award.decision
    if decision is not None:
        words = _("The jury decided beside the sums: {reason} ({by})")
        yield words.format(reason=decision.reason, by=decision.by)


def _of_result(desk: AwardDesk) -> Iterator[str]:
    if desk.result is None:
        return
    if desk.result.single_judge:
        yield _("There is one judge with a vote: the result is that judge's alone.")
    yield from ties(desk.pitching, form.in_use(desk.pitching).form, desk.result)
    yield from sureness(desk.pitching, desk.result)


def methods(desk: AwardDesk) -> Page:
    """Return what each method would have said, for a page."""
    assert desk.result is not None, "the result is shown"
    rows = tuple(
        (
            method_word(method),
            ", ".join(f"{rank or '–'} {desk.name(team_id)}" for team_id, rank in listed),
        )
        for method, listed in desk.result.methods.items()
    )
    return ((_("What each method says, without the rules for ties"), rows),)


def of_team(desk: AwardDesk, team: TeamResult) -> Page:
    """Return what the sheets say of one team, criterion by criterion, for a page."""
    criteria = form.in_use(desk.pitching).form.criteria
    rows = [(each.name, _figures(found)) for each in criteria if (found := team.criteria.get(each.id))]
    if team.total:
        rows.append((_("In all"), _figures(team.total)))
    judges = tuple(
        (label, ", ".join(desk.pitching.judge(each).name for each in some))
        for label, some in ((_("Missing"), team.missing), (_("Recused"), team.recused))
        if some
    )
    page = ((_("Mean (from–to)"), tuple(rows)), (_("Sheets"), judges))
    return tuple(each for each in page if each[1])


def how_counted(desk: AwardDesk) -> str:
    """Return what a mean is where sheets are missing; nothing where it is the plain one."""
    if desk.result is None or desk.result.is_complete:
        return ""
    return _("As sheets are missing, means are adjusted for mild and severe judges, and may lie outside the scale.")


def _figures(of: Figures) -> str:
    shown = {"mean": figure(of.mean), "lowest": points(of.lowest), "highest": points(of.highest)}
    return _("{mean} ({lowest}–{highest})").format(**shown)
