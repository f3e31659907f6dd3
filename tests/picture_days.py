"""What has been done before a picture of the README is taken: groups announced, or pitches under way, in the demo."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from making import at
from samling.content.forms import find_form
from samling.content.programmes import find_programme
from samling.content.rooms import find_room
from samling.domain.pitching.judge import Judge
from samling.domain.seating.case import Wish
from samling.domain.seating.draw import drafts_of, search
from samling.domain.seating.plan import plan_draw
from samling.domain.seating.values import KeepApart, SharingKind

if TYPE_CHECKING:
    from datetime import datetime

    from samling.cli import demo_file
    from samling.session import Session

SEED = 7
PITCHING = 4
"""Where the pitches stand in the programme of the last gathering."""


def seated(session: Session, told: demo_file.Told) -> None:
    """Draw the teams two and two for the next sharing block, and announce it."""
    hall = session.hall()
    block = hall.block()
    assert block.id is not None, "a stored block has an id"
    plan = plan_draw(hall, Wish(SharingKind.PAIRS, find_room("two-and-two"), KeepApart.NONE), block.id)
    *_worse, best = search(plan, Random(SEED))
    drafts = drafts_of(plan, best, SEED, told.at, None)
    session.do("groups-draw", seatings=drafts, who=block.title)
    session.do("groups-announce", seating_id=session.seatings().seatings[-1].id, who=block.title)


def pitching(session: Session, told: demo_file.Told) -> None:
    """Let the first team of the network's last gathering be ninety seconds into its pitch, before three judges."""
    now, day = told.at, told.at.date()
    session.new_gathering(
        title="Samling 4",
        start=at("09:00", day),
        end=at("13:00", day),
        programme=find_programme("unn-samling-4"),
    )
    session.do("pitch-form", form=find_form("standard").said("en"))
    session.do("pitch-draw", seed=SEED, team_ids=None)
    for name, organisation in (("Anne Berg", "Fjordhelse HF"), ("Bo Dal", ""), ("Cilje Eng", "")):
        session.do("judge-add", judge=Judge(name, organisation))
    told.at = _before(now, 90)
    session.do("start", position=PITCHING)
    session.do("pitch-start")
    told.at = now
    judge = session.pitching().judges[1].id
    team = session.pitching().order[0].team_id
    for criterion, score in (("problem", 4), ("change", 5)):
        assert judge is not None, "a stored judge has an id"
        revision = next((each.revision for each in session.sheets(judge).sheets if each.team_id == team), 0)
        session.do("sheet-score", judge_id=judge, team_id=team, criterion_id=criterion, score=score, revision=revision)


def _before(moment: datetime, seconds: int) -> datetime:
    return moment - timedelta(seconds=seconds)
