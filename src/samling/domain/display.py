"""What the projector shows: the scene asked for, and the one `auto` picks from the day."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.gathering import Kind, Note, Scene
from samling.domain.line import clean_line
from samling.domain.localtime import to_local
from samling.domain.verbs import LONGEST_SECONDS

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.gathering import Block, Gathering


DEFAULT_SIGNALS = (5, 1)
"""Minutes left at which the projector warns, where the block has none of its own."""


def parse_signals(text: str) -> tuple[int, ...]:
    """Read the minutes left at which a block warns, as typed: "5, 1", latest last. Nothing typed means no warning.

    Raises `WrongUsage` for what is no list of whole minutes from 1 to 1440.
    """
    try:
        found = tuple(sorted({int(part) for part in text.split(",") if part.strip()}, reverse=True))
    except ValueError as fault:
        raise WrongUsage(N_("“{text}” is not a list of minutes. Write it as 5,1."), text=text) from fault
    if any(not 0 < minutes <= LONGEST_SECONDS // 60 for minutes in found):
        raise WrongUsage(N_("Warning signs come from 1 to 1440 minutes before the end."))
    return found


class Signal(StrEnum):
    """How near its end a running block is, for colour, word and shape together."""

    CALM = "calm"
    SOON = "soon"
    LAST = "last"
    OVER = "over"


def marks(block: Block) -> tuple[int, ...]:
    """Return the minutes left at which signs are given for a block, falling, without zero."""
    return tuple(sorted({each for each in _minutes(block) if each > 0}, reverse=True))


def _minutes(block: Block) -> tuple[int, ...]:
    return DEFAULT_SIGNALS if block.signal_minutes is None else block.signal_minutes


def passed_mark(block: Block, remaining_seconds: float) -> int | None:
    """Return the mark, in minutes, that the time left passed last: 0 when it is up, None before the first."""
    mark = last_passed(_in_seconds(block), remaining_seconds)
    return None if mark is None else mark // 60


def last_passed(marks: tuple[int, ...], remaining_seconds: float) -> int | None:
    """Return which of the marks, in seconds, the time left passed last: 0 when it is up, None before the first."""
    if remaining_seconds <= 0:
        return 0
    return min((mark for mark in marks if remaining_seconds <= mark), default=None)


def signal(block: Block, remaining_seconds: float) -> Signal:
    """Return the warning sign for the time left of a block: over at zero, last at its last mark, soon at the others."""
    return signal_at(_in_seconds(block), remaining_seconds)


def signal_at(marks: tuple[int, ...], remaining_seconds: float) -> Signal:
    """Return the warning sign for the time left with these marks, in seconds."""
    mark = last_passed(marks, remaining_seconds)
    if mark is None:
        return Signal.CALM
    if mark == 0:
        return Signal.OVER
    return Signal.LAST if mark == min(marks) else Signal.SOON


def _in_seconds(block: Block) -> tuple[int, ...]:
    return tuple(mark * 60 for mark in marks(block))


LEFT_TO_THE_DAY = (Scene.AUTO, Scene.SEATING, Scene.SURVEY, Scene.LINK, Scene.WIRELESS, Scene.PITCH)
"""Scenes that go by the running block where there is nothing of theirs to show."""

_BY_KIND = {Kind.BREAK: Scene.BREAK, Kind.SHARING: Scene.PROMPTS, Kind.EXERCISE: Scene.PROMPTS}


def scene_for(gathering: Gathering) -> Scene:
    """Return the scene to show now: the one asked for or, under `auto`, the one that fits the running block.

    Before the day, between blocks and after it, that is the agenda. A block with prompts shows them beside its clock.
    """
    display = gathering.display
    if display.black:
        return Scene.BLACK
    if display.scene not in LEFT_TO_THE_DAY:
        return display.scene
    if gathering.current is None:
        return Scene.AGENDA
    block = gathering.block(gathering.current)
    wanted = _BY_KIND.get(block.kind, Scene.TIMER)
    return Scene.TIMER if wanted is Scene.PROMPTS and not block.prompts else wanted


class Picture(StrEnum):
    """What stands on the projector: a scene, or what fits while no block runs."""

    WELCOME = "welcome"
    BETWEEN = "between"
    THANKS = "thanks"
    TIMER = "timer"
    AGENDA = "agenda"
    PROMPTS = "prompts"
    SEATING = "seating"
    SCAN = "scan"
    ROUND = "round"
    TURNS = "turns"
    PITCH = "pitch"
    AWARD = "award"
    BREAK = "break"
    MESSAGE = "message"
    CLOCK = "clock"
    BLACK = "black"


_NEED_A_BLOCK = (*LEFT_TO_THE_DAY, Scene.TIMER, Scene.PROMPTS, Scene.BREAK)


def picture_for(gathering: Gathering, now: datetime) -> Picture:
    """Return the picture to show at `now`: the scene, or a welcome, what is next or thanks while no block runs."""
    display = gathering.display
    if gathering.current is None and not display.black and display.scene in _NEED_A_BLOCK:
        return _while_nothing_runs(gathering, now)
    picture = Picture(scene_for(gathering).value)
    return Picture.ROUND if picture in _WITH_A_CLOCK and _has_turn(gathering) else picture


_WITH_A_CLOCK = (Picture.TIMER, Picture.PROMPTS)


def _has_turn(gathering: Gathering) -> bool:
    """Whether a turn runs inside the running block: its clock takes the place of the block's."""
    return gathering.current is not None and any(turn.is_open for turn in gathering.block(gathering.current).turns)


