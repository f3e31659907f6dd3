"""Parts of the file beside the gathering: teams and the roll, each with its own chain of undo."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.domain.action import About
from samling.domain.errors import Refused
from samling.domain.roll import Presence
from samling.domain.team import Person, Team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

NORD = Team("Nord", "Fjordhelse", coach="Kari", people=(Person("Åse", "team-leader"), Person("Per")))
SYD = Team("Syd", "Viddehelse")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Iterator[Session]:
    """A file with a day and two teams; it is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(path, clock)) as opened:
        new_day(opened)
        opened.do("team-import", teams=(NORD, SYD))
        yield opened


class TestParts:
    def test_what_is_kept_is_what_was_given(self, session: Session) -> None:
        """Teams come back as they were, each team and person with an id of its own."""
        nord, syd = session.roster().teams
        assert (nord.name, nord.coach, [each.name for each in nord.people], syd.people) == (
            "Nord",
            "Kari",
            ["Åse", "Per"],
            (),
        )
        assert len({nord.id, syd.id}) == 2
        assert None not in {nord.id, syd.id, *(each.id for each in nord.people)}

    def test_the_roll_keeps_times(self, session: Session, clock: FakeClock) -> None:
        """Who came when, and when they left, is read back by another window."""
        team = session.roster().teams[1].id
        assert team is not None
        session.do("arrive", teams=(team,), who="Syd", at=at("14:55"))
        clock.set(at("15:30"))
        session.do("leave", teams=(team,), who="Syd")
        assert session.roll().teams == {team: Presence(at("14:55"), at("15:30"))}

    def test_a_snapshot_holds_what_was_asked_for_alone(self, session: Session) -> None:
        """A window that shows no teams reads none."""
        assert session.snapshot().roster is None
        wanted = session.snapshot(lambda _gathering: {About.ROSTER})
        assert wanted.roll is None
        assert wanted.roster == session.roster()

    def test_nothing_later_than_now(self, session: Session) -> None:
        """Nobody is ticked off as coming later than now."""
        with pytest.raises(Refused, match="later than now"):
            session.do("arrive", teams=(1,), who="Nord", at=at("15:01"))


class TestChains:
    def test_each_part_has_its_own(self, session: Session) -> None:
        """Undo of the roll leaves agenda and teams alone, and the other way round."""
        session.do("start")
        session.do("arrive", teams=(1,), who="Nord")
        session.do("extend", seconds=60)
        session.undo("roll")
        assert not session.roll().is_taken
        assert session.in_use().block(1).added_seconds == 60
        session.undo()
        assert session.in_use().block(1).added_seconds == 0
        assert len(session.roster().teams) == 2
        session.undo("teams")
        assert session.roster().teams == ()
        session.redo("teams")
        assert [each.name for each in session.roster().teams] == ["Nord", "Syd"]

    def test_an_undone_team_comes_back_as_itself(self, session: Session) -> None:
        """After undo and redo every id is what it was, and no new team gets one that was used."""
        before = session.roster()
        session.undo("teams")
        session.redo("teams")
        assert session.roster() == before
        session.undo("teams")
        session.do("team-add", team=SYD)
        assert session.roster().teams[0].id not in {each.id for each in before.teams}

    def test_another_networks_teams_are_not_undone(self, session: Session) -> None:
        """The chain of the teams is the network's own."""
        session.new_network("Other", "Europe/Oslo")
        with pytest.raises(Refused, match="nothing to undo"):
            session.undo("teams")

    def test_two_windows(self, session: Session, path: Path, clock: FakeClock) -> None:
        """What one has changed since is not taken back by the other without a word."""
        with closing(open_session(path, clock)) as other:
            session.do("arrive", teams=(1,), who="Nord")
            other.do("arrive", teams=(2,), who="Syd")
            assert set(session.roll().teams) == {1, 2}
            session.undo("roll")
            assert set(other.roll().teams) == {1}
