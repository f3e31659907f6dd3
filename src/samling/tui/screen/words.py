"""What the projector and the timekeeper say: pure functions from a view to sentences in the language in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.display import Signal, passed_mark, signal
from samling.domain.gathering import State
from samling.domain.localtime import to_local
from samling.language import _, ngettext
from samling.wording import clock_time, countdown, long_date, minutes, wall_clock

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.agenda import BlockFigures
    from samling.domain.gathering import Block, Gathering
    from samling.domain.network import GatheringLine
    from samling.domain.rounds.clock import RoundFigures, TurnFigures
    from samling.tui.view import View

SHAPES = {Signal.CALM: "", Signal.SOON: "▲", Signal.LAST: "◆", Signal.OVER: "■"}
"""A shape goes with every sign, so that none is told by colour alone."""

PAUSE_SHAPE = "║"


def clock(view: View, moment: datetime) -> str:
    """Return an instant as the gathering's clock shows it."""
    return clock_time(moment, _timezone(view))


def wall(view: View) -> str:
    """Return what the clock on the wall shows."""
    return wall_clock(view.now, _timezone(view))


def _timezone(view: View) -> str:
    if view.gathering is not None:
        return view.gathering.timezone
    return view.snapshot.network.timezone if view.snapshot.network else "UTC"


def whose(view: View) -> str:
    """Return which network and gathering is open."""
    network, gathering = view.snapshot.network, view.gathering
    if network is None:
        return _("No network")
    if gathering is None:
        return _("{network} · no gathering").format(network=network.name)
    return _("{network} · gathering {number} · {title}").format(
        network=network.name, number=gathering.number, title=gathering.title
    )


def block_signal(block: Block, figures: BlockFigures) -> Signal:
    """Return the warning sign of a running or paused block."""
    return signal(block, figures.remaining.total_seconds())


def sign(block: Block, figures: BlockFigures) -> tuple[str, str]:
    """Return the shape and the words that go with a block's clock; empty words while there is nothing to say."""
    if block.state is State.PAUSED and block.fixed_end is None:
        return PAUSE_SHAPE, _("Paused")
    shape, words = SHAPES[block_signal(block, figures)], _sign_words(block, figures)
    if block.state is State.PAUSED:
        return PAUSE_SHAPE, _("Paused · {sign}").format(sign=words) if words else _("Paused, the end stands fast")
    return shape, words


def _sign_words(block: Block, figures: BlockFigures) -> str:
    mark = passed_mark(block, figures.remaining.total_seconds())
    if mark is None:
        return ""
    if mark == 0:
        return _("Time is up") if figures.remaining > timedelta(seconds=-1) else _("Over time")
    return _("Last minute") if mark == 1 else _("Last {count} minutes").format(count=mark)


def whose_turn(found: RoundFigures) -> str:
    """Return whose turn it is, or which step, and how many there are: "3 of 8 · Havnvik"."""
    if found.current is None:
        return ""
    place = {"place": found.place, "count": found.counted, "turn": found.current.turn.title}
    return _("{place} of {count} · {turn}").format(**place)


def turn_sign(turn: TurnFigures, *, paused: bool) -> tuple[str, str]:
    """Return the shape and the words that go with a turn's clock; empty words while there is nothing to say."""
    if paused:
        return PAUSE_SHAPE, _("Paused")
    said = {Signal.LAST: _("Nearly over"), Signal.OVER: _("Time is up")}.get(turn.signal, "")
    return SHAPES[turn.signal], said


def next_turn(view: View) -> str:
    """Return whose turn comes next and how long it is; what the block leads to after the last."""
    if view.round is None or view.round.next is None:
        return next_up(view)
    coming = view.round.next
    return _("Then {turn} · {length}").format(turn=coming.turn.title, length=countdown(coming.length))


def block_and_left(view: View, block: Block, figures: BlockFigures) -> str:
    """Return a block with what it has left, or when it should have ended."""
    if figures.remaining <= timedelta(0):
        return f"{block.title} · {ends(view, block, figures)}"
    return _("{title} · {length} left in all").format(title=block.title, length=countdown(figures.remaining))


def promised_instant(view: View, figures: BlockFigures) -> datetime:
    """Return when a running block ends by its length: it stays where it was in overtime."""
    return view.now + figures.remaining


def ends(view: View, block: Block, figures: BlockFigures) -> str:
    """Return when a block ends: "ends 11:22", in overtime "should have ended 11:22"."""
    time = clock(view, promised_instant(view, figures))
    if figures.remaining <= timedelta(0):
        return _("should have ended {time}").format(time=time)
    if block.state is State.PAUSED:
        return _("ends {time} if it goes on now").format(time=time) if block.fixed_end is None else _ends(time)
    return _ends(time)


def _ends(time: str) -> str:
    return _("ends {time}").format(time=time)


def next_up(view: View) -> str:
    """Return what comes next with its time, or that the day ends then."""
    if view.next is None or _is_another_day(view):
        return _("Then we are done") if view.current else ""
    block, figures = view.next
    if figures.expected_start is None:
        return _("Next: {title}").format(title=block.title)
    return _("Next {time}: {title}").format(time=clock(view, figures.expected_start), title=block.title)


