"""What is typed and saved letter by letter: one step of undo, with every letter in the log."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opened import new_pitches, open_session
from samling.domain.pitching.sheet_actions import chain_of
from samling.store.changes import Change, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.store.database import Row
    from samling.store.rows import Key

    State = dict[Key, Row]


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """Pitches with two judges."""
    with closing(open_session(tmp_path / "samling.db", clock)) as opened:
        new_pitches(opened)
        yield opened


def write(session: Session, text: str, team_id: int = 1) -> None:
    """Write a comment of judge 1 letter by letter, after what stands."""
    before = comment(session, team_id)
    for count in range(1, len(text) + 1):
        found = session.sheets(1).latest(team_id)
        line = before + text[:count]
        session.do("sheet-comment", judge_id=1, team_id=team_id, text=line, revision=found.revision if found else 0)


def comment(session: Session, team_id: int = 1) -> str:
    """The comment of judge 1 on a team."""
    found = session.sheets(1).latest(team_id)
    return found.comment if found else ""


class TestOneStep:
    def test_all_letters_are_taken_back_and_brought_forward(self, session: Session) -> None:
        """With one undo and one redo; each letter stays a line of the log."""
        entries = len(session.log())
        write(session, "bra")
        assert len(session.log()) == entries + 3
        session.undo(chain_of(1))
        assert comment(session) == ""
        assert session.sheets(1).latest(1) is None
        session.redo(chain_of(1))
        assert comment(session) == "bra"

    def test_what_was_done_between_is_a_step_of_its_own(self, session: Session) -> None:
        """A score between two stretches of typing parts them."""
        write(session, "bra")
        revision = session.sheets(1).latest(1).revision  # type: ignore[union-attr]
        session.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=4, revision=revision)
        write(session, "!!")
        session.undo(chain_of(1))
        assert comment(session) == "bra"
        session.undo(chain_of(1))
        session.undo(chain_of(1))
        assert comment(session) == ""

    def test_two_teams_are_two_steps(self, session: Session) -> None:
        """Each sheet has its own."""
        write(session, "bra")
        write(session, "fint", team_id=2)
        session.undo(chain_of(1))
        assert (comment(session), comment(session, 2)) == ("bra", "")

    def test_what_was_brought_forward_is_not_gone_on_from(self, session: Session) -> None:
        """Typing after a redo is a step of its own: the redo is what could be taken back by itself."""
        write(session, "bra")
        session.undo(chain_of(1))
        session.redo(chain_of(1))
        write(session, "!")
        session.undo(chain_of(1))
        assert comment(session) == "bra"

    def test_after_an_undo_typing_begins_anew(self, session: Session) -> None:
        """What was undone cannot be brought forward any more, and no earlier comment is taken along."""
        write(session, "bra")
        session.undo(chain_of(1))
        write(session, "fint")
        session.undo(chain_of(1))
        assert comment(session) == ""

    def test_scores_are_a_step_each(self, session: Session) -> None:
        """Only what is typed letter by letter is taken back together."""
        for revision, score in enumerate((1, 2, 3)):
            session.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=score, revision=revision)
        session.undo(chain_of(1))
        assert session.sheets(1).latest(1).values == {"aim": 2}  # type: ignore[union-attr]


KEYS: tuple[Key, ...] = ((1,), (2,))


@st.composite
def histories(draw: st.DrawFn) -> list[State]:
    """Three states of a table of two columns, one after another."""
    row = st.fixed_dictionaries({"a": st.integers(0, 2), "b": st.integers(0, 2)})
    state: st.SearchStrategy[State] = st.dictionaries(st.sampled_from(KEYS), row)
    return [draw(state) for _ in range(3)]


def between(old: State, new: State) -> list[Change]:
    """The changes from one state to the next, as the session makes them."""
    found = []
    for key in KEYS:
        before, after = old.get(key), new.get(key)
        if before is not None and after is not None:
            moved = [each for each in after if before[each] != after[each]]
            before, after = {each: before[each] for each in moved}, {each: after[each] for each in moved}
        if before != after:
            found.append(Change("table", key, before, after))
    return found


def applied(state: State, changes: list[Change]) -> State:
    """The state after changes."""
    result = {key: dict(row) for key, row in state.items()}
    for change in changes:
        if change.after is None:
            del result[change.key]
        elif change.before is None:
            result[change.key] = dict(change.after)
        else:
            result[change.key].update(change.after)
    return result


@given(histories())
def test_joined_changes_do_both(history: list[State]) -> None:
    """Joined they lead from the first state to the last, and their inverses back again."""
    first, second, third = history
    both = joined(between(first, second), between(second, third))
    assert applied(first, both) == third
    assert applied(third, [each.inverse() for each in both]) == first


class TestOfOtherJudges:
    """What is written on another judge's sheets is nothing to a judge's window."""

    @pytest.fixture
    def window(self, session: Session, tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
        """The session of judge 1's window, which has looked and seen one change since."""
        with closing(open_session(tmp_path / "samling.db", clock, "judge")) as opened:
            opened.judge_id = 1
            assert opened.changed()
            session.do("start")
            assert opened.changed()
            yield opened

    def test_it_is_no_change(self, session: Session, window: Session) -> None:
        """Neither done nor taken back nor brought forward."""
        session.do("sheet-score", judge_id=2, team_id=1, criterion_id="aim", score=3, revision=0)
        assert not window.changed()
        session.undo(chain_of(2))
        assert not window.changed()
        session.redo(chain_of(2))
        assert not window.changed()

    def test_the_own_sheets_are(self, session: Session, window: Session) -> None:
        """Also with another judge's in between."""
        session.do("sheet-score", judge_id=2, team_id=1, criterion_id="aim", score=3, revision=0)
        session.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=3, revision=0)
        session.do("sheet-score", judge_id=2, team_id=1, criterion_id="aim", score=2, revision=1)
        assert window.changed()
        assert not window.changed()

    def test_everything_else_is(self, session: Session, window: Session) -> None:
        """The agenda, the clock of the pitches, the judges."""
        for name, arguments in (("pause", {}), ("pitch-start", {}), ("judge-recuse", {"judge_id": 2, "team_id": 1})):
            session.do(name, **arguments)  # type: ignore[arg-type]
            assert window.changed(), name

    def test_a_window_without_a_judge_sees_all(self, session: Session, window: Session) -> None:
        """The control window follows every sheet."""
        window.judge_id = None
        session.do("sheet-score", judge_id=2, team_id=1, criterion_id="aim", score=3, revision=0)
        assert window.changed()

    def test_very_much_at_once_is_read(self, session: Session, window: Session) -> None:
        """What is about whom is not looked through then."""
        for revision in range(120):
            score = revision % 5 + 1
            session.do("sheet-score", judge_id=2, team_id=1, criterion_id="aim", score=score, revision=revision)
        assert window.changed()
