"""`samling pitch sheets list`, `show` and, in other modules, what fills sheets in and types them in from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import echo_json, with_json
from samling.cli.pitch.sheet_filling import correct, enter, give_up, redo, submit, undo
from samling.cli.pitch.sheet_typing import compare, import_
from samling.cli.place import Place, pass_place
from samling.domain.pitching import form
from samling.domain.pitching.finding import the_judge, whose_sheet
from samling.domain.pitching.judge import recused_from
from samling.language import _
from samling.pitch_wording import team_name
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.pitching.values import Pitching


@click.group(help=_("The judges' sheets: which have come in, what stands in them, and typing them in from paper."))
def sheets() -> None:
    """Handle sheets."""


for _command in (enter, submit, correct, give_up, undo, redo, import_, compare):
    sheets.add_command(_command)


# which have come in


@sheets.command("list", help=_("List which sheets have come in."), epilog=example("samling pitch sheets list"))
@with_json
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the sheets."""
    with place.session() as session:
        pitching = session.pitching()
    if as_json:
        echo_json([_delivered_json(pitching, team_id) for team_id in _teams(pitching)])
        return
    if not _teams(pitching):
        click.echo(_("There is no order of the pitches yet. Draw one: samling pitch order draw"))
    for team_id in _teams(pitching):
        click.echo(team_name(pitching, team_id))
        for word, names in _delivered(pitching, team_id).items():
            if names:
                click.echo(f"  {_WORDS[word]()}: {', '.join(names)}")


_WORDS = {
    "submitted": lambda: _("submitted"),
    "correcting": lambda: _("being corrected"),
    "draft": lambda: _("begun"),
    "missing": lambda: _("missing"),
    "recused": lambda: _("recused"),
}


def _teams(pitching: Pitching) -> list[int]:
    trial = [pitching.trial.team_id] if pitching.trial.is_open else []
    return [*trial, *(pitch.team_id for pitch in pitching.order)]


def _delivered(pitching: Pitching, team_id: int) -> dict[str, list[str]]:
    """Which judges' sheets for a team have come how far, by name."""
    found: dict[str, list[str]] = {word: [] for word in _WORDS}
    for judge in pitching.judges:
        found[_state(pitching, judge, team_id)].append(judge.name)
    return found


def _state(pitching: Pitching, judge: Judge, team_id: int) -> str:
    if team_id in recused_from(pitching, judge):
        return "recused"
    delivery = next((d for d in pitching.deliveries if (d.judge_id, d.team_id) == (judge.id, team_id)), None)
    if delivery is None:
        return "missing"
    if delivery.is_correction:
        return "correcting"
    return "submitted" if delivery.submitted else "draft"


def _delivered_json(pitching: Pitching, team_id: int) -> dict[str, Any]:
    return {"team": team_name(pitching, team_id), **_delivered(pitching, team_id)}


# what stands in one


@sheets.command(
    help=_("Show a judge's sheet for a team, in all its versions."),
    epilog=example("samling pitch sheets show kari fall"),
)
@click.argument("judge")
@click.argument("team")
@with_json
@pass_place
def show(place: Place, judge: str, team: str, as_json: bool) -> None:
    """Show a sheet."""
    with place.session() as session:
        pitching = session.pitching()
        found = the_judge(pitching, judge)
        assert found.id is not None, "a stored judge has an id"
        of, team_id = session.sheets(found.id), whose_sheet(pitching, team)
    versions = [sheet for sheet in of.sheets if sheet.team_id == team_id]
    if as_json:
        echo_json([sheet_json(of, sheet) for sheet in versions])
        return
    if not versions:
        click.echo(_("{judge} has no sheet for “{team}”.").format(judge=found.name, team=team_name(pitching, team_id)))
    for sheet in versions:
        click.echo("\n".join(_lines(of, sheet)))


def sheet_json(of: JudgeSheets, sheet: Sheet) -> dict[str, Any]:
    """Return one version of a sheet as `--json` prints it."""
    return {
        "judge": of.judge.name,
        "team": team_name(of.pitching, sheet.team_id),
        "version": sheet.version,
        "form_version": sheet.form_version,
        "scores": dict(sheet.values),
        "comment": sheet.comment,
        "reason": sheet.reason,
        "submitted_at": sheet.submitted_at.isoformat() if sheet.submitted_at else None,
    }


def _lines(of: JudgeSheets, sheet: Sheet) -> Iterator[str]:
    zone = of.pitching.timezone
    yield _("Version {number}: {state}").format(
        number=sheet.version,
        state=_("submitted {time}").format(time=clock_time(sheet.submitted_at, zone, seconds=True))
        if sheet.submitted_at
        else _("a draft"),
    )
    if sheet.reason:
        yield _("  Why: {reason}").format(reason=sheet.reason)
    for each in form.in_use(of.pitching).form.criteria:
        score = sheet.values.get(each.id)
        word = each.words[score - each.lowest] if score is not None and each.lowest <= score <= each.highest else ""
        yield f"  {each.name}: {'–' if score is None else score} {word}".rstrip()
    if sheet.comment:
        yield f"  “{sheet.comment}”"
