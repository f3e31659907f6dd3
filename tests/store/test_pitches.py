"""The pitches in the file: kept as they were given, undone by themselves, and what the room may know read apart."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from making import at
from opened import new_pitches, open_session, queries
from pitches import FORM
from samling.domain.action import About
from samling.domain.errors import Refused, SamlingError
from samling.domain.gathering import Kind
from samling.domain.pitching.actions import PITCH_CHAIN
from samling.domain.pitching.judge import Judge, JudgeChange
from samling.domain.pitching.paper import Typed
from samling.domain.pitching.settings import SettingsChange
from samling.domain.pitching.sheet_actions import chain_of
from samling.domain.plan import BlockChange
from samling.domain.team import Team
from samling.store.changes import difference_of_rows
from samling.store.parts import part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

STORY: tuple[tuple[str, dict[str, Any]], ...] = (
    ("pitch-settings", {"to": SettingsChange(changeover_seconds=45, signal_seconds=(90, 20), pitch_label="Innlegg")}),
    ("pitch-method", {"method": "borda", "ladder": ("criteria", "head_to_head")}),
    ("pitch-trial", {}),
    ("pitch-trial-end", {}),
    ("pitch-draw", {"seed": 7}),
    ("pitch-arrange", {"team_ids": (1, 2, 3, 4)}),
    ("pitch-skip", {}),
    ("pitch-move", {"team_id": 1, "to": 1}),
    ("pitch-next", {}),
    ("pitch-start", {}),
    ("pitch-pause", {}),
    ("pitch-resume", {}),
    ("pitch-restart", {"reason": "no sound"}),
    ("pitch-phase", {}),
    ("pitch-stop", {}),
    ("pitch-last", {}),
    ("pitch-absent", {"team_id": 2}),
    ("pitch-enter", {"team_id": 2}),
    ("pitch-withdraw", {"team_id": 4}),
    ("award-votes", {"votes": {1: 3, 2: 3}}),
    ("prize-add", {"title": "Best test"}),
    ("prize-give", {"prize_id": 1, "team_ids": (2, 3), "reason": "både og"}),
    ("award-decide", {"places": {1: 2, 2: 1}, "reason": "the aim was met", "by": "Kari"}),
    ("award-undecide", {}),
    ("award-decide", {"places": {1: 2, 2: 1}, "reason": "the aim was met", "by": "Kari"}),
    ("award-settle", {}),
    ("award-unsettle", {}),
    ("award-settle", {}),
    ("award-prize", {"prize_id": 1}),
    ("award-back", {}),
    ("prize-remove", {"prize_id": 1}),
    ("award-audience", {}),
    ("award-reveal", {}),
    ("award-reveal", {}),
    ("award-reveal", {}),
    ("award-freeze", {}),
)
"""A day of pitches of four teams: every action of the chain but the form's, and the correction after the award."""

