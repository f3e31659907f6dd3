"""A bare Textual program that shows the time of day once a second, as one would write it first."""

from __future__ import annotations

from datetime import UTC, datetime

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneHertz(App[None]):
    """Shows the time."""

    def compose(self) -> ComposeResult:
        """Show one line."""
        yield Static("ready")

    def on_mount(self) -> None:
        """Begin to tick."""
        self.set_interval(1, self.show)

    def show(self) -> None:
        """Show the time."""
        self.query_one(Static).update(f"{datetime.now(UTC):%H:%M:%S}")


if __name__ == "__main__":
    OneHertz().run()
