"""The line on which the comment is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input

from samling.domain.pitching.sheets import LONGEST_COMMENT
from samling.language import _
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult


class _Typed(Input):
    """Where it is typed. Enter and the arrows leave it; with something in question Enter and Escape answer."""

    BINDINGS: ClassVar = [
        Binding("enter,up,down", "screen.end_comment", show=False),
        Binding("escape", "screen.escape_comment", show=False),
    ]


class CommentInput(Horizontal):
    """The line. It is there while the comment is written."""

    def __init__(self) -> None:
        super().__init__(id="writing")
        self.typed = _Typed(compact=True, max_length=LONGEST_COMMENT, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """The word before it, and where it is typed."""
        yield Words(_("Comment to the team"), id="writing-label")
        yield self.typed

    def begin(self, text: str) -> None:
        """Begin with the comment as it stands."""
        with self.prevent(Input.Changed):
            self.typed.value = text
        self.typed.cursor_position = len(text)
