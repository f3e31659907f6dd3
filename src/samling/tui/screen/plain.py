"""What is said in words alone: nothing to show, nothing that can be shown, no room to show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from samling.tui.screen.parts import Headline

if TYPE_CHECKING:
    from textual.app import ComposeResult


class PlainScene(Vertical):
    """A sentence in the middle of the window, and what to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._body = (
            Headline(classes="title", share=0.5, letters=0.15, whole=True),
            Headline(classes="body", share=0.4, letters=0.1, whole=True),
        )

    def compose(self) -> ComposeResult:
        """Lay the sentence over what to do."""
        yield self._title
        yield self._body

    def say(self, title: str, body: str) -> None:
        """Say another sentence."""
        self._title.say(title)
        self._body.say(body)
