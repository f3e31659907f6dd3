from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from fake_clock import FakeClock, Machine
from making import at
from making import clock as shown
from opened import new_day, open_session
from samling.domain import agenda
from samling.domain.errors import Refused, SamlingError
from samling.domain.gathering import Scene, State
from samling.domain.plan import BlockChange, plan_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.session import Session


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """A file with a day of three blocks of ten minutes from 15:00; it is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(tmp_path / "samling.db", clock)) as opened:
        new_day(opened)
        yield opened


class TestDoing:
    def test_the_log_keeps_both_times(self, session: Session, clock: FakeClock) -> None:
        """An action recorded after the fact is logged with when it happened and when it was recorded."""
        clock.set(at("15:07"))
        session.do("start", at=at("15:03"))
        entry = session.log()[-1]
        assert (entry.action, entry.happened_at, entry.recorded_at) == ("start", at("15:03"), at("15:07"))
        assert session.in_use().block(1).started_at == at("15:03")

    def test_a_refused_action_leaves_no_trace(self, session: Session) -> None:
        """What does not fit changes neither the day nor the log."""
        before, log = session.in_use(), session.log()
        with pytest.raises(Refused):
            session.do("pause")
        assert (session.in_use(), session.log()) == (before, log)

    def test_instants_are_kept_in_milliseconds(self, session: Session, clock: FakeClock) -> None:
        """What is stored is what was returned: finer parts of a given time are cut off."""
        clock.set(at("15:07"))
        done = session.do("start", at=at("15:03") + timedelta(microseconds=1999))
        assert done.gathering.block(1).started_at == at("15:03:00.001")
        assert session.in_use() == done.gathering

    def test_without_a_gathering_it_says_what_to_do(self, tmp_path: Path, clock: FakeClock) -> None:
        """In an empty file every action is refused with the command that makes a gathering."""
        with closing(open_session(tmp_path / "new.db", clock)) as empty:
            with pytest.raises(Refused, match="samling gathering new"):
                empty.do("start")
            with pytest.raises(Refused, match="samling network new"):
                empty.network_in_use()


class TestRecordingAfterTheFact:
    def test_not_before_the_previous_clock_action(self, session: Session, clock: FakeClock) -> None:
        """Both limits stand in the refusal, in local time, and both are accepted."""
        session.do("start")
        clock.set(at("15:10"))
        session.do("pause", at=at("15:04"))
        with pytest.raises(Refused) as refused:
            session.do("resume", at=at("15:03:59"))
        assert "2026-09-16 15:04:00" in str(refused.value)
        assert "2026-09-16 15:10:00" in str(refused.value)
        session.do("resume", at=at("15:04"))
        assert session.do("finish", at=at("15:10")).gathering.block(1).ended_at == at("15:10")

    def test_not_after_now(self, session: Session, clock: FakeClock) -> None:
        """Nothing can be recorded as later than now, a note or a plan's edit as little as a start."""
        clock.set(at("15:10"))
        doing: list[tuple[str, dict[str, Any]]] = [
            ("start", {}),
            ("drop", {"position": 2}),
            ("note", {"text": "x"}),
            ("remove", {"position": 1}),
        ]
        for name, arguments in doing:
            with pytest.raises(Refused, match="lies after now"):
                session.do(name, at=at("15:10:01"), **arguments)

    def test_before_the_first_there_is_no_lower_limit(self, session: Session, clock: FakeClock) -> None:
        """The first start can be recorded as early as one likes, and the plan may lie in the past."""
        clock.set(datetime(2030, 1, 1, tzinfo=UTC))
        assert session.do("start", at=at("14:40")).gathering.block(1).started_at == at("14:40")

    def test_an_undone_action_does_not_count(self, session: Session, clock: FakeClock) -> None:
        """Once the pause is undone the day's last clock action is the start again."""
        session.do("start")
        clock.set(at("15:10"))
        session.do("pause")
        session.undo()
        assert session.do("finish", at=at("15:05")).gathering.block(1).ended_at == at("15:05")

    def test_the_limits_named_are_accepted(self, session: Session, clock: FakeClock) -> None:
        """Where the last action lies between two seconds, the limit named is the next whole one."""
        clock.set(at("15:00:30.400"))
        session.do("start")
        clock.set(at("15:09:12.900"))
        with pytest.raises(Refused, match=r"action, 2026-09-16 15:00:31, and now, 2026-09-16 15:09:12"):
            session.do("finish", at=at("15:00:30"))
        session.do("finish", at=at("15:00:31"))

    def test_each_day_has_its_own_limit(self, session: Session, clock: FakeClock) -> None:
        """What happened on the first day does not bind the second."""
        tomorrow = date(2026, 9, 17)
        session.do("add-day", day=plan_day(2, at("09:00", tomorrow), at("10:00", tomorrow), "Europe/Oslo"))
        session.do("add", change=BlockChange(title="Tomorrow", planned_seconds=600), number=2)
        session.do("start")
        clock.set(at("09:30", tomorrow))
        session.do("finish")
        assert session.do("start", position=4, at=at("09:05", tomorrow)).gathering.block(4).state is State.RUNNING


