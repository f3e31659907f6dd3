"""`samling install`: shell completion and manual pages, in the user's own folders."""

from __future__ import annotations

import click

from samling.cli.install.manpages import manual
from samling.cli.install.shells import completion
from samling.language import _


@click.group(help=_("Completion of commands in your shell, and manual pages. Both need no administrator."))
def install() -> None:
    """Install what makes commands easier to find."""


install.add_command(completion)
install.add_command(manual)
