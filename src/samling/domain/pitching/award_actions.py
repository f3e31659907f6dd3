"""What can be done to the award, for the registry: votes and prizes, the result, and announcing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain.action import About, Action
from samling.domain.errors import N_
from samling.domain.pitching import award, prizes
from samling.domain.pitching.actions import PITCH_CHAIN, keeping_time, timeless

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.action import Moment
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching


def _announced(before: Pitching, after: Pitching, _arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What was announced, or taken back: the place and the teams."""
    longer = max(before.award.revealed, after.award.revealed, key=len)
    step = longer[-1]
    teams = ", ".join(before.name_of(team_id) for team_id in step.team_ids)
    title = next((each.title for each in before.prizes if each.id == step.prize_id and step.prize_id), "")
    return {"place": step.place, "prize": title, "teams": teams}


def _revision(_before: Pitching, after: Pitching, _arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {"number": after.award.revisions[-1].number}


def _prize(before: Pitching, after: Pitching, arguments: Mapping[str, Any]) -> dict[str, Any]:
    found = next((each for each in before.prizes if each.id == arguments.get("prize_id")), None)
    return {"prize": (found or after.prizes[-1]).title}


def _by_sums(pitching: Pitching, sheets: Sequence[JudgeSheets]) -> dict[str, Any]:
    """The places that the sheets give just now, for who settles them."""
    from samling.domain.pitching.jury import placed, placings  # the scoring is asked for here alone

    found = placed(pitching, sheets)
    return {"by_sums": placings(found), "method": found.method}


def _settle(value: Pitching, moment: Moment, read: Sequence[JudgeSheets]) -> Pitching:
    return award.settle(value, moment.at, **_by_sums(value, read))


def _revise(value: Pitching, moment: Moment, read: Sequence[JudgeSheets], reason: str) -> Pitching:
    return award.revise(value, moment.at, **_by_sums(value, read), reason=reason)


_SECRET = frozenset({"votes", "team_ids", "places"})
"""What is not yet announced is never in the log."""

_action = partial(Action, chain=PITCH_CHAIN, about=About.PITCHING, unlogged=_SECRET)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "award-votes",
            timeless(prizes.count_votes),
            N_("Enter the audience's votes"),
            N_("Enter how many of the audience voted for each team."),
            N_("Entered the votes of the audience"),
        ),
        _action(
            "prize-add",
            timeless(prizes.add),
            N_("Add a prize"),
            N_("Add a category prize beside the places, by a criterion or by the jury's decision."),
            N_("Added the prize “{prize}”"),
            told=_prize,
        ),
        _action(
            "prize-remove",
            timeless(prizes.remove),
            N_("Remove a prize"),
            N_("Take a category prize away."),
            N_("Removed the prize “{prize}”"),
            told=_prize,
        ),
        _action(
            "prize-give",
            timeless(prizes.give),
            N_("Decide who gets a prize"),
            N_("Decide which team, or teams, get a category prize."),
            N_("Decided who gets the prize “{prize}”"),
            told=_prize,
        ),
        _action(
            "award-decide",
            keeping_time(award.decide),
            N_("Decide beside the sums"),
            N_("Keep the jury's decision, with a reason, to place teams otherwise than the sums say."),
            N_("The jury decided beside the sums: {reason}"),
        ),
        _action(
            "award-undecide",
            timeless(award.undecide),
            N_("Let the sums stand"),
            N_("Take the jury's decision beside the sums back."),
            N_("Took the jury's decision beside the sums back"),
        ),
        _action(
            "award-settle",
            _settle,
            N_("Settle the result"),
            N_("Settle the result that is to be announced; no sheet is changed until the award is over."),
            N_("Settled the result"),
            reads=About.JURY,
        ),
        _action(
            "award-unsettle",
            timeless(award.unsettle),
            N_("Open the sheets again"),
            N_("Take the settled result back while nothing is announced, so that sheets can be changed."),
            N_("Opened the sheets again"),
        ),
        _action(
            "award-reveal",
            keeping_time(award.reveal),
            N_("Announce the next place"),
            N_("Announce the next place on the projector, the last of them first."),
            N_("Announced place {place}: {teams}"),
            told=_announced,
        ),
        _action(
            "award-audience",
            keeping_time(award.reveal_audience),
            N_("Announce the audience's prize"),
            N_("Announce who has the most of the audience's votes."),
            N_("Announced the audience's prize: {teams}"),
            told=_announced,
        ),
        _action(
            "award-prize",
            keeping_time(award.reveal_prize),
            N_("Announce a prize"),
            N_("Announce a category prize on the projector."),
            N_("Announced the prize “{prize}”: {teams}"),
            told=_announced,
        ),
        _action(
            "award-back",
            timeless(award.unreveal),
            N_("Take the announcement back"),
            N_("Take the last announcement back, without showing what comes next."),
            N_("Took an announcement back: {teams}"),
            told=_announced,
        ),
        _action(
            "award-freeze",
            keeping_time(award.freeze),
            N_("End the award"),
            N_("End the award: what was announced stands, and only a numbered revision corrects it."),
            N_("Ended the award"),
        ),
        _action(
            "award-revise",
            _revise,
            N_("Correct the result"),
            N_("Correct the result after the award: a new numbered revision, for a reason."),
            N_("Corrected the result (revision {number}): {reason}"),
            told=_revision,
            reads=About.JURY,
        ),
    )
}
