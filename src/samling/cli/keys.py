"""`samling keys`: every key of every window, in the terminal or on a page to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.writing import may_write, write
from samling.language import _, language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.codes.keysheet import Part


@click.command(
    help=_("Every key of every window: here, or on one A4 page to lay beside the laptop, as PDF or for the browser."),
    epilog=example("samling keys", "samling keys --pdf keys.pdf"),
)
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE", help=_("Write the A4 page as PDF."))
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help=_("Write the page for the browser."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
def keys(pdf: Path | None, html: Path | None, force: bool) -> None:
    """Show every key, or write them to files."""
    from samling.codes import keysheet
    from samling.tui.keysheet import parts

    found = parts()
    files = [path for path in (pdf, html) if path is not None]
    if not files:
        click.echo("\n".join(_lines(found)))
    for path in files:
        may_write(path, force=force)
    title = _("samling: every key")
    if pdf is not None:
        write(pdf, keysheet.pdf(title, found, language=language()))
    if html is not None:
        write(html, keysheet.html(title, found, language=language()).encode())
    for path in files:
        click.echo(_("Wrote {path}").format(path=path))


def _lines(parts: Sequence[Part]) -> list[str]:
    """The page as text: a heading a part, below it its keys in a column beside what they do."""
    width = max(len(_keys(row.keys)) for part in parts for row in part.rows)
    lines: list[str] = []
    for part in parts:
        heading = f"{part.title} ({part.opens})" if part.opens else part.title
        lines += ["", heading, *(f"  {_keys(row.keys):<{width}}  {row.does}" for row in part.rows)]
    return lines[1:]


def _keys(names: Sequence[str]) -> str:
    return _(" or ").join(names)
