"""The list of the roll call: how its lines are drawn, wide or narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from samling.domain.roll_words import HERE, LEFT, MISSING
from samling.tui.control.roll.lines import Heading, PersonLine, Standing, TeamLine
from samling.tui.widgets.picklist import PickList

if TYPE_CHECKING:
    from collections.abc import Hashable

_SIGNS = {
    Standing.HERE: HERE,
    Standing.PART: "◐",
    Standing.LEFT: LEFT,
    Standing.MISSING: MISSING,
    Standing.VISITING: "·",
}
_STYLES = {
    Standing.HERE: "$success",
    Standing.PART: "$warning",
    Standing.LEFT: "$text-quiet",
    Standing.MISSING: "$warning",
    Standing.VISITING: "$text-quiet",
}
_TEAM, _PERSON = 3, 6
"""Columns before the name: the sign, a person's set in."""
_LEAST_NAME = 28


class Columns(NamedTuple):
    """The widths of the columns, each beginning where it does on every line; `name` includes what is before it."""

    name: int
    role: int
    about: int
    when: int

    @classmethod
    def fitting(cls, width: int) -> Columns:
        """Return the columns for a width: what people are at work only where there is room."""
        when, role = 22, 24
        rest = max(0, width - when - role)
        name = max(min(_LEAST_NAME, rest), rest * 2 // 5) if width >= _WIDE else rest
        return cls(name, role, rest - name, when)


_WIDE = 100


class RollList(PickList):
    """Teams and people with their ticks."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a team, somebody in it, or a heading."""
        if isinstance(look, TeamLine):
            return _team(look, width)
        if isinstance(look, PersonLine):
            return _person(look, width)
        assert isinstance(look, Heading), "the list has teams, people and headings"
        return Content(f" {look.words}").stylize("bold $text-quiet")


def _team(line: TeamLine, width: int) -> Content:
    columns = Columns.fitting(width)
    return Content("").join(
        (
            _sign(line.standing, _TEAM),
            fit(line.name, columns.name - _TEAM).stylize("bold"),
            fit(line.count, columns.role).stylize(_STYLES[line.standing]),
            fit(line.about, columns.about).stylize("$text-quiet"),
            fit(line.when, columns.when).stylize("$text-quiet"),
        )
    )


def _person(line: PersonLine, width: int) -> Content:
    columns = Columns.fitting(width)
    quiet = "$text-quiet" if line.standing in (Standing.VISITING, Standing.LEFT) else ""
    return Content("").join(
        (
            _sign(line.standing, _PERSON),
            fit(line.name, columns.name - _PERSON).stylize(quiet),
            fit(line.role, columns.role).stylize("$text-quiet"),
            fit(line.profession, columns.about).stylize("$text-quiet"),
            fit(line.when, columns.when).stylize("$warning" if line.is_late else "$text-quiet"),
        )
    )


def _sign(standing: Standing, width: int) -> Content:
    return Content(f"{_SIGNS[standing]} ".rjust(width)).stylize(_STYLES[standing])


def fit(text: str, width: int) -> Content:
    """Return text in a column of that width, with a space after it; cut short where it is longer."""
    content = Content(text).truncate(max(0, width - 1), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
