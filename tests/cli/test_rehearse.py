"""`samling rehearse`: a copy of the user's day with simulated others; alone, and with a window as in `tests/tui`."""

from __future__ import annotations

import os
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from making import at
from samling import clock as machine
from samling.cli import windows
from samling.cli.place import Place
from samling.content.programmes import list_programmes
from samling.domain.rehearsal.cast import Temper
from samling.session.players import REHEARSAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from commands import Said, Samling
    from samling.session import Session
    from samling.tui.app import SamlingApp

_SMALL = ("--teams", "4", "--judges", "2", "--seed", "3")


def _alone(samling: Samling, *options: str, code: int = 0) -> Said:
    return samling("rehearse", "--alone", *_SMALL, *options, code=code)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where a rehearsal is kept."""
    return tmp_path / "rehearsal.db"


class TestAlone:
    """The whole day runs by itself."""

    def test_without_any_file_an_invented_network_is_rehearsed(self, samling: Samling) -> None:
        """From the door to the end, with groups, pitches and an award; nothing is lost, and no file is made."""
        told = _alone(samling).out
        for words in (
            "The rehearsal begins (seed 3)",
            "Started",
            "Announced the groups",
            "Ended the award",
            "Finished",
        ):
            assert words in told
        assert "Planned end" in told
        assert "all found again in the file: nothing was lost." in told
        assert not samling.path.exists()

    def test_the_same_seed_tells_the_same_story(self, samling: Samling) -> None:
        """So that what went wrong can be practised once more."""
        kickoff = ("--rough", "--programme", "unn-oppstart")
        assert _alone(samling, *kickoff).out == _alone(samling, *kickoff).out

    def test_in_bokmaal(self, samling: Samling) -> None:
        """Story and summary both."""
        samling.day()
        told = samling("--lang", "nb", "rehearse", "--alone", *_SMALL).out
        assert "Øvelsen begynner (frø 3)" in told
        assert "ingenting gikk tapt" in told


class TestOwnGathering:
    """What is planned in the user's file is what is rehearsed, and the file stays as it was."""

    def test_the_file_is_not_touched(self, samling: Samling) -> None:
        """Not a byte of it, while the day in the copy has come to its end."""
        samling.day()
        before = sha256(samling.path.read_bytes()).hexdigest()
        told = _alone(samling).out
        assert "Started “A”" in told
        assert "Finished “C”" in told
        assert sha256(samling.path.read_bytes()).hexdigest() == before
        assert samling.states() == ["pending"] * 3

    def test_the_clock_begins_before_the_planned_start(self, samling: Samling, kept: Path) -> None:
        """Ten minutes before 15:00, whenever it is rehearsed: at nine in the evening the day before."""
        samling.day()
        samling.clock.set(at("21:00"))
        _alone(samling, "--db", str(kept))
        with Place(kept, None).session() as session:
            assert min(entry.happened_at for entry in session.log() if entry.action == "arrive") >= at("14:50")
            assert {entry.who for entry in session.log() if entry.action == "arrive"} == {REHEARSAL}

    def test_one_that_has_begun_is_refused(self, samling: Samling, kept: Path) -> None:
        """Its day is under way: it says what to do, and leaves nothing half made where it was to be kept."""
        samling.day()
        samling("agenda", "start")
        assert "has begun" in _alone(samling, "--db", str(kept), code=1).err
        assert not kept.exists()

    def test_two_days_are_rehearsed_one_after_the_other(self, samling: Samling) -> None:
        """The second begins on its own date, and each is summed up."""
        samling.day()
        samling("gathering", "day", "add", "--date", "2026-09-17", "--start", "09:00", "--end", "10:00")
        samling("agenda", "add", "D", "--minutes", "10", "--day", "2")
        told = _alone(samling, "--calm").out
        assert "09:03  Started “D”" in told
        assert told.count("Planned end") == 2

    def test_a_programme_can_be_rehearsed_instead(self, samling: Samling) -> None:
        """With the same network, whatever gathering is in use."""
        samling.day()
        samling("agenda", "start")
        assert "Rehearsal of “" in _alone(samling, "--programme", "unn-oppstart").out

    def test_an_empty_plan_is_refused(self, samling: Samling) -> None:
        """There is nothing to rehearse."""
        samling.day(0)
        assert "no blocks" in _alone(samling, code=1).err


