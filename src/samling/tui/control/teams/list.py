"""The list of teams and people: how its lines are drawn, wide or narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.tui.control.people.columns import PERSON, TEAM, Columns, fit
from samling.tui.control.teams.lines import Heading, PersonLine, TeamLine
from samling.tui.widgets.picklist import PickList

if TYPE_CHECKING:
    from collections.abc import Hashable


class TeamList(PickList):
    """Teams and the people in them."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a team, somebody in it, or a heading."""
        columns = Columns.fitting(width)
        if isinstance(look, TeamLine):
            return Content("").join(
                (
                    Content(f"{look.sign:>{TEAM - 1}} ").stylize("bold $warning"),
                    fit(look.name, columns.name - TEAM).stylize("bold"),
                    fit(look.size, columns.role).stylize("$text-quiet"),
                    fit(look.about, columns.about).stylize("$text-quiet"),
                    fit(look.coach, columns.last).stylize("$text-quiet"),
                )
            )
        if isinstance(look, PersonLine):
            return Content("").join(
                (
                    Content(" " * PERSON),
                    fit(look.name, columns.name - PERSON),
                    fit(look.role, columns.role).stylize("$text-quiet"),
                    fit(look.profession, columns.about or columns.last).stylize("$text-quiet"),
                )
            )
        assert isinstance(look, Heading), "the list has teams, people and headings"
        return Content(f" {look.words}").stylize("bold $text-quiet")
