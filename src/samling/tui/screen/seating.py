"""Who sits where: a list as large as it fits, the plan of the room, and how long there is to find one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content

from samling.domain.errors import SamlingError
from samling.language import _
from samling.tui.screen import seating_words
from samling.tui.screen.listing import Listing
from samling.tui.screen.paging import PAGE_SECONDS
from samling.tui.screen.parts import TALL, FittedScene, Headline, Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from samling.domain.seating.values import Seating
    from samling.tui.view import View


class SeatingScene(FittedScene):
    """The seating of a block. Where the plan of the room fits, it takes turns with the list."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Headline(classes="title", share=0.14, letters=0.07)
        self._list, self._plan = Listing(), Words(classes="plan")
        self._moving = Headline(classes="moving", share=0.16, letters=0.09)
        self._page = Words(classes="page")
        self._drawn: tuple[object, str] | None = None

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._title
        yield self._list
        yield self._plan
        with Horizontal(classes="foot"):
            yield self._moving
            yield self._page

    def show(self, view: View) -> None:
        """Show where to sit."""
        found = seating_words.shown(view)
        if found is None:
            return
        _position, block, seating = found
        self._title.say(_("Find your table"))
        self._moving.say(seating_words.moving(view, block, seating))
        self._say_where(view, seating)

    def on_listing_resized(self) -> None:
        """Count the pages anew: the words above and below have taken their room only now."""
        self._again()

    def _say_where(self, view: View, seating: Seating) -> None:
        room = self._list.content_size if self._list.display else self._plan.content_size
        self._list.say(seating_words.entries(seating, seating_words.names(view)))
        lists = self._list.pages(room)
        plan = self._plan_of(view, seating, room)
        pages = lists + bool(plan)
        at = int(view.now.timestamp() // PAGE_SECONDS) % pages
        self._list.display, self._plan.display = at < lists, at >= lists
        if at < lists:
            self._list.turn_to(at)
        else:
            self._plan.say(Content(plan))
        numbers = {"page": at + 1, "pages": pages}
        self._page.say(_("page {page} of {pages}").format(**numbers) if pages > 1 else "")

    def _plan_of(self, view: View, seating: Seating, room: Size) -> str:
        """The plan of the tables, as wide and high as there is room for; empty where it does not fit."""
        asked = (seating, room, view.snapshot.roster)
        if self._drawn is None or self._drawn[0] != asked:
            is_large = self.screen.size.height >= TALL
            self._drawn = (asked, _drawn_plan(view, seating, room, is_large=is_large))
        return self._drawn[1]


def _drawn_plan(view: View, seating: Seating, size: Size, *, is_large: bool) -> str:
    """The plan, in a tall window with the numbers of the tables alone: names would be too small for the room."""
    if not size:
        return ""
    from samling.content.rooms import find_room  # a plan alone needs it
    from samling.tui.screen.seating_plan import large_plan, plan

    try:
        room = find_room(seating.layout_id)
        if is_large:
            lines = large_plan(seating, room, size.width, size.height)
        else:
            lines = plan(seating, room, seating_words.names(view), size.width)
    except SamlingError:  # the user's own room is gone: the list says all that matters
        return ""
    return "\n".join(lines) if len(lines) <= size.height else ""
