"""The judges' sheets in the file: never lost, doubled or overwritten unseen, however many fill them in at once."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import judge_process
from making import at
from opened import new_pitches, open_session, queries
from pitches import FORM, criterion
from samling.domain.action import About
from samling.domain.errors import Refused, SamlingError
from samling.domain.pitching.sheet_actions import chain_of
from samling.domain.scoring.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fake_clock import FakeClock
    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.session import Session

SIX = Form("six", "Six", tuple(criterion(name, 10 if name in "EF" else 20) for name in "ABCDEF"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Iterator[Session]:
    """Three teams in order and two judges with empty sheets; it is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(path, clock)) as opened:
        new_pitches(opened)
        yield opened


@pytest.fixture
def other(session: Session, path: Path, clock: FakeClock) -> Iterator[Session]:  # noqa: ARG001 - makes the file
    """A second window on the same file."""
    with closing(open_session(path, clock)) as opened:
        yield opened


def sheet(session: Session, judge_id: int = 1, team_id: int = 1) -> Sheet:
    """Return a judge's sheet for a team."""
    found = session.sheets(judge_id).latest(team_id)
    assert found is not None
    return found


def score(session: Session, value: int | None, revision: int, criterion_id: str = "aim") -> int:
    """Give judge 1's sheet for team 1 a score; return the sheet's revision after it."""
    given: dict[str, Any] = {"criterion_id": criterion_id, "score": value, "revision": revision}
    after: JudgeSheets = session.do("sheet-score", judge_id=1, team_id=1, **given).after
    found = after.latest(1)
    assert found is not None
    return found.revision


class TestTwoWindows:
    def test_the_second_is_told_what_has_come(self, session: Session, other: Session) -> None:
        """Of two windows of the same judge, who wrote last on an older sheet is refused, and told what stands there."""
        revision = score(session, 4, 0)
        score(other, 2, revision, "result")
        with pytest.raises(Refused, match="changed in another window meanwhile: Result 2"):
            score(session, 5, revision)
        assert sheet(session).values == {"aim": 4, "result": 2}

    def test_a_key_that_comes_twice_is_no_conflict(self, session: Session, other: Session) -> None:
        """The same score from both windows stands once, whatever each has seen."""
        score(session, 4, 0)
        score(other, 4, 0)
        assert sheet(session).values == {"aim": 4}

    def test_a_submit_that_is_repeated_is_told_so(self, session: Session, other: Session) -> None:
        """An answer that was lost is asked for again: the sheet is submitted once, and it is said when."""
        revision = 0
        for each in FORM.criteria:
            revision = score(session, 3, revision, each.id)
        session.do("sheet-submit", judge_id=1, team_id=1, revision=revision)
        with pytest.raises(Refused, match="already submitted at 15:00:00"):
            other.do("sheet-submit", judge_id=1, team_id=1, revision=revision)
        assert [each.version for each in session.sheets(1).sheets] == [1]

    def test_undo_makes_no_old_revision_good_again(self, session: Session, other: Session) -> None:
        """A window that saw a sheet which was undone, and then written otherwise, never takes one for the other."""
        first = score(session, 4, 0)
        seen = score(other, 2, first, "result")
        session.undo(chain_of(1))
        with pytest.raises(Refused, match="meanwhile"):
            score(other, 5, seen)
        again = score(session, 3, sheet(session).revision, "result")
        assert again > seen
        with pytest.raises(Refused, match="meanwhile"):
            score(other, 5, seen)
        assert sheet(session).values == {"aim": 4, "result": 3}

    def test_a_sheet_that_was_undone_whole_is_not_the_next_one(self, session: Session, other: Session) -> None:
        """When the first score is taken back and another given, the window that saw the first is refused."""
        seen = score(session, 4, 0)
        other.undo(chain_of(1))
        score(other, 2, 0)
        with pytest.raises(Refused, match="meanwhile"):
            score(session, 5, seen)
        assert sheet(session).values == {"aim": 2}

    def test_a_correction_that_was_given_up_is_not_the_next_one(self, session: Session, other: Session) -> None:
        """A window in a correction that another has given up and begun anew writes nothing into the new one."""
        revision = 0
        for each in FORM.criteria:
            revision = score(session, 3, revision, each.id)
        session.do("sheet-submit", judge_id=1, team_id=1, revision=revision)
        session.do("sheet-correct", judge_id=1, team_id=1, reason="feil")
        seen = sheet(session).revision
        other.do("sheet-give-up", judge_id=1, team_id=1)
        other.do("sheet-correct", judge_id=1, team_id=1, reason="annen feil")
        with pytest.raises(Refused, match="meanwhile"):
            score(session, 5, seen)


