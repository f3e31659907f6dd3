"""The lines over and under the agenda: which gathering this is, the clock, the day in words, what was done last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain.gathering import Scene
from samling.language import _
from samling.tui.widgets.ends import Ends
from samling.wording import about, clock_time, countdown, day_line, long_date, scene_word

if TYPE_CHECKING:
    from samling.domain.agenda import DayFigures
    from samling.domain.gathering import Gathering
    from samling.tui.control.deeds import Told
    from samling.tui.view import View

_NEARLY_NOTHING = timedelta(seconds=30)
_ROOM_FOR_BOTH = 100
"""Columns from which the day's line also says how that stands against the promise."""


class Head(Ends):
    """Which network and gathering this is, and what the clock says."""

    def __init__(self, *, sign: str) -> None:
        super().__init__(id="head")
        self._demo = Content.assemble((f" {sign} ", "bold reverse $warning"), "  ") if sign else Content("")

    def show(self, view: View) -> None:
        """Show what is in use, and the time."""
        network, gathering = view.snapshot.network, view.gathering
        name = Content(network.name if network else "").truncate(30, ellipsis=True).stylize("bold $primary")
        if gathering is None or view.figures is None:
            self.say(name, self._demo)
            return
        date = long_date(gathering.day(view.figures.day).date)
        where = _("{number} · {title} · {date}").format(number=gathering.number, title=gathering.title, date=date)
        clock = Content(clock_time(view.now, gathering.timezone, seconds=True)).stylize("bold")
        self.say(name.append("  ").append(Content(where)), self._demo.append(clock))

    def hide_clock(self) -> None:
        """Show no time while nothing on the screen may be believed."""
        self.say(right=self._demo.append(Content("--:--:--")))


class DayBand(Ends):
    """The day in words, and what the projector shows."""

    def __init__(self) -> None:
        super().__init__(id="day", share=0.45)

    def show(self, view: View) -> None:
        """Show how the day stands."""
        gathering, figures = view.gathering, view.figures
        if gathering is None or figures is None:
            return
        self.say(_standing(figures.today, gathering, brief=self.size.width < _ROOM_FOR_BOTH), _projector(gathering))


def _standing(today: DayFigures, gathering: Gathering, *, brief: bool) -> Content:
    """The day's line with its sign, and what is left to the promised end."""
    sign, colour = _mood(today.behind)
    line = day_line(today, gathering.day(today.number).promised_end, gathering.timezone)
    return Content.assemble(
        (sign + line, f"bold {colour}"), ("" if brief else "   " + _room(today.slack), "$text-quiet")
    )


def _mood(behind: timedelta | None) -> tuple[str, str]:
    if behind is None:
        return "", "$foreground"
    if abs(behind) < _NEARLY_NOTHING:
        return "● ", "$success"
    return ("▼ ", "$warning") if behind > timedelta(0) else ("▲ ", "$secondary")


def _room(slack: timedelta | None) -> str:
    if slack is None or slack < timedelta(minutes=1):
        return ""
    return _("{length} to spare").format(length=about(slack))


def _projector(gathering: Gathering) -> Content:
    shown = gathering.display
    if shown.black:
        return Content(_("■ Projector is black")).stylize("bold $warning")
    if shown.scene is Scene.MESSAGE:
        return Content(_("Projector: “{message}”").format(message=shown.message))
    return Content(_("Projector: {scene}").format(scene=scene_word(shown.scene))).stylize("$text-quiet")


def running(view: View) -> Content:
    """Return the running block and the time left of it, for screens that lie over the desk; nothing where none runs."""
    if view.current is None:
        return Content("")
    block, figures = view.current
    return Content.assemble((f"{block.title} ", "$text-quiet"), (countdown(figures.remaining), "bold $primary"))


class DeedLine(Ends):
    """What was done last and that it is saved; to the right what the window has to say about the laptop."""

    def __init__(self) -> None:
        super().__init__(id="deed", left_first=True)

    def tell(self, told: Told) -> None:
        """Tell what was done."""
        parts: list[Content | tuple[str, str]] = []
        if told.saved:
            parts.append((_("✓ Saved {time}").format(time=told.saved) + "  ", "$success"))
        parts.append(Content(told.words))
        if told.undo:
            parts.append(("  " + _("u undoes"), "$text-quiet"))
        self.say(Content.assemble(*parts))

    def tell_aside(self, words: str) -> None:
        """Tell something about the laptop."""
        self.say(right=Content(words).stylize("$text-quiet"))