SECRET_TABLES = ("award_placing", "award_decision", "award_decided_place", "audience_vote", "prize_winner", "judge")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Iterator[Session]:
    """Four teams in order, two judges who have filled in all their sheets; it is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(path, clock)) as opened:
        new_pitches(opened, teams=4)
        for judge_id in (1, 2):
            for team_id in (1, 2, 3, 4):
                scores = dict.fromkeys(("aim", "result", "spread"), 5 - team_id + judge_id % 2)
                opened.do("sheet-type", judge_id=judge_id, typed=Typed(judge_id, team_id, scores))
        yield opened


def tell(session: Session, clock: FakeClock) -> Iterator[None]:
    """Do the story, a minute for each step."""
    for name, arguments in STORY:
        clock.move(minutes=1)
        session.do(name, **arguments)
        yield


class TestKeeping:
    def test_what_is_kept_is_what_was_given(self, session: Session, path: Path, clock: FakeClock) -> None:
        """After every step another window reads the value that the action returned."""
        with closing(open_session(path, clock)) as other:
            for name, arguments in STORY:
                clock.move(minutes=1)
                assert session.do(name, **arguments).after == other.pitching()

    def test_judges_have_ids_for_ever(self, session: Session) -> None:
        """A judge who was taken away leaves an id that nobody gets again."""
        session.do("judge-add", judge=Judge("Kari"))
        session.do("judge-remove", judge_id=3)
        added = session.do("judge-add", judge=Judge("Ola", "Vidde", voting=False)).after.judges[-1]
        assert added == Judge("Ola", "Vidde", voting=False, id=4)

    def test_what_is_said_of_a_judge(self, session: Session) -> None:
        """Recusals with their reasons and the PIN are read back; a cleared PIN is gone."""
        session.do("judge-recuse", judge_id=1, team_id=3, reason="veileder")
        session.do("judge-edit", judge_id=1, change=JudgeChange(pin_hash="salt:digest"))
        judge = session.pitching().judge(1)
        assert [(each.team_id, each.reason) for each in judge.recusals] == [(3, "veileder")]
        assert judge.pin_hash == "salt:digest"
        session.do("judge-edit", judge_id=1, change=JudgeChange(clear_pin=True))
        assert session.pitching().judge(1).pin_hash is None

    def test_held_as_by_default_leaves_no_row(self, session: Session) -> None:
        """Settings that are changed and changed back are as if nobody had touched them; undo brings them again."""
        session.do("pitch-settings", to=SettingsChange(places=5))
        session.do("pitch-settings", to=SettingsChange(places=3))
        session.undo(PITCH_CHAIN)
        assert session.pitching().settings.places == 5
        session.undo(PITCH_CHAIN)
        assert session.pitching().settings.places == 3

    def test_a_gathering_has_its_own(self, session: Session) -> None:
        """Another gathering of the network has no order and no judges yet."""
        session.new_gathering(title="Next", start=at("15:00"), end=at("16:00"), programme=None)
        assert (session.pitching().order, session.pitching().judges, session.jury()) == ((), (), ())
        with pytest.raises(Refused, match="no judge with id 1"):
            session.sheets(1)

    def test_deliveries_tell_who_and_nothing_else(self, session: Session) -> None:
        """That a sheet has come in is read with the pitches; no query of theirs reads what stands in it."""
        session.do("sheet-correct", judge_id=2, team_id=4, reason="feil lag")
        with queries(session) as asked:
            deliveries = session.pitching().deliveries
        assert {(each.judge_id, each.team_id) for each in deliveries} == {(j, t) for j in (1, 2) for t in (1, 2, 3, 4)}
        assert [(each.judge_id, each.team_id) for each in deliveries if each.is_correction] == [(2, 4)]
        assert not [each for each in asked if " score" in each or "comment" in each]
        assert sum("FROM sheet" in each for each in asked) == 1


class TestUndo:
    def test_all_the_way_back_and_forward_again(self, session: Session, clock: FakeClock) -> None:
        """Undo restores every value that was, step by step; redo every one that came."""
        values = [session.pitching(), *(session.pitching() for _step in tell(session, clock))]
        for value in reversed(values[:-1]):
            session.undo(PITCH_CHAIN)
            assert session.pitching() == value
        for value in values[1:]:
            session.redo(PITCH_CHAIN)
            assert session.pitching() == value

    def test_chains_leave_each_other_alone(self, session: Session) -> None:
        """The pitches' undo, a judge's and the agenda's each take back their own."""
        session.do("start")
        session.do("pitch-start")
        session.do("sheet-correct", judge_id=1, team_id=1, reason="feil")
        session.undo(PITCH_CHAIN)
        assert (session.in_use().current, session.pitching().on_clock) == (1, None)
        assert session.sheets(1).latest(1).version == 2  # type: ignore[union-attr]
        session.undo(chain_of(1))
        assert session.sheets(1).latest(1).version == 1  # type: ignore[union-attr]
        session.undo()
        assert session.in_use().current is None

    def test_one_judges_undo_leaves_the_others(self, session: Session) -> None:
        """What one judge takes back changes no other judge's sheets."""
        before = session.sheets(2)
        session.undo(chain_of(1))
        assert session.sheets(2) == before
        with pytest.raises(Refused, match="nothing to undo"):
            session.undo(chain_of(99))

    def test_it_takes_no_form_from_submitted_sheets(self, clock: FakeClock, tmp_path: Path) -> None:
        """The form that a sheet was submitted on is not undone: another one is taken, with a reason."""
        clock.set(at("15:00"))
        with closing(open_session(tmp_path / "other.db", clock)) as session:
            new_pitches(session, teams=2)
            session.undo(PITCH_CHAIN)
            session.undo(PITCH_CHAIN)
            assert session.pitching().forms == ()
            session.redo(PITCH_CHAIN)
            session.redo(PITCH_CHAIN)
            session.do("sheet-type", judge_id=1, typed=Typed(1, 1, {"aim": 1, "result": 1, "spread": 1}))
            session.undo(PITCH_CHAIN)  # the order
            with pytest.raises(Refused, match="locks the form"):
                session.undo(PITCH_CHAIN)
            assert [use.form for use in session.pitching().forms] == [FORM]

    def test_an_award_under_way_leaves_the_sheets(self, session: Session) -> None:
        """Between settling and the award's end no judge's undo changes a sheet; after it none that was counted."""
        session.do("sheet-correct", judge_id=1, team_id=1, reason="feil")
        session.do("award-settle")
        with pytest.raises(Refused, match="award under way"):
            session.undo(chain_of(1))
        for _place in range(3):
            session.do("award-reveal")
        session.do("award-freeze")
        session.undo(chain_of(1))  # the draft was not counted
        with pytest.raises(Refused, match="A result has been settled since"):
            session.undo(chain_of(1))
        assert session.sheets(1).counted(4) is not None

    def test_nor_does_it_bring_a_sheet_into_a_settled_result(self, session: Session) -> None:
        """A submission that was taken back before the result was settled is not brought forward after it."""
        session.undo(chain_of(1))
        session.do("award-settle")
        for _place in range(3):
            session.do("award-reveal")
        session.do("award-freeze")
        with pytest.raises(Refused, match="A result has been settled since"):
            session.redo(chain_of(1))
        assert session.sheets(1).latest(4) is None

    def test_a_judge_whose_sheets_were_undone_can_go(self, session: Session) -> None:
        """Nothing is left that speaks of a judge who has filled in nothing that stands."""
        session.do("judge-add", judge=Judge("Kari"))
        session.do("sheet-score", judge_id=3, team_id=1, criterion_id="aim", score=3, revision=0)
        session.undo(chain_of(3))
        session.do("judge-remove", judge_id=3)
        assert len(session.pitching().judges) == 2


