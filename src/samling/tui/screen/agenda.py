"""The whole day, with the block that runs marked; it turns its own pages when the day does not fit."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.domain.gathering import State
from samling.language import _
from samling.tui.bigletters import LEAST_CAP, Type, width_of
from samling.tui.screen import words
from samling.tui.screen.paging import lay_out
from samling.tui.screen.parts import TALL, FittedScene, Headline, Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.screen.paging import Page
    from samling.tui.screen.words import AgendaLine
    from samling.tui.view import View

_SMALL_MARK, _SMALL_TIME = 3, 8
_AIR = 3


def columns(cap: int) -> tuple[int, int]:
    """Return how many cells the mark and the time take in letters of a size (0: the terminal's own)."""
    if not cap:
        return _SMALL_MARK, _SMALL_TIME
    return ceil(width_of("►", cap)) + _AIR, ceil(width_of("44:44", cap)) + 2 * _AIR


class Row(Horizontal):
    """One line of the agenda: a mark, a time, a title."""

    def __init__(self) -> None:
        super().__init__()
        self._mark, self._time = Headline(classes="mark"), Headline(classes="time")
        self._title = Headline(classes="title")
        self._measured: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        """Lay the parts from left to right."""
        yield self._mark
        yield self._time
        yield self._title

    def show(self, line: AgendaLine, rows: int, cap: int) -> None:
        """Show a line, `rows` high, in letters of the size `cap` (0: the terminal's own)."""
        self._measure(rows, cap)
        self._mark.say(line.mark, cap=cap)
        self._time.say(line.time, cap=cap)
        self._title.say(line.title, cap=cap)
        for each in State:
            self.set_class(each is line.state, f"-{each.value}")

    def _measure(self, rows: int, cap: int) -> None:
        if self._measured == (rows, cap):
            return
        self._measured = (rows, cap)
        self.styles.height = rows
        self.styles.padding = (0, 1, (rows - ceil(Type(cap).height / 2) if cap else rows - 1) // 2, 1)
        self._mark.styles.width, self._time.styles.width = columns(cap)


class AgendaScene(FittedScene):
    """The day's blocks with expected times."""

    def __init__(self) -> None:
        super().__init__()
        self._rows, self._page = Vertical(classes="rows"), Words(classes="page")
        self._made: list[Row] = []

    def compose(self) -> ComposeResult:
        """Lay the rows over the page's number."""
        with self._rows:
            yield from self._made
        yield self._page

    def show(self, view: View) -> None:
        """Show the day."""
        room = self._rows.size.height
        if view.gathering is None or not room:
            return
        page = lay_out(
            words.agenda_lines(view), words.short_agenda(view), room, view.now, large=self.app.size.height >= TALL
        )
        numbers = {"page": page.number, "pages": page.count}
        self._page.say(_("page {page} of {pages}").format(**numbers) if page.count > 1 else "")
        self._fill(page)

    def _fill(self, page: Page[AgendaLine]) -> None:
        cap = self._cap(page)
        for row, line in zip(self._have(len(page.lines)), page.lines, strict=True):
            row.show(line, page.rows, cap)

    def _cap(self, page: Page[AgendaLine]) -> int:
        """The size of letters in which the longest title still fits, within what the rows have room for."""
        if not page.is_large:
            return 0
        cap = (page.rows * 2 - 4) * 3 // 4
        while cap > LEAST_CAP and not self._fits(page, cap):
            cap -= 1
        return cap

    def _fits(self, page: Page[AgendaLine], cap: int) -> bool:
        room = self._rows.size.width - sum(columns(cap)) - 2
        return all(width_of(line.title, cap) <= room for line in page.lines)

    def _have(self, count: int) -> list[Row]:
        more = [Row() for _each in range(count - len(self._made))]
        self._made += more
        if more and self._rows.is_attached:
            self._rows.mount_all(more)
        for at, row in enumerate(self._made):
            row.display = at < count
        return self._made[:count]
