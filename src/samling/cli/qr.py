"""`samling qr`: a code of a link or of the guests' wireless network, in the terminal or as a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.domain.errors import N_, WrongUsage
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samling.codes.sheets import Card
    from samling.domain.link import Finding
    from samling.domain.wireless import Wireless

SECURITY = {"WPA": "WPA", "WEP": "WEP", "none": "nopass"}


@click.command(
    help=_("Show a link, or a wireless network, as a code to scan; or write it to a file."),
    epilog=example("samling qr https://nettskjema.no/a/123 --pdf evaluering.pdf"),
)
@click.argument("text", metavar="[LINK]", required=False)
@click.option("--param", "parameters", metavar="NAME=VALUE", multiple=True, help=_("Put this at the end of the link."))
@click.option("--wifi", metavar="NAME", help=_("A wireless network instead of a link; its password is asked for."))
@click.option(
    "--security", metavar="|".join(SECURITY), type=click.Choice(list(SECURITY), case_sensitive=False), default="WPA",
    show_default=True, help=_("How the network is guarded."),
)  # fmt: skip
@click.option("--hidden", is_flag=True, help=_("The network does not show its name."))
@click.option("--svg", type=click.Path(path_type=Path), metavar="FILE", help=_("Write the code as SVG."))
@click.option("--png", type=click.Path(path_type=Path), metavar="FILE", help=_("Write the code as PNG."))
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE", help=_("Write an A4 sheet as PDF."))
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help=_("Write an A4 sheet as a web page."))
@click.option("--title", default="", help=_("What stands over the code on the sheet."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def qr(
    *, text: str | None, parameters: tuple[str, ...], wifi: str | None, security: str, hidden: bool, svg: Path | None,
    png: Path | None, pdf: Path | None, html: Path | None, title: str, force: bool, as_json: bool,
) -> None:  # fmt: skip
    """Show a code, or write it to files."""
    from samling.cli.codes import colour_terminal, hold_code, print_code, write_files

    if (text is None) == (wifi is None):
        raise WrongUsage(N_("Give a link, or a network with --wifi NAME: one of the two."))
    named = (("svg", svg), ("png", png), ("pdf", pdf), ("html", html))
    files = {form: path for form, path in named if path is not None}
    if wifi is None:
        card, facts, found = _link(text or "", parameters, title)
    else:
        if not files and not as_json:
            colour_terminal()  # before a password is asked for in vain
        card, facts, found = _wireless(wifi, security, hidden, title)
    write_files(card, files, force=force)
    if as_json:
        click.echo(json.dumps(facts | _measures(card, found, files), ensure_ascii=False))
        return
    notes = [finding.sentence(_) for finding in found]
    if files:
        for note in notes:
            click.echo(note, err=True)
        for path in files.values():
            click.echo(_("Wrote {path}").format(path=path))
    elif wifi is None:
        print_code(card, notes)
    else:
        hold_code(card)


def _link(text: str, parameters: Sequence[str], title: str) -> tuple[Card, dict[str, Any], tuple[Finding, ...]]:
    """Check a link; return what is shown, what is told of it in JSON, and what was found."""
    from samling.codes.sheets import Card
    from samling.domain import link

    checked = link.checked(text, [link.parameter(each) for each in parameters])
    card = Card(title or checked.host, checked.payload, checked.text)
    return card, {"link": checked.text, "encoded": checked.payload}, link.findings(checked)


def _wireless(name: str, security: str, hidden: bool, title: str) -> tuple[Card, dict[str, Any], tuple[Finding, ...]]:
    """Ask for the password of a network; return what is shown and what is told of it in JSON: never the password."""
    from samling.codes.sheets import Card

    network = ask_wireless(name, security, hidden=hidden)
    card = Card(title or name, network.payload, _("Wireless network: {name}").format(name=name))
    return card, {"wifi": name, "security": security, "hidden": hidden}, ()


def ask_wireless(name: str, security: str, *, hidden: bool = False) -> Wireless:
    """Return a network, with the password that is asked for; `security` is one of `SECURITY`.

    Raises `WrongUsage` for a name or password that no network can have.
    """
    from samling.domain.wireless import Security, wireless

    kind = Security(SECURITY[security])
    return wireless(name, kind, "" if kind is Security.NONE else _password(), hidden=hidden)


def _password() -> str:
    """Ask without echo; from a program that speaks for somebody, take a line."""
    if sys.stdin.isatty():
        return str(click.prompt(_("Password of the network (it is not shown)"), hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def _measures(card: Card, found: Iterable[Finding], files: Mapping[str, Path]) -> dict[str, Any]:
    """Tell in JSON how large a code is, what was found and what was written."""
    from samling.codes.cells import full_size, half_size
    from samling.codes.pattern import code

    made = code(card.payload)
    sizes = {"spaces": full_size(made), "half_blocks": half_size(made)}
    return {
        "bytes": len(card.payload.encode()),
        "version": made.version,
        "correction": made.correction,
        "cells": {name: {"columns": columns, "rows": rows} for name, (columns, rows) in sizes.items()},
        "findings": [{"weight": each.weight.value, "sentence": each.sentence(_)} for each in found],
        "files": {form: str(path) for form, path in files.items()},
    }
