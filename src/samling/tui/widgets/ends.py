"""One line with words at both ends: what is most important to the left, what gives way to nothing to the right."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

_APART = 2


class Ends(Widget):
    """A line with a left and a right end. The left one is cut short, with an ellipsis, where there is too little room.

    `share` is how much of the width the right end may take at most; with `left_first` it is left out altogether where
    the left one needs the room.
    """

    ALLOW_SELECT = False
    auto_links = False
    DEFAULT_CSS = """
    Ends { height: 1; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, *, share: float = 0.6, left_first: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.left, self.right = Content(""), Content("")
        self._share, self._left_first = share, left_first

    def say(self, left: Content | None = None, right: Content | None = None) -> None:
        """Show other words; an end that is left out stays as it is. Saying the same again costs nothing."""
        left, right = self.left if left is None else left, self.right if right is None else right
        if not (left.is_same(self.left) and right.is_same(self.right)):
            self.left, self.right = left, right
            self.refresh()

    def render(self) -> Content:
        """Draw both ends."""
        width = self.content_size.width
        right = self.right.truncate(max(0, int(width * self._share)), ellipsis=True)
        if self._left_first and self.left.cell_length + right.cell_length + _APART > width:
            right = Content("")
        room = max(0, width - right.cell_length - (_APART if right else 0))
        left = self.left.truncate(room, ellipsis=True)
        return left.pad_right(max(0, width - left.cell_length - right.cell_length)).append(right)