class TestUndo:
    def test_again_and_again_further_back(self, session: Session, clock: FakeClock) -> None:
        """Undo goes back by the order of recording, and redo comes forward the same way."""
        stages = [session.in_use()]
        doing: list[tuple[str, dict[str, Any]]] = [
            ("start", {}),
            ("extend", {"seconds": 60}),
            ("pause", {}),
            ("next", {}),
        ]
        for name, arguments in doing:
            clock.move(minutes=2)
            stages.append(session.do(name, **arguments).gathering)
        for stage in reversed(stages[:-1]):
            assert session.undo().gathering == stage
        for stage in stages[1:]:
            assert session.redo().gathering == stage
        with pytest.raises(Refused, match="nothing to redo"):
            session.redo()

    def test_a_new_action_ends_what_could_be_redone(self, session: Session) -> None:
        """After an undo and another action there is nothing to bring forward."""
        session.do("start")
        session.undo()
        session.do("drop", position=3)
        with pytest.raises(Refused, match="nothing to redo"):
            session.redo()

    def test_notes_and_the_projector_are_never_taken_back(self, session: Session) -> None:
        """Undo passes over notes and what the projector shows, which stay; a redo is still there after them."""
        session.do("start")
        session.do("note", text="Ask about the ward")
        session.do("show", scene=Scene.CLOCK)
        after = session.undo().gathering
        assert after.current is None
        assert [note.text for note in after.notes] == ["Ask about the ward"]
        assert after.display.scene is Scene.CLOCK
        session.do("black-out")
        assert session.redo().gathering.current == 1

    def test_what_changed_nothing_is_a_step_too(self, session: Session) -> None:
        """Undo takes back a promise that was already so, and not the action before it."""
        session.do("drop", position=2)
        session.do("promise", number=1, end=at("16:00"))
        assert session.undo().action == "promise"
        assert session.in_use().block(2).state is State.DROPPED

    def test_it_is_written_as_a_row_of_its_own(self, session: Session) -> None:
        """The log only grows: undo and redo are rows that name the one they are about."""
        session.do("start")
        started = session.log()[-1]
        session.undo()
        session.redo()
        assert [(entry.action, entry.of) for entry in session.log()[-3:]] == [
            ("start", None),
            ("undo", started.id),
            ("redo", started.id),
        ]

    def test_one_chain_for_all_windows(self, tmp_path: Path, session: Session) -> None:
        """What one window did another takes back, and a third sees it."""
        with (
            closing(open_session(tmp_path / "samling.db", FakeClock(at("15:01")))) as two,
            closing(open_session(tmp_path / "samling.db", FakeClock(at("15:01")))) as three,
        ):
            session.do("start")
            two.do("pause")
            three.undo()
            assert session.in_use().block(1).state is State.RUNNING
            session.undo()
            assert three.snapshot().gathering == two.snapshot().gathering
            assert two.in_use().current is None

    def test_it_is_refused_where_a_row_has_moved_on(self, session: Session) -> None:
        """Where what it would restore has been changed outside the chain, undo is refused and changes nothing."""
        session.do("edit", position=1, change=BlockChange(title="New"))
        with session._database.writing():
            session._database.execute("UPDATE block SET title = 'Theirs' WHERE position = 1")
        before, log = session.in_use(), session.log()
        with pytest.raises(Refused, match="another window has changed it since"):
            session.undo()
        assert (session.in_use(), session.log()) == (before, log)

    def test_each_gathering_has_its_own_chain(self, session: Session) -> None:
        """Undo in one gathering does not reach what was done in another."""
        session.do("start")
        session.new_gathering(title="Other", start=at("18:00"), end=at("19:00"), programme=None)
        with pytest.raises(Refused, match="nothing to undo"):
            session.undo()

    def test_a_note_comes_back_to_its_block(self, session: Session) -> None:
        """A note on a block that an undo takes away stays with the gathering, and is on the block after the redo."""
        added = session.do("add", change=BlockChange(title="D", planned_seconds=60)).gathering
        session.do("note", text="On the new one", position=4)
        assert [note.block_id for note in session.undo().gathering.notes] == [None]
        assert [note.block_id for note in session.redo().gathering.notes] == [added.block(4).id]


