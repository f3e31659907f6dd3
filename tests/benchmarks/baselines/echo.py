"""A bare Textual program that shows the last key and how many there were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events


class Echo(App[None]):
    """Echoes keys."""

    count = 0

    def compose(self) -> ComposeResult:
        """Show one line."""
        yield Static("ready")

    def on_key(self, event: events.Key) -> None:
        """Show the key."""
        self.count += 1
        self.query_one(Static).update(f"{event.key} {self.count}")


if __name__ == "__main__":
    Echo().run()
