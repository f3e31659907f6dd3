"""What the now-panel says, worked out from the view: the running block, or what waits, or that the day is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.agenda import Progress
from samling.domain.display import DEFAULT_SIGNALS, Signal, signal
from samling.domain.gathering import State
from samling.language import _
from samling.tui.control.rows import added_words
from samling.wording import clock_time, countdown, kind_word, long_date, minutes, stopwatch

if TYPE_CHECKING:
    from samling.domain.agenda import BlockFigures, Figures
    from samling.domain.gathering import Block, Gathering
    from samling.domain.rounds.clock import RoundFigures, TurnFigures
    from samling.tui.view import View

Facts = tuple[tuple[str, tuple[str, ...]], ...]
"""Labels, each with the lines that stand under it."""


@dataclass(frozen=True, slots=True)
class Now:
    """The now-panel's words. `mood` names how the figure is coloured.

    `share` is how much of the block has gone (above 1: overtime), None where there is no bar. `turn` is whose turn it
    is inside the block, and who comes then.
    """

    heading: str
    title: str
    figure: str
    mood: str
    share: float | None
    line: str
    turn: tuple[str, str] = ("", "")
    sign: str = ""
    bar_marks: tuple[float, ...] = ()
    facts: Facts = ()
    next_heading: str = ""
    next_title: str = ""


def now_words(view: View) -> Now | None:
    """Return what the panel says; None while no gathering is in use."""
    gathering, figures = view.gathering, view.figures
    if gathering is None or figures is None:
        return None
    if view.current is not None:
        return _running(view, gathering, *view.current)
    if view.next is not None:
        return _waiting(gathering, figures, *view.next)
    if figures.progress is Progress.ENDED:
        return _ended(gathering, figures)
    return Now(
        heading=_("Nothing on the agenda yet"),
        title=gathering.title,
        figure="",
        mood="waiting",
        share=None,
        line=_("Press a to add a block, or g to make a gathering from a programme."),
    )


def _running(view: View, gathering: Gathering, block: Block, at: BlockFigures) -> Now:
    paused = block.state is State.PAUSED
    now = signal(block, at.remaining.total_seconds())
    next_heading, next_title = _next(view, gathering)
    return Now(
        heading=_heading(gathering, block, at),
        title=block.title,
        figure=countdown(at.remaining),
        mood="paused" if paused and now is not Signal.OVER else now.value,
        share=_share(at),
        line=_line(gathering, block, at),
        turn=turn_words(view, block),
        sign=_sign(block, now),
        bar_marks=_bar_marks(block, at),
        facts=facts(block),
        next_heading=next_heading,
        next_title=next_title,
    )


def _heading(gathering: Gathering, block: Block, at: BlockFigures) -> str:
    place = {"position": at.position, "count": len(gathering.blocks)}
    if block.state is State.RUNNING:
        return _("► Running · block {position} of {count}").format(**place)
    since = clock_time(block.pauses[-1].started_at, gathering.timezone)
    return _("‖ Paused since {time} · block {position} of {count}").format(time=since, **place)


def _share(at: BlockFigures) -> float:
    whole = (at.elapsed + at.remaining).total_seconds()
    if whole <= 0 or at.remaining < timedelta(0):
        return 1.001
    return max(0.0, at.elapsed.total_seconds() / whole)


def _bar_marks(block: Block, at: BlockFigures) -> tuple[float, ...]:
    """The shares of the block at which it warns."""
    whole = (at.elapsed + at.remaining).total_seconds()
    given = DEFAULT_SIGNALS if block.signal_minutes is None else block.signal_minutes
    return tuple(round(1 - each * 60 / whole, 3) for each in given if 0 < each * 60 < whole)


def _line(gathering: Gathering, block: Block, at: BlockFigures) -> str:
    assert at.expected_end is not None, "an open block has an expected end"
    end = clock_time(at.expected_end, gathering.timezone)
    gone = stopwatch(at.elapsed)
    if block.fixed_end is not None:
        return _("{gone} gone · until {end}").format(gone=gone, end=end)
    added = added_words(block.added_seconds)
    if added:
        return _("{gone} gone of {length} {added} · ends {end}").format(
            gone=gone, length=minutes(block.planned_seconds), added=added, end=end
        )
    return _("{gone} gone of {length} · ends {end}").format(gone=gone, length=minutes(block.planned_seconds), end=end)


def turn_words(view: View, block: Block) -> tuple[str, str]:
    """Return whose turn it is inside the block, with its clock, and who comes then; nothing for one without turns."""
    found = view.round
    if found is None:
        return (_("A round of the teams: . begins it, O sets it up") if block.per_team else ""), ""
    coming = ""
    if found.next is not None:
        length = countdown(found.next.length)
        coming = _("then {turn} · {length}").format(turn=found.next.turn.title, length=length)
    if found.current is None:
        begins = _("{count} steps: . begins them") if block.has_steps else _("A round of {count} teams: . begins it")
        over = _("All steps are done") if block.has_steps else _("Everyone has had their turn")
        return (begins.format(count=found.counted) if coming else over), coming
    return _turn(found, found.current), coming


def _turn(found: RoundFigures, at: TurnFigures) -> str:
    sign = {Signal.OVER: "!! ", Signal.LAST: "! "}.get(at.signal, "")
    return sign + _("{place} of {count} · {turn} · {left}").format(
        place=found.place, count=found.counted, turn=at.turn.title, left=countdown(at.remaining)
    )


def _sign(block: Block, now: Signal) -> str:
    marks = sorted(DEFAULT_SIGNALS if block.signal_minutes is None else block.signal_minutes)
    if now is Signal.OVER:
        return _("!! Over time")
    if now is Signal.LAST:
        return _("! At most {count} min left").format(count=marks[0])
    if now is Signal.SOON:
        return _("! At most {count} min left").format(count=marks[-1])
    return ""


def facts(block: Block) -> Facts:
    """Return what the facilitator should know about a block, under labels."""
    leader = _("{leader} (our suggestion)").format(leader=block.leader) if block.leader_is_ours else block.leader
    given: Facts = (
        (_("Prompts"), tuple(f"• {each}" for each in block.prompts)),
        (_("Note well"), tuple(f"! {each}" for each in block.warnings)),
        (_("Leads"), (leader,) if block.leader else ()),
        (_("Materials"), (", ".join(block.materials),) if block.materials else ()),
        (_("About"), (block.content,) if block.content else ()),
    )
    return tuple((label, told) for label, told in given if told)


def _next(view: View, gathering: Gathering) -> tuple[str, str]:
    if view.next is None:
        return _("Then the day is over"), ""
    block, at = view.next
    assert at.expected_start is not None, "a pending block has expected times"
    if view.figures and block.day != view.figures.day:
        return _("Next day · {date}").format(date=long_date(gathering.day(block.day).date)), block.title
    start = clock_time(at.expected_start, gathering.timezone)
    return _("Next {time} · {length}").format(time=start, length=minutes(block.length_seconds)), block.title


def _waiting(gathering: Gathering, figures: Figures, block: Block, at: BlockFigures) -> Now:
    assert at.expected_start is not None, "a pending block has expected times"
    parts = {
        "kind": kind_word(block.kind),
        "length": minutes(block.length_seconds),
        "time": clock_time(at.planned_start or at.expected_start, gathering.timezone),
    }
    return Now(
        heading=_waiting_heading(gathering, figures, block),
        title=block.title,
        figure=countdown(timedelta(seconds=block.length_seconds)),
        mood="waiting",
        share=None,
        line=_("{kind} · {length} · planned {time}\nPress n to start it.").format(**parts),
        facts=facts(block),
    )


def _waiting_heading(gathering: Gathering, figures: Figures, block: Block) -> str:
    day = gathering.day(block.day)
    if figures.progress is Progress.NOT_STARTED:
        return _("Not started · first block")
    if not day.is_frozen:
        return _("Day {number} has not started · {date}").format(number=day.number, date=long_date(day.date))
    ended = gathering.block(gathering.last_ended or 1).ended_at
    since = clock_time(ended, gathering.timezone) if ended else ""
    return _("Between blocks since {time} · next").format(time=since)


def _ended(gathering: Gathering, figures: Figures) -> Now:
    end = figures.today.expected_end
    return Now(
        heading=_("✓ The gathering is over"),
        title=gathering.title,
        figure=clock_time(end, gathering.timezone) if end else "",
        mood="ended",
        share=None,
        line=_("That is when the last block ended. R goes back to it, u undoes."),
    )