def _is_another_day(view: View) -> bool:
    return bool(view.current and view.next and view.current[0].day != view.next[0].day)


def after_the_break(view: View) -> str:
    """Return what comes when the break is over."""
    if view.next is None or _is_another_day(view):
        return ""
    return _("Then: {title}").format(title=view.next[0].title)


def first_start(view: View) -> datetime | None:
    """Return when the day that comes starts, as it was told: the first block's planned start."""
    if view.next is not None:
        return view.next[1].planned_start
    return view.gathering.days[0].planned_start if view.gathering else None


def date_of_next(view: View, gathering: Gathering) -> str:
    """Return the date of the day that comes, in words."""
    number = view.next[0].day if view.next else 1
    return long_date(gathering.day(number).date)


def slept(seconds: float) -> str:
    """Return that this process stood still, and for how long."""
    count = round(seconds / 60)
    length = ngettext("{count} minute", "{count} minutes", count) if count else _seconds(seconds)
    return _("This computer was asleep for {length}. The figures are right again now.").format(length=length)


def _seconds(seconds: float) -> str:
    return ngettext("{count} second", "{count} seconds", max(1, round(seconds)))


def too_small(width: int, height: int) -> str:
    """Return that the window has no room for what it should show."""
    return _("This window is too small: {width} × {height}. Make it at least {least_width} × {least_height}.").format(
        width=width, height=height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT
    )


LEAST_WIDTH, LEAST_HEIGHT = 40, 12


def unreadable() -> str:
    """Return that no figure can be shown just now."""
    return _("The figures cannot be shown: the file cannot be read just now")


def empty(view: View) -> tuple[str, str]:
    """Return that there is no gathering to show, and what to do."""
    if view.snapshot.network is None:
        return (
            _("No network is open yet"),
            _("On this computer, make one with: samling network new NAME"),
        )
    return (
        _("{network} has no gathering yet").format(network=view.snapshot.network.name),
        _("On this computer, open the control window with: samling"),
    )


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the agenda as the room sees it."""

    mark: str
    time: str
    title: str
    state: State


_AGENDA_MARKS = {State.RUNNING: "►", State.PAUSED: PAUSE_SHAPE, State.DONE: "✓"}


def agenda_lines(view: View) -> list[AgendaLine]:
    """Return the lines of the day that the gathering is at; what was dropped is not told to the room."""
    gathering, figures = view.gathering, view.figures
    if gathering is None or figures is None:
        return []
    lines = [
        AgendaLine(
            _AGENDA_MARKS.get(block.state, ""),
            clock(view, each.expected_start) if each.expected_start else "",
            block.title,
            block.state,
        )
        for block, each in zip(gathering.blocks, figures.blocks, strict=True)
        if block.day == figures.day and block.state is not State.DROPPED
    ]
    end = figures.today.expected_end
    return [*lines, AgendaLine("", clock(view, end), _("End"), State.PENDING)] if end else lines


def short_agenda(view: View) -> list[AgendaLine]:
    """Return the agenda with the blocks that are over taken together in one line."""
    lines = agenda_lines(view)
    over = [line for line in lines if line.state is State.DONE]
    if len(over) < 2:
        return lines
    told = ngettext("{count} block done", "{count} blocks done", len(over))
    together = AgendaLine(over[0].mark, over[0].time, told, State.DONE)
    return [together, *(line for line in lines if line.state is not State.DONE)]


def lasts(view: View, block: Block, figures: BlockFigures) -> str:
    """Return how long a block that comes lasts and, where it is locked to a clock time, when it starts."""
    length = minutes(block.length_seconds)
    if block.fixed_start is not None and figures.expected_start is not None and figures.expected_start > view.now:
        return _("starts {time} · {length}").format(time=clock(view, figures.expected_start), length=length)
    return length


def next_day(view: View) -> str:
    """Return when the gathering goes on, where it has another day to come."""
    if view.gathering is None or view.next is None:
        return ""
    block, figures = view.next
    date = long_date(view.gathering.day(block.day).date)
    if figures.planned_start is None:
        return _("We go on {date}").format(date=date)
    return _("We go on {date} at {time}").format(date=date, time=clock(view, figures.planned_start))


def meet_again(view: View, coming: GatheringLine | None) -> str:
    """Return when the network's next gathering is, where one is planned."""
    if coming is None or view.gathering is None or coming.date <= view.gathering.date:
        return ""
    return _("We meet again {date}: {title}").format(date=long_date(coming.date), title=coming.title)


def today(view: View) -> str:
    """Return the date of now, in words."""
    return long_date(to_local(view.now, _timezone(view)).date())


def about() -> tuple[str, tuple[str, ...]]:
    """Return what the projector window is and which keys it knows."""
    return _("This is the projector window of samling"), (
        _("It shows what the control window chooses. Nothing is controlled from here, so it can be left alone."),
        _("q   close this window (the day goes on; open it again with: samling screen)"),
        _("?   show or hide this"),
    )
