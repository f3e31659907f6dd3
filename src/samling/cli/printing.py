"""What commands print alike: JSON, and lists of content files."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import click

from samling.domain.line import printable
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from samling.content.shelf import Listed, T


_LEAST_COLUMNS = 20


def echo_json(answer: object) -> None:
    """Print JSON that people can read too."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def folded(text: str, indent: int) -> str:
    """Return a line, which begins `indent` columns from the left, folded at words to the terminal's width.

    Its later lines are indented as far. Where the output goes to a file or a program it stays one line.
    """
    if not sys.stdout.isatty():
        return text
    width = max(_LEAST_COLUMNS, shutil.get_terminal_size().columns - indent - 1)
    return f"\n{' ' * indent}".join(textwrap.wrap(text, width, break_on_hyphens=False) or [""])


def echo_shelf(
    listed: Sequence[Listed[T]],
    own: Path,
    *,
    as_json: bool,
    row: Callable[[Listed[T]], dict[str, Any]],
    about: Callable[[Listed[T]], str],
) -> None:
    """Print a list of content files, ours and those in the folder `own`: what each is `about`, or its `row` of JSON."""
    if as_json:
        echo_json([row(each) for each in listed])
        return
    width = max(len(each.id) for each in listed)
    for each in listed:
        click.echo(f"{printable(each.id):<{width}}  {about(each)}")
    for ours in {each.path.parent for each in listed if each.is_ours}:
        click.echo(_("Ours are in {folder}").format(folder=ours))
    click.echo(_("Your own go in {folder}").format(folder=own))
