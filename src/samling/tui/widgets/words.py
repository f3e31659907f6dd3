"""Plain words on the screen: shown exactly as they are, and drawn again only when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.visual import VisualType


class Words(Static):
    """A text without markup. `say` changes it; saying the same again costs nothing."""

    ALLOW_SELECT = False
    auto_links = False  # what can be clicked is styled where it is said

    def __init__(self, words: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(_plain(words), id=id, classes=classes, markup=False)
        self._said: str | Content = words

    def say(self, words: str | Content, *, layout: bool = True) -> None:
        """Show other words. `layout` False where their size cannot matter."""
        if words == self._said and (isinstance(words, str) or _same(words, self._said)):
            return
        layout = layout and _shape(words) != _shape(self._said)
        self._said = words
        self.update(_plain(words), layout=layout)


def _shape(words: str | Content) -> str:
    """The words with every digit the same: what their size may depend on. A clock that ticks lays nothing out anew."""
    return (words if isinstance(words, str) else words.plain).translate(_DIGITS)


_DIGITS = str.maketrans("123456789", "000000000")


def _same(one: Content, other: str | Content) -> bool:
    return isinstance(other, Content) and one.is_same(other)


def _plain(words: str | Content) -> VisualType:
    return Content(words) if isinstance(words, str) else words
