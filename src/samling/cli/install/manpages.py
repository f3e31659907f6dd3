"""`samling install manual`: a page for `man` for each command, made from what the commands say of themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example, examples_of
from samling.cli.install import roff
from samling.cli.install.files import keep
from samling.domain.errors import N_, Refused
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(
    help=_(
        "Write manual pages into your own man folder: man samling, and man samling-agenda for a command. On Windows "
        "there is no man: there --help tells the same."
    ),
    epilog=example("samling install manual", "samling install manual --print > samling.1"),
)
@click.option("--print", "only_print", is_flag=True, help=_("Only print the page of samling itself."))
def manual(only_print: bool) -> None:
    """Install manual pages."""
    if only_print:
        click.echo(dict(pages())["samling"], nl=False)
        return
    if sys.platform == "win32":
        raise Refused(N_("Windows has no man. samling COMMAND --help tells the same."))
    folder = man_folder()
    made = [keep(folder / "man1" / f"{name}.1", page.encode()) for name, page in pages()]
    said = _("{count} pages are in {folder}, {new} of them new or changed.")
    click.echo(said.format(count=len(made), folder=folder / "man1", new=sum(made)))
    click.echo(
        _("Read them with: man samling – if it is not found, with: man -M {folder} samling").format(folder=folder)
    )


def man_folder() -> Path:
    """Return the user's own folder of manual pages, which `man` looks in where ~/.local/bin is on the PATH."""
    if sys.platform == "darwin":
        return Path.home() / ".local" / "share" / "man"
    from platformdirs import user_data_path

    return user_data_path() / "man"


def pages() -> Iterator[tuple[str, str]]:
    """Yield each page's name and its text: samling's own, then one for each of its commands with all it holds."""
    from samling.cli.root import cli

    top = click.Context(cli, info_name="samling")
    nouns = dict(_subcommands(cli, top))
    listed = (line for name, command in nouns.items() for line in roff.entry(f"samling {name}", _first_line(command)))
    see = ", ".join(f"samling-{name}(1)" for name in nouns)
    more = [roff.heading(_("COMMANDS")), *listed, roff.heading(_("SEE ALSO")), roff.text(see)]
    yield "samling", _page("samling", cli, [*_section(cli, top), *more])
    for name, command in nouns.items():
        body = [line for each, context in _every(command, name, top) for line in _section(each, context)]
        yield f"samling-{name}", _page(f"samling-{name}", command, body)


def _page(name: str, command: click.Command, body: list[str]) -> str:
    from importlib.metadata import version

    first = roff.text(f"{name} - {_first_line(command)}")
    return "\n".join([roff.title(name, version("samling")), roff.heading(_("NAME")), first, *body, ""])


def _first_line(command: click.Command) -> str:
    return command.get_short_help_str(limit=200).rstrip(".")


def _subcommands(command: click.Command, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None, "a listed command is there"
            yield name, found


def _every(command: click.Command, name: str, above: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield a command, then all that it holds, each with its context: that knows what it is called."""
    context = click.Context(command, info_name=name, parent=above)
    yield command, context
    for each, found in _subcommands(command, context):
        yield from _every(found, each, context)


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    yield roff.heading(context.command_path)
    yield from _told(command, context)


def _told(command: click.Command, context: click.Context) -> Iterator[str]:
    """What a command says of itself: how it is called, what it does, its options and examples."""
    pieces = " ".join(command.collect_usage_pieces(context))
    yield from (".PP", f"\\fB{roff.text(context.command_path)}\\fR {roff.text(pieces)}", ".PP")
    yield from roff.paragraphs(command.help or "")
    for parameter in command.get_params(context):
        term, words = parameter.get_help_record(context) or ("", "")
        if words:
            yield from roff.entry(term, words)
    if shown := examples_of(command):
        yield from (".PP", roff.text(_("Example:") if len(shown) == 1 else _("Examples:")))
        yield from roff.as_it_stands(shown)