class TestClockThatIsSet:
    @pytest.fixture
    def machine(self, clock: FakeClock) -> Machine:
        """The machine's clocks, at three o'clock."""
        clock.set(at("15:00"))
        return Machine(clock)

    @pytest.fixture
    def watched(self, tmp_path: Path, machine: Machine) -> Iterator[Session]:
        """A session with a day, that watches the machine's clocks."""
        with closing(open_session(tmp_path / "watched.db", machine.wall, "control", machine=machine)) as opened:
            new_day(opened)
            opened.notice_clock()
            yield opened

    @pytest.mark.parametrize("by", [60, -60, 0.05])
    def test_elapsed_time_stays_true(self, watched: Session, machine: Machine, by: float) -> None:
        """Five minutes into a block it is five minutes also when the clock was set meanwhile."""
        watched.do("start")
        machine.wait(5)
        machine.set(by)
        notice = watched.notice_clock()
        assert notice.moved == timedelta(minutes=by)
        assert agenda.figures(watched.in_use(), machine.wall()).blocks[0].elapsed == timedelta(minutes=5)

    def test_drift_is_left_alone(self, watched: Session, machine: Machine) -> None:
        """Less than half a second is nobody setting a clock."""
        watched.do("start")
        started = watched.in_use()
        machine.wait(5)
        machine.set(0.4 / 60)
        assert not watched.notice_clock()
        assert watched.in_use() == started

    def test_undo_and_redo_see_through_it(self, watched: Session, machine: Machine) -> None:
        """After the clock was set an hour forward, what undo and redo bring back lies an hour later too."""
        watched.do("start")
        machine.wait(5)
        watched.do("next")
        machine.wait(2)
        watched.do("reopen", position=1)
        machine.set(60)
        machine.wait(1)
        back = watched.undo().gathering
        assert [shown(each.started_at) for each in back.blocks] == ["16:00", "16:05", None]
        assert shown(back.block(1).ended_at) == "16:05"
        assert shown(watched.redo().gathering.block(1).started_at) == "16:07"
        machine.set(-60)
        assert [shown(each.started_at) for each in watched.undo().gathering.blocks] == ["15:00", "15:05", None]
        watched.undo()
        assert shown(watched.redo().gathering.block(2).started_at) == "15:05"

    def test_it_cannot_be_undone_itself(self, watched: Session, machine: Machine) -> None:
        """The correction is in the log and in no chain: undo takes back the action before it."""
        watched.do("start")
        machine.set(60)
        watched.notice_clock()
        assert watched.log()[-1].action == "clock-set"
        assert watched.undo().action == "start"

    def test_fixed_times_and_the_plan_stay_on_the_clock(self, watched: Session, machine: Machine) -> None:
        """Only what was recorded moves: lunch is still when it was said to be."""
        watched.do("until", position=1, end=at("15:20"))
        told = watched.do("start").gathering
        machine.set(3)
        watched.notice_clock()
        after = watched.in_use()
        assert (after.block(1).fixed_end, after.block(1).told, after.days) == (
            at("15:20"),
            told.block(1).told,
            told.days,
        )

    def test_a_restart_is_asked_about_and_moves_nothing(self, watched: Session, machine: Machine) -> None:
        """Another boot is another clock: the record stays, and the restart is told once, with when it was seen last."""
        started = watched.do("start").gathering
        seen = machine.wall()
        machine.wait(30)
        machine.boot, machine.steady = "two", 3.0
        notice = watched.take_notice()
        assert notice.restarted
        assert notice.last_seen == seen
        assert not watched.take_notice()
        assert watched.in_use() == started

    def test_a_clock_put_right_after_a_restart_moves_nothing(self, watched: Session, machine: Machine) -> None:
        """A restart with the clock an hour behind, then set right: the record was right all the time."""
        started = watched.do("start").gathering
        machine.wait(5)
        machine.boot, machine.steady = "two", 3.0
        machine.set(-60)
        watched.take_notice()
        machine.set(60)
        watched.notice_clock()
        assert watched.in_use() == started

    def test_a_day_long_over_is_left_alone(self, watched: Session, machine: Machine) -> None:
        """Setting the clock two days after a gathering was left between blocks does not move its record."""
        watched.do("start")
        left = watched.do("finish").gathering
        machine.wait(2 * 24 * 60)
        watched.notice_clock()
        machine.set(60)
        watched.notice_clock()
        assert watched.in_use() == left


class TestReopening:
    def test_stopping_and_reopening_changes_nothing(self, tmp_path: Path, session: Session, clock: FakeClock) -> None:
        """Another process on the file has the same day with the same figures, undo included."""
        session.do("start")
        clock.move(minutes=3)
        session.do("pause")
        before = session.snapshot()
        figures = agenda.figures(session.in_use(), at("15:08"))
        session.close()
        with closing(open_session(tmp_path / "samling.db", clock)) as again:
            assert again.snapshot() == before
            assert agenda.figures(again.in_use(), at("15:08")) == figures
            assert again.undo().action == "pause"


def test_positions_in_the_file_have_no_gap(session: Session) -> None:
    """After adding, moving, duplicating, removing and undoing, the stored positions are 1 to n."""

    def positions() -> list[int]:
        return [row["position"] for row in session._database.rows("SELECT position FROM block ORDER BY position")]

    session.do("duplicate", position=1)
    session.do("move", position=4, to=1)
    session.do("remove", position=2)
    session.do("add", change=BlockChange(title="First", planned_seconds=60), position=1)
    session.undo()
    assert positions() == [1, 2, 3]
    session.redo()
    assert positions() == [1, 2, 3, 4]


def test_every_error_says_itself(session: Session) -> None:
    """An expected failure fills in its own sentence."""
    with pytest.raises(SamlingError) as refused:
        session.do("start", position=9)
    assert str(refused.value) == "There is no block 9: the agenda has 3."
