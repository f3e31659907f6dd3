"""A tiny program for the terminal's own tests: it shows its size, the last key and its last size in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Button, Static

if TYPE_CHECKING:
    from textual import events


class Probe(App[None]):
    """Shows what reaches a program, and rings, fails and quits when told."""

    CSS = "#bold { color: #ff0000; text-style: bold; }"
    BINDINGS: ClassVar = [("b", "bell"), ("q", "quit"), ("x", "exit_with_a_code")]

    def compose(self) -> ComposeResult:
        """Lay out the lines that the tests read."""
        yield Static("", id="size")
        yield Static("", id="key")
        yield Static("æøå 🎉 [not markup]", id="bold", markup=False)
        yield Button("Press me")

    def on_resize(self, event: events.Resize) -> None:
        """Show the size."""
        self.query_one("#size", Static).update(f"size {event.size.width} x {event.size.height}")

    def on_key(self, event: events.Key) -> None:
        """Show the key."""
        self.query_one("#key", Static).update(f"key {event.key}")

    def on_button_pressed(self) -> None:
        """Show the click."""
        self.query_one("#key", Static).update("clicked")

    def action_exit_with_a_code(self) -> None:
        """End with an exit code and a last word."""
        self.exit(return_code=3, message="a last word")


if __name__ == "__main__":
    app = Probe()
    app.run()
    raise SystemExit(app.return_code)
