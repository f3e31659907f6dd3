"""A bare Textual program that shows the code of another link at each key: "https://nettskjema.no/a/17"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult

from samling.domain.link import checked
from samling.tui.widgets.qr import QrCode

if TYPE_CHECKING:
    from textual import events


class Codes(App[None]):
    """Shows a code for each key."""

    count = 0

    def compose(self) -> ComposeResult:
        """Lay the first code."""
        yield QrCode()

    def on_mount(self) -> None:
        """Show it."""
        self.show()

    def show(self) -> None:
        """Show the code of the link with the next number, and its text."""
        link = checked(f"https://nettskjema.no/a/{self.count}")
        self.query_one(QrCode).show(link.payload, link.text)

    def on_key(self, event: events.Key) -> None:
        """Go on to the next link."""
        event.stop()
        self.count += 1
        self.show()


if __name__ == "__main__":
    Codes().run()
