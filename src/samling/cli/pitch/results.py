"""`samling pitch results` and `preflight`: what the sheets come to, and what to look at before the award."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.pitching import form
from samling.domain.pitching.clock import overtime_seconds
from samling.language import _
from samling.pitch_wording import figure, overtime_words, sureness, ties, why_unranked
from samling.wording import method_word, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from rich.table import Table

    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.result import Result, TeamResult
    from samling.session import Session


def placed(session: Session) -> tuple[Pitching, Result]:
    """Return the pitches and the places that the sheets give, read at one moment; raise `Refused` without a form."""
    from samling.domain.pitching import jury

    pitching, sheets = _read(session)
    return pitching, jury.placed(pitching, sheets)


def _read(session: Session) -> tuple[Pitching, Sequence[JudgeSheets]]:
    sheets = session.jury()
    return (sheets[0].pitching if sheets else session.pitching()), sheets


@click.command(
    help=_(
        "Tell what the sheets say: places, each criterion, how far the judges lie apart, how sure the first place "
        "is and what other methods would say. For the facilitator: nothing of it is for the room."
    ),
    epilog=example("samling pitch results --json"),
)
@with_json
@pass_place
def results(place: Place, as_json: bool) -> None:
    """Tell the result."""
    from samling.domain.pitching import jury
    from samling.report.results import results_json

    with place.session() as session:
        pitching, sheets = _read(session)
        result = jury.counted(pitching, sheets)
        now = place.moment(session.in_use()) or session.now()
    if as_json:
        echo_json(results_json(pitching, result, now))
    else:
        _print(pitching, result, now)


def _print(pitching: Pitching, result: Result, now: datetime) -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    used = form.in_use(pitching)
    head = _("{form}, version {version} · counted by: {method}")
    console.print(head.format(form=used.form.title, version=used.version, method=method_word(result.method)))
    if result.single_judge:
        console.print(_("There is one judge with a vote: the result is that judge's alone."))
    console.print(_places(pitching, result, now))
    console.print(_by_criterion(pitching, result))
    for number, each in enumerate(used.form.criteria, start=1):
        console.print(f"  {number} {each.name}")
    click.echo("\n".join(["", *_sentences(pitching, result)]))


def _places(pitching: Pitching, result: Result, now: datetime) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("", _("Team"), _("Score"), _("Spread"), _("Sheets"), _("Missing"), _("Recused"), _("Time")):
        table.add_column(heading, overflow="fold", justify="left" if heading in (_("Team"), "") else "right")
    for each in result.teams:
        table.add_row(*map(Text, _cells(pitching, each, now)))
    return table


def _cells(pitching: Pitching, each: TeamResult, now: datetime) -> tuple[str, ...]:
    def judges(some: tuple[int, ...]) -> str:
        return ", ".join(pitching.judge(judge_id).name for judge_id in some)

    return (
        "–" if each.rank is None else str(each.rank),
        pitching.name_of(each.team),
        figure(each.score) if each.rank else why_unranked(each),
        figure(each.total.spread if each.total else None),
        str(each.sheets),
        judges(each.missing),
        judges(each.recused),
        overtime_words(overtime_seconds(pitching.pitch(each.team), now)),
    )


def _by_criterion(pitching: Pitching, result: Result) -> Table:
    """The teams' means on each criterion, and how far the judges lie apart on it."""
    from rich.table import Table
    from rich.text import Text

    criteria = form.in_use(pitching).form.criteria
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(_("Mean (spread)"), overflow="fold")
    for number, _each in enumerate(criteria, start=1):
        table.add_column(str(number), justify="right")
    for team in (each for each in result.teams if each.criteria):
        figures = (team.criteria.get(each.id) for each in criteria)
        cells = (f"{figure(each.mean)} ({each.spread})" if each else "–" for each in figures)
        table.add_row(Text(pitching.name_of(team.team)), *map(Text, cells))
    return table


def _sentences(pitching: Pitching, result: Result) -> Iterator[str]:
    yield from ties(pitching, form.in_use(pitching).form, result)
    yield from sureness(pitching, result)
    for method, listed in result.methods.items():
        places = [(rank, team_id) for team_id, rank in listed if rank is not None and rank <= pitching.settings.places]
        first = ", ".join(f"{rank} {pitching.name_of(team_id)}" for rank, team_id in places)
        yield _("By {method}: {teams}").format(method=method_word(method), teams=first or "–")


@click.command(
    help=_(
        "Tell what to look at before the award: missing sheets, ties, corrections that are begun, prizes and votes."
    ),
    epilog=example("samling pitch preflight"),
)
@with_json
@pass_place
def preflight(place: Place, as_json: bool) -> None:
    """Tell what to look at before the award."""
    with place.session() as session:
        findings = list(found(session))
    if as_json:
        told = [{"text": text, "blocks": blocks} for text, blocks in findings]
        echo_json({"ready": not any(blocks for _text, blocks in findings), "findings": told})
        return
    for text, blocks in findings:
        click.echo(_("Stands in the way: {what}").format(what=text) if blocks else text)
    if not findings:
        click.echo(_("Everything is in place for the award."))


def found(session: Session) -> Iterator[tuple[str, bool]]:
    """Yield what to look at before the award, in words, and whether it stands in the way."""
    from samling.domain.pitching.jury import standing
    from samling.domain.pitching.preflight import Standing, before_award

    pitching = session.pitching()
    stands = Standing()
    if pitching.forms:
        pitching, result = placed(session)
        stands = standing(pitching, result)
    for each in before_award(pitching, stands):
        yield sentence(each.sentence), each.blocks
