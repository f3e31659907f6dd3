"""A window that shows one picture at a time and follows the day: what the projector and the timekeeper share."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container

from samling.domain.display import Picture
from samling.tui.app import SamlingApp
from samling.tui.rescuing import ways_on
from samling.tui.screen import words
from samling.tui.screen.frame import Head, Notice
from samling.tui.screen.plain import PlainScene
from samling.tui.screen.scenes import make
from samling.wording import say

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.widget import Widget

    from samling.session import Session
    from samling.tui.screen.parts import SceneView
    from samling.tui.view import View

SLEPT_SHOWN_SECONDS = 10

EMPTY, FAULT, TOO_SMALL = "empty", "fault", "too-small"
PLAIN = (EMPTY, FAULT, TOO_SMALL)
"""What is said in plain words instead of a picture of the gathering."""


class StageApp(SamlingApp):
    """A head that says whose day it is, a stage with one picture, and room below it.

    What cannot be believed is not shown: while the file cannot be read, the reason takes the whole stage.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-middling"), (36, "-tall")]
    BINDINGS: ClassVar = [
        Binding("q,ctrl+c,ctrl+q", "quit", priority=True, show=False),
        Binding("question_mark", "toggle_about", show=False),
        Binding("escape", "close_about", show=False),
    ]

    def __init__(self, session: Session, *, speed: float = 1.0, demo: bool = False) -> None:
        """Show the session's gathering in use; `demo` says that it is an invented one."""
        super().__init__(session, speed=speed, demo=demo)
        self._plain = PlainScene()
        self._stage = Container(self._plain, id="stage")
        self._head, self._notice, self._about = Head(sign=self.sign), Notice(), self.about()
        self._about.display = False
        self._head.tell_viewing(viewing=session.viewing is not None)
        self._scenes: dict[str, SceneView] = {}
        self._shown: str | None = None
        self._slept = 0.0
        self._slept_until: datetime | None = None

    def compose(self) -> ComposeResult:
        """Lay the head, the stage and what lies over it."""
        yield self._notice
        yield self._head
        yield self._stage
        yield from self.below()
        yield self._about

    # what each window says for itself

    def about(self) -> Widget:
        """Return what tells what this window is and which keys it knows."""
        raise NotImplementedError

    def below(self) -> ComposeResult:
        """Yield what stands below the stage."""
        return ()

    def picture(self, view: View) -> Picture:
        """Return the picture for a view in which a gathering is open."""
        raise NotImplementedError

    def to_show(self, view: View, scene: SceneView) -> None:
        """Give a scene what it needs beside the view, before it shows it."""

    def painted(self, view: View) -> None:
        """Do what else is to be done with a view that has been shown."""

    # following

    def watch_view(self) -> None:
        """Show another moment."""
        self._paint()

    def watch_fault(self) -> None:
        """Say at once that the file cannot be read; show figures again once it can."""
        self._paint()

    def watch_rescued(self) -> None:
        """Say where the rescue copy is."""
        self._paint()

    def watch_viewing(self) -> None:
        """Say that the file can be looked at and no more."""
        self._head.tell_viewing(viewing=self.viewing is not None)

    def watch_slept(self, seconds: float) -> None:
        """Say, with the first figures after it, that this computer was asleep and that they are right again."""
        if seconds:
            self._slept, self._slept_until = seconds, None

    def on_resize(self) -> None:
        """Say when there is too little room."""
        self.call_after_refresh(self._paint)

    def _paint(self) -> None:
        picture = self._picture() if self._stage.is_attached else None
        if picture is None:
            return
        self._put_on_stage(picture)
        view = self.view
        if picture in PLAIN:
            self._plain.say(*self._plain_words(picture))
        elif view is not None:
            self.to_show(view, self._scenes[picture])
            self._scenes[picture].show(view)
        if view is not None:
            self._head.show(view)
            self._say_if_slept(view)
            self.painted(view)

    def _picture(self) -> str | None:
        if self.size.width < words.LEAST_WIDTH or self.size.height < words.LEAST_HEIGHT:
            return TOO_SMALL
        if self.fault is not None:
            return FAULT
        if self.view is None:
            return None
        return EMPTY if self.view.gathering is None else self.picture(self.view)

    def _plain_words(self, picture: str) -> tuple[str, str]:
        if picture == FAULT and self.fault is not None:
            return words.unreadable(), "\n".join((say(self.fault), *ways_on(self.fault, self.rescued)))
        if picture == EMPTY and self.view is not None:
            return words.empty(self.view)
        return words.too_small(self.size.width, self.size.height), ""

    def _put_on_stage(self, picture: str) -> None:
        if picture == self._shown:
            return
        for name, scene in self._scenes.items():
            scene.display = name == picture
        if picture not in self._scenes and picture not in PLAIN:
            self._scenes[picture] = make(Picture(picture))
            self._stage.mount(self._scenes[picture])
        self._plain.display = picture in PLAIN
        self._shown = picture
        self._stage.set_classes(f"-{picture}")
        self.screen.set_class(picture == Picture.BLACK, "-black")
        self.screen.set_class(picture == FAULT, "-fault")
        self.screen.set_class(picture == TOO_SMALL, "-too-small")

    def _say_if_slept(self, view: View) -> None:
        if not self._slept:
            return
        if self._slept_until is None:
            self._slept_until = view.now + timedelta(seconds=SLEPT_SHOWN_SECONDS) * self._speed
        if view.now >= self._slept_until:
            self._slept = 0.0
        self._notice.tell(words.slept(self._slept) if self._slept else "")

    # keys

    def action_toggle_about(self) -> None:
        """Tell what this window is, or stop telling."""
        self._about.display = not self._about.display

    def action_close_about(self) -> None:
        """Stop telling what this window is."""
        self._about.display = False
