"""Who is meant, of those who are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.roll_finding import begins
from samling.domain.seating.values import Member

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from samling.tui.widgets.picklist import Row


def nearest(
    rows: tuple[Row, ...], typed: str, *, is_done: Callable[[Hashable], bool] = lambda _look: False
) -> Member | None:
    """Return who is meant most likely by what was typed: somebody whose own name begins so, a person before a team.

    Those for whom it `is_done` already come after the others. With nothing typed it is the first line.
    """
    named = [(row.key, row.look) for row in rows if isinstance(row.key, Member)]

    def unlikely(line: tuple[Member, Hashable]) -> tuple[bool, bool, bool]:
        key, look = line
        return not begins(typed, getattr(look, "name", "")), is_done(look), key.of == "team"

    found = min(named, key=unlikely) if named and typed.strip() else next(iter(named), None)
    return found[0] if found else None
