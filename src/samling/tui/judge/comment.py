"""The line on which the comment is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.events import Key
from textual.widgets import Input

from samling.domain.pitching.sheets import LONGEST_COMMENT
from samling.language import _
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

_LEAVING = ("enter", "up", "down", "escape")


class _Typed(Input):
    """Where it is typed. All is told at once and not by messages, which would come after the next keys of a burst."""

    def __init__(self, typed: Callable[[str], None], leave: Callable[[str], None]) -> None:
        super().__init__(compact=True, max_length=LONGEST_COMMENT, select_on_focus=False)
        self._tell, self._leave = typed, leave
        self.is_open = False

    def watch_value(self, value: str) -> None:
        """Tell what stands there after a key."""
        if self.is_open:
            self._tell(value)

    async def _on_key(self, event: Key) -> None:
        """Leave, with the key that was pressed; what was meant for the sheet after that is given back to it."""
        if self.is_open and event.key not in _LEAVING:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if self.is_open:
            self._leave(event.key)
        else:
            self.app.post_message(Key(event.key, event.character))


class CommentInput(Horizontal):
    """The line. It is there while the comment is written.

    `typed` is called with the text after every key, `leave` with the key that leaves it: Enter, Escape or an arrow.
    """

    def __init__(self, typed: Callable[[str], None], leave: Callable[[str], None]) -> None:
        super().__init__(id="writing")
        self.typed = _Typed(typed, leave)

    def compose(self) -> ComposeResult:
        """The word before it, and where it is typed."""
        yield Words(_("Comment to the team"), id="writing-label")
        yield self.typed

    @property
    def is_open(self) -> bool:
        """Whether it is being written."""
        return self.typed.is_open

    def open(self, text: str) -> None:
        """Begin with the comment as it stands."""
        self.display = True
        self.typed.value = text
        self.typed.cursor_position = len(text)
        self.typed.is_open = True
        self.screen.set_focus(self.typed)

    def close(self) -> None:
        """Put it away."""
        self.typed.is_open = False
        self.display = False
        self.screen.set_focus(None)
