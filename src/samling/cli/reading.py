"""Files that somebody gives to a command: text in whatever encoding it was saved, and JSON without guesses."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NoReturn

import click

from samling.domain.errors import N_
from samling.domain.reader import problem
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read_text(file: Path) -> str:
    """Read a file as text, in whatever encoding; raise `FileProblems` for what is no text, or cannot be read."""
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet_text import decoded

    found = read_bytes(file)
    if found.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise problem(file, N_("It is a spreadsheet. Save it as CSV and give that."))
    return decoded(found, str(file))


def parse_json(text: str, file: Path, *, exact: bool = False) -> object:
    """Read JSON strictly: no key twice, no NaN. With `exact` every number is a `Decimal`, just as it was written.

    Raise `FileProblems` with the place of the first fault.
    """
    number = _exactly if exact else None
    try:
        return json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=number, parse_int=number
        )
    except json.JSONDecodeError as fault:
        raise problem(
            file,
            N_("It is not JSON: line {line}, column {column}: {fault}."),
            line=fault.lineno, column=fault.colno, fault=fault.msg,
        ) from fault  # fmt: skip
    except (ValueError, RecursionError) as fault:
        raise problem(file, N_("It is not JSON: {fault}."), fault=str(fault)[:200]) from fault


def warn_of(strange: Sequence[str]) -> None:
    """Say on the error stream which keys mean nothing: a misspelt one must not pass in silence."""
    for key in strange:
        click.echo(_("The key {key} means nothing here and is left out.").format(key=key), err=True)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = min(key for key, times in Counter(key for key, _value in pairs).items() if times > 1)
        raise ValueError(_("the key {key} stands twice").format(key=repr(twice)))
    return found


def _exactly(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent of twenty digits
        _no_number(text[:40])


def _no_number(text: str) -> NoReturn:
    raise ValueError(_("{text} is not a number").format(text=text))
