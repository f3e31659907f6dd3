"""`samling replan`: what to do about a day that does not end as promised, and doing it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from samling.cli.agenda import tell
from samling.cli.examples import example
from samling.cli.figures import day_figures, seconds
from samling.cli.place import Place
from samling.domain.localtime import iso
from samling.domain.replan import sentences
from samling.domain.replan.proposals import LEAVE, outlook
from samling.domain.replan.strip import held_until
from samling.language import _
from samling.wording import behind_words, clock_time

if TYPE_CHECKING:
    from datetime import datetime

    from rich.console import Console

    from samling.domain.gathering import Gathering
    from samling.domain.replan.proposals import Outlook, Proposal, Times
    from samling.session import Session


@click.group(
    help=_("Finish on time: what can be done when the day runs late, or early."),
    epilog=example("samling replan", "samling replan --late 10"),
    invoke_without_command=True,
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@click.option(
    "--late",
    type=click.IntRange(0, 1440),
    default=0,
    metavar=_("MINUTES"),
    help=_("What if it became so many minutes later than it looks now."),
)
@click.pass_context
def replan(context: click.Context, as_json: bool, late: int) -> None:
    """Show the proposals, unless one of them is to be followed."""
    context.meta["samling.late"] = timedelta(minutes=late)
    if context.invoked_subcommand is None:
        _show(context.ensure_object(Place), timedelta(minutes=late), as_json=as_json)


def _show(place: Place, late: timedelta, *, as_json: bool) -> None:
    with place.session() as session:
        gathering = session.in_use()
        now, held = _now(place, session, gathering)
    found = outlook(gathering, now, late, held)
    if as_json:
        click.echo(json.dumps(outlook_json(gathering, found), ensure_ascii=False, indent=2))
    else:
        _print(gathering, found, late)


def _now(place: Place, session: Session, gathering: Gathering) -> tuple[datetime, datetime | None]:
    """The moment that is asked about, and until when the open block is held by what goes on in it."""
    now = place.moment(gathering) or session.now()
    return now, held_until(gathering, day_figures(session, gathering, now))


@replan.command(
    "apply",
    help=_("Follow the proposal with that ID, for example 4c8830; undo takes it back."),
    epilog=example("samling replan apply 4c8830"),
)
@click.argument("proposal", metavar="ID")
@click.pass_context
def apply(context: click.Context, proposal: str) -> None:
    """Follow a proposal."""
    place, late = context.ensure_object(Place), context.meta["samling.late"]
    with place.session() as session:
        gathering = session.in_use()
        now, held = _now(place, session, gathering)
        each = next((each for each in outlook(gathering, now, late, held).proposals if each.id == proposal), None)
        said = sentences.title(gathering, each, _) if each else ""
        if proposal == LEAVE:
            click.echo(said)
            return
        done = session.do(
            "replan",
            at=place.moment(gathering),
            proposal=proposal,
            late_seconds=int(late.total_seconds()),
            held=held,
            sentence=said,
        )
        tell(done, session, at=place.moment(gathering))


def outlook_json(gathering: Gathering, found: Outlook) -> dict[str, Any]:
    """Return the object that `replan --json` prints: instants in the network's zone, durations in seconds."""
    zone = gathering.timezone
    return {
        "behind_seconds": seconds(found.behind),
        "slack_seconds": seconds(found.slack),
        "shortfall_seconds": seconds(found.shortfall),
        "proposals": [_proposal_json(gathering, found, each) for each in found.proposals],
        "latest_start": {
            str(position): iso(found.latest_start[position], zone) for position in sorted(found.latest_start)
        },
    }


def _proposal_json(gathering: Gathering, found: Outlook, proposal: Proposal) -> dict[str, Any]:
    zone = gathering.timezone
    return {
        "id": proposal.id,
        "title": sentences.title(gathering, proposal, _),
        "why": sentences.why(gathering, found, proposal, _),
        "expected_end": iso(proposal.expected_end, zone),
        "slack_seconds": seconds(proposal.slack),
        "changes": [
            {"position": each.position, "kind": each.kind.value, "seconds": each.seconds} for each in proposal.changes
        ],
        "blocks": [
            {
                "position": each.position,
                "expected_start": iso(each.expected_start, zone),
                "expected_end": iso(each.expected_end, zone),
            }
            for each in proposal.blocks
        ],
    }


def _print(gathering: Gathering, found: Outlook, late: timedelta) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    if found.behind is not None:
        promised = _("promised {time}").format(time=clock_time(found.promised_end, gathering.timezone))
        console.print(Text(f"{behind_words(found.behind)} · {promised}", "bold"))
    over = sentences.shortfall(gathering, found, _)
    if over:
        console.print(Text(over))
    _print_sentences(console, gathering, found, with_reasons=not over)
    _print_agenda(console, gathering, found)
    if len(found.proposals) > 1:
        console.print(Text(_how_to_follow(late), "dim"))


def _how_to_follow(late: timedelta) -> str:
    if not late:
        return _("Follow one with: samling replan apply ID")
    return _("Follow one with: samling replan --late {minutes} apply ID").format(minutes=late // timedelta(minutes=1))


def _print_sentences(console: Console, gathering: Gathering, found: Outlook, *, with_reasons: bool) -> None:
    """What each proposal does, after the id that it is followed by."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    for proposal in found.proposals:
        said = Text(sentences.title(gathering, proposal, _), "bold" if proposal.changes else "")
        if with_reasons and proposal.changes:
            said.append(f"\n{sentences.why(gathering, found, proposal, _)}", "not bold")
        grid.add_row(Text(proposal.id if proposal.changes else ""), said)
    console.print()
    console.print(grid)


def _print_agenda(console: Console, gathering: Gathering, found: Outlook) -> None:
    """The agenda as it stands and as it would become, one column each."""
    from rich.table import Table
    from rich.text import Text

    zone = gathering.timezone
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("", justify="right")
    table.add_column(_("Block"), overflow="fold")
    for heading in (_("Now"), *(each.id for each in found.proposals[:-1]), _("Latest start")):
        table.add_column(heading, no_wrap=True)
    for row, left in enumerate(found.leave.blocks):
        latest = found.latest_start.get(left.position)
        table.add_row(
            str(left.position),
            Text(gathering.block(left.position).title),
            _span(left, None, zone),
            *(_span(each.blocks[row], left, zone) for each in found.proposals[:-1]),
            clock_time(latest, zone) if latest else "–",
        )
    console.print()
    console.print(table)


def _span(times: Times, standing: Times | None, zone: str) -> str:
    """A block's start and length; a mark where the length is another than it stands."""
    if times.expected_start is None or times.expected_end is None:
        return "–"
    lasts = _minutes(times)
    mark = "" if standing is None or _minutes(standing) == lasts else " *"
    return f"{clock_time(times.expected_start, zone)} {lasts:>3}{mark}"


def _minutes(times: Times) -> int | None:
    if times.expected_start is None or times.expected_end is None:
        return None
    return round((times.expected_end - times.expected_start) / timedelta(minutes=1))
