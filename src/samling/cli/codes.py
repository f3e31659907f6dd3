"""Codes on the command line: printed in the terminal, held there until a key is pressed, or written to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.writing import may_write, write
from samling.domain.errors import N_, Refused, WrongUsage
from samling.language import _, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.segment import Segment

    from samling.codes.cells import Line
    from samling.codes.sheets import Card, Layout


_PROMPT = 1
"""Rows that the shell's prompt takes below."""


def write_files(
    card: Card,
    files: Mapping[str, Path],
    *,
    sheets: Sequence[Card] = (),
    layout: Layout = "sheets",
    force: bool = False,
) -> None:
    """Write a code to files by their form: "svg", "png", and A4 sheets as "pdf" or "html".

    On paper there are as many codes as `sheets` names; without any it is the one. Raises `Refused` where a file is
    there already or cannot be written, `WrongUsage` where two forms name the same one. Nothing is written before all
    may be.
    """
    _one_each(files.values())
    for path in files.values():
        may_write(path, force=force)
    for form, path in files.items():
        write(path, _contents(card, sheets or [card], form, layout))


def _one_each(paths: Iterable[Path]) -> None:
    named: set[Path] = set()
    for path in paths:
        if path.absolute() in named:
            raise WrongUsage(N_("{path} was given twice. Each form needs a file of its own."), path=path)
        named.add(path.absolute())


def _contents(card: Card, cards: Sequence[Card], form: str, layout: Layout) -> bytes:
    from samling.codes import pictures, sheets
    from samling.codes.pattern import code

    match form:
        case "svg":
            return pictures.svg(code(card.payload)).encode()
        case "png":
            return pictures.png(code(card.payload))
        case "pdf":
            return sheets.pdf(cards, layout, language=language())
        case _:
            return sheets.html(cards, layout, language=language()).encode()


def print_code(card: Card, notes: Iterable[str] = ()) -> None:
    """Print a code with its text below, whatever the terminal's theme; notes come above, on the error stream.

    Raises `Refused` where it could not be scanned.
    """
    console = colour_terminal()
    lines = _fitted(card, console, _rows(card.text, console) + _PROMPT)
    for note in notes:
        click.echo(note, err=True)
    _show(console, lines)
    click.echo(card.text)


def hold_code(card: Card) -> None:
    """Show a code until a key is pressed, on a page of its own of which the terminal keeps nothing.

    Raises `Refused` where it could not be scanned.
    """
    console, prompt = colour_terminal(), _("Any key takes it away.")
    lines = _fitted(card, console, _rows(card.text, console) + _rows(prompt, console))
    with console.screen(hide_cursor=True):
        _show(console, lines)
        click.echo(card.text)
        click.echo(prompt, nl=False)
        try:
            click.getchar()
        finally:
            console.clear()  # a terminal without pages of its own keeps nothing either


def colour_terminal() -> Console:
    """Return the terminal, if it is one that shows the two colours; raises `Refused` where it is not.

    NO_COLOR is for what colours say; here they are the picture. Where a terminal promises 16 colours only, which themes
    change, the fixed ones among its 256 are used: all that are in use have them.
    """
    from rich.console import Console

    console = Console(no_color=False)
    if console.color_system is None:
        raise Refused(
            N_("A code printed here could not be scanned: this is no terminal with colours. Write a file: --png FILE")
        )
    return Console(no_color=False, color_system="256") if console.color_system == "standard" else console


def _fitted(card: Card, console: Console, below: int) -> tuple[Line, ...]:
    """The code drawn in the terminal, with room for so many rows below."""
    from samling.codes.cells import drawn
    from samling.codes.pattern import screen_code

    return drawn(screen_code(card.payload), console.width, console.height - below)


def _rows(text: str, console: Console) -> int:
    from rich.cells import cell_len

    return -(-cell_len(text) // console.width)


def _show(console: Console, lines: tuple[Line, ...]) -> None:
    from rich.segment import Segment, Segments

    from samling.codes.cells import segments

    drawn: list[Segment] = []
    for line in lines:
        drawn += [*segments(line), Segment.line()]
    console.print(Segments(drawn), end="", soft_wrap=True)
