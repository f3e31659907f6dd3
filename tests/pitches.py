"""Small pitch rounds for tests: made-up teams 1, 2, 3 ..., judges 1, 2, 3 ..., and a form of three criteria."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from making import at
from samling.domain.pitching.form import FormUse
from samling.domain.pitching.judge import Judge
from samling.domain.pitching.sheets import JudgeSheets, enter, submit
from samling.domain.pitching.values import Pitch, Pitching
from samling.domain.scoring.form import Criterion, Form
from samling.domain.team import Team

if TYPE_CHECKING:
    from datetime import datetime

_NAMES = ("Fjord", "Vidde", "Holme", "Skjær", "Bre", "Elv", "Fonn", "Nes", "Vik", "Li")
_WORDS = ("very weak", "weak", "fair", "good", "very good")


def team(number: int, **fields: Any) -> Team:  # noqa: ANN401 - the fields of a team
    """Return team `number`, of an organisation of its own."""
    name = _NAMES[number - 1] if number <= len(_NAMES) else f"Team {number}"
    return Team(name, id=number, **{"organisation": f"Sykehus {number}", **fields})


def criterion(name: str, weight: int, tie_rank: int | None = None) -> Criterion:
    """Return a criterion on the scale from 1 to 5."""
    return Criterion(name.lower(), name, f"{name}?", weight, 1, _WORDS, tie_rank)


FORM = Form("short", "Short form", (criterion("Aim", 40, 2), criterion("Result", 40, 1), criterion("Spread", 20)))


def pitching(teams: int = 3, judges: int = 2, **fields: Any) -> Pitching:  # noqa: ANN401 - the fields of the pitches
    """Return pitches in the order of the teams' numbers, with judges of other organisations and the form in use."""
    given: dict[str, Any] = {
        "teams": tuple(team(number) for number in range(1, teams + 1)),
        "order": tuple(Pitch(number) for number in range(1, teams + 1)),
        "judges": tuple(Judge(f"Judge {number}", "Juryen", id=number) for number in range(1, judges + 1)),
        "forms": (FormUse(1, FORM, at("08:00")),),
        **fields,
    }
    return Pitching(gathering_id=1, timezone="Europe/Oslo", **given)


def filled(
    of: Pitching, judge_id: int, team_id: int, scores: tuple[int, ...], when: datetime | None = None
) -> JudgeSheets:
    """Return the judge's sheets with one for the team, given these scores in the form's order and submitted."""
    sheets = JudgeSheets(of, judge_id)
    return fill(sheets, team_id, scores, when)


def fill(sheets: JudgeSheets, team_id: int, scores: tuple[int, ...], when: datetime | None = None) -> JudgeSheets:
    """Return the sheets with that team's filled in and submitted."""
    for each, score in zip(FORM.criteria, scores, strict=True):
        sheets = enter(sheets, team_id, each.id, score, revision(sheets, team_id))
    return submit(sheets, when or at("09:10"), team_id, revision(sheets, team_id))


def revision(sheets: JudgeSheets, team_id: int) -> int:
    """Return the revision of a team's sheet as it stands; 0 where there is none."""
    sheet = sheets.latest(team_id)
    return sheet.revision if sheet else 0


def ids(of: Pitching) -> list[int]:
    """Return the order as the ids of its teams."""
    return [pitch.team_id for pitch in of.order]


def with_settings(of: Pitching, **fields: Any) -> Pitching:  # noqa: ANN401 - the fields of the settings
    """Return the pitches held otherwise; the fields of the lengths go into them."""
    lengths = {name: fields.pop(name) for name in list(fields) if name in of.settings.lengths.__slots__}
    settings = replace(of.settings, lengths=replace(of.settings.lengths, **lengths), **fields)
    return replace(of, settings=settings)
