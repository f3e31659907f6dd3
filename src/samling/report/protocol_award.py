"""The protocol's part about the award: what the sheets say, what was announced, the prizes and every revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.pitching import form
from samling.language import _
from samling.pitch_wording import announced_line, figure, names, ties
from samling.report.results import instant, results_json
from samling.report.section import Section, Table
from samling.wording import clock_time, method_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.pitching.podium import Revision
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.result import Result


def result(pitching: Pitching, found: Result, now: datetime) -> Section:
    """Return what the sheets say, with what became of each tie."""
    heads = ("", _("Team"), _("Score"), _("Spread"), _("Sheets"))
    rows = tuple(
        (
            "–" if each.rank is None else str(each.rank),
            pitching.name_of(each.team),
            figure(each.score),
            figure(each.total.spread if each.total else None),
            str(each.sheets),
        )
        for each in found.teams
    )
    return Section(
        "result",
        _("What the sheets say"),
        results_json(pitching, found, now),
        lines=tuple(ties(pitching, form.in_use(pitching).form, found)),
        table=Table(heads, rows, frozenset({0, 2, 3, 4})),
    )


def award(pitching: Pitching) -> Section:
    """Return what was announced, and when."""
    zone, revealed = pitching.timezone, pitching.award.revealed
    lines = [
        f"{clock_time(each.revealed_at, zone, seconds=True)} {announced_line(pitching, each)}" for each in revealed
    ]
    if not lines:
        lines.append(_("Nothing is announced yet."))
    if pitching.award.frozen_at is not None:
        lines.append(_("The award was over at {time}.").format(time=clock_time(pitching.award.frozen_at, zone)))
    data = {
        "stage": pitching.award.stage.value,
        "frozen_at": instant(pitching.award.frozen_at, pitching),
        "announced": [
            {
                "what": each.what.value,
                "place": each.place,
                "teams": [pitching.name_of(team_id) for team_id in each.team_ids],
                "at": instant(each.revealed_at, pitching),
            }
            for each in revealed
        ],
    }
    return Section("award", _("The award"), data, tuple(lines))


def prizes(pitching: Pitching) -> Section:
    """Return who got the category prizes, and how the audience voted."""
    lines = []
    for each in pitching.prizes:
        said = _("{what}: {teams}").format(what=each.title, teams=names(pitching, each.team_ids) or _("not decided"))
        lines.append(_("{said} Why: {reason}").format(said=said, reason=each.reason) if each.reason else said)
    votes = sorted(pitching.votes, key=lambda each: -each.count)
    lines += [
        _("Audience, {team}: {count}").format(team=pitching.name_of(each.team_id), count=each.count) for each in votes
    ]
    data = {
        "prizes": [
            {
                "title": each.title,
                "criterion": each.criterion_id,
                "teams": [pitching.name_of(team_id) for team_id in each.team_ids],
                "reason": each.reason,
            }
            for each in pitching.prizes
        ],
        "audience": {pitching.name_of(each.team_id): each.count for each in votes},
    }
    return Section("prizes", _("Prizes and the audience"), data, tuple(lines) or (_("There are none."),))


def revisions(pitching: Pitching) -> Section:
    """Return every revision of the result, with the jury's decision where it differs from the sums."""
    lines = [line for each in pitching.award.revisions for line in _revision_lines(pitching, each)]
    data = [_revision_json(pitching, each) for each in pitching.award.revisions]
    return Section(
        "revisions", _("Revisions of the result"), data, tuple(lines) or (_("The result is not settled yet."),)
    )


def _revision_lines(pitching: Pitching, revision: Revision) -> Iterator[str]:
    yield _("Revision {number}, {time}, by {method}").format(
        number=revision.number,
        time=clock_time(revision.settled_at, pitching.timezone, seconds=True),
        method=method_word(revision.method),  # type: ignore[arg-type]
    )
    if revision.reason:
        yield _("Why: {reason}").format(reason=revision.reason)
    if revision.decision_reason:
        yield _("The jury decided beside the sums: {reason} ({name})").format(
            reason=revision.decision_reason, name=revision.decided_by
        )
    for each in revision.placings:
        name = pitching.name_of(each.team_id)
        if each.place == each.by_sums:
            yield _("{place}: {team}").format(place=each.place or "–", team=name)
        else:
            yield _("{place}: {team} (by the sums: {by_sums})").format(
                place=each.place or "–", team=name, by_sums=each.by_sums or "–"
            )


def _revision_json(pitching: Pitching, revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "settled_at": instant(revision.settled_at, pitching),
        "method": revision.method,
        "reason": revision.reason,
        "decision": {"reason": revision.decision_reason, "by": revision.decided_by}
        if revision.decision_reason
        else None,
        "places": [
            {
                "team": pitching.name_of(each.team_id),
                "place": each.place,
                "by_sums": each.by_sums,
                "score": each.score or None,
            }
            for each in revision.placings
        ],
    }
