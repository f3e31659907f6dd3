"""What the judge's window says: pure functions to sentences in the language in use."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.pitching import seat
from samling.domain.pitching.clock import Showing
from samling.domain.pitching.seat import Standing
from samling.domain.pitching.sheets import empty_criteria
from samling.domain.pitching.values import Status
from samling.language import _, ngettext
from samling.pitch_wording import showing_word
from samling.wording import clock_time, countdown

if TYPE_CHECKING:
    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.form import Criterion


_QUOTED = 60
"""Characters of a comment that are quoted in a sentence."""


def standing_word(standing: Standing) -> str:
    """Return the word for how far the judge is with a team."""
    return {
        Standing.NOT_BEGUN: _("not begun"),
        Standing.DRAFT: _("draft"),
        Standing.SUBMITTED: _("submitted"),
        Standing.CORRECTING: _("being corrected"),
        Standing.RECUSED: _("recused"),
        Standing.OUT: _("not scored"),
    }[standing]


def clock(pitching: Pitching, figures: ClockFigures) -> str:
    """Return the clock of the pitches as it stands at the top: "Pitch 3:12"."""
    word = showing_word(figures.showing, pitching.settings)
    if not figures.is_on:
        return word
    left = figures.remaining if figures.showing is not Showing.CHANGEOVER else max(figures.remaining, timedelta(0))
    return f"{word} {countdown(left)}"


def place(pitching: Pitching, team_id: int) -> str:
    """Return where in the order a team is: "3 of 12"; nothing for the made-up one of a trial."""
    ids = [pitch.team_id for pitch in pitching.order]
    if team_id not in ids:
        return ""
    return _("{place} of {count}").format(place=ids.index(team_id) + 1, count=len(ids))


def about_team(pitching: Pitching, team_id: int) -> str:
    """Return what a team's work is about, and where it comes from."""
    if team_id < 0:
        return _("a made-up team: try the scale; the sheet is thrown away")
    team = pitching.team(team_id)
    return " · ".join(each for each in (team.theme or team.aim or team.problem, team.organisation) if each)


# how a sheet stands


def state(sheets: JudgeSheets, team_id: int) -> str:
    """Return how the judge's sheet for a team stands, in a line."""
    standing, sheet = seat.standing(sheets, team_id), sheets.latest(team_id)
    if standing is Standing.RECUSED:
        return _("Recused")
    if standing is Standing.OUT:
        absent = sheets.pitching.pitch(team_id).status is Status.ABSENT
        return _("Did not meet") if absent else _("Withdrawn")
    if sheet is None or standing is Standing.NOT_BEGUN:
        return _("Not begun")
    return _submitted_state(sheets, sheet) if standing is Standing.SUBMITTED else _open_state(sheets, sheet)


def _open_state(sheets: JudgeSheets, sheet: Sheet) -> str:
    """What a draft, or a correction, still lacks."""
    left = len(empty_criteria(sheets, sheet))
    lacks = (
        ngettext("{count} score left to give", "{count} scores left to give", left).format(count=left)
        if left
        else _("complete: s submits it")
    )
    if sheet.version == 1:
        return _("Draft · {lacks}").format(lacks=lacks)
    template = _("Correction, version {version} · {lacks} · version {before} counts until then · “{reason}”")
    return template.format(version=sheet.version, reason=sheet.reason, lacks=lacks, before=sheet.version - 1)


def _submitted_state(sheets: JudgeSheets, sheet: Sheet) -> str:
    """When a sheet was submitted; one that was filled in on an earlier form may lack scores, and counts no more."""
    submitted = _submitted(sheets, sheet)
    if not empty_criteria(sheets, sheet):
        return submitted
    return _("{state}, on an earlier form: it does not count. r corrects it.").format(state=submitted)


def _submitted(sheets: JudgeSheets, sheet: Sheet) -> str:
    assert sheet.submitted_at is not None, "it is submitted"
    time = clock_time(sheet.submitted_at, sheets.pitching.timezone, seconds=True)
    if sheet.version > 1:
        return _("Submitted {time}, version {version}").format(time=time, version=sheet.version)
    return _("Submitted {time}").format(time=time)


