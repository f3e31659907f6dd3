"""Lists for a room: entries in columns, as large as all of them fit, in pages when they do not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from samling.tui.bigletters import LEAST_CAP, Type, fit_line, paint, width_of
from samling.tui.screen.parts import TALL, clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.geometry import Size

_GAP = 2
_NARROWEST = 16
_MOST_COLUMNS = 6
MOST_PAGES = 3
"""More pages of large letters than these keep people waiting longer than small letters would."""

_LARGEST_SHARE = 0.1
"""Of the window's height a capital may take no more than this, in half cells twice that."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A label (a table, a name) and the lines that belong to it."""

    label: str
    lines: tuple[str, ...]

    @property
    def joined(self) -> Entry:
        """The entry on one line."""
        return Entry(self.label, (" · ".join(self.lines),))


Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How entries stand: in letters of the size `cap` (0: the terminal's own), in so many columns and rows a page."""

    entries: Entries
    cap: int
    columns: int
    rows: int

    @property
    def per_page(self) -> int:
        """Entries on a page."""
        return self.columns * self.rows

    @property
    def pages(self) -> int:
        """Pages that all entries take."""
        return math.ceil(len(self.entries) / self.per_page)


def line_rows(cap: int) -> int:
    """Return the rows of cells that a line takes in letters of a size, room for marks above capitals included."""
    kind = Type(cap)
    return math.ceil((kind.above + kind.height) / 2) if cap else 1


def text_width(text: str, cap: int) -> int:
    """Return the cells that a text takes in letters of a size."""
    return math.ceil(width_of(text, cap)) if cap else Content(text).cell_length


@lru_cache(maxsize=64)
def form(entries: Entries, width: int, height: int, window: int) -> Form:
    """Return the largest form in which all entries stand on one page of `width` x `height` cells, else the best paged.

    An entry's lines stand below or beside one another, whichever is larger. `window` is the height of the whole
    window: in a tall one the terminal's own letters are too small for a room, as long as the pages are few.
    """
    shapes = (entries, tuple(each.joined for each in entries))
    largest = max(LEAST_CAP, int(window * _LARGEST_SHARE * 2))
    for cap in (*range(largest, LEAST_CAP - 1, -1), *(() if window >= TALL else (0,))):
        for each in shapes:
            found = _fitting(each, width, height, cap)
            if found is not None:
                return found
    large = [found for each in shapes if (found := _paged(each, width, height, LEAST_CAP)) is not None]
    best = min(large, key=lambda found: found.pages, default=None)
    if window >= TALL and best is not None and best.pages <= MOST_PAGES:
        return best
    ways = [way(each, width, height, 0) for way in (_fitting, _paged) for each in shapes]
    return min(filter(None, ways), key=lambda found: found.pages, default=Form(entries, 0, 1, 1))


def _fitting(entries: Entries, width: int, height: int, cap: int) -> Form | None:
    """The form with the fewest columns in which all fit on one page."""
    rows = (height + _air(entries, cap)) // _entry_rows(entries, cap)
    if not rows:
        return None
    columns = math.ceil(len(entries) / rows)
    if columns > _columns(entries, width, cap):
        return None
    return Form(entries, cap, columns, math.ceil(len(entries) / columns))


def _paged(entries: Entries, width: int, height: int, cap: int) -> Form | None:
    """The form with as much on a page as there is room for; None where not even one entry has room."""
    rows = (height + _air(entries, cap)) // _entry_rows(entries, cap)
    columns = _columns(entries, width, cap)
    return Form(entries, cap, columns, rows) if rows and columns else None


def _columns(entries: Entries, width: int, cap: int) -> int:
    """How many columns stand side by side without cutting anything; in the terminal's letters long names may be cut."""
    widest = _label_width(entries, cap) + max(text_width(line, cap) for each in entries for line in each.lines)
    if cap == 0:
        widest = min(widest, max(_NARROWEST, width // 2))
    return min(_MOST_COLUMNS, (width + _gap(cap)) // (widest + _gap(cap)))


def _label_width(entries: Entries, cap: int) -> int:
    return max(text_width(each.label, cap) for each in entries) + _gap(cap)


def _gap(cap: int) -> int:
    return _GAP * 2 if cap else _GAP


def _air(entries: Entries, cap: int) -> int:
    """The rows between two entries: none where each has one line of the terminal's own letters."""
    return 1 if cap or max(len(each.lines) for each in entries) > 1 else 0


def _entry_rows(entries: Entries, cap: int) -> int:
    return max(len(each.lines) for each in entries) * line_rows(cap) + _air(entries, cap)


class Listing(Widget):
    """Entries down the columns of a page."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Listing { width: 1fr; height: 1fr; }"
    COMPONENT_CLASSES = {"listing--label", "listing--line"}

    class Resized(Message):
        """The list has other room now, so that its pages may be others."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._entries: Entries = ()
        self._page = 0

    @property
    def entries(self) -> Entries:
        """What is listed."""
        return self._entries

    def say(self, entries: Sequence[Entry]) -> None:
        """List entries."""
        cleaned = tuple(Entry(clean(each.label), tuple(map(clean, each.lines)) or ("",)) for each in entries)
        if cleaned != self._entries:
            self._entries = cleaned
            self.refresh()

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 0."""
        if page != self._page:
            self._page = page
            self.refresh()

    def pages(self, room: Size) -> int:
        """Return how many pages the entries take in so much room; a list that is not shown just now has no size."""
        if not self._entries or not room:
            return 1
        found = form(self._entries, room.width, room.height, self.screen.size.height)
        return math.ceil(len(self._entries) / found.per_page)

    def on_resize(self) -> None:
        """Tell of it."""
        self.post_message(self.Resized())

    def render(self) -> Content:
        """Draw the page."""
        width, height = self.content_size
        if not self._entries or not width or not height:
            return Content("")
        found = form(self._entries, width, height, self.screen.size.height)
        page = min(self._page, self.pages(self.content_size) - 1)
        here = found.entries[page * found.per_page : (page + 1) * found.per_page]
        rows = math.ceil(len(here) / found.columns) if page == 0 else found.rows
        return Content("\n").join(self._lines(here, found, rows, width))

    def _lines(self, here: Entries, found: Form, rows: int, width: int) -> Iterator[Content]:
        across = (width - _gap(found.cap) * (found.columns - 1)) // found.columns
        for row in range(rows):
            drawn = [self._drawn(each, found, across) for each in here[row::rows]]
            for line in zip(*drawn, strict=True):
                yield Content(" " * _gap(found.cap)).join(line)

    def _drawn(self, entry: Entry, found: Form, width: int) -> list[Content]:
        """An entry as rows of cells, `width` wide."""
        cap, height = found.cap, _entry_rows(found.entries, found.cap)
        label_width = min(_label_width(found.entries, cap), width // 2)
        label, line = self.get_visual_style("listing--label"), self.get_visual_style("listing--line")
        rows: list[Content] = []
        for at, text in enumerate(entry.lines):
            left = _set(entry.label if at == 0 else "", label_width, cap)
            right = _set(text, width - label_width, cap)
            rows += [Content.assemble((one, label), (other, line)) for one, other in zip(left, right, strict=True)]
        return rows + [Content(" " * width)] * (height - len(rows))


def _set(text: str, width: int, cap: int) -> list[str]:
    """A line of text as rows of cells, cut where it is too long."""
    if not cap:
        return [Content(text).truncate(width, ellipsis=True, pad=True).plain]
    setting = fit_line(text, width, cap)
    painted = paint(setting, width, align="left") if setting else ()
    return [*[" " * width] * (line_rows(cap) - len(painted)), *painted]