class TestTheLog:
    def test_it_never_shows_what_is_secret(self, session: Session, clock: FakeClock) -> None:
        """No score, comment, vote, winner or place that is not announced stands in what the log shows."""
        session.do("sheet-correct", judge_id=1, team_id=1, reason="feil lag")
        revision = session.sheets(1).latest(1).revision  # type: ignore[union-attr]
        session.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=2, revision=revision)
        session.do("sheet-comment", judge_id=1, team_id=1, text="Hemmelig", revision=revision + 1)
        session.do("judge-edit", judge_id=1, change=JudgeChange(pin_hash="salt:digest"))
        for _step in tell(session, clock):
            pass
        known = {"judge", "team", "name", "judge_id", "team_id", "revision", "reason"}
        kept = {
            "sheet-score": known,
            "sheet-comment": known,
            "sheet-type": known,
            "sheet-submit": known,
            "judge-edit": {"name", "judge_id"},
            "award-votes": set(),
            "prize-give": {"prize", "prize_id", "reason"},
            "award-decide": {"reason", "by"},
            "award-settle": set(),
            "pitch-form": {"title", "version"},
        }
        for entry in session.log():
            assert set(entry.arguments) <= kept.get(entry.action, set(entry.arguments)), entry.action
        assert "Hemmelig" not in str([entry.arguments for entry in session.log()])


