"""The columns in which teams and people stand, wide or narrow."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

TEAM, PERSON = 3, 6
"""Columns before the name: a team's sign, and a person's, which is set in."""

_LEAST_NAME = 28
_WIDE = 100


class Columns(NamedTuple):
    """The widths of the columns, each beginning where it does on every line; `name` includes what is before it."""

    name: int
    role: int
    about: int
    last: int

    @classmethod
    def fitting(cls, width: int) -> Columns:
        """Return the columns for a width: what people are at work only where there is room."""
        last, role = 22, 24
        rest = max(0, width - last - role)
        name = max(min(_LEAST_NAME, rest), rest * 2 // 5) if width >= _WIDE else rest
        return cls(name, role, rest - name, last)


def fit(text: str, width: int) -> Content:
    """Return text in a column of that width, with a space after it; cut short where it is longer."""
    content = Content(text).truncate(max(0, width - 1), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
