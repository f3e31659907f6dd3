"""The whole day, with the block that runs marked; it turns its own pages when the day does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.domain.gathering import State
from samling.language import _
from samling.tui.screen import words
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.screen.paging import page_of

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class Row(Horizontal):
    """One block: its time, its title and a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._mark, self._time, self._title = Headline(classes="mark"), Headline(classes="time"), Headline(classes="title")

    def compose(self) -> ComposeResult:
        """Lay the parts from left to right."""
        yield self._mark
        yield self._time
        yield self._title

    def show(self, mark: str, time: str, title: str, state: State) -> None:
        """Show a block."""
        self._mark.say(mark)
        self._time.say(time)
        self._title.say(title)
        for each in State:
            self.set_class(each is state, f"-{each.value}")


class AgendaScene(SceneView):
    """The day's blocks with expected times."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._page = Headline(classes="title"), Headline(classes="page")
        self._rows = Vertical(classes="rows")
        self._made: list[Row] = []

    def compose(self) -> ComposeResult:
        """Lay the rows between the title and the page's number."""
        yield self._title
        with self._rows:
            yield from self._made
        yield self._page

    def show(self, view: View) -> None:
        """Show the day."""
        if view.gathering is None or view.figures is None:
            return
        self._title.say(view.gathering.title)
        lines = words.agenda_lines(view)
        room = max(1, self._rows.size.height)
        shown, page, pages = page_of(lines, room, view.now)
        self._page.say(_("page {page} of {pages}").format(page=page, pages=pages) if pages > 1 else "")
        rows = self._have(len(shown))
        for row, line in zip(rows, shown, strict=True):
            row.show(line.mark, line.time, line.title, line.state)

    def _have(self, count: int) -> list[Row]:
        more = [Row() for _each in range(count - len(self._made))]
        self._made += more
        if more and self._rows.is_attached:
            self._rows.mount_all(more)
        for at, row in enumerate(self._made):
            row.display = at < count
        return self._made[:count]
