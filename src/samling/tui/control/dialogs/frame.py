"""The frame of everything that opens over the control window: a box with a title and a line of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from samling.content.places import shipped
from samling.language import _
from samling.tui.widgets.keyline import Hint, key_line
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

Answer = TypeVar("Answer")


class Frame(ModalScreen[Answer], Generic[Answer]):
    """A box over the window. Escape closes it without an answer."""

    CSS_PATH = str(shipped("layouts", "screens", "dialogs.tcss"))
    AUTO_FOCUS = "#body > *"
    ESCAPE_TO_MINIMIZE = False
    VERTICAL_BREAKPOINTS = [(0, "-short"), (36, "-tall")]
    BINDINGS: ClassVar = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, *, text: str = "") -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay the box out: title, text, body, keys."""
        with Vertical(id="box"):
            yield Words(self._title, id="title")
            if self._text:
                yield Words(self._text, id="text")
            with Vertical(id="body"):
                yield from self.body()
            yield Words(key_line(self.hints()), id="keys")

    def body(self) -> Iterable[Widget]:
        """What stands in the box."""
        return ()

    def hints(self) -> Iterable[Hint]:
        """The keys that it knows."""
        yield Hint(_("Esc"), _("Close"), "screen.close")

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer, once: of keys in a burst a second one would close what lies under it."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
