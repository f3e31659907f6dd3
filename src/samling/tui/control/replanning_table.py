"""The coming agenda as it stands and as each proposal would leave it: a column each, so that they can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from samling.domain.gathering import State
from samling.domain.replan.proposals import Kind
from samling.language import _
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from textual.geometry import Size

    from samling.domain.gathering import Gathering
    from samling.domain.replan.proposals import Change, Outlook, Proposal, Times

_NUMBER, _LATEST = 3, 8
_SHORT, _LONG = 10, 16
"""Widths of a proposal's column: when a block starts and what is changed, or when it ends as well."""
_LEAST_TITLE = 28


@dataclass(frozen=True, slots=True)
class Cell:
    """A block under a proposal. `change` is what is done to it: "−8", "+22" or a word; nothing where it stays."""

    start: str
    end: str
    change: str


@dataclass(frozen=True, slots=True)
class Row:
    """A block that is running or to come, under every proposal; "Leave it" stands first, as the agenda is now."""

    position: int
    title: str
    cells: tuple[Cell, ...]
    latest: str


@dataclass(frozen=True, slots=True)
class Table:
    """What there is to compare: the blocks, and in `done` when the day would be over under each proposal."""

    rows: tuple[Row, ...]
    done: tuple[str, ...]


def table_of(gathering: Gathering, found: Outlook) -> Table:
    """Return the blocks that are not over, as they stand and under each proposal."""
    proposals = (found.leave, *found.proposals[:-1])
    return Table(
        rows=tuple(_rows(gathering, found, proposals)),
        done=tuple(_clock(each.expected_end, gathering.timezone) for each in proposals),
    )


def _rows(gathering: Gathering, found: Outlook, proposals: Sequence[Proposal]) -> Iterator[Row]:
    zone = gathering.timezone
    for at, standing in enumerate(found.leave.blocks):
        block = gathering.block(standing.position)
        cells = tuple(_cell(each.blocks[at], _change(each, standing.position), zone) for each in proposals)
        is_coming = block.is_open or block.state is State.PENDING
        if is_coming or any(cell.change for cell in cells):
            latest = _clock(found.latest_start.get(standing.position), zone)
            yield Row(standing.position, block.title, cells, latest)


def _change(proposal: Proposal, position: int) -> Change | None:
    return next((each for each in proposal.changes if each.position == position), None)


def _cell(times: Times, change: Change | None, zone: str) -> Cell:
    return Cell(_clock(times.expected_start, zone), _clock(times.expected_end, zone), _change_words(change))


def _change_words(change: Change | None) -> str:
    if change is None:
        return ""
    if change.kind is Kind.DROP:
        return _("out")
    if change.kind is Kind.RESTORE:
        return _("back")
    sign = "−" if change.kind is Kind.SHORTEN else "+"
    return f"{sign}{round(change.seconds / 60)}"


def _clock(moment: datetime | None, zone: str) -> str:
    return clock_time(moment, zone) if moment else "–"


class ProposalTable(Widget):
    """The table. The column of the proposal that is marked stands out."""

    auto_links = False

    marked: reactive[int] = reactive(0)
    """Which column stands out: 0 is the agenda as it is."""

    table: reactive[Table] = reactive(Table((), ()), layout=True)
    """What is compared."""

    @property
    def first_change(self) -> int:
        """On which line the first block stands that the marked proposal changes; the first line where there is none."""
        changed = (at for at, row in enumerate(self.table.rows) if row.cells[self.marked].change)
        return next(changed, 0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """A line for each block, one over and one under them."""
        return len(self.table.rows) + 2

    def render(self) -> Content:
        """Lay the columns out at the width there is."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        count = len(self.table.done)
        column = _LONG if width - _NUMBER - _LATEST - count * _LONG >= _LEAST_TITLE else _SHORT
        title = max(8, width - _NUMBER - _LATEST - count * column)
        numbers = [_("Now"), *(str(number) for number in range(1, count))]
        heads = [_fit(f" {each}", column) for each in numbers]
        yield self._line(_fit("", _NUMBER), _fit(_("Block"), title), heads, _("Latest"), quiet=True)
        for row in self.table.rows:
            cells = [_drawn(cell, column) for cell in row.cells]
            yield self._line(_fit(f"{row.position:>2}", _NUMBER), _fit(row.title, title), cells, row.latest)
        ends = [_fit(f" {each}", column).stylize("bold") for each in self.table.done]
        yield self._line(_fit("", _NUMBER), _fit(_("Day done"), title), ends, "", quiet=True)

    def _line(
        self, number: Content, title: Content, cells: Sequence[Content], latest: str, *, quiet: bool = False
    ) -> Content:
        ends = (number, title, _fit(f" {latest}", _LATEST))
        number, title, last = (each.stylize("$text-quiet") for each in ends) if quiet else ends
        shown = [
            cell.stylize_before("on $block-cursor-background") if at == self.marked else cell
            for at, cell in enumerate(cells)
        ]
        return Content("").join([number, title, *shown, last.stylize("$text-quiet")])


def _drawn(cell: Cell, width: int) -> Content:
    ends = f"–{cell.end}" if width >= _LONG and cell.start != "–" else ""
    change = Content(cell.change).stylize("bold $warning")
    content = Content(f" {cell.start}{ends} ").append(change).truncate(width)
    return content.pad_right(width - content.cell_length)


def _fit(text: str, width: int) -> Content:
    content = Content(text).truncate(max(0, width - 1), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
