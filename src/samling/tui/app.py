"""The app that every window is: it follows the file and the clock, and hands one view to its screen.

Nothing here counts. The file is asked whether it changed, the clock is asked what time it is, and what is shown is
worked out afresh; the only thing that is timed is when to ask again.
"""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, Any, ClassVar

from textual.reactive import var

from samling.clock import steady_seconds
from samling.domain.errors import DatabaseUnusable, FileHeld
from samling.tui.plain import PlainFilter
from samling.tui.pretence import sign
from samling.tui.rescuing import RescuingApp
from samling.tui.themes import DARK, THEMES
from samling.tui.view import View, look, seconds_to_change
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.filter import LineFilter
    from textual.notifications import Notify

    from samling.clockwatch import ClockNotice
    from samling.domain.action import About
    from samling.domain.gathering import Gathering
    from samling.session import Session, Snapshot

POLL_SECONDS = 0.05
_JUST_AFTER = 0.0002
_ASLEEP_SECONDS = 2.0
_HELD_SECONDS = 5.0
"""So long another program may keep a window from reading the file before it shows no figures any more."""
_DAMAGE_AFTER_SECONDS = 1.0


class SamlingApp(RescuingApp):
    """Base of the windows. Screens watch `view`, `fault` and `slept`, and call `act` to do something.

    `speed` is how fast the session's clock runs (a demo's), so that a figure is redrawn when it turns. `demo` says that
    what is shown is invented.
    """

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    poll_seconds: ClassVar[float] = POLL_SECONDS
    """How often the file is asked whether another window has changed it."""

    view: var[View | None] = var(None, always_update=True)
    """What there is to show; None until the file has been read for the first time."""

    slept: var[float] = var(0.0)
    """Seconds for which this process last stood still (a sleeping laptop, a stopped process); 0 when it has not."""

    parts: frozenset[About] = frozenset()
    """The parts of the file beside the gathering that the window shows just now: no others are read."""

    def __init__(self, session: Session, *, speed: float = 1.0, demo: bool = False) -> None:
        """Show the session's gathering in use."""
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self.session = session
        self.set_reactive(SamlingApp.viewing, session.viewing)
        self.demo = demo
        self.sign = sign(session, demo=demo)
        self._plain_filter = PlainFilter()
        self._speed = speed
        self._turns_at = 0.0
        self._is_behind = False
        self._asked_at: float | None = None
        self._held_since: float | None = None
        self._timer: asyncio.TimerHandle | None = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no text command the terminal, whatever widget shows it."""
        return [*super().get_line_filters(), self._plain_filter]

    def on_mount(self) -> None:
        """Draw the first view, then follow."""
        self.follow()
        self.set_timer(_DAMAGE_AFTER_SECONDS, self.look_for_damage)

    def on_resize(self) -> None:
        """Draw everything: a window that was pulled small and back before it was told has lost what stood in it."""
        self.screen.refresh()

    def run(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - Textual's own
        """Run the window. No garbage is collected until the first picture stands: that takes a quarter of its time."""
        gc.disable()
        try:
            return super().run(*arguments, **options)
        finally:
            gc.enable()

    def _fatal_error(self) -> None:
        """Close without Textual's traceback: whoever ran the window keeps `bug` in a file and says it in words."""
        self._close_messages_no_wait()

    @property
    def bug(self) -> Exception | None:
        """What made the window close by itself, if anything did."""
        return self._exception

    def on_ready(self) -> None:
        """Collect garbage again, but never look at what was loaded once and stays."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def on_unmount(self) -> None:
        """Stop following."""
        if self._timer is not None:
            self._timer.cancel()

    def follow(self) -> None:
        """Look at the file and the clock, draw if either has moved on, and set when to look again."""
        loop = asyncio.get_running_loop()
        asked = loop.time()
        self._notice_sleep(steady_seconds())
        self._look(asked)
        delay = min(self.poll_seconds, max(0.0, self._turns_at - loop.time()))
        self._timer = loop.call_later(delay, self.follow)

    def _notice_sleep(self, steady: float) -> None:
        """Tell when this process stood still; `steady` runs through the sleep that the loop's own time leaves out."""
        gap = 0.0 if self._asked_at is None else steady - self._asked_at
        self._asked_at = steady
        if gap > _ASLEEP_SECONDS:
            self._turns_at = 0.0
        slept = gap if gap > _ASLEEP_SECONDS else 0.0
        if slept != self.slept:
            self.slept = slept

    def _look(self, asked: float) -> None:
        try:
            self.session.check_file()
            self._is_behind |= self.session.changed()
            if self.fault is not None:
                self.session.notice_clock()
            if self._is_behind or self.view is None or self.fault is not None:
                self.reread()
                self.file_changed()
            elif asked >= self._turns_at:
                if self.session.notice_clock():
                    self.reread()
                    self.noticed(self.session.take_notice())
                else:
                    self._draw(self.view.snapshot)
            self._held_since = None
            if self.fault is not None:
                self.fault = None
        except DatabaseUnusable as fault:
            if self.follow_file(fault) or self._is_for_a_moment(fault, asked):
                return
            if self.fault is None or say(self.fault) != say(fault):
                self.fault = fault
            self._turns_at = asked + self.poll_seconds

    def _is_for_a_moment(self, fault: DatabaseUnusable, asked: float) -> bool:
        """Whether another program has only just begun to hold the file: the clocks go on with what was read last."""
        if self.view is None or self.fault is not None or not isinstance(fault, FileHeld):
            return False
        self._held_since = asked if self._held_since is None else self._held_since
        if asked - self._held_since >= _HELD_SECONDS:
            return False
        self._draw(self.view.snapshot)
        return True

    def _draw(self, snapshot: Snapshot) -> None:
        """Show a snapshot as it is now. The two clocks are read together, so that the next turn is met exactly."""
        now, asked = self.session.now(), asyncio.get_running_loop().time()
        view = look(snapshot, now)
        self._turns_at = asked + self.seconds_to_turn(view) / self._speed + _JUST_AFTER
        self.view = view

    def read(self) -> Snapshot:
        """Read what is shown from the file."""
        return self.session.snapshot(self.wanted)

    def seconds_to_turn(self, view: View) -> float:
        """Return the seconds, on the view's clock, until a figure that the window shows turns: at most 1."""
        return seconds_to_change(view)

    def wanted(self, _gathering: Gathering) -> Collection[About]:
        """Return which other parts of the file are to be read with the gathering."""
        return self.parts

    def file_changed(self) -> None:
        """Tell, where a window does, what another window has done. Called when the view has been drawn."""

    def noticed(self, notice: ClockNotice) -> None:
        """Tell, where a window does, that the clock was set or the machine restarted."""

    def reread(self) -> None:
        """Read the file again now, after something was written from this window or another.

        Where it cannot be read the next look does it: the file tells of a change once, and of the window's own never.
        """
        self._is_behind = True
        self._draw(self.read())
        self._is_behind = False

    def on_notify(self, told: Notify) -> None:
        """Let what is refused take the place of what was told before: of ten presses at once it is told once."""
        if told.notification.severity == "error":
            self.clear_notifications()
