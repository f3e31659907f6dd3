"""A message from the facilitator, as large as the window allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.tui.screen.parts import Headline, SceneView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class MessageScene(SceneView):
    """The message alone."""

    def __init__(self) -> None:
        super().__init__()
        self._message = Headline(classes="message", share=0.88, whole=True)

    def compose(self) -> ComposeResult:
        """Lay the message in the middle."""
        yield self._message

    def show(self, view: View) -> None:
        """Show the message."""
        if view.gathering is not None:
            self._message.say(view.gathering.display.message)