def _while_nothing_runs(gathering: Gathering, now: datetime) -> Picture:
    coming = agenda.next_position(gathering)
    if gathering.last_ended is None:
        return Picture.WELCOME
    if coming is None:
        return Picture.THANKS
    day = gathering.day(gathering.block(coming).day)
    if day.is_frozen:
        return Picture.BETWEEN
    return Picture.WELCOME if to_local(now, gathering.timezone).date() >= day.date else Picture.THANKS


def show(gathering: Gathering, scene: Scene) -> Gathering:
    """Ask the projector for a scene; it is no longer black, unless that is the scene."""
    if scene is Scene.MESSAGE and not gathering.display.message:
        raise Refused(N_("There is no message to show: write one first."))
    if scene is Scene.LINK and not gathering.display.link:
        raise Refused(N_("There is no link to show: samling screen link LINK"))
    black = scene is Scene.BLACK
    kept = gathering.display.scene if black else scene
    return replace(gathering, display=replace(gathering.display, scene=kept, black=black))


def black_out(gathering: Gathering) -> Gathering:
    """Turn the projector black, or back to what it showed."""
    return replace(gathering, display=replace(gathering.display, black=not gathering.display.black))


def message(gathering: Gathering, text: str) -> Gathering:
    """Show a message on the projector; an empty one takes it away and goes back to `auto`."""
    if not text.strip():
        return replace(gathering, display=replace(gathering.display, scene=Scene.AUTO, message=""))
    line = clean_line(text)
    return replace(gathering, display=replace(gathering.display, scene=Scene.MESSAGE, message=line, black=False))


def link(gathering: Gathering, url: str) -> Gathering:
    """Show a link as a code to scan. Raises `WrongUsage` for what is no link."""
    from samling.domain.link import checked  # most days no link is shown

    text = checked(url).text
    return replace(gathering, display=replace(gathering.display, scene=Scene.LINK, link=text, black=False))


def survey(gathering: Gathering, survey_id: int | None = None) -> Gathering:
    """Show a survey as a code to scan: the chosen one, now and whenever one is shown; None: the one that fits."""
    return replace(gathering, display=replace(gathering.display, scene=Scene.SURVEY, survey_id=survey_id, black=False))


def sound(gathering: Gathering, on: bool) -> Gathering:
    """Turn the terminal bell at the signals on or off."""
    return replace(gathering, display=replace(gathering.display, sound=on))


def note(gathering: Gathering, text: str, at: datetime, position: int | None = None) -> Gathering:
    """Jot a note to a block: the one at `position`, else the running one, else the whole gathering."""
    position = position or gathering.current
    block_id = gathering.block(position).id if position else None
    return replace(gathering, notes=(*gathering.notes, Note(clean_line(text), at, block_id)))
