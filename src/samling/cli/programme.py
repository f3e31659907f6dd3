"""`samling programme`: the ready programmes, and checking a file of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import click

from samling.language import _


@click.group(help=_("Ready programmes for kick-off, gatherings and meetings; copy one and make it yours."))
def programme() -> None:
    """Handle programmes."""


@programme.command("list", help=_("List our programmes and your own."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
def list_(as_json: bool) -> None:
    """List the programmes."""
    from samling.content.places import own_programmes
    from samling.content.programmes import list_programmes

    listed = list_programmes()
    if as_json:
        rows = [
            {
                "id": each.id,
                "title": each.content.title if each.content else None,
                "minutes": each.content.minutes if each.content else None,
                "ours": each.is_ours,
                "faults": [fault.sentence(_) for fault in each.faults],
            }
            for each in listed
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max(len(each.id) for each in listed)
    for each in listed:
        if each.content is None:
            said = _("cannot be used: samling programme check {path}").format(path=each.path)
        else:
            said = each.content.title
            if each.content.minutes is not None:
                said = _("{title}, {minutes} min").format(title=said, minutes=each.content.minutes)
            if each.content.is_proposal:
                said = _("{programme} (our proposal)").format(programme=said)
        click.echo(f"{each.id:<{width}}  {said}")
    click.echo(_("Your own go in {folder}").format(folder=own_programmes()))


@programme.command(help=_("Show a programme's blocks."))
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


@programme.command(help=_("Check a programme file: every error at once, with line and key."))
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check a programme file."""
    from samling.content.programmes import check_programme

    found = check_programme(file)
    click.echo(
        _("{path} is fine: {title}, {count} blocks.").format(path=file, title=found.title, count=len(found.blocks))
    )