def why_not_scored(sheets: JudgeSheets, team_id: int) -> str:
    """Return why the judge has no sheet for a team: recused, and for what reason, or a team that does not compete."""
    if seat.standing(sheets, team_id) is Standing.OUT:
        return _("This team is out of the field, and is not scored.")
    said = sheets.judge.about(team_id)
    if said is None:
        why = _("of the judge's own organisation, {organisation}").format(organisation=sheets.judge.organisation)
    else:
        why = said.reason or _("declared beforehand")
    return _("You are recused from this team: {why}. You do not score it.").format(why=why)


def nobody_to_score() -> str:
    """Return what a judge who knows every team is told."""
    return _("You are recused from every team, so there is no sheet for you to fill in. Tell the facilitator.")


def no_form() -> str:
    """Return what is said while no form is in use."""
    return _("There is no scoring form yet: the facilitator takes one into use (samling pitch form use ID).")


def no_order() -> str:
    """Return what is said while there is no order."""
    return _("There is no order of the pitches yet. The teams will stand here when there is.")


def elsewhere(pitching: Pitching, team_id: int, *, chosen: bool) -> str:
    """Return that the sheet in front is not that of the team on the stage, and the key that goes there."""
    on_stage = seat.on_stage(pitching)
    if on_stage is not None and on_stage != team_id:
        return _("► {team} is on the stage now. Esc goes there.").format(team=name(pitching, on_stage))
    if chosen and seat.in_front(pitching) != team_id:
        front = seat.in_front(pitching) or team_id
        return _("You are looking at another team. Esc goes back to {team}.").format(team=name(pitching, front))
    return ""


# what was done


def given(criterion: Criterion, value: int | None) -> str:
    """Return what a criterion was given: "Delivery: 4, engaging"."""
    if value is None:
        return _("{criterion}: emptied").format(criterion=criterion.name)
    word = criterion.words[value - criterion.lowest]
    return _("{criterion}: {score}, {word}").format(criterion=criterion.name, score=value, word=word)


def off_scale(criterion: Criterion) -> str:
    """Return which scores a criterion takes."""
    return _("This form's scores go from {lowest} to {highest}.").format(
        lowest=criterion.lowest, highest=criterion.highest
    )


def lacking(sheets: JudgeSheets, sheet: Sheet) -> str:
    """Return which criteria have no score yet."""
    names = ", ".join(each.name for each in empty_criteria(sheets, sheet))
    return _("Not submitted. These have no score yet: {criteria}.").format(criteria=names)


def already_submitted(sheets: JudgeSheets, sheet: Sheet) -> str:
    """Return that a sheet counts already, and how it is changed."""
    return _("{state}: it counts already. To change it, press r or a score.").format(state=_submitted(sheets, sheet))


def changed_elsewhere(changes: str) -> str:
    """Return that another window has written on the sheet in front."""
    if not changes:
        return _("Another window has changed this sheet. What stands now is shown.")
    return _("Another window has written on this sheet: {changes}. It is shown.").format(changes=changes)


def unsaved(what: str, why: str) -> str:
    """Return that something that was typed is not saved, and why."""
    return _("! Not saved: {what}. {why}").format(what=what, why=why)


def quoted(comment: str) -> str:
    """Return the beginning of a comment, for a sentence about it."""
    return _("comment “{comment}”").format(comment=comment if len(comment) <= _QUOTED else f"{comment[:_QUOTED]}…")


def whose(sheets: JudgeSheets) -> str:
    """Return whose sheets these are."""
    judge = sheets.judge
    return judge.name if judge.voting else _("{judge} (without a vote)").format(judge=judge.name)


def about_judge(judge: Judge) -> str:
    """Return what stands beside a judge's name in the list of judges."""
    parts = (judge.organisation, "" if judge.voting else _("no vote"), _("has a PIN") if judge.pin_hash else "")
    return " · ".join(each for each in parts if each)


def name(pitching: Pitching, team_id: int) -> str:
    """Return a team's name, or that it is the trial."""
    found = pitching.name_of(team_id)
    return _(found) if team_id < 0 else found
