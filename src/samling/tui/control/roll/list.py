"""The list of the roll call: how its lines are drawn, wide or narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain.roll_words import HERE, LEFT, MISSING
from samling.tui.control.people.columns import PERSON, TEAM, Columns, fit
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
            _sign(line.standing, TEAM),
            fit(line.name, columns.name - TEAM).stylize("bold"),
            fit(line.count, columns.role).stylize(_STYLES[line.standing]),
            fit(line.about, columns.about).stylize("$text-quiet"),
            fit(line.when, columns.last).stylize("$text-quiet"),
        )
    )


def _person(line: PersonLine, width: int) -> Content:
    columns = Columns.fitting(width)
    quiet = "$text-quiet" if line.standing in (Standing.VISITING, Standing.LEFT) else ""
    return Content("").join(
        (
            _sign(line.standing, PERSON),
            fit(line.name, columns.name - PERSON).stylize(quiet),
            fit(line.role, columns.role).stylize("$text-quiet"),
            fit(line.profession, columns.about).stylize("$text-quiet"),
            fit(line.when, columns.last).stylize("$warning" if line.is_late else "$text-quiet"),
        )
    )


def _sign(standing: Standing, width: int) -> Content:
    return Content(f"{_SIGNS[standing]} ".rjust(width)).stylize(_STYLES[standing])
