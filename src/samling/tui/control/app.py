"""The control window: the app around the desk, the guided start and what this machine has to say."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from samling.content.places import shipped
from samling.domain.errors import SamlingError
from samling.domain.gathering import State
from samling.language import _
from samling.tui.control.awake import Awake
from samling.tui.control.command_app import CommandApp
from samling.tui.control.screen import ControlScreen
from samling.wording import minutes, say

if TYPE_CHECKING:
    from textual.screen import Screen

    from samling.clockwatch import ClockNotice
    from samling.session import Session
    from samling.tui.view import View


_WORTH_TELLING = 10.0


class ControlApp(CommandApp):
    """`samling`: the window from which the day is run."""

    CSS_PATH = str(shipped("layouts", "screens", "control.tcss"))
    NOTIFICATION_TIMEOUT = 8
    asks_before_following = True
    BINDINGS: ClassVar = []

    def __init__(self, session: Session, *, speed: float = 1.0, demo: bool = False, keep_awake: bool = True) -> None:
        """Show the session's gathering in use; `demo` says that it is an invented one."""
        super().__init__(session, speed=speed, demo=demo)
        self.desk_screen = ControlScreen(self)
        self._awake = Awake(self._tell_awake) if keep_awake else None
        self._latest: int | None = None

    def get_default_screen(self) -> Screen[None]:
        """The desk lies at the bottom; everything else opens over it."""
        return self.desk_screen

    # the guided start

    def watch_view(self, view: View | None) -> None:
        """Open the guided start while there is nothing to run; keep the laptop awake while something runs."""
        if view is None:
            return
        self._tell_backup()
        if view.gathering is None and len(self.screen_stack) == 1:
            self.open_start()
        self._stay_awake(view)

    def open_start(self, *, new_network: bool = False) -> None:
        """Open the guided start: a network, a programme, a day."""
        from samling.tui.control.start import StartScreen

        self.push_screen(StartScreen(self.session, on_made=self._made, new_network=new_network))

    def _made(self) -> None:
        """Show the gathering that was made, and say where its blocks have been held before."""
        from samling.tui.control.learning import offer

        self.reread()
        offer(self.desk_screen.desk)

    def last_words(self) -> str | None:
        """Say on the way out that the clocks go on; a demo's may be gone with its file."""
        running = self.view.current if self.view and not self.demo else None
        return _("“{title}” goes on. Open samling again to see it.").format(title=running[0].title) if running else None

    # sleep

    def watch_slept(self, seconds: float) -> None:
        """Say that this machine stood still, and that the figures are right again."""
        if seconds >= _WORTH_TELLING:
            words = _("This computer stood still for {length}. The clocks have run on.")
            self.notify(words.format(length=minutes(round(seconds))), timeout=30, markup=False)

    # what was noticed

    def noticed(self, notice: ClockNotice) -> None:
        """Tell that the clock was set; ask once what happened while the machine was off."""
        from samling.tui.control import noticing

        if notice.moved is not None:
            self.notify(noticing.clock_was_set(notice.moved), title=_("Clock"), timeout=30, markup=False)
        if notice.restarted:
            self.run_worker(noticing.after_restart(self.desk_screen.desk, notice.last_seen), name="restart")

    def file_changed(self) -> None:
        """Tell what another window has done."""
        gathering = self.view.gathering if self.view else None
        if gathering is None:
            return
        latest = self.session.log(gathering.id, limit=1)
        seen, self._latest = self._latest, latest[-1].id if latest else None
        if not latest or seen is None or seen == self._latest:
            return
        from samling.tui.control import noticing

        if noticing.is_worth_telling(latest[-1]):
            # not `tell`: that takes away what this window has said, a refusal or that the clock was set
            (self.front or self.desk_screen).deed.tell(noticing.elsewhere(latest[-1], gathering.timezone))

    # the back-up of the day

    def on_ready(self) -> None:
        """See to the back-up of the day, now that the first picture stands."""
        super().on_ready()
        with suppress(SamlingError):  # a file that cannot be read says so by itself
            self.session.look_to_backup()

    def _tell_backup(self) -> None:
        """Say quietly that the back-up of the day could not be made: the day goes on."""
        trouble = self.session.take_backup_trouble()
        if trouble is not None:
            self.notify(
                _("{reason} The day is saved as always.").format(reason=say(trouble)),
                title=_("No back-up of the day"),
                severity="warning",
                timeout=30,
                markup=False,
            )

    # staying awake

    def _stay_awake(self, view: View) -> None:
        if self._awake is None:
            return
        if view.current is not None and view.current[0].state is State.RUNNING:
            self._awake.hold()
        else:
            self._awake.let_go()
            self.desk_screen.tell_aside("")

    def _tell_awake(self, can: bool) -> None:
        """Called from the thread that keeps the machine awake."""
        words = "" if can else _("! This laptop may fall asleep")
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.call_from_thread(self.desk_screen.tell_aside, words)

    def on_unmount(self) -> None:
        """Let the machine sleep again."""
        if self._awake is not None:
            self._awake.let_go()
