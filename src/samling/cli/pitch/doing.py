"""What the commands about the pitches share: doing an action and telling what became of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

import click

from samling.language import _
from samling.wording import deed

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.cli.place import Place
    from samling.domain.pitching.values import Pitching
    from samling.session import Done, Session

    Command = TypeVar("Command", bound=Callable[..., Any])


def with_json(command: Command) -> Command:
    """Give a command the option --json."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))(command)


def echo_json(answer: object) -> None:
    """Print JSON."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def do(
    place: Place, name: str, prepare: Callable[[Pitching], dict[str, Any]] | None = None, *, quiet: bool = False
) -> Pitching:
    """Do an action about the pitches at the time given, tell it unless `quiet`, and return the pitches after it.

    `prepare` works the arguments out from the pitches.
    """
    with place.session() as session:
        arguments = prepare(session.pitching()) if prepare else {}
        done = session.do(name, at=place.moment(session.in_use()), **arguments)
        if not quiet:
            tell(done, session)
    after: Pitching = done.after
    return after


def tell(done: Done, session: Session, turned: str = "", more: str = "") -> None:
    """Say what was done; `turned` is undo or redo where it was one of these, `more` how it stands after it."""
    arguments = {"action": done.action, **done.arguments} if turned else done.arguments
    said = deed(turned or done.action, arguments, session.network_in_use().timezone)
    click.echo(f"{said} · {more}" if more else said)
