"""Commands that change the plan: its blocks, its days, what was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import State
from samling.domain.localtime import after, instant, parse_clock, parse_date
from samling.domain.plan import plan_day
from samling.language import _
from samling.tui.control.learning import took
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from samling.tui.control.desk import Desk


async def add(desk: Desk) -> None:
    """Add a block: after the chosen one, else as the day's last."""
    from samling.tui.control.block_form import new_block_form

    position, number, where = _place(desk)

    def send(change: object) -> None:
        before = {block.id for block in desk.gathering.blocks}
        done = desk.must("add", change=change, number=number, position=position)
        desk.choose(next(done.gathering.positions(lambda block: block.id not in before), None))

    await desk.ask(new_block_form(desk.gathering, number, where, send))


def _place(desk: Desk) -> tuple[int | None, int, str]:
    """The position and day of a new block, and where that is in words."""
    gathering, explicit = desk.gathering, desk.explicit
    if explicit is None:
        return None, desk.figures.day, _("It goes last on the agenda of the day.")
    block = gathering.block(explicit)
    words = _("It goes after “{title}”.").format(title=block.title)
    return explicit + 1, block.day, words


async def edit(desk: Desk) -> None:
    """Change the block under the cursor."""
    found = desk.block_under_cursor()
    if found is None:
        return
    from samling.tui.control.block_form import edit_block_form

    position, block = found

    def send(change: object) -> None:
        desk.must("edit", position=position, seen=block, change=change)

    await desk.ask(edit_block_form(desk.gathering, block, send, text=took(desk, block)))


def duplicate(desk: Desk) -> None:
    """Put a copy of the block under the cursor after it."""
    found = desk.block_under_cursor()
    if found is not None:
        desk.do("duplicate", position=found[0], seen=found[1])


async def remove(desk: Desk) -> None:
    """Take the block under the cursor out of the plan, when confirmed."""
    found = desk.block_under_cursor()
    if found is None:
        return
    position, block = found
    waits = block.state in (State.PENDING, State.DROPPED)
    confirmed = not waits or await desk.confirmed(  # what cannot be removed is refused in words
        _("Remove “{title}”?").format(title=block.title),
        _("It leaves the plan. To leave it out today and keep it on the list, press d instead."),
        yes=_("Remove it"),
        no=_("Keep it"),
    )
    if confirmed and desk.do("remove", position=position, seen=block):
        desk.choose(None)


def lay_out(desk: Desk) -> None:
    """Share the time that is left between the blank blocks."""
    desk.do("lay-out", number=desk.figures.day)


async def promise(desk: Desk) -> None:
    """Change the promised end of the day and, before it has started, its planned start."""
    from samling.tui.control.dialogs.form import Field, Form

    gathering = desk.gathering
    day, zone = gathering.day(desk.figures.day), gathering.timezone
    start = Field("start", _("Planned start"), clock_time(day.planned_start, zone), read=parse_clock)
    end = Field("end", _("Promised end"), clock_time(day.promised_end, zone), read=parse_clock)

    def send(values: Mapping[str, Any]) -> None:
        begins = instant(day.date, values["start"], zone) if "start" in values else day.planned_start
        arguments = {"start": begins} if begins != day.planned_start else {}
        desk.must("promise", number=day.number, seen=day, end=after(begins, values["end"], zone), **arguments)

    fields = [end] if day.is_frozen else [start, end]
    await desk.ask(Form(_("What was promised"), fields, send, text=_("What the participants have been told.")))


async def add_day(desk: Desk) -> None:
    """Add a day to the gathering."""
    from datetime import timedelta

    from samling.tui.control.dialogs.form import Field, Form

    gathering, last = desk.gathering, desk.gathering.days[-1]
    zone = gathering.timezone

    def send(values: Mapping[str, Any]) -> None:
        start = instant(values["date"], values["start"], zone)
        end = after(start, values["end"], zone)
        desk.must("add-day", day=plan_day(last.number + 1, start, end, zone))

    fields = [
        Field("date", _("Date"), f"{last.date + timedelta(days=1)}", _("such as 2026-09-17"), parse_date),
        Field("start", _("Start"), clock_time(last.planned_start, zone), read=parse_clock),
        Field("end", _("Promised end"), clock_time(last.promised_end, zone), read=parse_clock),
    ]
    await desk.ask(Form(_("Add a day"), fields, send))


async def rename(desk: Desk) -> None:
    """Give the gathering another title."""
    from samling.tui.control.dialogs.form import Field, Form

    field = Field("title", _("Title"), desk.gathering.title)
    send = lambda values: desk.must("rename", title=values["title"])  # noqa: E731 - read where it is used
    await desk.ask(Form(_("Rename the gathering"), [field], send))
