"""The line on which a name is typed to find somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input

from samling.language import _
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult


class _Typed(Input):
    """Where it is typed. The arrows walk the list meanwhile, Enter takes what is found, Escape ends it."""

    BINDINGS: ClassVar = [
        Binding("up", "screen.step(-1)", show=False),
        Binding("down", "screen.step(1)", show=False),
        Binding("enter", "screen.take_found", show=False),
        Binding("escape", "screen.stop_finding", show=False),
    ]


class Finder(Horizontal):
    """The line. It is there while somebody is looked for."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(id="finding")
        self.typed = _Typed(compact=True, placeholder=placeholder)

    def compose(self) -> ComposeResult:
        """The word before it, and where it is typed."""
        yield Words(_("Find"), id="finding-label")
        yield self.typed

    def clear(self) -> None:
        """Be ready for the next name."""
        self.typed.value = ""
