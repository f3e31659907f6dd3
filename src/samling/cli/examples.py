"""Examples of how a command is called: the last lines of its help, as data that the tests run and the manual prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _

if TYPE_CHECKING:
    import click

_INDENT = "  "


def example(*lines: str) -> str:
    """Return an epilog that shows command lines just as they are typed, never wrapped: `epilog=example("samling log")`.

    A line is the same in every language, because commands are; what is quoted in it is what a Norwegian would write.
    """
    title = _("Example:") if len(lines) == 1 else _("Examples:")
    return "\n".join(["\b", title, *(f"{_INDENT}{line}" for line in lines)])


def examples_of(command: click.Command) -> tuple[str, ...]:
    """Return the command lines that a command's help shows; none for a command without an example."""
    shown = (command.epilog or "").splitlines()
    return tuple(line.removeprefix(_INDENT) for line in shown if line.startswith(_INDENT))
