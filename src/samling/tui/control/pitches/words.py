"""What the screen of the pitches says: the team on the stage, how long it will all take, whose sheets have come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain import agenda
from samling.domain.display import Signal
from samling.domain.pitching import agreement, clock
from samling.domain.pitching.capacity import capacity, sentences
from samling.domain.pitching.clock import Showing
from samling.domain.pitching.judge import field
from samling.domain.pitching.preflight import before_first_team
from samling.language import _, ngettext
from samling.pitch_wording import showing_word
from samling.tui.control.now_words import Now
from samling.tui.control.pitches.lines import by_state, come_word
from samling.wording import about, clock_time, countdown, minutes, sentence, stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.agreement import Ahead
    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.values import Pitching
    from samling.tui.control.now_words import Facts
    from samling.tui.control.pitches.lines import Come
    from samling.tui.view import View

_NOTICEABLE = timedelta(seconds=30)


# the panel


def now_words(pitching: Pitching, figures: ClockFigures, timezone: str) -> Now:
    """Return what the panel says: the team on the stage, or the one that comes, or that all have pitched."""
    if figures.showing in (Showing.PITCH, Showing.QUESTIONS):
        return _on_stage(pitching, figures, timezone)
    if figures.team_id is not None:
        return _to_come(pitching, figures)
    if not pitching.order:
        line = _("Draw the order with d, or set it by hand with o.")
        return Now(_("The pitches"), _("No order yet"), "", "waiting", None, line)
    return Now(_("All teams have pitched"), _("The award comes next"), "", "ended", None, _("Press r for the award."))


def _on_stage(pitching: Pitching, figures: ClockFigures, timezone: str) -> Now:
    assert figures.team_id is not None, "somebody is on the stage"
    now = figures.signal
    heading = _("‖ {phase}, paused · {place}") if figures.paused else _("► {phase} · {place}")
    coming = pitching.name_of(figures.following) if figures.following is not None else ""
    return Now(
        heading=heading.format(phase=_capital(pitching, figures), place=_place(pitching, figures.team_id)),
        title=pitching.name_of(figures.team_id),
        figure=countdown(figures.remaining),
        mood="paused" if figures.paused and now is not Signal.OVER else now.value,
        share=_share(figures),
        line=_line(figures, timezone),
        sign=_sign(figures),
        bar_marks=tuple(1 - each / figures.length.total_seconds() for each in figures.marks),
        facts=_project(pitching, figures.team_id),
        next_heading=_("Get ready") if coming else _("This is the last team"),
        next_title=coming,
    )


def _to_come(pitching: Pitching, figures: ClockFigures) -> Now:
    assert figures.team_id is not None, "somebody is to come"
    is_changeover = figures.showing is Showing.CHANGEOVER
    heading = _("Changeover · next up, {place}") if is_changeover else _("Not begun · first up, {place}")
    length = timedelta(seconds=pitching.settings.lengths.pitch_seconds)
    coming = pitching.name_of(figures.following) if figures.following is not None else ""
    return Now(
        heading=heading.format(place=_place(pitching, figures.team_id)),
        title=pitching.name_of(figures.team_id),
        figure=countdown(figures.remaining if is_changeover else length),
        mood="waiting",
        share=None,
        line=_("Space starts it at the first word."),
        facts=_project(pitching, figures.team_id),
        next_heading=_("After that") if coming else "",
        next_title=coming,
    )


def _capital(pitching: Pitching, figures: ClockFigures) -> str:
    word = showing_word(figures.showing, pitching.settings)
    return word[:1].upper() + word[1:]


def _place(pitching: Pitching, team_id: int) -> str:
    ids = [pitch.team_id for pitch in pitching.order]
    return _("{place} of {count}").format(place=ids.index(team_id) + 1, count=len(ids))


def _share(figures: ClockFigures) -> float:
    return 1.001 if figures.remaining < clock.ZERO or not figures.length else figures.elapsed / figures.length


def _line(figures: ClockFigures, timezone: str) -> str:
    gone = _("{gone} of {length}").format(gone=stopwatch(figures.elapsed), length=countdown(figures.length))
    if figures.changes_at is None:
        return gone
    at = clock_time(figures.changes_at, timezone, seconds=True)
    return _("{gone} · questions {time}").format(gone=gone, time=at)


def _sign(figures: ClockFigures) -> str:
    if figures.signal is Signal.OVER:
        return _("!! Over time")
    mark = figures.mark
    return _("! At most {length} left").format(length=minutes(mark)) if mark else ""


def _project(pitching: Pitching, team_id: int) -> Facts:
    team = pitching.team(team_id)
    given: Facts = ((_("Theme"), (team.theme,)), (_("Problem"), (team.problem,)), (_("Aim"), (team.aim,)))
    return tuple((label, lines) for label, lines in given if any(lines))


# what stands over and under the order


def ahead(view: View, pitching: Pitching) -> Content:
    """Return when the pitches and the award will be over, and how that fits the block."""
    gathering = view.gathering
    if gathering is None or not pitching.order:
        return Content("")
    found = agreement.ahead(pitching, view.now)
    count = ngettext("{count} team to come", "{count} teams to come", found.teams).format(count=found.teams)
    over = _("until {pitches}, award until {award}").format(
        pitches=clock_time(found.pitches_end, gathering.timezone),
        award=clock_time(found.award_end, gathering.timezone),
    )
    return Content.assemble((count, "bold"), "  ", _fits(gathering, found, view.now), f"  {over}")


def _fits(gathering: Gathering, found: Ahead, now: datetime) -> tuple[str, str]:
    """How what is still to come fits the pitching block that is on, in words with a sign."""
    position = agreement.pitching_block(gathering)
    if position is None:
        return _("no pitching block"), "$text-quiet"
    block = gathering.block(position)
    if not block.is_open:
        return _("the block has not begun"), "$text-quiet"
    over = found.award_end - agenda.open_block_end(block, now)
    if over >= _NOTICEABLE:
        return _("! {length} too long for the block").format(length=about(over)), "bold $warning"
    return _("● fits the block"), "$success"


def before(pitching: Pitching, gathering: Gathering) -> Iterator[str]:
    """Yield what there is to say before the first team: what is not in place, and whether there is time."""
    if pitching.has_begun:
        return
    for each in before_first_team(pitching):
        yield f"! {sentence(each)}"
    position = agreement.pitching_block(gathering)
    if pitching.order and position is not None:
        length = gathering.block(position).length_seconds
        yield from map(sentence, sentences(capacity(pitching.settings, len(field(pitching)), length)))


def sheets_of(pitching: Pitching, team_id: int, sheets: tuple[Come, ...]) -> Content:
    """Return whose sheets for a team have come and whose have not, by name, with the grid's signs."""
    name = pitching.team(team_id).name
    if not pitching.judges:
        return Content(_("{team}: there are no judges yet. Press g to add them.").format(team=name))
    said = Content(name).stylize("bold $foreground")
    for come, judges in by_state(pitching, sheets):
        names = ", ".join(judge.name for judge in judges)
        state = _("{sign} {state}: {names}").format(sign=come.value, state=come_word(come), names=names)
        said = said.append(f"  {state}")
    return said
