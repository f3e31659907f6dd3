"""What has been done before a picture of the README is taken: groups announced, pitches held, ..., in the demo."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from making import at
from samling.content.forms import find_form
from samling.content.programmes import find_programme
from samling.content.rooms import find_room
from samling.domain.expectations import Verdict
from samling.domain.pitching.judge import Judge
from samling.domain.pitching.paper import Typed
from samling.domain.seating.case import Wish
from samling.domain.seating.draw import drafts_of, search
from samling.domain.seating.plan import plan_draw
from samling.domain.seating.values import KeepApart, SharingKind
from samling.domain.survey.values import Survey

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


def scored(session: Session, told: demo_file.Told) -> None:
    """Let five teams have pitched before three judges whose sheets have come, the result be settled, a place told."""
    pitching(session, told)
    chance = Random(SEED)
    order = session.pitching().order
    for pitch in order[5:]:
        session.do("pitch-withdraw", team_id=pitch.team_id)
    session.do("pitch-stop")
    for _pitch in order[1:5]:
        session.do("pitch-start")
        told.at += timedelta(minutes=5)
        session.do("pitch-stop")
    criteria = find_form("standard").said("en").criteria
    organisations = {team.id: team.organisation for team in session.pitching().teams}
    for judge, pitch in product(session.pitching().judges, order[:5]):
        assert judge.id is not None, "a stored judge has an id"
        if judge.organisation == organisations[pitch.team_id]:
            continue
        scores = {each.id: chance.randint(2, 5) for each in criteria}
        session.do("sheet-type", judge_id=judge.id, typed=Typed(judge.id, pitch.team_id, scores), reason="")
    session.do("award-settle")
    session.do("award-reveal")


EXPECTED = (
    ("Fallskjermen", "Vi vil lære å måle, så vi ser om tiltakene virker.", Verdict.MET),
    ("Nattugla", "Et annet team som har det som oss, og som vi kan ringe.", Verdict.PARTLY),
    ("Ro i rommet", "Tid til å tenke ferdig en tanke.", None),
    ("Pilleboksen", "At lederen vår ser hva vi holder på med.", None),
)


def asked(session: Session, told: demo_file.Told) -> None:
    """Let the gathering and the network have a survey each, and some teams have said what they expect."""
    for title, end, questions in (
        ("Evaluering av samlingen", "48211", "after-gathering"),
        ("Evaluering av nettverket", "48212", "after-network"),
    ):
        survey = Survey(
            title, f"https://nettskjema.no/a/{end}", date=told.at.date(), question_set=questions, tried_at=None
        )
        session.do("survey-add", survey=survey)
    ids = {team.name: team.id for team in session.roster().taking_part}
    for name, text, verdict in EXPECTED:
        session.do("expectation-write", team_id=ids[name], text=text)
        if verdict is not None:
            session.do("expectation-mark", team_id=ids[name], verdict=verdict)


def _before(moment: datetime, seconds: int) -> datetime:
    return moment - timedelta(seconds=seconds)