class TestKept:
    """A rehearsal that is kept in a file, so that other windows can be opened on it."""

    def test_other_commands_read_it(self, samling: Samling, kept: Path) -> None:
        """It is an ordinary file, in which the rehearsal's acts are told apart."""
        samling.day()
        assert f"The rehearsal is kept in {kept}." in _alone(samling, "--db", str(kept)).out
        assert "· the rehearsal" in samling("--db", str(kept), "log", db=False).out

    def test_who_opens_it_finds_the_day_as_it_ended(
        self, samling: Samling, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its clock goes on from the end of the day, and nothing lies in the future."""
        monkeypatch.setattr(machine, "demo_clock", partial(machine.demo_clock, clock=samling.clock))
        samling.day()
        _alone(samling, "--db", str(kept))
        status = samling("--db", str(kept), "status", "--json", db=False).json
        assert status["gathering"]["state"] == "ended"
        assert status["now"] >= status["blocks"][-1]["ended_at"]

    def test_a_real_file_is_never_made_one(self, samling: Samling) -> None:
        """It is left as it is."""
        samling.day()
        said = _alone(samling, "--db", str(samling.path), code=1)
        assert "is not a rehearsal" in said.err

    def test_nor_is_a_demo(self, samling: Samling, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A demo has a time of its own too, and is something else."""
        monkeypatch.setattr(windows, "check_terminal", lambda: None)
        monkeypatch.setattr(windows, "open_control", lambda _place: None)
        samling("demo", "--db", str(kept))
        assert "is not a rehearsal" in _alone(samling, "--db", str(kept), code=1).err


class TestWithHer:
    """She runs the day herself, in the window that is opened."""

    @pytest.fixture
    def rehearsed(
        self, samling: Samling, monkeypatch: pytest.MonkeyPatch
    ) -> Callable[[Callable[[Session], None]], str]:
        """Rehearse the day of A, B and C with what she does instead of a window, and return what is summed up."""
        monkeypatch.setattr(machine, "demo_clock", partial(machine.demo_clock, clock=samling.clock))
        monkeypatch.setattr(windows, "check_terminal", lambda: None)

        def rehearse(does: Callable[[Session], None]) -> str:
            samling.day()
            monkeypatch.setattr(windows, "run_window", lambda app, _place: does(app.session))
            return samling("rehearse", *_SMALL, "--speed", "1").out

        return rehearse

    def test_what_ran_over_is_told(
        self, samling: Samling, rehearsed: Callable[[Callable[[Session], None]], str]
    ) -> None:
        """By how much and when, with the day's end against the plan and the promise."""

        def does(session: Session) -> None:
            samling.clock.move(minutes=10)
            session.do("start")
            for minutes in (14, 10, 10):
                samling.clock.move(minutes=minutes)
                session.do("next")

        told = rehearsed(does)
        assert "Planned end 15:30, promised 15:30, actual 15:34: 4 min behind." in told
        assert "1 block ran over its time:\n  15:14  4 min over in “A”" in told

    def test_closed_before_the_end(
        self, samling: Samling, rehearsed: Callable[[Callable[[Session], None]], str]
    ) -> None:
        """It tells how the day stood, and what she took back."""

        def does(session: Session) -> None:
            samling.clock.move(minutes=12)
            session.do("start")
            session.do("extend", seconds=60)
            session.undo()

        told = rehearsed(does)
        assert "Closed at 15:02. As it stood then:" in told
        assert "expected 15:32: 2 min behind." in told
        assert "You undid once." in told

    def test_a_kept_one_goes_on_where_it_was(
        self,
        samling: Samling,
        kept: Path,
        rehearsed: Callable[[Callable[[Session], None]], str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """With its clock, which can be given another speed, and the same others: whatever is asked for anew."""
        rehearsed(lambda _session: None)
        seen: list[tuple[datetime, int | None]] = []

        def does(app: SamlingApp, _place: Place) -> None:
            session = app.session
            seen.append((session.now(), session.in_use().current))
            if session.in_use().current is None:
                session.do("start")
            samling.clock.move(minutes=1)

        monkeypatch.setattr(windows, "run_window", does)
        samling("rehearse", *_SMALL, "--speed", "1", "--db", str(kept))
        samling("rehearse", "--seed", "9", "--speed", "10", "--db", str(kept))
        told = samling("rehearse", "--speed", "1", "--db", str(kept)).out
        assert seen == [(at("14:50"), None), (at("14:51"), 1), (at("15:01"), 1)]
        assert "--seed 3" in told

    def test_never_started(self, rehearsed: Callable[[Callable[[Session], None]], str]) -> None:
        """There is nothing to sum up, and it says so."""
        assert "The day was not started." in rehearsed(lambda _session: None)


_EVERY = [(listed.id, temper, seed) for listed in list_programmes() for temper in Temper for seed in range(5)]
_RUNS = _EVERY if os.environ.get("SAMLING_LONG") == "1" else [("unn-teams-2", Temper.ROUGH, 0)]


@pytest.mark.parametrize(("programme", "temper", "seed"), _RUNS)
def test_every_programme_comes_to_its_end(samling: Samling, programme: str, temper: Temper, seed: int) -> None:
    """However much goes wrong, the day ends and nothing is lost. `SAMLING_LONG=1` rehearses them all."""
    how = () if temper is Temper.USUAL else (f"--{temper.value}",)
    told = samling("rehearse", "--alone", *how, "--seed", str(seed), "--programme", programme).out
    assert "nothing was lost" in told
    assert ", actual " in told


class TestUsage:
    """What cannot be asked for."""

    def test_calm_and_rough_at_once(self, samling: Samling) -> None:
        """It is one or the other."""
        assert "calm or rough" in _alone(samling, "--calm", "--rough", code=2).err

    def test_a_window_needs_a_terminal(self, samling: Samling) -> None:
        """Without one it says so, and nothing is made."""
        assert "needs a terminal" in samling("rehearse", code=1).err

    @pytest.mark.parametrize(
        "option", [("--teams", "1"), ("--judges", "13"), ("--speed", "0"), ("--speed", "nan"), ("--seed", "-1")]
    )
    def test_numbers_out_of_range(self, samling: Samling, option: tuple[str, str]) -> None:
        """Each has its limits, and says which."""
        assert "range" in samling("rehearse", *option, code=2).err
