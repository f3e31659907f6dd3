"""Commands that run the day: next, pause, the length of a block, leaving out, going back, correcting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import State
from samling.domain.localtime import to_local
from samling.domain.verbs import started_by_next
from samling.language import _
from samling.wording import clock_time, long_date

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping
    from typing import Any

    from samling.domain.gathering import Block, Gathering
    from samling.tui.control.desk import Desk


def start_or_next(desk: Desk) -> Awaitable[None] | None:
    """Start the next block. Within a second of a start, or of the last press, it asks: a double press skips nothing."""
    position = started_by_next(desk.gathering)
    if (desk.pressed_next() and desk.gathering.current) or _is_another_date(desk, position):
        return _next_when_confirmed(desk, position)
    _next(desk)
    return None


async def _next_when_confirmed(desk: Desk, position: int | None) -> None:
    current = desk.gathering.current
    if (current is None or not desk.is_just_started or await _leave(desk, current)) and await may_start(desk, position):
        _next(desk)


def _next(desk: Desk) -> None:
    if desk.do("next" if desk.gathering.current else "start"):
        desk.choose(None)


async def _leave(desk: Desk, current: int) -> bool:
    block, coming = desk.gathering.block(current), started_by_next(desk.gathering)
    then = (
        _("“{title}” would start.").format(title=desk.gathering.block(coming).title)
        if coming
        else _("The day would be over.")
    )
    return await desk.confirmed(
        _("Leave “{title}” already?").format(title=block.title),
        _("It has only just started, or next was pressed twice. {then}").format(then=then),
        yes=_("Leave it"),
        no=_("Stay"),
    )


def _is_another_date(desk: Desk, position: int | None) -> bool:
    """Whether a block belongs to a day that has not begun and is another than today's."""
    if position is None:
        return False
    gathering = desk.gathering
    day = gathering.day(gathering.block(position).day)
    return not day.is_frozen and day.date != to_local(desk.now, gathering.timezone).date()


async def may_start(desk: Desk, position: int | None) -> bool:
    """Whether a block may be started; asks where the day is another than today's."""
    if position is None or not _is_another_date(desk, position):
        return True
    gathering = desk.gathering
    planned, today = gathering.day(gathering.block(position).day).date, to_local(desk.now, gathering.timezone).date()
    return await desk.confirmed(
        _("Start on another date?"),
        _(
            "This day is planned for {planned}, and today is {today}. "
            "A rehearsal can be put back to its start afterwards (X)."
        ).format(planned=long_date(planned), today=long_date(today)),
        yes=_("Start now"),
        no=_("Do not start"),
    )


async def start_chosen(desk: Desk) -> None:
    """Start the block under the cursor; the running one ends."""
    found = desk.block_under_cursor()
    if found is None:
        return
    position, block = found
    if desk.pressed_next() and desk.gathering.current and not await _leave(desk, desk.gathering.current):
        return
    if await may_start(desk, position) and desk.do("start", position=position, seen=block):
        desk.choose(None)


async def next_at(desk: Desk) -> None:
    """Record after the fact that the next block has started."""
    coming = started_by_next(desk.gathering)
    if not await may_start(desk, coming):
        return
    from samling.tui.control.dialogs.form import Field, Form
    from samling.tui.control.times import near

    gathering, now = desk.gathering, desk.now

    def send(values: Mapping[str, Any]) -> None:
        desk.must("next", at=values["at"])
        desk.choose(None)

    field = Field(
        "at",
        _("Time"),
        clock_time(now, gathering.timezone, seconds=True),
        _("such as 09:03"),
        near(now, gathering.timezone),
    )
    await desk.ask(Form(_next_at_title(gathering, coming), [field], send, verb=_("Record")))


def _next_at_title(gathering: Gathering, coming: int | None) -> str:
    if coming is not None:
        return _("“{title}” started at …").format(title=gathering.block(coming).title)
    if gathering.current is not None:
        return _("“{title}” ended at …").format(title=gathering.block(gathering.current).title)
    return _("Next at …")


def pause_or_resume(desk: Desk) -> None:
    """Stop the running block's clock, or let it go on."""
    current = desk.gathering.current
    paused = current is not None and desk.gathering.block(current).state is State.PAUSED
    desk.do("resume" if paused else "pause")


def finish(desk: Desk) -> None:
    """End the running block."""
    if desk.do("finish"):
        desk.choose(None)


