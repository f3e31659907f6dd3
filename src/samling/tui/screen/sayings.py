"""What several people said, each with their name: whole sentences, large where the window is tall, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from samling.tui.bigletters import LEAST_CAP, fit_line, paint, wrapped
from samling.tui.screen.listing import line_rows
from samling.tui.screen.parts import TALL, clean

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, who said it, and a word on it."""

    who: str
    text: str
    word: str = ""

    @property
    def head(self) -> str:
        """Who said it, with the word."""
        return f"{self.who} · {self.word}" if self.word else self.who


@dataclass(frozen=True, slots=True)
class _Block:
    """A saying in lines, those of its head and those of its text, in letters of the size `cap` (0: the terminal's)."""

    head: tuple[str, ...]
    text: tuple[str, ...]
    cap: int

    @property
    def rows(self) -> int:
        return (len(self.head) + len(self.text)) * line_rows(self.cap)


_Pages = tuple[tuple[_Block, ...], ...]


@lru_cache(maxsize=16)
def _paged(sayings: tuple[Saying, ...], width: int, height: int, *, large: bool) -> _Pages:
    pages: list[list[_Block]] = [[]]
    for saying in sayings:
        block = (_large(saying, width, height) if large else None) or _plain(saying, width)
        if pages[-1] and sum(each.rows + 1 for each in pages[-1]) + block.rows > height:
            pages.append([])
        pages[-1].append(block)
    return tuple(map(tuple, pages))


def _large(saying: Saying, width: int, height: int) -> _Block | None:
    """A saying in large letters; None where these are too large for it."""
    head, text = (wrapped(each, LEAST_CAP, width) for each in (saying.head, saying.text))
    block = _Block(head, text, LEAST_CAP) if head is not None and text is not None else None
    return block if block is not None and block.rows <= height else None


def _plain(saying: Saying, width: int) -> _Block:
    head, text = (Content(each).wrap(max(1, width)) for each in (saying.head, saying.text))
    return _Block(tuple(line.plain.rstrip() for line in head), tuple(line.plain.rstrip() for line in text), 0)


class Sayings(Widget):
    """A page of sayings."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Sayings { width: 1fr; height: 1fr; }"
    COMPONENT_CLASSES = {"sayings--who", "sayings--text"}

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._sayings: tuple[Saying, ...] = ()
        self._page = 0

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """What is said."""
        return self._sayings

    def say(self, sayings: Sequence[Saying]) -> int:
        """Show sayings; return how many pages they take in the room there is."""
        cleaned = tuple(Saying(clean(each.who), clean(each.text), each.word) for each in sayings)
        if cleaned != self._sayings:
            self._sayings = cleaned
            self.refresh()
        return len(self._pages())

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 0."""
        if page != self._page:
            self._page = page
            self.refresh()

    def _pages(self) -> _Pages:
        width, height = self.content_size
        return _paged(self._sayings, width, height, large=self.screen.size.height >= TALL)

    def render(self) -> Content:
        """Draw the page."""
        width, pages = self.content_size.width, self._pages()
        who, text = self.get_visual_style("sayings--who"), self.get_visual_style("sayings--text")
        rows: list[Content] = []
        for block in pages[min(self._page, len(pages) - 1)]:
            rows += [Content("")] if rows else []
            rows += [Content.styled(row, who) for line in block.head for row in _set(line, width, block.cap)]
            rows += [Content.styled(row, text) for line in block.text for row in _set(line, width, block.cap)]
        return Content("\n").join(rows)


def _set(line: str, width: int, cap: int) -> tuple[str, ...]:
    setting = fit_line(line, width, cap) if cap else None
    return paint(setting, width, align="left") if setting else (line,)
