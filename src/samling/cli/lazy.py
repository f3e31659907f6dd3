"""A group of commands that are loaded when they are run. `--help` needs their one line alone, which stands here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group whose commands are named in a table: name -> (module:attribute, the line that help shows).

    It may have commands of its own beside them.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        """Take the table; everything else is Click's."""
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names: its own, then those of the table in its order, which is that of a day."""
        return [*super().list_commands(ctx), *self.lazy]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command when it is wanted."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, attribute = self.lazy[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; for one mistyped, propose those of the table that are near."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            names = self.list_commands(ctx)
            raise click.exceptions.NoSuchCommand(unknown.command_name, possibilities=names, ctx=ctx) from unknown

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Complete a command's name with its line, loading none of the table: a shell waits for this after a Tab."""
        from click.shell_completion import CompletionItem

        own = {name: command.get_short_help_str() for name, command in self.commands.items() if not command.hidden}
        lines = own | {name: _(line) for name, (_place, line) in self.lazy.items()}
        found = [CompletionItem(name, help=line) for name, line in lines.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands with their lines, loading none."""
        own = [(name, command.get_short_help_str(limit=90)) for name, command in self.commands.items()]
        with formatter.section(_("Commands")):
            formatter.write_dl([*own, *((name, _(line)) for name, (_place, line) in self.lazy.items())])
