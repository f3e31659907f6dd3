"""What the window says when the clock was set, when the machine was restarted, and when another window acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import State
from samling.language import _
from samling.tui.control.deeds import Told
from samling.wording import clock_time, deed, minutes, who_word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta
    from typing import Any

    from samling.store.log import LogEntry
    from samling.tui.control.desk import Desk


def clock_was_set(moved: timedelta) -> str:
    """Return what is said when the machine's clock was set."""
    length = minutes(round(abs(moved.total_seconds())))
    words = (
        _("This machine's clock was put forward by {length}. The day's times moved with it: time gone stays true.")
        if moved.total_seconds() > 0
        else _("This machine's clock was put back by {length}. The day's times moved with it: time gone stays true.")
    )
    return words.format(length=length)


def is_worth_telling(entry: LogEntry) -> bool:
    """Whether the facilitator is told of it: that a sheet is submitted, but not each key of twelve judges."""
    return str(entry.arguments.get("action", entry.action)) not in ("sheet-score", "sheet-comment")


def elsewhere(entry: LogEntry, timezone: str) -> Told:
    """Return the line that tells what another window did."""
    words = _("{who}: {what}").format(who=who_word(entry.who), what=deed(entry.action, entry.arguments, timezone))
    return Told(words, clock_time(entry.recorded_at, timezone, seconds=True))


async def after_restart(desk: Desk, last_seen: datetime | None) -> None:
    """Ask the one question: did the block go on while the machine was off, or was it paused, and since when."""
    current = desk.gathering.current
    if current is None or desk.gathering.block(current).state is State.PAUSED:
        return
    block, zone = desk.gathering.block(current), desk.gathering.timezone
    if last_seen is not None and block.started_at is not None and block.started_at > last_seen:
        return
    from samling.tui.control.dialogs.chooser import Chooser

    options = [
        ("on", _("It went on"), _("the clock has run all the time")),
        ("paused", _("It was paused …"), _("give the time since when")),
    ]
    title = _("The machine was restarted while “{title}” ran").format(title=block.title)
    answer = await desk.ask(Chooser(title, options, text=_("What did the room do meanwhile?"), chosen="on"))
    if answer == "paused":
        await _ask_since(desk, last_seen or desk.now, zone)


async def _ask_since(desk: Desk, around: datetime, zone: str) -> None:
    from samling.tui.control.dialogs.form import Field, Form
    from samling.tui.control.times import near

    def send(values: Mapping[str, Any]) -> None:
        desk.must("pause", at=values["at"])

    shown = clock_time(around, zone, seconds=True)
    field = Field("at", _("Paused since"), shown, _("samling was last open then"), near(around, zone))
    await desk.ask(Form(_("Paused since when?"), [field], send, text=_("Press p when it goes on."), verb=_("Pause")))
