"""What no argument of any action may be: a number that is none or that no file can hold, a moment outside the calendar.

The rules say what fits; this holds before them, so that none has to think of what is endless.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from samling.domain.errors import N_, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 2**63 - 1
"""The largest whole number that the file can hold."""

_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""There is nothing before and after these to count into."""


def check(arguments: Mapping[str, object]) -> None:
    """Raise `WrongUsage` for arguments with a number, anywhere within them, that is not whole or is endless."""
    for each in _within(arguments):
        if isinstance(each, float) or (isinstance(each, int) and not -LARGEST <= each <= LARGEST):
            raise WrongUsage(N_("{number} is no whole number that can be kept."), number=f"{each:.6g}")
        if isinstance(each, datetime) and not _FIRST_YEAR <= each.year <= _LAST_YEAR:
            raise WrongUsage(N_("“{text}” is outside the calendar."), text=each.date())


def _within(value: object) -> Iterator[object]:
    """Yield a value, or the values that it is made of."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield key
            yield from _within(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))
    else:
        yield value
