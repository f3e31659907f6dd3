"""The agenda as a list that can be walked with the arrows or the mouse. It shows lines and tells what is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from samling.language import _
from samling.tui.control.agenda_line import Columns, Part, drawn, heading, spaced
from samling.tui.control.rows import BlockLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content
    from textual.events import Click

    from samling.tui.control.rows import Line


class Look(NamedTuple):
    """All that decides what a row looks like."""

    words: Line | tuple[object, ...]
    part: Part
    chosen: bool
    target: bool

    @classmethod
    def of(cls, line: Line, part: Part, *, chosen: bool, target: bool) -> Look:
        """Return the look of a part of a line."""
        if part is Part.BLANK:
            return cls((), part, chosen=False, target=False)
        if part is Part.ABOUT and isinstance(line, BlockLine):
            return cls((line.state, line.is_next, line.about, line.marks), part, chosen, target=False)
        return cls(line, part, chosen, target)


class AgendaList(ScrollView, can_focus=True):
    """The agenda. `show` gives it lines; a double click posts `Opened`.

    The cursor is its owner's: where it is asked to go, `choose` is called with the block's position. At once, not by a
    message: of keys that come in a burst each one goes on from where the last one went.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "agenda--done",
        "agenda--running",
        "agenda--paused",
        "agenda--dropped",
        "agenda--next",
        "agenda--quiet",
        "agenda--warn",
        "agenda--cursor",
        "agenda--heading",
        "agenda--added",
        "agenda--target",
    }

    BINDINGS: ClassVar = [
        Binding("up", "step(-1)", _("Up"), show=False),
        Binding("down", "step(1)", _("Down"), show=False),
        Binding("home", "edge(0)", _("First block"), show=False),
        Binding("end", "edge(-1)", _("Last block"), show=False),
    ]

    @dataclass
    class Opened(Message):
        """More about a block was asked for."""

        position: int

    def __init__(self, choose: Callable[[int], None]) -> None:
        super().__init__(id="agenda")
        self._choose = choose
        self._lines: tuple[Line, ...] = ()
        self._cursor: int | None = None
        self._target: int | None = None
        self._rows: list[tuple[Line, Part]] = []
        self._looks: list[Look] = []
        self._strips: dict[int, tuple[Look, Strip]] = {}

    def show(self, lines: tuple[Line, ...], *, cursor: int | None, target: int | None) -> None:
        """Show these lines; `cursor` is the chosen block, `target` the one that + and − change."""
        moved = cursor != self._cursor or target != self._target
        if lines == self._lines and not moved:
            return
        grown = len(lines) != len(self._lines)
        self._lines, self._cursor, self._target = lines, cursor, target
        before = self._looks
        self._fit(forget=grown)
        self._draw_changed(before)
        if moved or grown:
            self._follow_cursor()

    def _draw_changed(self, before: list[Look]) -> None:
        """Draw those rows again that look different now: most changes are about a few of them."""
        if len(before) != len(self._looks):
            self.refresh()
            return
        top, width = 1 - self.scroll_offset.y, self.size.width
        changed = (row + top for row, (one, other) in enumerate(zip(before, self._looks, strict=True)) if one != other)
        if regions := [Region(0, y, width, 1) for y in changed if 0 < y < self.size.height]:
            self.refresh(*regions)

    def _fit(self, *, forget: bool) -> None:
        """Set the lines as far apart as there is room for."""
        if forget:
            self._strips.clear()
        self._rows = spaced(self._lines, self.size.height - 1)
        self._looks = [
            Look.of(line, part, chosen=_is_at(line, self._cursor), target=_is_at(line, self._target))
            for line, part in self._rows
        ]
        size = Size(self.scrollable_content_region.width, len(self._rows) + 1)
        if size != self.virtual_size:
            self.virtual_size = size

    def _follow_cursor(self) -> None:
        row = next((row for row, (line, _part) in enumerate(self._rows) if _position(line) == self._cursor), None)
        if row is not None and self.is_attached:
            around = Region(0, max(0, row - 1), 1, 5)
            self.scroll_to_region(around, animate=False, force=True, immediate=True)

    # drawing

    def on_resize(self) -> None:
        """Lay the lines out anew."""
        self._fit(forget=True)
        self._follow_cursor()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window's height; the heading stays on top."""
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y - 1
        if y == 0:
            return self._draw(heading(Columns.fitting(width)), width)
        if not 0 <= row < len(self._rows):
            return Strip.blank(width, self.rich_style)
        look = self._looks[row]
        known = self._strips.get(row)
        if known is None or known[0] != look:
            line, part = self._rows[row]
            content = drawn(line, part, Columns.fitting(width), chosen=look.chosen, target=look.target)
            known = self._strips[row] = (look, self._draw(content, width, chosen=look.chosen))
        return known[1]

    def _draw(self, content: Content, width: int, *, chosen: bool = False) -> Strip:
        style = self.get_visual_style("agenda--cursor") if chosen else self.visual_style
        return Visual.to_strips(self, content, width, 1, style, pad=True, apply_selection=False)[0]

    # walking

    def _blocks(self) -> list[int]:
        return [line.position for line in self._lines if isinstance(line, BlockLine)]

    def action_step(self, by: int) -> None:
        """Move the cursor up or down."""
        blocks = self._blocks()
        if not blocks:
            return
        at = blocks.index(self._cursor) if self._cursor in blocks else (-1 if by > 0 else len(blocks))
        self._choose(blocks[min(max(at + by, 0), len(blocks) - 1)])

    def action_edge(self, which: int) -> None:
        """Move the cursor to the first or the last block."""
        if blocks := self._blocks():
            self._choose(blocks[which])

    def on_click(self, event: Click) -> None:
        """Choose the block that was clicked; open it on a double click."""
        at = event.get_content_offset(self)
        row = at.y + self.scroll_offset.y - 1 if at and at.y else -1
        position = _position(self._rows[row][0]) if 0 <= row < len(self._rows) else None
        if position is not None:
            self._choose(position)
            if event.chain > 1:
                self.post_message(self.Opened(position))


def _is_at(line: Line, position: int | None) -> bool:
    return position is not None and _position(line) == position


def _position(line: Line) -> int | None:
    return line.position if isinstance(line, BlockLine) else None
