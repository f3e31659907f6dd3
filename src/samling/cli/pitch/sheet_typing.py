"""`samling pitch sheets import` and `compare`: sheets on paper, typed into a spreadsheet once or, blind, twice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.pitching import form, paper
from samling.language import _, ngettext
from samling.pitch_wording import team_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.pitching.paper import Difference, Typed
    from samling.domain.pitching.values import Pitching
    from samling.session import Session

_file = click.Path(path_type=Path)


def _read(file: Path, pitching: Pitching) -> tuple[Typed, ...]:
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.pitching.typed_file import read_typed

    return read_typed(read_sheets(read_bytes(file), str(file))[0], pitching, str(file))


@click.command(
    "import",
    help=_(
        "Take sheets in from a spreadsheet, one row a sheet, with columns for judge, team, each criterion and, if "
        "you like, comment. They are submitted. With a second file, typed by somebody who has not seen the first, "
        "nothing is taken in until the two agree."
    ),
    epilog=example("samling pitch sheets import first.csv second.csv"),
)
@click.argument("file", type=_file, metavar="FILE.csv")
@click.argument("second", type=_file, required=False, metavar="[SECOND.csv]")
@click.option("--reason", default="", metavar="TEXT", help=_("Why sheets that are submitted already are corrected."))
@click.option("--dry-run", is_flag=True, help=_("Only tell what would be taken in; change nothing."))
@pass_place
def import_(place: Place, file: Path, second: Path | None, reason: str, dry_run: bool) -> None:
    """Take typed sheets in."""
    with place.session() as session:
        pitching = session.pitching()
        typed = _read(file, pitching)
        if second is not None:
            _refuse_differences(pitching, typed, _read(second, pitching))
        at = place.moment(session.in_use())
        new = _checked(session, typed, reason)
        for each in () if dry_run else new:
            session.do("sheet-type", at=at, judge_id=each.judge_id, typed=each, reason=reason)
    known = len(typed) - len(new)
    said = (
        ngettext("{count} sheet to take in.", "{count} sheets to take in.", len(new))
        if dry_run
        else ngettext("{count} sheet taken in and submitted.", "{count} sheets taken in and submitted.", len(new))
    )
    click.echo(said.format(count=len(new)))
    if known:
        click.echo(_("Known already, with the same scores: {count}.").format(count=known))


def _refuse_differences(pitching: Pitching, first: Sequence[Typed], second: Sequence[Typed]) -> None:
    found = paper.differences(first, second)
    if found:
        lines = "\n".join(_lines(pitching, found))
        raise Refused(N_("The two files differ, so nothing was taken in:\n{lines}"), lines=lines)


def _checked(session: Session, typed: Sequence[Typed], reason: str) -> list[Typed]:
    """Return the sheets that would change something; raise what is refused before anything is written."""
    of_judge = {each.judge_id: session.sheets(each.judge_id) for each in typed}
    new = []
    for each in typed:
        before = of_judge[each.judge_id]
        after = paper.type_in(before, session.now(), each, reason)
        if after != before:
            new.append(each)
    return new


@click.command(
    help=_("Compare two typings of the same sheets, and list where they differ."),
    epilog=example("samling pitch sheets compare first.csv second.csv"),
)
@click.argument("first", type=_file, metavar="FIRST.csv")
@click.argument("second", type=_file, metavar="SECOND.csv")
@with_json
@pass_place
def compare(place: Place, first: Path, second: Path, as_json: bool) -> None:
    """Compare two typings."""
    with place.session() as session:
        pitching = session.pitching()
    found = paper.differences(_read(first, pitching), _read(second, pitching))
    if as_json:
        echo_json([_json(pitching, each) for each in found])
    elif found:
        click.echo("\n".join(_lines(pitching, found)))
    else:
        click.echo(_("The two agree."))


def _json(pitching: Pitching, each: Difference) -> dict[str, Any]:
    return {
        "judge": pitching.judge(each.judge_id).name,
        "team": team_name(pitching, each.team_id),
        "criterion": each.criterion_id,
        "first": each.first,
        "second": each.second,
    }


def _lines(pitching: Pitching, found: Sequence[Difference]) -> Iterator[str]:
    names = {each.id: each.name for each in form.in_use(pitching).form.criteria}
    for each in found:
        judge, team = pitching.judge(each.judge_id).name, team_name(pitching, each.team_id)
        if each.criterion_id is None:
            yield _("{judge}, {team}: stands in one of the files alone").format(judge=judge, team=team)
        else:
            said = _("{judge}, {team}, {criterion}: {first} and {second}")
            yield said.format(
                judge=judge,
                team=team,
                criterion=names.get(each.criterion_id, each.criterion_id),
                first="–" if each.first is None else each.first,
                second="–" if each.second is None else each.second,
            )
