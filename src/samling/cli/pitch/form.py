"""`samling pitch form`: the ready scoring forms, and checking a file of one's own."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.judged_by import use
from samling.cli.printing import echo_shelf
from samling.domain.line import printable
from samling.language import _, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.content.forms import Listed
    from samling.domain.scoring.form import Criterion, Form

_WIDTH = 78
_NO_BREAK = "\u00a0"
_INDENTED: dict[str, Any] = {"initial_indent": "  ", "subsequent_indent": "  "}


@click.group(help=_("Scoring forms: what judges score by. Copy one and make it yours."))
def form() -> None:
    """Handle scoring forms."""


form.add_command(use)


@form.command("list", help=_("List our scoring forms and your own."), epilog=example("samling pitch form list"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
def list_(as_json: bool) -> None:
    """List the forms."""
    from samling.content.forms import list_forms
    from samling.content.places import own_forms

    echo_shelf(list_forms(), own_forms(), as_json=as_json, row=_row, about=_about)


@form.command(help=_("Show a form's criteria."), epilog=example("samling pitch form show standard"))
@click.argument("form_id", metavar="ID|FILE.toml")
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def show(form_id: str, as_json: bool) -> None:
    """Show a form."""
    from samling.content.forms import find_form

    found = find_form(form_id).said(language())
    if as_json:
        click.echo(json.dumps(form_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found)))


@form.command(
    help=_("Check a form file: every error at once, with line and key."),
    epilog=example("samling pitch form check my-form.toml"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def check(file: Path, as_json: bool) -> None:
    """Check a form file."""
    from samling.content.forms import check_form

    found = check_form(file).said(language())
    if as_json:
        click.echo(json.dumps(form_json(found), ensure_ascii=False, indent=2))
    else:
        said = _("{path} is fine: {title}, {count} criteria.")
        click.echo(said.format(path=file, title=printable(found.title), count=len(found.criteria)))


def form_json(form: Form) -> dict[str, Any]:
    """Write a form as JSON has it."""
    return {
        "id": form.id,
        "title": form.title,
        "source": form.source,
        "note": form.note,
        "proposal": form.is_proposal,
        "lowest": form.lowest,
        "highest": form.highest,
        "criteria": [
            {
                "id": each.id,
                "name": each.name,
                "question": each.question,
                "weight": each.weight,
                "tie_rank": each.tie_rank,
                "words": list(each.words),
            }
            for each in form.criteria
        ],
    }


def _row(listed: Listed) -> dict[str, Any]:
    form = listed.content.said(language()) if listed.content else None
    return {
        "id": listed.id,
        "title": form.title if form else None,
        "criteria": len(form.criteria) if form else None,
        "ours": listed.is_ours,
        "faults": [fault.sentence(_) for fault in listed.faults],
    }


def _about(listed: Listed) -> str:
    """Say what a form of the list is, in a line."""
    if listed.content is None:
        return _("cannot be used: samling pitch form check {path}").format(path=listed.path)
    form = listed.content.said(language())
    said = _("{title}, {count} criteria").format(title=printable(form.title), count=len(form.criteria))
    return _("{form} (our proposal)").format(form=said) if form.is_proposal else said


def _lines(form: Form) -> Iterator[str]:
    """Say a form: its head, then each criterion with its question and the words of its scale."""
    yield printable(form.title)
    yield from textwrap.wrap(printable(form.note), _WIDTH)
    if form.source:
        yield from textwrap.wrap(_("Source: {source}").format(source=printable(form.source)), _WIDTH)
    yield _("Scored from {lowest} to {highest}.").format(lowest=form.lowest, highest=form.highest)
    for each in form.criteria:
        yield ""
        yield from _criterion_lines(each)


def _criterion_lines(criterion: Criterion) -> Iterator[str]:
    weight = _("{count} %").format(count=criterion.weight)
    in_a_tie = _("in a tie: no. {number}").format(number=criterion.tie_rank) if criterion.tie_rank else ""
    yield " · ".join(part for part in (printable(criterion.name), weight, in_a_tie) if part)
    yield from textwrap.wrap(printable(criterion.question), _WIDTH, **_INDENTED)
    steps = (f"{score} {printable(word)}" for score, word in enumerate(criterion.words, start=criterion.lowest))
    yield from _kept_whole(list(steps))


def _kept_whole(steps: list[str]) -> Iterator[str]:
    """Lay steps out in lines, none of them broken over two."""
    unbroken = " ".join(f"{step} ·".replace(" ", _NO_BREAK) for step in steps).removesuffix(f"{_NO_BREAK}·")
    for line in textwrap.wrap(unbroken, _WIDTH, **_INDENTED):
        yield line.replace(_NO_BREAK, " ")
