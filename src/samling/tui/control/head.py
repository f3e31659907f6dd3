"""The lines over and under the agenda: which gathering this is, the clock, the day in words, what was done last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content

from samling.domain.gathering import Scene
from samling.language import _
from samling.tui.widgets.words import Words
from samling.wording import clock_time, day_line, long_date, minutes, scene_word

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from samling.domain.gathering import Gathering
    from samling.tui.control.desk import Told
    from samling.tui.view import View

_NEARLY_NOTHING = timedelta(seconds=30)


class Head(Horizontal):
    """Which network and gathering this is, and what the clock says."""

    def __init__(self, *, demo: bool) -> None:
        super().__init__(id="head")
        self._network, self._where = Words(id="network"), Words(id="where")
        self._demo = Words(_("DEMO") if demo else "", id="demo", classes="" if demo else "-empty")
        self._clock = Words(id="clock")

    def compose(self) -> ComposeResult:
        """Name to the left, clock to the right."""
        yield self._network
        yield self._where
        yield self._demo
        yield self._clock

    def show(self, view: View) -> None:
        """Show what is in use, and the time."""
        network, gathering = view.snapshot.network, view.gathering
        self._network.say(network.name if network else "")
        if gathering is None:
            self._where.say("")
            self._clock.say("")
            return
        words = _("{number} · {title} · {date}").format(
            number=gathering.number, title=gathering.title, date=long_date(_date(view, gathering))
        )
        self._where.say(words)
        self._clock.say(clock_time(view.now, gathering.timezone, seconds=True), layout=False)

    def hide_clock(self) -> None:
        """Show no time while nothing on the screen may be believed."""
        self._clock.say("--:--:--", layout=False)


def _date(view: View, gathering: Gathering) -> date:
    return gathering.day(view.figures.day).date if view.figures else gathering.date


class DayBand(Horizontal):
    """The day in words, and what the projector shows."""

    def __init__(self) -> None:
        super().__init__(id="day")
        self._line, self._room, self._projector = Words(id="day-line"), Words(id="day-room"), Words(id="projector")

    def compose(self) -> ComposeResult:
        """The day to the left, the projector to the right."""
        yield self._line
        yield self._room
        yield self._projector

    def show(self, view: View) -> None:
        """Show how the day stands."""
        gathering, figures = view.gathering, view.figures
        if gathering is None or figures is None:
            return
        today, day = figures.today, gathering.day(figures.day)
        self._line.say(_standing(today.behind) + day_line(today, day.promised_end, gathering.timezone))
        self._room.say(_room(today.slack))
        for name, holds in _moods(today.behind).items():
            self.set_class(holds, name)
        self._projector.say(_projector(gathering))
        self._projector.set_class(gathering.display.black, "-black")


def _moods(behind: timedelta | None) -> dict[str, bool]:
    late = behind is not None and behind >= _NEARLY_NOTHING
    early = behind is not None and behind <= -_NEARLY_NOTHING
    return {"-behind": late, "-ahead": early}


def _standing(behind: timedelta | None) -> str:
    moods = _moods(behind)
    return "▼ " if moods["-behind"] else "▲ " if moods["-ahead"] else "● " if behind is not None else ""


def _room(slack: timedelta | None) -> str:
    """What is left to the promised end, or how far past it the day runs; nothing when they are the same."""
    if slack is None or abs(slack) < timedelta(minutes=1):
        return ""
    length = minutes(round(abs(slack).total_seconds() / 60) * 60)
    if slack > timedelta(0):
        return _("{length} to spare").format(length=length)
    return _("{length} past the promise").format(length=length)


def _projector(gathering: Gathering) -> str:
    shown = gathering.display
    if shown.black:
        return _("■ Projector is black")
    if shown.scene is Scene.MESSAGE:
        return _("Projector: “{message}”").format(message=shown.message)
    return _("Projector: {scene}").format(scene=scene_word(shown.scene))


class DeedLine(Horizontal):
    """What was done last and that it is saved; to the right what the window has to say about the laptop."""

    def __init__(self) -> None:
        super().__init__(id="deed")
        self._deed, self._aside = Words(id="deed-words"), Words(id="deed-aside")

    def compose(self) -> ComposeResult:
        """The deed to the left, the aside to the right."""
        yield self._deed
        yield self._aside

    def tell(self, told: Told) -> None:
        """Tell what was done."""
        parts: list[Content | tuple[str, str]] = []
        if told.saved:
            parts.append((_("✓ Saved {time}").format(time=told.saved) + "  ", "$text-success"))
        parts.append(Content(told.words))
        if told.undo:
            parts.append(("  " + _("u undoes"), "$text-quiet"))
        self._deed.say(Content.assemble(*parts), layout=False)

    def set_aside(self, words: str) -> None:
        """Tell something about the laptop."""
        self._aside.say(words)
