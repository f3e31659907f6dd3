"""How the pitches are said: the same words in every window and command."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from samling.domain.errors import Term
from samling.domain.pitching.clock import Showing, figures
from samling.domain.pitching.podium import Announced
from samling.language import _, ngettext
from samling.wording import countdown, points, unranked_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from fractions import Fraction

    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.podium import Revealed
    from samling.domain.pitching.values import Pitching, Settings
    from samling.domain.scoring.form import Form
    from samling.domain.scoring.ranking import Tie
    from samling.domain.scoring.result import Result, TeamResult


def team_name(pitching: Pitching, team_id: int) -> str:
    """Return a team's name; the made-up team of a trial is called by our word."""
    name = pitching.name_of(team_id)
    return _(name) if isinstance(name, Term) else name


def names(pitching: Pitching, team_ids: Iterable[int]) -> str:
    """Return the names of teams, as they are listed: "Fjord, Vidde"."""
    return ", ".join(team_name(pitching, team_id) for team_id in team_ids)


# the clock


def showing_word(showing: Showing, settings: Settings) -> str:
    """Return the word for what the clock of the pitches shows: a phase by its own label, where it has one."""
    labels = {Showing.PITCH: settings.pitch_label, Showing.QUESTIONS: settings.questions_label}
    return (
        labels.get(showing)
        or {
            Showing.BEFORE: _("not begun"),
            Showing.PITCH: _("pitch"),
            Showing.QUESTIONS: _("questions"),
            Showing.CHANGEOVER: _("changeover"),
            Showing.OVER: _("all have pitched"),
        }[showing]
    )


def clock_line(pitching: Pitching, now: datetime) -> str:
    """Return the clock of the pitches in one line: "Fjord: pitch 3:20 · next: Vidde"."""
    shown = figures(pitching, now)
    is_on_stage = shown.showing in (Showing.PITCH, Showing.QUESTIONS)
    word = showing_word(shown.showing, pitching.settings)
    what = f"{word} {_time(shown)}" if shown.is_on else word
    if is_on_stage and shown.team_id is not None:
        what = _("{team}: {what}").format(team=pitching.name_of(shown.team_id), what=what)
    coming = shown.following if is_on_stage else shown.team_id
    return what if coming is None else f"{what} · {_('next: {team}').format(team=pitching.name_of(coming))}"


def _time(shown: ClockFigures) -> str:
    time = countdown(shown.remaining)
    return _("{time} (paused)").format(time=time) if shown.paused else time


# how the sheets are counted


def figure(value: Fraction | None) -> str:
    """Return a score as it is shown, a dash where there is none."""
    return "–" if value is None else points(value)


def why_unranked(team: TeamResult) -> str:
    """Return why a team has no place."""
    if team.reason is not None:
        return unranked_words(team.reason)
    return {"withdrawn": _("withdrawn"), "absent": _("not met")}.get(team.status, _("not ranked"))


def rung_word(rung: str) -> str:
    """Return the words for a step of the ladder by which ties are broken."""
    return {
        "head_to_head": _("head-to-head of two"),
        "criteria": _("the criteria that the form names for ties"),
        "rerank": _("the tied among themselves"),
    }[rung]


def tie_sentence(pitching: Pitching, form: Form, tie: Tie, place: int | None = None) -> str:
    """Say what became of a tie: "Fjord before Vidde: equal at 4.13; head-to-head 3 of 5 judges".

    `place` is the place that is shared, where no rule parts the teams.
    """
    said = {"score": points(tie.score), "teams": names(pitching, tie.teams)}
    if tie.rule == "shared":
        template = _("{teams} share place {place}: equal at {score}, and no rule for ties parts them.")
        return template.format(**said, place=place or "–")
    said["order"] = reduce(_before, (names(pitching, part) for part in tie.parts))
    figures = tuple(points(each) for each in tie.figures)
    if tie.rule == "head_to_head":
        template = _("{order}: equal at {score}; head-to-head {count} of {judges} judges.")
        return template.format(**said, count=int(tie.figures[0]), judges=tie.judges)
    if tie.rule == "criterion":
        name = next((each.name for each in form.criteria if each.id == tie.criterion), tie.criterion)
        template = _("{order}: equal at {score}; by {criterion}, {figures}.")
        return template.format(**said, criterion=name, figures=" – ".join(figures))
    template = _("{order}: equal at {score}; counted among themselves, {figures}.")
    return template.format(**said, figures=" – ".join(figures))


def _before(first: str, second: str) -> str:
    return _("{first} before {second}").format(first=first, second=second)


def ties(pitching: Pitching, form: Form, result: Result) -> Iterator[str]:
    """Yield what became of each tie, in sentences."""
    ranks = {each.team: each.rank for each in result.teams}
    for tie in result.ties:
        yield tie_sentence(pitching, form, tie, ranks[tie.teams[0]])


def sureness(pitching: Pitching, result: Result) -> Iterator[str]:
    """Yield how sure the first place is, in sentences: for the facilitator's eyes."""
    sure = result.confidence
    if sure is None:
        yield _("How sure the first place is cannot be said.")
        return
    template = (
        _("The first place stands in {share} % of all juries that can be drawn anew from the judges.")
        if sure.is_exact
        else _("The first place stands in about {share} % of juries drawn anew from the judges.")
    )
    yield template.format(share=round(sure.winner_share * 100))
    if not result.decisive:
        yield _("It stands whichever one judge is left out.")
    for judge_id in result.decisive:
        yield _("Without {judge} alone it would be another's.").format(judge=pitching.judge(judge_id).name)


# the award


def announced_line(pitching: Pitching, step: Revealed) -> str:
    """Return one step of the award in a line: "Place 3: Fjord, Vidde (shared)"."""
    titles = {each.id: each.title for each in pitching.prizes}
    what = {
        Announced.PLACE: _("Place {place}").format(place=step.place),
        Announced.AUDIENCE: _("The audience's prize"),
        Announced.PRIZE: titles.get(step.prize_id, ""),
    }[step.what]
    said = _("{what}: {teams}").format(what=what, teams=names(pitching, step.team_ids))
    return _("{line} (shared)").format(line=said) if step.is_shared else said


def overtime_words(seconds: int) -> str:
    """Return how far a team went over its time: "12 s over", or nothing."""
    return ngettext("{count} s over", "{count} s over", seconds).format(count=seconds) if seconds else ""
