"""A long list to walk with the arrows or the mouse. Only what is seen is drawn, and only what looks different again."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.events import Click

CURSOR = "▌"
_AROUND = 2
"""Rows over and under the cursor that stay in sight."""


class Row(NamedTuple):
    """A row: what it looks like, and the key it is chosen by; None for a heading, which cannot be."""

    key: Hashable | None
    look: Hashable


class PickList(ScrollView, can_focus=True):
    """The list. `show` gives it rows; a double click and Enter post `Opened`.

    A subclass says how a row looks (`draw`), with a blank cell before it for the cursor's sign.

    The cursor is its owner's: where it is asked to go, `choose` is called with the row's key. At once, not by a
    message: of keys that come in a burst each one goes on from where the last one went.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picklist--cursor"}
    DEFAULT_CSS = """
    PickList { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; text-wrap: nowrap; }
    PickList > .picklist--cursor { background: $block-cursor-background; }
    """
    BINDINGS: ClassVar = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("enter", "open", show=False),
    ]

    @dataclass
    class Opened(Message):
        """A row was asked for more."""

        key: Hashable

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._cursor: Hashable | None = None
        self._strips: dict[tuple[Hashable, bool, int], Strip] = {}
        self.choose: Callable[[Hashable], None] = lambda _key: None

    def draw(self, look: Hashable, width: int) -> Content:
        """Return how a row looks at that width."""
        raise NotImplementedError

    def show(self, rows: Sequence[Row], *, cursor: Hashable | None) -> None:
        """Show these rows with the cursor on that key. Showing the same again costs nothing."""
        before, moved = self._looks(), cursor != self._cursor
        other = tuple(rows) != self._rows
        if not (moved or other):
            return
        grown = len(rows) != len(self._rows)
        self._rows, self._cursor = tuple(rows), cursor
        self._fit()
        self._draw_changed(before)
        if moved or grown:
            self._follow()

    def _looks(self) -> list[tuple[Hashable, bool]]:
        return [(row.look, row.key is not None and row.key == self._cursor) for row in self._rows]

    def _draw_changed(self, before: list[tuple[Hashable, bool]]) -> None:
        now = self._looks()
        if len(before) != len(now):
            self.refresh()
            return
        top, width = self.scroll_offset.y, self.size.width
        changed = (row - top for row, (one, other) in enumerate(zip(before, now, strict=True)) if one != other)
        if regions := [Region(0, y, width, 1) for y in changed if 0 <= y < self.size.height]:
            self.refresh(*regions)

    def _fit(self) -> None:
        size = Size(self.scrollable_content_region.width, len(self._rows))
        if size != self.virtual_size:
            self.virtual_size = size

    def _follow(self) -> None:
        at = self._at(self._cursor)
        if at is not None and self.is_attached:
            around = Region(0, max(0, at - _AROUND), 1, 2 * _AROUND + 1)
            self.scroll_to_region(around, animate=False, force=True, immediate=True)

    def _at(self, key: Hashable | None) -> int | None:
        return next((at for at, row in enumerate(self._rows) if key is not None and row.key == key), None)

    # drawing

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._strips.clear()
        self._fit()
        self._follow()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window's height."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        if not 0 <= at < len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[at]
        marked = row.key is not None and row.key == self._cursor
        known = self._strips.get((row.look, marked, width))
        if known is None:
            style = self.get_visual_style("picklist--cursor") if marked else self.visual_style
            drawn = self.draw(row.look, width)
            if marked and drawn.plain.startswith(" "):  # a sign, for who sees no colours
                drawn = Content(CURSOR).append(drawn[1:])
            known = Visual.to_strips(self, drawn, width, 1, style, pad=True, apply_selection=False)[0]
            self._strips[row.look, marked, width] = known
        return known

    # walking

    @property
    def keys(self) -> list[Hashable]:
        """The keys of the rows that can be chosen, in order."""
        return [row.key for row in self._rows if row.key is not None]

    def action_step(self, by: int) -> None:
        """Ask for the cursor to go so many rows down, or up."""
        keys = self.keys
        if not keys:
            return
        at = keys.index(self._cursor) if self._cursor in keys else (-1 if by > 0 else len(keys))
        self.choose(keys[min(max(at + by, 0), len(keys) - 1)])

    def action_page(self, by: int) -> None:
        """Ask for the cursor to go a page down, or up."""
        self.action_step(by * max(1, self.size.height - _AROUND))

    def action_edge(self, which: int) -> None:
        """Ask for the cursor to go to the first row, or the last."""
        if keys := self.keys:
            self.choose(keys[which])

    def action_open(self) -> None:
        """Ask for more about the row under the cursor."""
        if self._at(self._cursor) is not None:
            self.post_message(self.Opened(self._cursor))

    def on_click(self, event: Click) -> None:
        """Choose the row that was clicked; open it on a double click."""
        where = event.get_content_offset(self)
        at = where.y + self.scroll_offset.y if where else -1
        key = self._rows[at].key if 0 <= at < len(self._rows) else None
        if key is not None:
            self.choose(key)
            if event.chain > 1:
                self.post_message(self.Opened(key))
