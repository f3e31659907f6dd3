"""`samling status`: where the day stands, for people and, with --json, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.figures import day_figures, seconds
from samling.cli.place import Place, pass_place
from samling.domain import agenda
from samling.domain.errors import N_, Refused
from samling.domain.localtime import iso
from samling.language import _
from samling.wording import clock_time, countdown, day_line, long_date, state_word

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.agenda import BlockFigures, DayFigures, Figures
    from samling.domain.gathering import Block, Day, Gathering
    from samling.domain.network import Network

Json = dict[str, Any]


@click.command(
    help=_("Show where the day stands and when it will end."), epilog=example("samling status", "samling status --json")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def status(place: Place, as_json: bool) -> None:
    """Show where the day stands."""
    with place.session() as session:
        snapshot = session.snapshot()
        gathering, network = snapshot.gathering, snapshot.network
        if gathering is None or network is None:
            session.in_use()  # says what to do
            raise Refused(N_("There is no gathering yet. Begin with: samling network new NAME"))
        figures = day_figures(session, gathering, place.moment(gathering) or session.now())
    if as_json:
        click.echo(json.dumps(status_json(network, gathering, figures), ensure_ascii=False, indent=2))
    else:
        _print(network, gathering, figures)


def status_json(network: Network, gathering: Gathering, figures: Figures) -> Json:
    """Return the object that `status --json` prints: instants in the network's zone, durations in seconds."""
    zone = gathering.timezone
    several = len(gathering.days) > 1
    answer: Json = {
        "now": iso(figures.now, zone),
        "network": {"id": network.id, "name": network.name, "timezone": network.timezone},
        "gathering": _gathering_json(gathering, figures),
        "blocks": [
            _block_json(block, each, figures.now, zone, with_day=several)
            for block, each in zip(gathering.blocks, figures.blocks, strict=True)
        ],
    }
    if several:
        days = zip(gathering.days, figures.days, strict=True)
        answer["gathering"]["days"] = [_day_json(day, each, zone) for day, each in days]
    return answer


def _gathering_json(gathering: Gathering, figures: Figures) -> Json:
    zone = gathering.timezone
    whole = agenda.whole(gathering, figures)
    return {
        "id": gathering.id,
        "number": gathering.number,
        "title": gathering.title,
        "date": gathering.date.isoformat(),
        "state": figures.progress.value,
        "planned_start": iso(gathering.days[0].planned_start, zone),
        **_ends_json(gathering.days[-1], whole, zone),
        "current": figures.current,
    }


def _ends_json(day: Day, figures: DayFigures, zone: str) -> Json:
    return {
        "planned_end": iso(figures.planned_end, zone),
        "promised_end": iso(day.promised_end, zone),
        "expected_end": iso(figures.expected_end, zone),
        "behind_seconds": seconds(figures.behind),
        "slack_seconds": seconds(figures.slack),
    }


def _day_json(day: Day, figures: DayFigures, zone: str) -> Json:
    return {
        "date": day.date.isoformat(),
        "planned_start": iso(day.planned_start, zone),
        **_ends_json(day, figures, zone),
    }


def _block_json(block: Block, figures: BlockFigures, now: datetime, zone: str, *, with_day: bool) -> Json:
    return {
        "position": figures.position,
        **({"day": block.day} if with_day else {}),
        "title": block.title,
        "kind": block.kind.value,
        "state": block.state.value,
        "planned_start": iso(figures.planned_start, zone),
        "planned_end": iso(figures.planned_end, zone),
        "planned_seconds": block.planned_seconds,
        "added_seconds": block.added_seconds,
        "min_seconds": block.min_seconds,
        "flexible": block.flexible,
        "may_drop": block.may_drop,
        "protected": block.protected,
        "fixed_start": iso(block.fixed_start, zone),
        "fixed_end": iso(block.fixed_end, zone),
        "started_at": iso(block.started_at, zone),
        "ended_at": iso(block.ended_at, zone),
        "elapsed_seconds": seconds(figures.elapsed),
        "paused_seconds": seconds(figures.paused),
        "remaining_seconds": seconds(figures.remaining),
        "expected_start": iso(figures.expected_start, zone),
        "expected_end": iso(figures.expected_end, zone),
        "gap_seconds": seconds(figures.gap),
        **_turns_json(block, now, zone),
    }


def _turns_json(block: Block, now: datetime, zone: str) -> Json:
    """The turns of a round, or the steps, of a block that has any."""
    if not block.turns:
        return {}
    from samling.domain.rounds.clock import figures

    found = figures(block, now)
    return {
        "turns": [
            {
                "number": each.number,
                "title": each.turn.title,
                "team": each.turn.team_id,
                "skipped": each.turn.skipped,
                "started_at": iso(each.turn.started_at, zone),
                "ended_at": iso(each.turn.ended_at, zone),
                "length_seconds": seconds(each.length),
                "elapsed_seconds": seconds(each.elapsed),
                "remaining_seconds": seconds(each.remaining),
            }
            for each in (found.turns if found else ())
        ]
    }


def _print(network: Network, gathering: Gathering, figures: Figures) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    title = _("{network} · gathering {number}: {title}")
    console.print(Text(title.format(network=network.name, number=gathering.number, title=gathering.title), "bold"))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("", _("Plan"), _("Now"), _("Length"), _("Block"), _("State")):
        table.add_column(heading, overflow="fold", justify="right" if heading == "" else "left")
    for block, each in zip(gathering.blocks, figures.blocks, strict=True):
        table.add_row(*(Text(cell, "bold" if block.is_open else "") for cell in _cells(gathering, block, each)))
    day = gathering.day(figures.day)
    console.print(Text(long_date(day.date)))
    console.print(table)
    console.print(Text(day_line(figures.today, day.promised_end, gathering.timezone)))


def _cells(gathering: Gathering, block: Block, figures: BlockFigures) -> tuple[str, ...]:
    zone = gathering.timezone

    def clock(moment: datetime | None) -> str:
        return clock_time(moment, zone) if moment else "–"

    state = state_word(block.state)
    if block.is_open:
        state = f"{state} {countdown(figures.remaining)}"
    return (
        str(figures.position),
        clock(figures.planned_start),
        clock(figures.expected_start),
        f"{block.length_seconds // 60}",
        block.title,
        state,
    )
