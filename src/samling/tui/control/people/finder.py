"""The line on which a name is typed to find somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input

from samling.language import _
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult


class _Typed(Input):
    """Where it is typed. The arrows walk the list meanwhile, Escape ends it."""

    BINDINGS: ClassVar = [
        Binding("up", "screen.step(-1)", show=False),
        Binding("down", "screen.step(1)", show=False),
        Binding("escape", "screen.stop_finding", show=False),
    ]

    def __init__(self, take: Callable[[], None], placeholder: str) -> None:
        super().__init__(compact=True, placeholder=placeholder)
        self._take = take

    async def _on_key(self, event: events.Key) -> None:
        """Take at once, on Enter, who is found: a binding would come after the letters of the next name in a burst."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._take()
        else:
            await super()._on_key(event)


class Finder(Horizontal):
    """The line. It is there while somebody is looked for; Enter takes who is found."""

    def __init__(self, take: Callable[[], None], placeholder: str) -> None:
        super().__init__(id="finding")
        self.typed = _Typed(take, placeholder)

    def compose(self) -> ComposeResult:
        """The word before it, and where it is typed."""
        yield Words(_("Find"), id="finding-label")
        yield self.typed

    def clear(self) -> None:
        """Be ready for the next name."""
        self.typed.value = ""
