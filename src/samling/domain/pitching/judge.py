"""The judges, and which teams each of them may not score."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.line import clean_line
from samling.domain.pitching.values import OUT
from samling.domain.team import clean_name, name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.values import Pitching


@dataclass(frozen=True, slots=True)
class Recusal:
    """What is said about one judge and one team, and why.

    A judge is recused from the teams of the judge's own organisation by itself: `waived` says that this one may be
    scored all the same. Otherwise it is a recusal that the judge has declared.
    """

    team_id: int
    waived: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judge:
    """Somebody who fills in sheets; those of a judge who is not `voting` count nowhere.

    `pin_hash` is what is kept of the judge's PIN, if there is one. `id` is None until the store has kept the judge.
    """

    name: str
    organisation: str = ""
    voting: bool = True
    recusals: tuple[Recusal, ...] = ()
    pin_hash: str | None = None
    id: int | None = None

    def about(self, team_id: int) -> Recusal | None:
        """What is said about a team."""
        return next((each for each in self.recusals if each.team_id == team_id), None)


@dataclass(frozen=True, slots=True)
class JudgeChange:
    """What an edit of a judge changes; None leaves a field as it is. `clear_pin` takes the PIN away."""

    name: str | None = None
    organisation: str | None = None
    voting: bool | None = None
    pin_hash: str | None = None
    clear_pin: bool = False


def add(pitching: Pitching, judge: Judge) -> Pitching:
    """Add a judge. Refuses a name that another judge has."""
    added = _cleaned(judge)
    _check_name(pitching, added)
    for recusal in added.recusals:
        pitching.team(recusal.team_id)
    return replace(pitching, judges=(*pitching.judges, added))


def edit(pitching: Pitching, judge_id: int, change: JudgeChange) -> Pitching:
    """Change a judge. Refuses a name that another judge has."""
    judge = pitching.judge(judge_id)
    fields = ("name", "organisation", "voting", "pin_hash")
    given = {field: value for field in fields if (value := getattr(change, field)) is not None}
    edited = _cleaned(replace(judge, **given))
    _check_name(pitching, edited)
    return _with(pitching, replace(edited, pin_hash=None) if change.clear_pin else edited)


def remove(pitching: Pitching, judge_id: int) -> Pitching:
    """Take a judge away. Refuses one who has sheets: they are kept, and can be left out of the count."""
    judge = pitching.judge(judge_id)
    if any(delivery.judge_id == judge_id for delivery in pitching.deliveries):
        raise Refused(N_("{judge} has filled in sheets. Let the judge be without a vote instead."), judge=judge.name)
    return replace(pitching, judges=tuple(each for each in pitching.judges if each.id != judge_id))


def recuse(pitching: Pitching, judge_id: int, team_id: int, reason: str = "") -> Pitching:
    """Declare that a judge does not score a team."""
    return _say(pitching, judge_id, Recusal(pitching.team(team_id).id or 0, reason=_line(reason)))


def waive(pitching: Pitching, judge_id: int, team_id: int, reason: str = "") -> Pitching:
    """Let a judge score a team all the same: one of the judge's own organisation, or one declared before.

    Scoring a team of one's own organisation takes a reason, which the protocol shows. Refuses where the judge may.
    """
    judge, team = pitching.judge(judge_id), pitching.team(team_id)
    if team_id not in recused_from(pitching, judge):
        raise Refused(N_("{judge} may score “{team}” already."), judge=judge.name, team=team.name)
    if not _is_own(pitching, judge, team_id):
        rest = tuple(each for each in judge.recusals if each.team_id != team_id)
        return _with(pitching, replace(judge, recusals=rest))
    if not _line(reason):
        raise Refused(
            N_("“{team}” is of the judge's own organisation. Say why {judge} may score it all the same."),
            judge=judge.name,
            team=team.name,
        )
    return _say(pitching, judge_id, Recusal(team_id, waived=True, reason=_line(reason)))


def recused_from(pitching: Pitching, judge: Judge) -> tuple[int, ...]:
    """The teams that a judge does not score: those declared, and those of the judge's own organisation, by itself."""
    return tuple(team.id for team in pitching.teams if team.id is not None and is_recused(pitching, judge, team.id))


def is_recused(pitching: Pitching, judge: Judge, team_id: int) -> bool:
    """Whether a judge does not score a team."""
    said = judge.about(team_id)
    return not said.waived if said else _is_own(pitching, judge, team_id)


def eligible(pitching: Pitching, judge: Judge) -> tuple[int, ...]:
    """The teams in the order that a judge may score; those who have withdrawn or did not meet are in no field."""
    recused = recused_from(pitching, judge)
    return tuple(team_id for team_id in field(pitching) if team_id not in recused)


def field(pitching: Pitching) -> tuple[int, ...]:
    """The teams that compete, in the order: all but the withdrawn and those who did not meet."""
    return tuple(pitch.team_id for pitch in pitching.order if pitch.status not in OUT)


def voting(pitching: Pitching) -> tuple[Judge, ...]:
    """The judges whose sheets count."""
    return tuple(judge for judge in pitching.judges if judge.voting)


def missing(pitching: Pitching, team_id: int) -> tuple[Judge, ...]:
    """The voting judges whose sheet for a team has not come in, though they may score it."""
    come = {each.judge_id for each in pitching.deliveries if each.team_id == team_id and each.submitted}
    return tuple(
        judge for judge in voting(pitching) if judge.id not in come and team_id not in recused_from(pitching, judge)
    )


def without_a_team(pitching: Pitching) -> Iterator[Judge]:
    """Yield the judges who know every team, and so can fill in no sheet."""
    return (judge for judge in pitching.judges if field(pitching) and not eligible(pitching, judge))


def _is_own(pitching: Pitching, judge: Judge, team_id: int) -> bool:
    own = name_key(judge.organisation)
    return bool(own) and name_key(pitching.team(team_id).organisation) == own


def _say(pitching: Pitching, judge_id: int, recusal: Recusal) -> Pitching:
    judge = pitching.judge(judge_id)
    others = (each for each in judge.recusals if each.team_id != recusal.team_id)
    recusals = tuple(sorted((*others, recusal), key=lambda each: each.team_id))
    return _with(pitching, replace(judge, recusals=recusals))


def _with(pitching: Pitching, judge: Judge) -> Pitching:
    return replace(pitching, judges=tuple(judge if each.id == judge.id else each for each in pitching.judges))


def _check_name(pitching: Pitching, judge: Judge) -> None:
    key = name_key(judge.name)
    same = next((each for each in pitching.judges if name_key(each.name) == key and each.id != judge.id), None)
    if same is not None:
        raise Refused(N_("There is a judge called {judge} already."), judge=same.name)


def _cleaned(judge: Judge) -> Judge:
    recusals = tuple(replace(each, reason=_line(each.reason)) for each in judge.recusals)
    return replace(judge, name=clean_name(judge.name), organisation=_line(judge.organisation), recusals=recusals)


def _line(text: str) -> str:
    return clean_line(text) if text.strip() else ""
