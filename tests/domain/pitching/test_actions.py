"""The registry's lines about the pitches, done one after the other as a day goes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest

from making import at
from pitches import FORM, pitching
from samling.domain import registry
from samling.domain.action import About, Moment
from samling.domain.errors import Refused
from samling.domain.pitching import actions, award_actions, sheet_actions
from samling.domain.pitching.judge import Judge, JudgeChange
from samling.domain.pitching.paper import Typed
from samling.domain.pitching.settings import SettingsChange
from samling.domain.pitching.sheets import JudgeSheets, Score, Sheet

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching


def given(*best_first: int) -> tuple[JudgeSheets, ...]:
    """Return the submitted sheets of judges 1 and 9, who give the teams 5, 4 and 3 on every criterion."""

    def sheet(team_id: int, value: int) -> Sheet:
        scores = tuple(Score(each.id, value, 1) for each in FORM.criteria)
        return Sheet(team_id, scores=scores, submitted_at=at("09:00"))

    sheets = tuple(sheet(team_id, 5 - number) for number, team_id in enumerate(best_first))
    return tuple(JudgeSheets(pitching(), judge_id, sheets) for judge_id in (1, 9))


STORY: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("pitch-form", {"form": FORM}, "Took the scoring form “Short form” into use (version 1)"),
    ("pitch-settings", {"to": SettingsChange(changeover_seconds=45)}, "Changed how the pitches are held"),
    ("pitch-method", {"method": "borda"}, "Chose how the sheets are counted: borda"),
    ("judge-add", {"judge": Judge("Kari")}, "Added the judge Kari"),
    ("judge-edit", {"judge_id": 1, "change": JudgeChange(voting=True)}, "Changed the judge Judge 1"),
    ("judge-recuse", {"judge_id": 2, "team_id": 3}, "Judge 2 is recused from “Holme”"),
    ("judge-waive", {"judge_id": 2, "team_id": 3}, "Judge 2 may score “Holme” all the same"),
    ("judge-remove", {"judge_id": 2}, "Removed the judge Judge 2"),
    ("pitch-trial", {}, "Began a trial pitch"),
    ("pitch-trial-end", {}, "Ended the trial pitch"),
    ("pitch-draw", {"seed": 7}, "Drew the order of the pitches (seed 7)"),
    ("pitch-arrange", {"team_ids": (1, 2, 3, 4)}, "Set the order of the pitches by hand"),
    ("pitch-skip", {}, "Let the team after “Fjord” pitch before it"),
    ("pitch-move", {"team_id": 1, "to": 1}, "Moved “Fjord” to place 1 of the pitches"),
    ("pitch-next", {}, "Next team up: Fjord"),
    ("pitch-start", {}, "“Fjord” began to pitch"),
    ("pitch-pause", {}, "Paused the pitch of “Fjord”"),
    ("pitch-resume", {}, "Resumed the pitch of “Fjord”"),
    ("pitch-restart", {"reason": "no sound"}, "Started the pitch of “Fjord” again: no sound"),
    ("pitch-phase", {}, "Next phase for “Fjord”"),
    ("pitch-stop", {}, "Ended the pitch of “Fjord”"),
    ("pitch-last", {}, "Moved “Vidde” last: not there when its turn came"),
    ("pitch-absent", {"team_id": 2}, "“Vidde” did not meet for its pitch"),
    ("pitch-enter", {"team_id": 2}, "Put “Vidde” last in the order of the pitches"),
    ("pitch-withdraw", {"team_id": 4}, "“Skjær” withdrew from the pitches"),
    ("award-votes", {"votes": {1: 3, 2: 3}}, "Entered the votes of the audience"),
    ("prize-add", {"title": "Best test"}, "Added the prize “Best test”"),
    ("prize-give", {"prize_id": 7, "team_ids": (2,)}, "Decided who gets the prize “Best test”"),
    (
        "award-decide",
        {"places": {1: 2, 2: 1}, "reason": "the aim was met", "by": "Kari"},
        "The jury decided beside the sums: the aim was met",
    ),
    ("award-undecide", {}, "Took the jury's decision beside the sums back"),
    ("award-settle", {"read": given(1, 2, 3)}, "Settled the result"),
    ("award-unsettle", {}, "Opened the sheets again"),
    ("award-settle", {"read": given(1, 2, 3)}, "Settled the result"),
    ("award-prize", {"prize_id": 7}, "Announced the prize “Best test”: Vidde"),
    ("award-back", {}, "Took an announcement back: Vidde"),
    ("prize-remove", {"prize_id": 7}, "Removed the prize “Best test”"),
    ("award-audience", {}, "Announced the audience's prize: Fjord, Vidde"),
    ("award-reveal", {}, "Announced place 3: Holme"),
    ("award-reveal", {}, "Announced place 2: Vidde"),
    ("award-reveal", {}, "Announced place 1: Fjord"),
    ("award-freeze", {}, "Ended the award"),
    (
        "award-revise",
        {"read": given(2, 1, 3), "reason": "misread"},
        "Corrected the result (revision 2): misread",
    ),
)

SHEETS: tuple[tuple[str, dict[str, Any], str], ...] = (
    (
        "sheet-score",
        {"team_id": 1, "criterion_id": "aim", "score": 5, "revision": 0},
        "Judge 1 wrote on the sheet for “Fjord”",
    ),
    ("sheet-comment", {"team_id": 1, "text": "good", "revision": 1}, "Judge 1 commented on “Fjord”"),
    (
        "sheet-score",
        {"team_id": 1, "criterion_id": "result", "score": 5, "revision": 2},
        "Judge 1 wrote on the sheet for “Fjord”",
    ),
    (
        "sheet-score",
        {"team_id": 1, "criterion_id": "spread", "score": 5, "revision": 3},
        "Judge 1 wrote on the sheet for “Fjord”",
    ),
    ("sheet-submit", {"team_id": 1, "revision": 4}, "Judge 1 submitted the sheet for “Fjord”"),
    ("sheet-correct", {"team_id": 1, "reason": "misread"}, "Judge 1 began to correct the sheet for “Fjord”: misread"),
    ("sheet-give-up", {"team_id": 1}, "Judge 1 gave the correction of the sheet for “Fjord” up"),
    (
        "sheet-type",
        {"typed": Typed(1, 2, {"aim": 1, "result": 2, "spread": 3})},
        "Typed the sheet of Judge 1 for “Vidde” in",
    ),
)


def told(name: str, before: Any, after: Any, arguments: dict[str, Any]) -> str:  # noqa: ANN401 - a part's value
    """Return the line of the log, from what the log keeps."""
    found = registry.action(name)
    kept = json.loads(json.dumps(registry.logged(found, before, after, arguments)))
    assert {field for _text, field, *_rest in Formatter().parse(found.done) if field} <= kept.keys()
    return found.done.format(**kept)


def kept(day: Pitching) -> Pitching:
    """Return the pitches as they come back from the file: what was new has an id."""
    return replace(
        day,
        judges=tuple(replace(each, id=each.id or 9) for each in day.judges),
        prizes=tuple(replace(each, id=each.id or 7) for each in day.prizes),
    )


def test_a_day_of_pitches() -> None:
    """Every action about the pitches is done, and each line of the log tells what it was about in words."""
    day, now = pitching(4), at("09:00")
    for name, arguments, says in STORY:
        now += timedelta(minutes=1)
        after = kept(registry.perform(registry.action(name), day, Moment(now, now), arguments))
        assert told(name, day, after, arguments) == says
        day = after
    assert {name for name, *_rest in STORY} == {*actions.ACTIONS, *award_actions.ACTIONS}


def test_a_judges_sheets() -> None:
    """Every action about sheets is done, and no line of the log tells what was given."""
    value, now = JudgeSheets(pitching(), 1), at("09:00")
    for name, arguments, says in SHEETS:
        now += timedelta(minutes=1)
        of_judge = {"judge_id": 1, **arguments}
        after = registry.perform(registry.action(name), value, Moment(now, now), of_judge)
        assert told(name, value, after, of_judge) == says
        value = after
    assert {name for name, *_rest in SHEETS} == set(sheet_actions.ACTIONS)


@pytest.mark.parametrize("name", ["pitch-pause", "pitch-phase", "pitch-stop", "pitch-next", "pitch-restart"])
def test_no_verb_of_the_clock_goes_back(name: str) -> None:
    """The clock's verbs are recorded after its last one, and not after now."""
    start = registry.action("pitch-start")
    day = registry.perform(start, pitching(), Moment(at("09:00"), at("09:00")), {})
    given = {"reason": "why"} if name == "pitch-restart" else {}
    for when in ("08:59:59", "09:06"):
        with pytest.raises(Refused):
            registry.perform(registry.action(name), day, Moment(at(when), at("09:05")), given)


def test_whose_they_are() -> None:
    """The pitches' actions have one chain of undo or none, a judge's own another for each judge."""
    assert {each.chain for each in {**actions.ACTIONS, **award_actions.ACTIONS}.values()} == {"pitch", None}
    assert {each.about for each in {**actions.ACTIONS, **award_actions.ACTIONS}.values()} == {About.PITCHING}
    chains = {each.chain.format(judge_id=3) for each in sheet_actions.ACTIONS.values() if each.chain}
    assert chains == {"judge-3"}
