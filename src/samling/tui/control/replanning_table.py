"""The coming agenda as it stands and as each proposal would leave it: a column each, so that they can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
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

    from textual.app import ComposeResult
    from textual.geometry import Size

    from samling.domain.gathering import Gathering
    from samling.domain.replan.proposals import Change, Outlook, Proposal, Times

_NUMBER, _LATEST = 3, 8
_SHORT, _LONG = 10, 16
"""Widths of a proposal's column: when a block starts and what is changed, or when it ends as well."""
_LEAST_TITLE = 28
_STANDING = 2
"""The lines that do not scroll: the headings, and when the day is done."""


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


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the block's title and each proposal's column are."""

    title: int
    proposal: int

    @classmethod
    def fitting(cls, width: int, count: int) -> _Columns:
        """Return those that fit in a width for so many proposals."""
        proposal = _LONG if width - _NUMBER - _LATEST - count * _LONG >= _LEAST_TITLE else _SHORT
        return cls(max(8, width - _NUMBER - _LATEST - count * proposal), proposal)


class _Part(Widget):
    """A part of the table, laid out at the width there is: its headings, its blocks, or when the day is done."""

    auto_links = False

    table: reactive[Table] = reactive(Table((), ()), layout=True)
    marked: reactive[int] = reactive(0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """As many rows as there are lines."""
        return len(tuple(self._lines(_Columns.fitting(width, len(self.table.done)))))

    def render(self) -> Content:
        """Lay the columns out at the width there is."""
        return Content("\n").join(self._lines(_Columns.fitting(self.content_size.width, len(self.table.done))))

    def _lines(self, columns: _Columns) -> Iterator[Content]:
        raise NotImplementedError

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


class _Headings(_Part):
    def _lines(self, columns: _Columns) -> Iterator[Content]:
        numbers = [_("Now"), *(str(number) for number in range(1, len(self.table.done)))]
        heads = [_fit(f" {each}", columns.proposal) for each in numbers]
        yield self._line(_fit("", _NUMBER), _fit(_("Block"), columns.title), heads, _("Latest"), quiet=True)


class _Blocks(_Part):
    def _lines(self, columns: _Columns) -> Iterator[Content]:
        for row in self.table.rows:
            cells = [_drawn(cell, columns.proposal) for cell in row.cells]
            yield self._line(_fit(f"{row.position:>2}", _NUMBER), _fit(row.title, columns.title), cells, row.latest)


class _DayDone(_Part):
    def _lines(self, columns: _Columns) -> Iterator[Content]:
        ends = [_fit(f" {each}", columns.proposal).stylize("bold") for each in self.table.done]
        yield self._line(_fit("", _NUMBER), _fit(_("Day done"), columns.title), ends, "", quiet=True)


class ProposalTable(VerticalScroll, can_focus=False):
    """The table. Its blocks scroll where they must, between the headings and when the day is done.

    The column of the proposal that is marked stands out.
    """

    marked: reactive[int] = reactive(0)
    """Which column stands out: 0 is the agenda as it is."""

    table: reactive[Table] = reactive(Table((), ()))
    """What is compared."""

    def compose(self) -> ComposeResult:
        """Lay the parts out: each follows what is compared, and what is marked."""
        for part in (_Headings(), _DayDone(), _Blocks()):
            yield part.data_bind(ProposalTable.table, ProposalTable.marked)

    def show_change(self) -> None:
        """Scroll to the first block that the marked proposal changes; to the first of all where there is none."""
        changed = (at for at, row in enumerate(self.table.rows) if row.cells[self.marked].change)
        self.scroll_to(y=next(changed, 0), animate=False)

    def scroll_pages(self, by: int) -> None:
        """Scroll so many pages of blocks on."""
        self.scroll_relative(y=by * (self.size.height - _STANDING), animate=False)


def _drawn(cell: Cell, width: int) -> Content:
    ends = f"–{cell.end}" if width >= _LONG and cell.start != "–" else ""
    change = Content(cell.change).stylize("bold $warning")
    content = Content(f" {cell.start}{ends} ").append(change).truncate(width)
    return content.pad_right(width - content.cell_length)


def _fit(text: str, width: int) -> Content:
    content = Content(text).truncate(max(0, width - 1), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
