"""The tables as cards that can be walked with the arrows or the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from samling.tui.control.groups.cards import GAP, columns
from samling.tui.control.people.columns import fit
from samling.tui.widgets.picklist import CURSOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Click

    from samling.domain.seating.values import Member
    from samling.tui.control.groups.cards import Card, Seat

_INDENT = 2


class Cell(NamedTuple):
    """A line of a card: what stands there, and who it is about."""

    content: Content
    member: Member | None = None


class TableCards(ScrollView, can_focus=True):
    """The cards. `show` gives them. The cursor is its owner's: where it is asked to go, `choose` is called, at once."""

    DEFAULT_CSS = """
    TableCards { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("left", "beside(-1)", show=False),
        Binding("right", "beside(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]

    def __init__(self, choose: Callable[[Member], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choose = choose
        self._cards: tuple[Card, ...] = ()
        self._cursor: Member | None = None
        self._marked: Member | None = None
        self._lines: list[list[Cell]] = []

    def show(self, cards: tuple[Card, ...], *, cursor: Member | None, marked: Member | None) -> None:
        """Show these cards. Showing the same again costs nothing."""
        if (cards, cursor, marked) == (self._cards, self._cursor, self._marked):
            return
        moved = cursor != self._cursor
        self._cards, self._cursor, self._marked = cards, cursor, marked
        self._fit()
        self.refresh()
        if moved:
            self._follow()

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        count = columns(width)
        each = max(1, (width + GAP) // count - GAP)
        self._lines = []
        for first in range(0, len(self._cards), count):
            row = [self._drawn(card, each) for card in self._cards[first : first + count]]
            height = max(map(len, row))
            for line in range(height):
                self._lines.append([cells[line] if line < len(cells) else _blank(each) for cells in row])
            self._lines.append([])
        size = Size(width, max(0, len(self._lines) - 1))
        if size != self.virtual_size:
            self.virtual_size = size

    def _drawn(self, card: Card, width: int) -> list[Cell]:
        """A card's lines, each as wide as the card."""
        title = Content(card.title).stylize("bold $primary")
        note = Content(f" {card.note} ").stylize("$warning") if card.note else Content("")
        gap = Content(" " * max(0, width - title.cell_length - note.cell_length - 1))
        head = Content("").join([Content(" "), title, gap, note])
        told = [*_told(card.why, width), *_told(card.brings, width)]
        cells = [Cell(head), *(self._seat(seat, width) for seat in card.seats), *(Cell(line) for line in told)]
        return [Cell(cell.content.stylize_before("on $surface"), cell.member) for cell in cells]

    def _seat(self, seat: Seat, width: int) -> Cell:
        cursor = CURSOR if seat.member == self._cursor else " "
        sign = "►" if seat.member == self._marked else "·" if seat.is_beside else " "
        name_width = min(width - _INDENT - 1, max(len(seat.name) + 2, width // 2))
        line = Content("").join(
            [
                Content(cursor),
                Content(f"{sign} ".rjust(_INDENT)).stylize("bold $warning"),
                fit(seat.name, name_width).stylize("$text-quiet" if seat.is_beside else ""),
                fit(seat.more, max(0, width - _INDENT - 1 - name_width)).stylize("$text-quiet"),
            ]
        )
        if seat.member == self._cursor:
            line = line.stylize_before("on $block-cursor-background")
        return Cell(line, seat.member)

    def _follow(self) -> None:
        at = self._position()
        if at is not None and self.is_attached:
            around = Region(0, max(0, at[0] - 3), 1, 7)
            self.scroll_to_region(around, animate=False, force=True, immediate=True)

    # drawing

    def on_resize(self) -> None:
        """Stand the cards for the new size."""
        self._fit()
        self._follow()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window's height."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        if not 0 <= at < len(self._lines) or not self._lines[at]:
            return Strip.blank(width, self.rich_style)
        line = Content(" " * GAP).join([cell.content for cell in self._lines[at]])
        return Visual.to_strips(self, line, width, 1, self.visual_style, pad=True, apply_selection=False)[0]

    # walking

    def _position(self) -> tuple[int, int] | None:
        """The line and column of the cursor."""
        for y, line in enumerate(self._lines):
            for x, cell in enumerate(line):
                if cell.member is not None and cell.member == self._cursor:
                    return y, x
        return None

    def _column(self, x: int) -> list[tuple[int, Member]]:
        return [(y, line[x].member) for y, line in enumerate(self._lines) if x < len(line) and line[x].member]  # type: ignore[misc]

    def action_step(self, by: int) -> None:
        """Ask for the cursor to go to the next one in its column, or the one before."""
        at = self._position()
        if at is None:
            self.action_edge(0)
            return
        column = self._column(at[1])
        place = [y for y, _member in column].index(at[0]) + by
        if 0 <= place < len(column):
            self._choose(column[place][1])

    def action_beside(self, by: int) -> None:
        """Ask for the cursor to go to the card beside."""
        at = self._position()
        column = self._column(at[1] + by) if at is not None and at[1] + by >= 0 else []
        if at is not None and column:
            self._choose(min(column, key=lambda each: abs(each[0] - at[0]))[1])

    def action_edge(self, which: int) -> None:
        """Ask for the cursor to go to the first one, or the last."""
        members = [seat.member for card in self._cards for seat in card.seats]
        if members:
            self._choose(members[which])

    def on_click(self, event: Click) -> None:
        """Choose who was clicked."""
        at = event.get_content_offset(self)
        line = self._lines[at.y + self.scroll_offset.y] if at and at.y + self.scroll_offset.y < len(self._lines) else []
        x = 0
        for cell in line:
            if at is not None and x <= at.x < x + cell.content.cell_length and cell.member is not None:
                self._choose(cell.member)
            x += cell.content.cell_length + GAP


def _told(text: str, width: int) -> list[Content]:
    """A quiet text in the lines that it takes."""
    lines = Content(text).wrap(max(10, width - _INDENT - 2)) if text else []
    return [_padded(Content(" " * (_INDENT + 1)).append(line), width).stylize("$text-quiet") for line in lines]


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(0, width - content.cell_length))


def _blank(width: int) -> Cell:
    return Cell(Content(" " * width))
