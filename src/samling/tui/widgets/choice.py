"""One of a few: shown on one line, changed with the left and right arrows, the space bar or the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click


class Choice(Widget, can_focus=True):
    """A choice between named values. `value` is the chosen one."""

    BINDINGS: ClassVar = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
    ]

    at: reactive[int] = reactive(0)
    """Which of the options is chosen, from 0."""

    def __init__(self, options: Sequence[tuple[str, str]], value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self.set_reactive(Choice.at, max(0, [name for name, _label in options].index(value)))

    @property
    def value(self) -> str:
        """The name of the chosen value."""
        return self._options[self.at][0]

    def render(self) -> Content:
        """Show the chosen value between arrows."""
        return Content(f"‹ {self._options[self.at][1]} ›")

    def action_turn(self, by: int) -> None:
        """Choose the next value, or the one before."""
        self.at = (self.at + by) % len(self._options)

    def on_click(self, event: Click) -> None:
        """Choose the next value; on the left arrow the one before."""
        self.action_turn(-1 if event.x <= 1 else 1)
