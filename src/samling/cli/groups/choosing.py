"""Which seating a command is about, and the options that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Seating

    Command = TypeVar("Command", bound=Callable[..., Any])


def with_seating(command: Command) -> Command:
    """Give a command the options --block and --draft."""
    draft = click.option("--draft", "draft_id", type=int, metavar="ID", help=_("This draft, by its number."))
    return with_block(draft(command))


def with_block(command: Command) -> Command:
    """Give a command the option --block."""
    return click.option("--block", type=int, metavar="POSITION", help=_("For this block of the agenda."))(command)


def with_json(command: Command) -> Command:
    """Give a command the option --json."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))(command)


def chosen(hall: Hall, block: int | None, draft_id: int | None) -> Seating:
    """Return the seating to be looked at or changed; raise `Refused` for none."""
    return hall.shown(block) if draft_id is None else hall.seatings.seating(draft_id)
