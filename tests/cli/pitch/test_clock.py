"""The clock of the pitches on the command line, and that the agenda counts with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from making import at

if TYPE_CHECKING:
    from commands import Samling


def test_a_pitch_from_call_to_changeover(pitches: Samling) -> None:
    """Called up, started at the first word, questions, ended by the call of the next: each says how it stands."""
    assert "Next team up: Fjord" in pitches("pitch", "next").out
    assert "Fjord: pitch 4:00 · next: Vidde" in pitches("pitch", "start").out
    pitches.clock.set(at("15:03:20"))
    assert pitches("pitch", "status").out.startswith("Fjord: pitch 0:40 · next: Vidde")
    assert "questions 1:00" in pitches("pitch", "next-phase").out
    pitches.clock.set(at("15:04:30"))
    said = pitches("pitch", "next").out
    assert "changeover 0:30 · next: Vidde" in said
    assert "Sheets for “Fjord” are still to come from: Kari Nes, Liv Moe, Ola Vik." in said
    answer = pitches("pitch", "status", "--json").json
    assert (answer["showing"], answer["team"], answer["teams"][0]["overtime_seconds"]) == ("changeover", "Vidde", 10)


def test_recorded_after_the_fact(pitches: Samling) -> None:
    """--at is honoured, and nothing is recorded before the clock's last action."""
    pitches.clock.set(at("15:10"))
    pitches("--at", "15:02", "pitch", "start")
    assert "pitch 3:00" in pitches("--at", "15:03", "pitch", "status").out
    pitches("--at", "15:01", "pitch", "stop", code=1)
    pitches("--at", "15:11", "pitch", "stop", code=1)
    pitches("--at", "15:05", "pitch", "stop")


def test_a_restart_takes_a_reason(pitches: Samling) -> None:
    """Started again three times, each start that does not count is kept with why."""
    pitches("pitch", "start")
    pitches("pitch", "restart", code=2)
    for reason in ("No sound", "Wrong team", "Fire alarm"):
        pitches.clock.move(seconds=30)
        assert "pitch 4:00" in pitches("pitch", "restart", "--reason", reason).out
    assert pitches("pitch", "status", "--json").json["teams"][0]["restarts"] == 3


def test_paused(pitches: Samling) -> None:
    """A pause stands still and says so."""
    pitches("pitch", "start")
    pitches.clock.move(minutes=1)
    assert "pitch 3:00 (paused)" in pitches("pitch", "pause").out
    pitches.clock.move(minutes=5)
    assert "pitch 3:00 · next" in pitches("pitch", "resume").out


def test_the_agenda_counts_with_the_pitches(pitches: Samling) -> None:
    """While the block runs, its expected end is when the pitches and the award are over, and all after it follows."""
    pitches("agenda", "start")
    assert pitches.status()["blocks"][0]["expected_end"] == "2026-09-16T16:30:00+02:00"
    pitches("pitch", "settings", "--pitch", "30:00")
    answer = pitches.status()
    # three teams of 30:00 + 1:00 + 0:30 and the award's 5:00
    assert answer["blocks"][0]["expected_end"] == "2026-09-16T16:39:30+02:00"
    assert answer["blocks"][1]["expected_start"] == "2026-09-16T16:39:30+02:00"
    assert answer["gathering"]["behind_seconds"] == 570
    assert "10 min behind" in pitches("note", "x").out or "10 min behind" in pitches("agenda", "extend", "1m").out
    pitches("pitch", "order", "withdraw", "holme")
    assert pitches.status()["blocks"][0]["expected_end"] == "2026-09-16T16:31:00+02:00"


def test_settings_are_told_and_checked(pitches: Samling) -> None:
    """What is changed is told; a length that is none is refused, and nothing is changed."""
    assert "Pitch 4 min, questions 1 min, changeover 30 s, award 5 min." in pitches("pitch", "settings").out
    for wrong in ("x", "-1", "61:00", "9" * 9):
        pitches("pitch", "settings", f"--pitch={wrong}", code=2)
    pitches("pitch", "settings", "--signals", "90,20", "--audience", "--by-key", "--pitch-label", "Innlegg")
    answer = pitches("pitch", "settings", "--json").json
    assert (answer["signal_seconds"], answer["audience"], answer["runs_on"]) == ([90, 20], True, False)
    assert "Fjord: Innlegg 4:00" in pitches("pitch", "start").out


def test_before_the_first_team(samling: Samling) -> None:
    """The first start tells what is not in place; it starts all the same."""
    samling.day()
    samling("team", "add", "Fjord")
    samling("pitch", "order", "draw")
    said = samling("pitch", "start").out
    assert "There is no scoring form in use." in said
    assert "There is no judge with a vote." in said


def test_the_block_that_waits_is_told(pitches: Samling) -> None:
    """The first clock that starts before the block of the pitches tells how that is started."""
    waits = "The block “Pitch” has not been started: samling agenda start 1"
    assert waits in pitches("pitch", "start").out
    pitches("pitch", "undo")
    pitches("agenda", "start")
    assert waits not in pitches("pitch", "start").out


def test_without_an_order_it_is_said_how_to_make_one(samling: Samling) -> None:
    """Neither a start nor the list of sheets leaves the facilitator with nothing to do."""
    samling.day()
    draw = "There is no order of the pitches yet. Draw one: samling pitch order draw"
    assert draw in samling("pitch", "start", code=1).err
    assert draw in samling("pitch", "sheets", "list").out


def test_the_last_team_is_followed_by_nobody(pitches: Samling) -> None:
    """With no team left to call, the last pitch is ended, and that is what is told and logged."""
    for _team in range(2):
        pitches("pitch", "start")
        pitches("pitch", "next")
    pitches("pitch", "start")
    said = pitches("pitch", "next").out
    assert said.startswith("Ended the last pitch · all have pitched")
    assert "Ended the last pitch" in pitches("log").out
