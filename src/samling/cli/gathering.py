"""`samling gathering`: the gatherings of the network in use, and their days."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from samling.cli.agenda import tell
from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.report import report
from samling.domain import agenda
from samling.domain.localtime import after, instant, parse_clock, parse_date
from samling.domain.plan import plan_day
from samling.language import _, ngettext
from samling.wording import clock_time, minutes

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.gathering import Gathering


@click.group(help=_("Gatherings: several live in one network, one is in use in every window."))
def gathering() -> None:
    """Handle gatherings."""


gathering.add_command(report)


def _span(date: str, start: str, end: str, timezone: str) -> tuple[datetime, datetime]:
    """The planned start and the promised end; an end that is earlier than the start is on the next day."""
    first = instant(parse_date(date), parse_clock(start), timezone)
    return first, after(first, parse_clock(end), timezone)


_DATE = click.option("--date", required=True, metavar="YYYY-MM-DD", help=_("The day it is held."))
_START = click.option("--start", required=True, metavar="HH:MM", help=_("When it starts."))
_END = click.option("--end", required=True, metavar="HH:MM", help=_("The end that the participants are promised."))


@gathering.command(
    help=_("Make a gathering and take it into use. Without a programme the day is empty. Prints its id."),
    epilog=example("samling gathering new --programme unn-samling-2 --date 2026-09-16 --start 09:00 --end 13:00"),
)
@click.option("--programme", metavar="ID|FILE.toml", help=_("A ready programme, or a file of your own."))
@click.option("--title", help=_("Its title; the programme's where none is given."))
@_DATE
@_START
@_END
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def new(  # noqa: PLR0917 - the options of the command
    place: Place,
    programme: str | None,
    title: str | None,
    date: str,
    start: str,
    end: str,
    as_json: bool,
) -> None:
    """Make a gathering."""
    from samling.domain import history

    with place.session() as session:
        network = session.network_in_use()
        first, last = _span(date, start, end, network.timezone)
        source = None
        if programme is not None:
            from samling.content.programmes import find_programme

            source = find_programme(programme)
        name = title if title is not None else source.title if source else _("Gathering")
        made = session.new_gathering(title=name, start=first, end=last, programme=source)
        lengths = history.lengths(made, session.held())
    if as_json:
        click.echo(json.dumps({"id": made.id}))
        return
    click.echo(str(made.id))
    for hint in hints(made):
        click.echo(hint, err=True)
    if lengths:
        words = _("{count} of the blocks have taken another length before: samling agenda learn takes it over.")
        click.echo(words.format(count=len(lengths)), err=True)


def hints(made: Gathering) -> list[str]:
    """What a facilitator may want to know of a plan: time not laid out, and long stretches without a break."""
    found = []
    for day in made.days:
        left = agenda.unplanned(made, day)
        if left.total_seconds() > 0:
            found.append(_("Not yet laid out: {length}.").format(length=minutes(left)))
        elif left.total_seconds() < 0:
            found.append(_("The plan is {length} longer than promised.").format(length=minutes(-left)))
        found.extend(
            _("{length} without a break, from block {first} to {last}.").format(
                length=minutes(stretch.lasts), first=stretch.first, last=stretch.last
            )
            for stretch in agenda.long_stretches(made, day)
        )
    return found


@gathering.command(
    "list",
    help=_("List the gatherings of the network in use; the one in use is marked."),
    epilog=example("samling gathering list --all"),
)
@click.option("--all", "everything", is_flag=True, help=_("Those of every network."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
@pass_place
def list_(place: Place, everything: bool, as_json: bool) -> None:
    """List the gatherings."""
    with place.session() as session:
        network = None if everything else session.network_in_use()
        lines, used = session.gatherings(network.id if network else None), session.snapshot().gathering
    rows = [
        {
            "id": line.id,
            "network": line.network_id,
            "number": line.number,
            "title": line.title,
            "date": line.date.isoformat(),
            "state": line.progress.value,
            "in_use": used is not None and line.id == used.id,
        }
        for line in lines
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        mark = f"  {_('in use')}" if row["in_use"] else ""
        click.echo(f"{row['id']}  {row['date']}  {row['number']}: {row['title']}{mark}")


@gathering.command(
    help=_("Take a gathering into use in every window."),
    epilog=example("samling gathering use 1"),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("gathering_id", type=int, metavar="ID")
@pass_place
def use(place: Place, gathering_id: int) -> None:
    """Take a gathering into use."""
    with place.session() as session:
        made = session.use_gathering(gathering_id)
    click.echo(_("In use: {name}").format(name=made.title))


@gathering.command(
    help=_("Show the plan of the gathering in use, with what to think of."),
    epilog=example("samling gathering show"),
)
@pass_place
def show(place: Place) -> None:
    """Show the plan."""
    from samling.domain import history

    with place.session() as session:
        used = session.in_use()
        figures = agenda.figures(used, place.moment(used) or session.now())
        before = history.elsewhere(session.held(), used)
    click.echo(used.title)
    for block, each in zip(used.blocks, figures.blocks, strict=True):
        start = clock_time(each.planned_start, used.timezone) if each.planned_start else "–    "
        click.echo(f"{each.position:>3}  {start}  {minutes(block.planned_seconds):>8}  {block.title}")
        if took := history.said(history.times(before, history.topic(used, block)), _):
            click.echo(f"{'':>22}{took}")
    for hint in hints(used):
        click.echo(hint)
    if used.notes:
        click.echo(ngettext("{count} note:", "{count} notes:", len(used.notes)))
    for note in used.notes:
        click.echo(f"  {clock_time(note.written_at, used.timezone)}  {note.text}")


@gathering.command(
    help=_("Give the gathering in use another title."), epilog=example('samling gathering rename "Samling 2"')
)
@click.argument("title")
@pass_place
def rename(place: Place, title: str) -> None:
    """Rename the gathering in use."""
    with place.session() as session:
        click.echo(_("In use: {name}").format(name=session.do("rename", title=title).gathering.title))


@gathering.command(
    help=_("Put a rehearsed gathering back to before its first start. Undo takes that back."),
    epilog=example("samling gathering reset"),
)
@pass_place
def reset(place: Place) -> None:
    """Reset a rehearsed day."""
    with place.session() as session:
        tell(session.do("reset"), session)


@gathering.group(help=_("The days of a gathering."))
def day() -> None:
    """Handle days."""


@day.command(
    "add",
    help=_("Add a day after the last one."),
    epilog=example("samling gathering day add --date 2026-11-05 --start 09:00 --end 12:00"),
)
@_DATE
@_START
@_END
@pass_place
def day_add(place: Place, date: str, start: str, end: str) -> None:
    """Add a day."""
    with place.session() as session:
        used = session.in_use()
        first, last = _span(date, start, end, used.timezone)
        added = plan_day(len(used.days) + 1, first, last, used.timezone)
        done = session.do("add-day", day=added)
    click.echo(ngettext("{count} day", "{count} days", len(done.gathering.days)))
