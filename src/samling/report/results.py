"""The result of the pitches as JSON has it: what the sheets say, and how sure that is. For the facilitator."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any

from samling.domain.localtime import to_local
from samling.domain.pitching import form
from samling.domain.pitching.clock import overtime_seconds
from samling.pitch_wording import tie_sentence

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.result import Figures, Result, TeamResult

_DECIMALS = 2


def results_json(pitching: Pitching, result: Result, now: datetime) -> dict[str, Any]:
    """Return the result: exact fractions as text, `shown` rounded half up to two decimals for the eye."""
    used = form.in_use(pitching)
    revision = pitching.award.current
    return {
        "form": used.form.id,
        "form_version": used.version,
        "method": result.method,
        "revision": revision.number if revision else None,
        "complete": result.is_complete,
        "teams": [_team_json(pitching, each, now) for each in result.teams],
        "ties": _ties_json(pitching, result),
        "confidence": _confidence_json(pitching, result),
        "methods": {
            name: [[pitching.name_of(team_id), rank] for team_id, rank in listed]
            for name, listed in result.methods.items()
        },
    }


def _confidence_json(pitching: Pitching, result: Result) -> dict[str, Any]:
    """Return how sure the first place is; nulls where that cannot be said."""
    sure = result.confidence
    return {
        "winner_share": float(sure.winner_share) if sure else None,
        "exact": sure.is_exact if sure else None,
        "leave_one_out_stable": sure.leave_one_out_stable if sure else None,
        "decisive": [pitching.judge(each).name for each in result.decisive],
    }


def _team_json(pitching: Pitching, each: TeamResult, now: datetime) -> dict[str, Any]:
    return {
        "team": pitching.name_of(each.team),
        "rank": each.rank,
        "score": None if each.score is None else str(each.score),
        "shown": shown(each.score),
        "sheets": each.sheets,
        "missing": [pitching.judge(judge_id).name for judge_id in each.missing],
        "recused": [pitching.judge(judge_id).name for judge_id in each.recused],
        "status": each.status,
        "reason": each.reason,
        "overtime_seconds": overtime_seconds(pitching.pitch(each.team), now),
        "total": _figures_json(each.total),
        "criteria": {name: _figures_json(figures) for name, figures in each.criteria.items()},
    }


def _figures_json(figures: Figures | None) -> dict[str, Any] | None:
    if figures is None:
        return None
    return {
        "mean": shown(figures.mean),
        "lowest": shown(figures.lowest),
        "highest": shown(figures.highest),
        "spread": shown(figures.spread),
    }


def _ties_json(pitching: Pitching, result: Result) -> list[dict[str, Any]]:
    used = form.in_use(pitching).form
    ranks = {each.team: each.rank for each in result.teams}
    return [
        {
            "teams": [pitching.name_of(team_id) for team_id in tie.teams],
            "resolved_by": tie.rule,
            "criterion": tie.criterion or None,
            "text": tie_sentence(pitching, used, tie, ranks[tie.teams[0]]),
        }
        for tie in result.ties
    ]


def shown(value: Fraction | None) -> float | None:
    """Return a figure rounded half up to two decimals."""
    if value is None:
        return None
    hundredths = floor(abs(value) * 10**_DECIMALS + Fraction(1, 2))
    return float(Fraction(hundredths if value >= 0 else -hundredths, 10**_DECIMALS))


def instant(moment: datetime | None, pitching: Pitching) -> str | None:
    """Return an instant as JSON has it: local time with its offset."""
    return to_local(moment, pitching.timezone).isoformat() if moment else None