class TestOneJudgesOwn:
    def test_no_query_reads_another_judges(self, session: Session) -> None:
        """What a judge's window loads asks for that judge's rows of sheets and scores, and for no result."""
        for judge_id in (1, 2):
            session.do("sheet-score", judge_id=judge_id, team_id=1, criterion_id="aim", score=5, revision=0)
        session.judge_id = 2
        with queries(session) as asked:
            session.snapshot(lambda _gathering: {About.SHEETS})
        of_sheets = [each for each in asked if "sheet" in each or "score " in each]
        assert of_sheets
        assert all("judge_id = 2" in each for each in of_sheets)
        assert not [
            each for each in asked if "award_placing" in each or "audience_vote" in each or "prize_winner" in each
        ]

    def test_it_holds_that_judges_alone(self, session: Session) -> None:
        """A judge's value has no other judge's delivery, and no result that is not announced."""
        session.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=5, revision=0)
        own = session.sheets(2)
        assert (own.sheets, own.pitching.deliveries, own.pitching.votes) == ((), (), ())

    def test_a_judge_who_is_not_there(self, session: Session) -> None:
        """An id that no judge has, however large, is refused in words."""
        for judge_id in (0, 99, 10**30):
            with pytest.raises(Refused, match="no judge with id"):
                session.sheets(judge_id)
            with pytest.raises(SamlingError, match=r"no judge with id|no whole number"):
                session.do("sheet-submit", judge_id=judge_id, team_id=1, revision=0)


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("score"), st.sampled_from((1, 2)), st.sampled_from((1, 2)), st.integers(0, 2), st.integers(1, 5)
        ),
        st.tuples(
            st.sampled_from(("undo", "redo", "submit", "correct")), st.sampled_from((1, 2)), st.sampled_from((1, 2))
        ),
    ),
    max_size=25,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_every_chain_keeps_to_its_judge(
    steps: list[tuple[object, ...]], tmp_path_factory: pytest.TempPathFactory, clock: FakeClock
) -> None:
    """Whatever two judges do, undo and redo, revisions only grow, and no step of one changes the other's sheets."""
    clock.set(at("15:00"))
    with closing(open_session(tmp_path_factory.mktemp("chains") / "samling.db", clock)) as session:
        new_pitches(session)
        highest = {(judge, team): 0 for judge in (1, 2) for team in (1, 2)}
        for name, judge_id, *rest in steps:
            before = {each: session.sheets(each) for each in (1, 2)}
            try:
                step(session, str(name), judge_id, rest)  # type: ignore[arg-type]
            except SamlingError:
                assert {each: session.sheets(each) for each in (1, 2)} == before, "what is refused changes nothing"
                continue
            after = {each: session.sheets(each) for each in (1, 2)}
            assert after[3 - judge_id] == before[3 - judge_id]  # type: ignore[operator]
            for team_id in (1, 2):
                was, now = (values[judge_id].latest(team_id) for values in (before, after))  # type: ignore[index]
                if now is not None and now != was:
                    assert now.revision > highest[judge_id, team_id]  # type: ignore[index]
                    highest[judge_id, team_id] = now.revision  # type: ignore[index]


def step(session: Session, name: str, judge_id: int, rest: list[int]) -> None:
    """Do one thing to a judge's sheets."""
    if name in ("undo", "redo"):
        {"undo": session.undo, "redo": session.redo}[name](chain_of(judge_id))
        return
    team_id = rest[0]
    latest = session.sheets(judge_id).latest(team_id)
    about: dict[str, Any] = {"judge_id": judge_id, "team_id": team_id}
    if name == "correct":
        session.do("sheet-correct", **about, reason="feil")
    elif name == "submit":
        session.do("sheet-submit", **about, revision=latest.revision if latest else 0)
    else:
        given: dict[str, Any] = {"criterion_id": FORM.criteria[rest[1]].id, "score": rest[2]}
        session.do("sheet-score", **about, **given, revision=latest.revision if latest else 0)


@contextmanager
def judges(path: Path, count: int, teams: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Start so many judges in processes of their own; they are ready, and wait for a line."""
    around = {**os.environ, "PYTHONPATH": str(Path(judge_process.__file__).parent)}
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, judge_process.__file__, str(path), str(number), str(teams)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                    env=around,
                )
            )
            for number in range(1, count + 1)
        ]
        try:
            for each in processes:
                assert each.stdout is not None
                assert each.stdout.readline() == "ready\n"
            yield processes
        finally:
            for each in processes:
                each.kill()


class TestManyProcesses:
    def test_twelve_at_once(self, path: Path, clock: FakeClock) -> None:
        """Of twelve judges who write as fast as they can none is told that the file is locked, and no score is lost."""
        clock.set(at("15:00"))
        with closing(open_session(path, clock)) as session:
            new_pitches(session, teams=4, judges=12, form=SIX)
            with judges(path, 12, 4) as processes:
                for each in processes:
                    assert each.stdin is not None
                    each.stdin.write("\n")
                    each.stdin.flush()
                told = [each.communicate() for each in processes]
            assert [err for _out, err in told if err] == []
            for of in session.jury():
                assert [(each.team_id, each.version, each.is_draft) for each in of.sheets] == [
                    (team_id, 1, False) for team_id in (1, 2, 3, 4)
                ]
                for sheet in of.sheets:
                    assert dict(sheet.values) == {
                        criterion.id: judge_process.score(of.judge_id, sheet.team_id, number)
                        for number, criterion in enumerate(SIX.criteria)
                    }
            written = [entry for entry in session.log() if entry.action == "sheet-score"]
            assert len(written) == 12 * 4 * 6

    def test_killed_between_two_keys(self, path: Path, clock: FakeClock) -> None:
        """A judge's process that is killed has lost nothing of what it had said was saved, and the file is whole."""
        clock.set(at("15:00"))
        with closing(open_session(path, clock)) as session:
            new_pitches(session, teams=3, judges=1, form=SIX)
            with judges(path, 1, 3) as (process,):
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write("\n")
                process.stdin.flush()
                said = [process.stdout.readline().split() for _line in range(10)]
                process.kill()
                process.wait()
            saved = {
                (int(team), name): int(given) for word, team, *rest in said if word == "saved" for name, given in [rest]
            }
            kept = {
                (each.team_id, name): given for each in session.sheets(1).sheets for name, given in each.values.items()
            }
            assert saved.items() <= kept.items()
            assert session._database.health() == []