def extend(desk: Desk, minutes: int) -> Awaitable[None] | None:
    """Change the length of the block that + and − change; a protected one is shortened only when confirmed."""
    target = desk.target
    if target is None:
        desk.say(_("There is no block whose length can be changed."))
    elif minutes < 0 and desk.gathering.block(target).protected:
        return _shorten_protected(desk, target, minutes)
    else:
        desk.do("extend", seconds=minutes * 60, position=target, seen=desk.gathering.block(target))
    return None


async def _shorten_protected(desk: Desk, target: int, minutes: int) -> None:
    block = desk.gathering.block(target)
    if await _touch_protected(desk, block, _("Shorten it")):
        desk.do("extend", seconds=minutes * 60, position=target, seen=block)


async def _touch_protected(desk: Desk, block: Block, yes: str) -> bool:

    return await desk.confirmed(
        _("“{title}” is protected").format(title=block.title),
        _("The programme asks that it is neither shortened nor left out."),
        yes=yes,
        no=_("Leave it as it is"),
    )


async def until(desk: Desk) -> None:
    """Let a block end at a clock time."""
    target = desk.target
    if target is None:
        desk.say(_("There is no block whose length can be changed."))
        return
    from samling.tui.control.dialogs.form import Field, Form
    from samling.tui.control.times import near

    zone, figures, block = desk.gathering.timezone, desk.figures.blocks[target - 1], desk.gathering.block(target)
    end = figures.expected_end or desk.now
    field = Field("end", _("Ends at"), clock_time(end, zone), _("such as 10:35"), near(end, zone))
    title = _("“{title}” until …").format(title=block.title)

    def send(values: Mapping[str, Any]) -> None:
        desk.must("until", end=values["end"], position=target, seen=block)

    await desk.ask(Form(title, [field], send))


def drop_or_restore(desk: Desk) -> Awaitable[None] | None:
    """Leave the block under the cursor out, or take it back."""
    found = desk.block_under_cursor()
    if found is None:
        return None
    position, block = found
    if block.state is State.DROPPED:
        desk.do("restore", position=position, seen=block)
    elif block.protected:
        return _drop_protected(desk, position, block)
    else:
        _drop(desk, position, block)
    return None


async def _drop_protected(desk: Desk, position: int, block: Block) -> None:
    if await _touch_protected(desk, block, _("Leave it out")):
        _drop(desk, position, block)


def _drop(desk: Desk, position: int, block: Block) -> None:
    if desk.do("drop", position=position, seen=block):
        desk.choose(position)


def move(desk: Desk, by: int) -> None:
    """Move the block under the cursor one place; the cursor goes with it."""
    found = desk.block_under_cursor()
    if found is None:
        return
    position, block = found
    to = position + by
    if not 1 <= to <= len(desk.gathering.blocks):
        desk.say(_("“{title}” cannot be moved any further.").format(title=block.title))
        return
    desk.choose(position)
    desk.do("move", position=position, to=to, seen=block)


async def reopen(desk: Desk) -> None:
    """Go back to a finished block: the one under the cursor when it is done, else the last."""
    gathering, explicit = desk.gathering, desk.explicit
    is_done = explicit is not None and gathering.block(explicit).state is State.DONE
    position = explicit if is_done else gathering.last_ended
    if position is not None and gathering.current is not None and not await _go_back(desk, position):
        return
    seen = {} if position is None else {"seen": gathering.block(position)}
    if desk.do("reopen", position=position, **seen):
        desk.choose(None)


async def _go_back(desk: Desk, position: int) -> bool:

    return await desk.confirmed(
        _("Go back to “{title}”?").format(title=desk.gathering.block(position).title),
        _("It runs again from the beginning. What has run after it waits again; the log keeps what happened."),
        yes=_("Go back"),
        no=_("Stay"),
    )


async def correct(desk: Desk) -> None:
    """Correct when a block, or a pause in it, started or ended."""
    found = desk.block_under_cursor()
    if found is None:
        return
    position, block = found
    if block.started_at is None:
        desk.say(_("“{title}” has not started: there is no time to correct.").format(title=block.title))
        return
    from samling.tui.control.correcting import correction_form

    await desk.ask(correction_form(desk, position, block))


async def reset(desk: Desk) -> None:
    """Put a rehearsed gathering back to before its first start."""
    confirmed = await desk.confirmed(
        _("Put the gathering back to before its start?"),
        _("Every recorded time and every change of length is taken away. The plan stays, and u undoes it."),
        yes=_("Put it back"),
        no=_("Keep it"),
    )
    if confirmed and desk.do("reset"):
        desk.choose(None)
