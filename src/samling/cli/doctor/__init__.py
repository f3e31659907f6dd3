"""`samling doctor`: whether all is ready for the day, and the bundle that support asks for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.printing import echo_json, folded
from samling.domain.line import printable
from samling.domain.readiness.finding import Level
from samling.language import _, ngettext
from samling.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.cli.doctor.looking import Looked
    from samling.domain.readiness.finding import Finding


@click.command(
    help=_(
        "The day before: check this computer, the database and the plan for the gathering in use. It ends with what "
        "is to be done, if anything. Nothing is changed."
    ),
    epilog=example("samling doctor", "samling doctor --bundle samling-support.zip"),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@click.option(
    "--bundle",
    type=click.Path(path_type=Path),
    metavar="FILE.zip",
    help=_("Write a file for whoever helps you, without names, texts or links: versions, findings, counts."),
)
@pass_place
def doctor(place: Place, *, as_json: bool, bundle: Path | None) -> int:
    """Check that all is ready."""
    from samling.cli.doctor.looking import look

    looked = look(place.path, makes_folder=place.asked is None)
    if bundle is not None:
        from samling.cli.doctor.bundle import write_bundle

        write_bundle(bundle, place.path, looked)
        click.echo(_("Written to {path}. Nobody's name, text or link is in it.").format(path=bundle), err=as_json)
    if as_json:
        _echo_json(looked)
    elif bundle is None:
        _echo(looked)
    return 0 if bundle is not None or not _todos(looked.everything) else 1


def _todos(findings: Sequence[Finding]) -> list[Finding]:
    return [each for each in findings if each.level is Level.DO]


def _echo(looked: Looked) -> None:
    parts = ((_("This computer"), looked.machine), (_("The file"), looked.file), (_("The plan"), looked.plan))
    for title, findings in parts:
        if findings:
            _say(click.style(title, bold=True))
            for each in findings:
                _say(_line(each))
    todos = _todos(looked.everything)
    click.echo()
    if not todos:
        _say(click.style("✓ " + _("Ready."), fg="green"))
        return
    count = ngettext("One thing to do:", "{count} things to do:", len(todos)).format(count=len(todos))
    _say(click.style(f"! {count}", fg="yellow"))
    for number, each in enumerate(todos, start=1):
        click.echo(f"  {number}. {folded(_todo(each), len(f'  {number}. '))}")


def _say(line: str) -> None:
    """Print a line, without its colours where none are wanted."""
    click.echo(line, color=False if os.environ.get("NO_COLOR") else None)


_INDENT = len("  ! LOOK  ")


def _line(finding: Finding) -> str:
    sign, word, colour = {
        Level.OK: ("✓", _("ok"), "green"),
        Level.NOTE: ("·", _("note"), "cyan"),
        Level.DO: ("!", _("LOOK"), "yellow"),
    }[finding.level]
    told = [printable(sentence(finding.what)), *([_todo(finding)] if finding.level is Level.NOTE else [])]
    lines = f"\n{' ' * _INDENT}".join(folded(each, _INDENT) for each in told if each)
    return f"  {click.style(f'{sign} {word:<5}', fg=colour)} {lines}"


def _todo(finding: Finding) -> str:
    return printable(sentence(finding.todo)) if finding.todo is not None else ""


def _echo_json(looked: Looked) -> None:
    echo_json(
        {
            "ready": not _todos(looked.everything),
            "machine": [_json(each) for each in looked.machine],
            "file": [_json(each) for each in looked.file],
            "plan": [_json(each) for each in looked.plan],
        }
    )


def _json(finding: Finding) -> dict[str, Any]:
    told = {"id": finding.id, "level": finding.level.value, "text": sentence(finding.what)}
    return told if finding.todo is None or finding.level is Level.OK else {**told, "todo": _todo(finding)}
