"""`samling pitch sheets enter`, `submit`, `correct`, `give-up`, `undo` and `redo`: one judge's sheet, by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import tell
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, WrongUsage
from samling.domain.pitching import form
from samling.domain.pitching.finding import the_judge, whose_sheet
from samling.domain.pitching.sheet_actions import chain_of
from samling.domain.pitching.sheets import Sheet, empty_criteria
from samling.language import _
from samling.pitch_wording import team_name

if TYPE_CHECKING:
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.scoring.form import Criterion
    from samling.session import Session

_EMPTY = ("", "-", "–")


def _opened(session: Session, judge: str, team: str) -> tuple[JudgeSheets, int]:
    """Return the judge's sheets, and the id of the team that is meant."""
    pitching = session.pitching()
    judge_id = the_judge(pitching, judge).id
    assert judge_id is not None, "a stored judge has an id"
    return session.sheets(judge_id), whose_sheet(pitching, team)


def _about(of: JudgeSheets, team_id: int) -> dict[str, Any]:
    """The arguments that say which sheet, as it stands, an action is about."""
    sheet = of.latest(team_id)
    return {"judge_id": of.judge_id, "team_id": team_id, "revision": sheet.revision if sheet else 0}


@click.command(
    help=_("Write scores on a judge's sheet, in the form's order or by criterion; - leaves one empty."),
    epilog=example(
        "samling pitch sheets enter kari fall 4 5 3 4 2 5",
        'samling pitch sheets enter kari fall result=5 --comment "Tydelige tall"',
    ),
)
@click.argument("judge")
@click.argument("team")
@click.argument("scores", nargs=-1, metavar="[SCORE]...")
@click.option("--comment", metavar="TEXT", help=_("The comment on the sheet; an empty one takes it away."))
@pass_place
def enter(place: Place, judge: str, team: str, scores: tuple[str, ...], comment: str | None) -> None:
    """Write on a sheet."""
    if not scores and comment is None:
        raise click.UsageError(_("Give scores or a comment."))
    with place.session() as session:
        of, team_id = _opened(session, judge, team)
        steps: list[tuple[str, dict[str, Any]]] = [
            ("sheet-score", {"criterion_id": criterion_id, "score": score})
            for criterion_id, score in _given(of, scores).items()
        ]
        if comment is not None:
            steps.append(("sheet-comment", {"text": comment}))
        for name, given in steps:
            of = session.do(name, **_about(of, team_id), **given).after
    said = {"judge": of.judge.name, "team": team_name(of.pitching, team_id), "standing": _standing(of, team_id)}
    click.echo(_("{judge}, {team}: {standing}").format(**said))


def _given(of: JudgeSheets, typed: tuple[str, ...]) -> dict[str, int | None]:
    """What was typed, by criterion; raises `WrongUsage` for what is no score before anything is written."""
    used = form.in_use(of.pitching).form
    if any("=" in each for each in typed):
        pairs = [each.partition("=")[::2] for each in typed]
        criteria = [(form.criterion(used, name.strip()), text.strip()) for name, text in pairs]
    elif len(typed) > len(used.criteria):
        raise WrongUsage(
            N_("The form has {count} criteria; {given} scores are given."), count=len(used.criteria), given=len(typed)
        )
    else:
        criteria = list(zip(used.criteria, typed, strict=False))
    return {criterion.id: _score(criterion, text) for criterion, text in criteria}


def _score(criterion: Criterion, text: str) -> int | None:
    if text in _EMPTY:
        return None
    return form.checked(criterion, int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text)


def _standing(of: JudgeSheets, team_id: int) -> str:
    """How a draft stands: what it lacks, or that it can be submitted."""
    empty = empty_criteria(of, of.latest(team_id) or Sheet(team_id))
    if empty:
        return _("lacks scores for: {criteria}").format(criteria=", ".join(each.name for each in empty))
    return _("complete, not submitted")


@click.command(
    help=_("Submit a complete sheet: from now on it counts."), epilog=example("samling pitch sheets submit kari fall")
)
@click.argument("judge")
@click.argument("team")
@pass_place
def submit(place: Place, judge: str, team: str) -> None:
    """Submit a sheet."""
    with place.session() as session:
        of, team_id = _opened(session, judge, team)
        tell(session.do("sheet-submit", at=place.moment(session.in_use()), **_about(of, team_id)), session)


@click.command(
    help=_("Begin a new version of a submitted sheet. The old one stays, and counts until the new one is submitted."),
    epilog=example('samling pitch sheets correct kari fall --reason "Forvekslet to team"'),
)
@click.argument("judge")
@click.argument("team")
@click.option("--reason", metavar="TEXT", required=True, help=_("Why; it stands in the protocol."))
@pass_place
def correct(place: Place, judge: str, team: str, reason: str) -> None:
    """Begin a correction."""
    with place.session() as session:
        of, team_id = _opened(session, judge, team)
        tell(session.do("sheet-correct", judge_id=of.judge_id, team_id=team_id, reason=reason), session)


@click.command(
    "give-up",
    help=_("Throw a begun correction away: the submitted sheet stands."),
    epilog=example("samling pitch sheets give-up kari fall"),
)
@click.argument("judge")
@click.argument("team")
@pass_place
def give_up(place: Place, judge: str, team: str) -> None:
    """Give a correction up."""
    with place.session() as session:
        of, team_id = _opened(session, judge, team)
        tell(session.do("sheet-give-up", judge_id=of.judge_id, team_id=team_id), session)


@click.command(
    help=_("Take the last thing done to a judge's sheets back."), epilog=example("samling pitch sheets undo kari")
)
@click.argument("judge")
@pass_place
def undo(place: Place, judge: str) -> None:
    """Take back what was done to a judge's sheets."""
    with place.session() as session:
        tell(session.undo(_chain(session, judge)), session, "undo")


@click.command(
    help=_("Bring forward what was undone last of a judge's sheets."), epilog=example("samling pitch sheets redo kari")
)
@click.argument("judge")
@pass_place
def redo(place: Place, judge: str) -> None:
    """Bring forward what was undone of a judge's sheets."""
    with place.session() as session:
        tell(session.redo(_chain(session, judge)), session, "redo")


def _chain(session: Session, judge: str) -> str:
    judge_id = the_judge(session.pitching(), judge).id
    assert judge_id is not None, "a stored judge has an id"
    return chain_of(judge_id)
