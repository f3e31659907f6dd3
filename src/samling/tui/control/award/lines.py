"""The award as lines: its steps while the result is hidden, the places and scores where it is shown. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.pitching import clock
from samling.domain.pitching.podium import Announced
from samling.language import _
from samling.pitch_wording import announced_line, figure, why_unranked
from samling.tui.control.pitches.lines import initials
from samling.tui.widgets.picklist import Row
from samling.wording import countdown, points

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.result import Result, TeamResult
    from samling.tui.control.award.desk import AwardDesk

DONE, NEXT, TO_COME = "✓", "›", "·"


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of the award: announced, with who got it, or still to come, without."""

    sign: str
    words: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A team's place with what is behind it, ready to be shown. `decided` is the jury's place where it is another."""

    place: str
    decided: str
    name: str
    score: str
    spread: str
    sheets: str
    missing: str
    over: str


def steps(desk: AwardDesk) -> Iterator[Row]:
    """Yield the steps of the award in their order, those to come without a name."""
    pitching = desk.pitching
    for each in pitching.award.revealed:
        yield Row(None, StepLine(DONE, announced_line(pitching, each)))
    for at, place in enumerate(desk.coming):
        hint = _("Space announces it") if at == 0 else ""
        yield Row(None, StepLine(TO_COME if at else NEXT, _("Place {place}").format(place=place), hint))
    announced = {(each.what, each.prize_id) for each in pitching.award.revealed}
    if pitching.settings.audience and (Announced.AUDIENCE, None) not in announced:
        yield Row(None, StepLine(TO_COME, _("The audience's prize"), _("a announces it")))
    for prize in pitching.prizes:
        if (Announced.PRIZE, prize.id) not in announced:
            state = "" if prize.team_ids else _("not decided")
            yield Row(None, StepLine(TO_COME, prize.title, " · ".join(filter(None, (state, _("c: prizes"))))))


def hidden(desk: AwardDesk) -> Iterator[Row]:
    """Yield what to do where the result does not stand on the screen."""
    if not desk.pitching.forms:
        words = _("There is no scoring form in use, so there is nothing to count.")
    elif desk.is_shown:
        words = _("The sheets are being counted.")
    else:
        words = _("The result is hidden. v shows it here, and not on the projector.")
    yield Row(None, StepLine(" ", words))


def places(pitching: Pitching, result: Result, now: datetime) -> Iterator[Row]:
    """Yield the teams by rank, with what is behind it."""
    decided = dict(pitching.award.decision.places) if pitching.award.decision else {}
    short = dict(zip((judge.id for judge in pitching.judges), initials(pitching.judges), strict=True))
    for each in result.teams:
        yield Row(each.team, _line(pitching, each, decided.get(each.team), short, now))


def _line(
    pitching: Pitching, of: TeamResult, decided: int | None, short: dict[int | None, str], now: datetime
) -> ResultLine:
    over = clock.overtime_seconds(pitching.pitch(of.team), now)
    total = of.total
    missing = [short[each] for each in of.missing]
    recused = [f"({short[each]})" for each in of.recused]
    return ResultLine(
        place="–" if of.rank is None else str(of.rank),
        decided="" if decided is None or decided == of.rank else f"→{decided}",
        name=pitching.name_of(of.team),
        score=figure(of.score) if of.rank is not None else why_unranked(of),
        spread=f"{points(total.lowest)}–{points(total.highest)}" if total else "",
        sheets=str(of.sheets),
        missing=" ".join((*missing, *recused)),
        over=countdown(-timedelta(seconds=over)) if over else "",
    )
