"""The order of the pitches as lines: where each team is, and whose sheets for it have come. Values only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from samling.domain.pitching import clock, judge
from samling.domain.pitching.values import OUT, Status, status_word
from samling.language import _
from samling.tui.widgets.picklist import Row
from samling.wording import countdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.values import Pitch, Pitching


class Come(Enum):
    """How far one judge's sheet for one team has come, as its sign."""

    SUBMITTED = "✓"
    CORRECTING = "~"
    BEGUN = "…"
    LACKING = "!"
    AWAITED = "·"
    RECUSED = "–"
    NONE = " "


def come_word(come: Come) -> str:
    """Return the words for how far a sheet has come."""
    return {
        Come.SUBMITTED: _("submitted"),
        Come.CORRECTING: _("being corrected"),
        Come.BEGUN: _("being filled in"),
        Come.LACKING: _("lacking: the team has pitched"),
        Come.AWAITED: _("not begun"),
        Come.RECUSED: _("recused: does not score the team"),
        Come.NONE: _("the team is not scored"),
    }[come]


@dataclass(frozen=True, slots=True)
class PitchLine:
    """A team's line. `role` says in a word where it is, `over` the time over that was kept, `sheets` one sign a judge.

    `came` counts the sheets that have come, of those that are to come: "3 of 5". `is_next`: it comes after the team
    that is up, or is the first to come.
    """

    place: int
    name: str
    status: Status
    is_next: bool
    role: str
    over: str
    sheets: tuple[Come, ...]
    came: str


@dataclass(frozen=True, slots=True)
class Note:
    """A line of words where there is no order."""

    words: str


def rows(pitching: Pitching, sheets: Mapping[int, tuple[Come, ...]], now: datetime) -> tuple[Row, ...]:
    """Return the order as lines, with how far the sheets for each team have come; what to do where there is none."""
    if not pitching.order:
        return (Row(None, Note(_("There is no order yet. Press d to draw one, or o to set it by hand."))),)
    return tuple(
        Row(pitch.team_id, _line(pitching, place, pitch, sheets[pitch.team_id], now))
        for place, pitch in enumerate(pitching.order, start=1)
    )


def _line(pitching: Pitching, place: int, pitch: Pitch, sheets: tuple[Come, ...], now: datetime) -> PitchLine:
    return PitchLine(
        place=place,
        name=pitching.team(pitch.team_id).name,
        status=pitch.status,
        is_next=pitch is _first_waiting(pitching),
        role=_role(pitching, pitch),
        over=_over(pitch, now),
        sheets=sheets,
        came=_came(pitching, sheets),
    )


def _role(pitching: Pitching, pitch: Pitch) -> str:
    """The word for where a team is: the first of those that wait should be getting ready."""
    if pitch.status is Status.WAITING:
        return _("get ready") if pitch is _first_waiting(pitching) else ""
    return _(status_word(pitch.status))


def _first_waiting(pitching: Pitching) -> Pitch | None:
    return next((pitch for pitch in pitching.order if pitch.status is Status.WAITING), None)


def _over(pitch: Pitch, now: datetime) -> str:
    """The time over that a pitch which has ended took; nothing while it runs, when its clock tells."""
    if pitch.run is None or pitch.run.ended_at is None:
        return ""
    seconds = clock.overtime_seconds(pitch, now)
    return countdown(-timedelta(seconds=seconds)) if seconds else ""


# the sheets


def sheets_by_team(pitching: Pitching) -> dict[int, tuple[Come, ...]]:
    """Return how far each judge's sheet for each team of the order has come, in the order of the judges."""
    known = {(each.judge_id, each.team_id): _delivered(each.submitted, each.is_open) for each in pitching.deliveries}
    recused = {each.id: set(judge.recused_from(pitching, each)) for each in pitching.judges}
    return {
        pitch.team_id: tuple(_come(pitch, each, known, recused[each.id]) for each in pitching.judges)
        for pitch in pitching.order
    }


def _delivered(submitted: bool, is_open: bool) -> Come:
    if submitted:
        return Come.CORRECTING if is_open else Come.SUBMITTED
    return Come.BEGUN


def _come(pitch: Pitch, of: Judge, known: dict[tuple[int, int], Come], recused: set[int]) -> Come:
    if pitch.status in OUT:
        return Come.NONE
    if pitch.team_id in recused:
        return Come.RECUSED
    awaited = Come.LACKING if pitch.status is Status.DONE and of.voting else Come.AWAITED
    return known.get((of.id or 0, pitch.team_id), awaited)


def _came(pitching: Pitching, sheets: Iterable[Come]) -> str:
    counted = [come for each, come in zip(pitching.judges, sheets, strict=True) if each.voting]
    expected = [come for come in counted if come not in (Come.RECUSED, Come.NONE)]
    come = sum(each in (Come.SUBMITTED, Come.CORRECTING) for each in expected)
    return _("{count} of {all}").format(count=come, all=len(expected)) if expected else ""


def by_state(pitching: Pitching, sheets: tuple[Come, ...]) -> Iterator[tuple[Come, list[Judge]]]:
    """Yield how the sheets for a team stand, each state with its judges, those to be chased first."""
    for come in (Come.LACKING, Come.BEGUN, Come.AWAITED, Come.CORRECTING, Come.SUBMITTED, Come.RECUSED):
        judges = [each for each, state in zip(pitching.judges, sheets, strict=True) if state is come]
        if judges:
            yield come, judges


def initials(judges: Iterable[Judge]) -> tuple[str, ...]:
    """Return two characters for each judge: initials, or a letter and a number for those whose initials are taken."""
    times: Counter[str] = Counter()
    found = []
    for each in judges:
        first, *_middle, last = (each.name.split() or ["?"]) * 2
        short = (first[0] + (first[1:2] if first == last else last[0])).upper()
        times[short] += 1
        found.append(short if times[short] == 1 else f"{short[0]}{times[short]}")
    return tuple(found)