class TestTheRoom:
    def test_no_query_reads_what_is_not_announced(self, session: Session, clock: FakeClock) -> None:
        """At every step of the day the projector's loader asks no table of places, votes, winners, judges or sheets."""
        for _step in tell(session, clock):
            with queries(session) as asked:
                session.snapshot(lambda _gathering: {About.STAGE})
            words = {word.strip("(),.").split(".")[0] for each in asked for word in each.split()}
            assert words.isdisjoint({*SECRET_TABLES, "score", "sheet"})

    def test_it_holds_what_is_announced_alone(self, session: Session, clock: FakeClock) -> None:
        """The projector's value has exactly the announced steps, their prizes' titles, and no place beside them."""
        for _step in tell(session, clock):
            room, whole = session.stage(), session.pitching()
            assert room.award.revealed == whole.award.revealed
            assert room.award.stage == whole.award.stage
            assert (room.judges, room.votes, room.deliveries, room.forms, room.award.decision) == ((), (), (), (), None)
            assert all(not each.placings and not each.decision_reason for each in room.award.revisions)
            announced = {each.prize_id for each in whole.award.revealed if each.prize_id}
            assert {each.id for each in room.prizes} == announced
            assert all(not each.team_ids and not each.reason for each in room.prizes)

    def test_the_clock_is_all_there(self, session: Session, clock: FakeClock) -> None:
        """Order, runs and settings are the same as the facilitator's."""
        for _step in tell(session, clock):
            room, whole = session.stage(), session.pitching()
            assert (room.order, room.settings, room.trial, room.made) == (
                whole.order,
                whole.settings,
                whole.trial,
                whole.made,
            )

    def test_nothing_of_it_is_written(self, session: Session) -> None:
        """The part for the room has no rows: no action could change the pitches through it."""
        assert difference_of_rows(part(About.STAGE).rows(session.stage()), {}) == []

    def test_a_snapshot_has_it_while_teams_pitch(self, session: Session) -> None:
        """Every window's agenda counts with the pitches while their block runs, and reads none of it before."""
        assert session.snapshot().stage is None
        session.do("edit", position=1, change=BlockChange(kind=Kind.PITCHING))
        assert session.snapshot().stage is None
        session.do("start")
        assert session.snapshot().stage == session.stage()
        wanted = session.snapshot(lambda _gathering: {About.PITCHING})
        assert (wanted.stage, wanted.pitching) == (None, session.pitching())


class TestTheRoster:
    def test_a_team_that_pitches_stays(self, session: Session) -> None:
        """A team in the order, or in an announced seating, is not taken out: it is said how it withdraws."""
        with pytest.raises(Refused, match="samling team withdraw"):
            session.do("team-remove", team_id=1)
        session.do("team-add", team=Team("Ny"))
        session.do("team-remove", team_id=5)
        assert len(session.roster().teams) == 4


STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("pitch-next", {}),
    ("pitch-start", {}),
    ("pitch-start", {"team_id": 3}),
    ("pitch-pause", {}),
    ("pitch-resume", {}),
    ("pitch-phase", {}),
    ("pitch-stop", {}),
    ("pitch-restart", {"reason": "no sound"}),
    ("pitch-last", {}),
    ("pitch-skip", {}),
    ("pitch-absent", {}),
    ("pitch-withdraw", {"team_id": 2}),
    ("pitch-enter", {"team_id": 2}),
    ("pitch-move", {"team_id": 4, "to": 1}),
    ("pitch-draw", {"seed": 3}),
    ("pitch-settings", {"to": SettingsChange(pitch_seconds=180)}),
    ("pitch-trial", {}),
    ("pitch-trial-end", {}),
    ("award-votes", {"votes": {1: 3}}),
    ("award-settle", {}),
    ("award-reveal", {}),
    ("award-audience", {}),
    ("award-back", {}),
    ("award-freeze", {}),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 400)), max_size=25))
def test_any_day_of_pitches_can_be_undone(
    steps: list[tuple[tuple[str, dict[str, Any]], int]], session_maker: Callable[[], Session], clock: FakeClock
) -> None:
    """Whatever is done, in whatever order and at whatever time, undo goes back through every value, and redo forward.

    What is refused changes nothing, and the room never sees more than was announced.
    """
    with closing(session_maker()) as session:
        values = [session.pitching()]
        for (name, arguments), seconds in steps:
            clock.move(seconds=seconds)
            try:
                session.do(name, **arguments)
            except SamlingError:
                assert session.pitching() == values[-1]
            else:
                values.append(session.pitching())
                assert session.stage().award.revealed == values[-1].award.revealed
        for turn, found in ((session.undo, values[-2::-1]), (session.redo, values[1:])):
            for value in found:
                turn(PITCH_CHAIN)
                assert session.pitching() == value


@pytest.fixture
def session_maker(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> Callable[[], Session]:
    """Make a new file with four teams in order and one judge's sheets for each, as often as it is asked for."""

    def make() -> Session:
        clock.set(at("15:00"))
        session = open_session(tmp_path_factory.mktemp("day") / "samling.db", clock)
        new_pitches(session, teams=4, judges=1)
        for team_id in (1, 2, 3, 4):
            typed = Typed(1, team_id, dict.fromkeys(("aim", "result", "spread"), team_id))
            session.do("sheet-type", judge_id=1, typed=typed)
        return session

    return make
