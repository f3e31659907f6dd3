"""`samling programme`: the ready programmes, and checking a file of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.printing import echo_shelf
from samling.language import _

if TYPE_CHECKING:
    from samling.content.programmes import Listed


@click.group(help=_("Ready programmes for kick-off, gatherings and meetings; copy one and make it yours."))
def programme() -> None:
    """Handle programmes."""


@programme.command("list", help=_("List our programmes and your own."), epilog=example("samling programme list"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
def list_(as_json: bool) -> None:
    """List the programmes."""
    from samling.content.places import own_programmes
    from samling.content.programmes import list_programmes

    echo_shelf(list_programmes(), own_programmes(), as_json=as_json, row=_row, about=_about)


def _row(listed: Listed) -> dict[str, Any]:
    return {
        "id": listed.id,
        "title": listed.content.title if listed.content else None,
        "minutes": listed.content.minutes if listed.content else None,
        "ours": listed.is_ours,
        "faults": [fault.sentence(_) for fault in listed.faults],
    }


def _about(listed: Listed) -> str:
    """Say what a programme of the list is, in a line."""
    if listed.content is None:
        return _("cannot be used: samling programme check {path}").format(path=listed.path)
    said = listed.content.title
    if listed.content.minutes is not None:
        said = _("{title}, {minutes} min").format(title=said, minutes=listed.content.minutes)
    return _("{programme} (our proposal)").format(programme=said) if listed.content.is_proposal else said


@programme.command(help=_("Show a programme's blocks."), epilog=example("samling programme show unn-samling-2"))
@click.argument("programme_id", metavar="ID|FILE.toml")
def show(programme_id: str) -> None:
    """Show a programme."""
    from samling.content.programmes import find_programme

    found = find_programme(programme_id)
    click.echo(f"{found.title} · {found.source}")
    for position, block in enumerate(found.blocks, start=1):
        length = _("{count} min").format(count=block.minutes) if block.minutes else _("what is left")
        marks = [
            word
            for given, word in (
                (block.may_drop, _("may be dropped")),
                (block.flexible, _("flexible")),
                (block.protected, _("protected")),
            )
            if given
        ]
        tail = f" ({', '.join(marks)})" if marks else ""
        click.echo(f"{position:>3}  {length:>12}  {block.title}{tail}")


@programme.command(
    help=_("Check a programme file: every error at once, with line and key."),
    epilog=example("samling programme check my-day.toml"),
)
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check a programme file."""
    from samling.content.programmes import check_programme

    found = check_programme(file)
    click.echo(
        _("{path} is fine: {title}, {count} blocks.").format(path=file, title=found.title, count=len(found.blocks))
    )
