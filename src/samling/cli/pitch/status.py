"""`samling pitch status`: who is on the stage, the clock, which sheets have come in, and when it will be over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.localtime import to_local
from samling.domain.pitching.agreement import ahead
from samling.domain.pitching.clock import figures, overtime_seconds
from samling.domain.pitching.judge import missing, recused_from
from samling.domain.pitching.values import status_word
from samling.language import _
from samling.pitch_wording import clock_line, overtime_words
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.pitching.values import Pitch, Pitching


@click.command(
    help=_("Tell who is on the stage and who comes, the clock, which judges have submitted, and when it will be over."),
    epilog=example("samling pitch status --json"),
)
@with_json
@pass_place
def status(place: Place, as_json: bool) -> None:
    """Tell how the pitches stand."""
    with place.session() as session:
        pitching = session.pitching()
        now = place.moment(session.in_use()) or session.now()
    if as_json:
        echo_json(_json(pitching, now))
    else:
        click.echo("\n".join(_lines(pitching, now)))


def _lines(pitching: Pitching, now: datetime) -> Iterator[str]:
    if not pitching.order:
        yield _("There is no order yet. Draw one: samling pitch order draw")
        return
    yield clock_line(pitching, now)
    width = max(len(pitching.name_of(each.team_id)) for each in pitching.order)
    for position, each in enumerate(pitching.order, start=1):
        parts = (_(status_word(each.status)), overtime_words(overtime_seconds(each, now)), _sheets(pitching, each))
        about = " · ".join(part for part in parts if part)
        yield f"{position:>3}  {pitching.name_of(each.team_id):<{width}}  {about}"
    coming = ahead(pitching, now)
    zone = pitching.timezone
    yield _("The pitches are over {pitches}, the award {award}.").format(
        pitches=clock_time(coming.pitches_end, zone), award=clock_time(coming.award_end, zone)
    )


def _sheets(pitching: Pitching, each: Pitch) -> str:
    """Which sheets have come in for a team that is, or has been, on the stage."""
    if not each.runs:
        return ""
    lacking = ", ".join(judge.name for judge in missing(pitching, each.team_id))
    come = len(_submitted(pitching, each.team_id))
    said = _("sheets: {count}").format(count=come)
    return _("{sheets}, lacking {judges}").format(sheets=said, judges=lacking) if lacking else said


def _submitted(pitching: Pitching, team_id: int) -> list[str]:
    return [
        pitching.judge(each.judge_id).name for each in pitching.deliveries if each.team_id == team_id and each.submitted
    ]


def _json(pitching: Pitching, now: datetime) -> dict[str, Any]:
    shown, coming = figures(pitching, now), ahead(pitching, now)

    def name(team_id: int | None) -> str | None:
        return None if team_id is None else pitching.name_of(team_id)

    def local(moment: datetime | None) -> str | None:
        return None if moment is None else to_local(moment, pitching.timezone).isoformat()

    return {
        "now": local(now),
        "showing": shown.showing.value,
        "team": name(shown.team_id),
        "next": name(shown.following),
        "paused": shown.paused,
        "length_seconds": shown.length.total_seconds(),
        "elapsed_seconds": shown.elapsed.total_seconds(),
        "remaining_seconds": shown.remaining.total_seconds(),
        "questions_at": local(shown.changes_at),
        "signal": shown.mark,
        "teams": [_team_json(pitching, each, now) for each in pitching.order],
        "teams_to_come": coming.teams,
        "pitches_end": local(coming.pitches_end),
        "award_end": local(coming.award_end),
        "award": pitching.award.stage.value,
        "trial": pitching.trial.is_open,
    }


def _team_json(pitching: Pitching, each: Pitch, now: datetime) -> dict[str, Any]:
    recused = (judge.name for judge in pitching.judges if each.team_id in recused_from(pitching, judge))
    return {
        "team": pitching.name_of(each.team_id),
        "status": each.status.value,
        "moved_last": each.moved_last,
        "overtime_seconds": overtime_seconds(each, now),
        "restarts": sum(bool(run.given_up) for run in each.runs),
        "submitted": _submitted(pitching, each.team_id),
        "missing": [judge.name for judge in missing(pitching, each.team_id)],
        "recused": list(recused),
    }
