"""Asking for a judge's PIN: not shown as it is typed; a wrong one has to wait, and shuts nobody out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.widgets import Input

from samling.domain.errors import Refused
from samling.domain.pitching import pin
from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from textual.widget import Widget

    from samling.domain.pitching.judge import Judge

_WAITS = (1, 2, 4, 8)
"""Seconds that the next PIN has to wait after the first wrong one, the second, and so on."""


class AskPin(Frame[bool]):
    """Answers True when the PIN is the judge's. After each wrong one the next is looked at a little later."""

    AUTO_FOCUS = "Input"

    def __init__(self, judge: Judge, now: Callable[[], datetime], speed: float) -> None:
        super().__init__(_("The PIN of {judge}").format(judge=judge.name))
        self._judge, self._now, self._speed = judge, now, speed
        self._typed = Input(password=True, compact=True, max_length=12)
        self._refused = Words(id="refused")
        self._wrong = 0
        self._wrong_at: datetime | None = None

    def body(self) -> Iterable[Widget]:
        """Where it is typed, and below it what was refused."""
        yield self._typed
        yield self._refused

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint(_("Enter"), _("Sit down"), "screen.send")
        yield Hint(_("Esc"), _("Cancel"), "screen.close")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter asks whether it is right."""
        event.stop()
        self.action_send()

    def action_send(self) -> None:
        """Look whether it is the judge's PIN, unless that was asked a moment ago."""
        wait = self._seconds_to_wait()
        if wait > 0:
            self._tell(_("Wait {count} s, and press Enter again.").format(count=wait))
            return
        try:
            pin.check(self._judge, self._typed.value)
        except Refused as error:
            self._wrong, self._wrong_at = self._wrong + 1, self._now()
            self._typed.value = ""
            self._tell(_("{why} The next one is looked at in {count} s.").format(why=say(error), count=self._wait))
        else:
            self.dismiss(True)

    @property
    def _wait(self) -> int:
        """Seconds that the next PIN has to wait."""
        return _WAITS[min(self._wrong, len(_WAITS)) - 1]

    def _seconds_to_wait(self) -> int:
        if self._wrong_at is None:
            return 0
        gone = (self._now() - self._wrong_at) / self._speed
        if gone < timedelta(0):  # the clock was set back
            return 0
        return max(0, -((gone - timedelta(seconds=self._wait)) // timedelta(seconds=1)))

    def _tell(self, sentence: str) -> None:
        self._refused.say(f"! {sentence}")
        self._refused.display = True
