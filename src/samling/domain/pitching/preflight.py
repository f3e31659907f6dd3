"""Before the next team, and before the award: what is not as it should be. Going on is the facilitator's to decide."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.pitching.award import audience_winners
from samling.domain.pitching.judge import field, missing, voting, without_a_team
from samling.domain.pitching.sentence import Sentence
from samling.domain.pitching.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.methods import Reason


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be. One that `blocks` stands in the way of settling the result."""

    sentence: Sentence
    blocks: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """What these checks need to know of a result.

    `shared` has which of the places to announce are shared, and by whom; `unranked` the teams without a place, with
    why; `unfitting` the teams with judges whose submitted sheet lacks criteria of the form in use.
    """

    shared: Sequence[tuple[int, tuple[int, ...]]] = ()
    unranked: Mapping[int, Reason] = dataclasses.field(default_factory=dict)
    unfitting: Mapping[int, tuple[int, ...]] = dataclasses.field(default_factory=dict)


def before_next_team(pitching: Pitching) -> Iterator[Sentence]:
    """Yield, for each team that has pitched, whose sheets are still to come."""
    for pitch in pitching.order:
        judges = missing(pitching, pitch.team_id) if pitch.status is Status.DONE else ()
        if judges:
            yield Sentence(
                N_("Sheets for “{team}” are still to come from: {judges}."),
                team=pitching.team(pitch.team_id).name,
                judges=", ".join(judge.name for judge in judges),
            )


def before_first_team(pitching: Pitching) -> Iterator[Sentence]:
    """Yield what should be in place before the first team, and is not."""
    if not pitching.forms:
        yield Sentence(N_("There is no scoring form in use. Choose one: samling pitch form use ID"))
    if not voting(pitching):
        yield Sentence(N_("There is no judge with a vote."))
    elif len(voting(pitching)) == 1:
        yield Sentence(N_("There is one judge with a vote: the result will be that judge's alone."))
    yield from _gone(pitching)
    for judge in without_a_team(pitching):
        yield Sentence(N_("{judge} is recused from every team, and can fill in no sheet."), judge=judge.name)


def before_award(pitching: Pitching, standing: Standing) -> Iterator[Finding]:
    """Yield everything that should be looked at before the award, what blocks it first."""
    yield from _blocking(pitching)
    for sentence in before_next_team(pitching):
        yield Finding(sentence)
    yield from _corrections(pitching)
    yield from _unfitting(pitching, standing)
    yield from map(Finding, _gone(pitching))
    yield from _ties(pitching, standing)
    if pitching.settings.audience and not audience_winners(pitching):
        yield Finding(Sentence(N_("The votes of the audience are not counted.")))
    for prize in pitching.prizes:
        if not prize.team_ids:
            yield Finding(Sentence(N_("It is not decided who gets “{prize}”."), prize=prize.title))


def _blocking(pitching: Pitching) -> Iterator[Finding]:
    if not pitching.forms:
        yield Finding(
            Sentence(N_("There is no scoring form in use. Choose one: samling pitch form use ID")), blocks=True
        )
    if not voting(pitching):
        yield Finding(Sentence(N_("There is no judge with a vote.")), blocks=True)
    if not field(pitching):
        yield Finding(Sentence(N_("There is no team to pitch.")), blocks=True)
    for team_id in field(pitching):
        pitch, name = pitching.pitch(team_id), pitching.team(team_id).name
        if pitch.is_on_clock:
            yield Finding(Sentence(N_("“{team}” is pitching: stop its clock first."), team=name), blocks=True)
        elif pitch.is_to_come:
            yield Finding(Sentence(N_("“{team}” has not pitched."), team=name))


def _corrections(pitching: Pitching) -> Iterator[Finding]:
    for each in pitching.deliveries:
        if each.is_correction and each.team_id in field(pitching):
            yield Finding(
                Sentence(
                    N_("{judge} has begun to correct the sheet for “{team}” and not submitted it: the old one counts."),
                    judge=pitching.judge(each.judge_id).name,
                    team=pitching.team(each.team_id).name,
                )
            )


def _ties(pitching: Pitching, standing: Standing) -> Iterator[Finding]:
    for place, team_ids in standing.shared:
        names = ", ".join(pitching.team(team_id).name for team_id in team_ids)
        yield Finding(
            Sentence(N_("{teams} share place {place}: no rule for ties parts them."), teams=names, place=place)
        )
    for team_id, reason in standing.unranked.items():
        yield Finding(Sentence(_UNRANKED[reason], team=pitching.team(team_id).name))


_UNRANKED: Mapping[Reason, str] = {
    "few_sheets": N_("“{team}” cannot be ranked: it has too few sheets."),
    "unconnected": N_("“{team}” cannot be ranked: no judges connect it with all the others."),
}


def _unfitting(pitching: Pitching, standing: Standing) -> Iterator[Finding]:
    for team_id, judge_ids in standing.unfitting.items():
        yield Finding(
            Sentence(
                N_("Sheets for “{team}” on an earlier form do not count until they are corrected: {judges}."),
                team=pitching.team(team_id).name,
                judges=", ".join(pitching.judge(judge_id).name for judge_id in judge_ids),
            )
        )


def _gone(pitching: Pitching) -> Iterator[Sentence]:
    """Yield the teams that take part no more, and are still in the order: for the facilitator to take out."""
    for team_id in field(pitching):
        team = pitching.team(team_id)
        if team.withdrawn:
            yield Sentence(
                N_(
                    "“{team}” has withdrawn from the network, and is still in the order. Take it out: "
                    "samling pitch order withdraw TEAM"
                ),
                team=team.name,
            )
