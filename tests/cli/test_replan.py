from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from making import at

if TYPE_CHECKING:
    from commands import Samling

OUTLOOK = ["behind_seconds", "slack_seconds", "shortfall_seconds", "proposals", "latest_start"]
PROPOSAL = ["id", "title", "why", "expected_end", "slack_seconds", "changes", "blocks"]


def late_day(samling: Samling) -> None:
    """Make a day of four blocks that starts eight minutes late."""
    samling.day(0, end="17:00")
    samling("agenda", "add", "Talk", "--minutes", "30")
    samling("agenda", "add", "Film", "--minutes", "20", "--may-drop")
    samling("agenda", "add", "Team time", "--minutes", "40", "--flexible")
    samling("agenda", "add", "Pitching", "--minutes", "30", "--protected")
    samling.clock.set(at("15:08"))
    samling("agenda", "start")


def proposals(samling: Samling, *options: str) -> list[Any]:
    """Return the proposals that `replan --json` prints."""
    found = samling("replan", *options, "--json").json["proposals"]
    assert isinstance(found, list)
    return found


class TestJson:
    def test_its_shape(self, samling: Samling) -> None:
        """One object with the keys that other tools drive; "Leave it" last, without changes."""
        late_day(samling)
        shown = samling("replan", "--json").json
        assert list(shown) == OUTLOOK
        assert (shown["behind_seconds"], shown["slack_seconds"], shown["shortfall_seconds"]) == (480, -480, 0)
        assert all(list(each) == PROPOSAL for each in shown["proposals"])
        first, leave = shown["proposals"][0], shown["proposals"][-1]
        assert first["title"] == "Take 8 min from Team time (40 to 32): done 17:00"
        assert first["changes"] == [{"position": 3, "kind": "shorten", "seconds": 480}]
        assert (first["expected_end"], first["slack_seconds"]) == ("2026-09-16T17:00:00+02:00", 0)
        assert first["blocks"][3] == {
            "position": 4,
            "expected_start": "2026-09-16T16:30:00+02:00",
            "expected_end": "2026-09-16T17:00:00+02:00",
        }
        assert (leave["title"], leave["changes"]) == ("Leave it: done 17:08", [])
        assert list(shown["latest_start"]) == ["2", "3", "4"]
        assert datetime.fromisoformat(shown["latest_start"]["4"]) == at("16:30")

    def test_it_changes_nothing(self, samling: Samling) -> None:
        """Asking leaves the file and the log as they were."""
        late_day(samling)
        before = samling("log", "--json").json
        samling("replan")
        samling("replan", "--late", "10")
        assert samling("log", "--json").json == before

    def test_what_if(self, samling: Samling) -> None:
        """--late asks before it happens: ten minutes more than the eight."""
        late_day(samling)
        shown = samling("replan", "--late", "10", "--json").json
        assert shown["slack_seconds"] == -18 * 60
        assert shown["proposals"][0]["title"] == "Take 18 min from Team time (40 to 22): done 17:00"

    def test_an_empty_day(self, samling: Samling) -> None:
        """A day without blocks has nothing to say but that."""
        samling.day(0)
        shown = samling("replan", "--json").json
        assert [each["id"] for each in shown["proposals"]] == ["leave"]
        assert shown["proposals"][0]["expected_end"] is None
        samling("replan")


class TestApply:
    def test_one_action_and_back(self, samling: Samling) -> None:
        """A proposal is followed as one action; one undo restores every figure, one redo brings it forward."""
        late_day(samling)
        before = samling.status()
        for proposal in proposals(samling)[:-1]:
            told = samling("replan", "apply", proposal["id"]).out
            assert told.startswith(f"Re-planned: {proposal['title']} · ")
            followed = samling.status()
            assert followed["gathering"]["expected_end"] == proposal["expected_end"]
            assert [
                {key: each[key] for key in ("position", "expected_start", "expected_end")}
                for each in followed["blocks"]
            ] == proposal["blocks"]
            samling("undo")
            assert samling.status() == before
            samling("redo")
            assert samling.status() == followed
            samling("undo")

    def test_refused_when_it_no_longer_exists(self, samling: Samling) -> None:
        """A proposal for a day that has moved on is refused, and changes nothing."""
        late_day(samling)
        first = proposals(samling)[0]["id"]
        samling("agenda", "extend", "+3")
        before = samling.status()
        refused = samling("replan", "apply", first, code=1).err
        assert first in refused
        assert "samling replan" in refused
        assert samling.status() == before

    def test_leaving_it_is_no_action(self, samling: Samling) -> None:
        """Leaving it is said, and not written: the undo after it takes back what was done before."""
        late_day(samling)
        assert samling("replan", "apply", "leave").out == "Leave it: done 17:08\n"
        assert samling("undo").out.startswith("Undone: Started “Talk”")

    def test_ahead_of_time(self, samling: Samling) -> None:
        """What was asked with --late is followed with the same --late."""
        late_day(samling)
        first = proposals(samling, "--late", "10")[0]["id"]
        samling("replan", "apply", first, code=1)
        samling("replan", "--late", "10", "apply", first)
        assert samling.status()["gathering"]["slack_seconds"] == 600

    def test_the_log_tells_what_was_followed(self, samling: Samling) -> None:
        """The log has the sentence that was chosen."""
        late_day(samling)
        samling("replan", "apply", proposals(samling)[0]["id"])
        assert "Re-planned: Take 8 min from Team time (40 to 32): done 17:00" in samling("log").out


class TestWhilePitching:
    def test_the_pitches_to_come_count(self, samling: Samling) -> None:
        """Three teams of 5:30 and an award of 5 min in a block of 10: what follows gives what they take more."""
        samling("network", "new", "Network")
        samling("gathering", "new", "--title", "Day", "--date", "2026-09-16", "--start", "15:00", "--end", "15:50")
        samling("agenda", "add", "Pitch", "--minutes", "10", "--kind", "pitching")
        samling("agenda", "add", "Team time", "--minutes", "40", "--flexible")
        for name in ("Fjord", "Vidde", "Holme"):
            samling("team", "add", name)
        samling("pitch", "order", "set", "Fjord", "Vidde", "Holme")
        samling("agenda", "start")
        first, leave = proposals(samling)
        assert leave["expected_end"] == samling.status()["gathering"]["expected_end"] == "2026-09-16T16:01:30+02:00"
        assert first["changes"] == [{"position": 2, "kind": "shorten", "seconds": 12 * 60}]
        samling("replan", "apply", first["id"])
        assert samling.status()["gathering"]["expected_end"] == first["expected_end"] == "2026-09-16T15:49:30+02:00"


class TestForPeople:
    def test_how_to_follow_what_was_asked_before_it_happens(self, samling: Samling) -> None:
        """The command that is named is one that works: with the same --late."""
        late_day(samling)
        assert "Follow one with: samling replan apply ID" in samling("replan").out
        assert "Follow one with: samling replan --late 10 apply ID" in samling("replan", "--late", "10").out

    def test_side_by_side(self, samling: Samling) -> None:
        """Each proposal with its sentence, then the agenda as it would become, and what comes of nothing."""
        late_day(samling)
        shown = samling("replan").out
        assert "8 min behind · promised 17:00" in shown
        assert "Take 8 min from Team time (40 to 32): done 17:00" in shown
        assert "Leave it: done 17:08" in shown
        assert "16:38  30" in shown
        assert "16:30  30" in shown

    def test_in_norwegian(self, samling: Samling) -> None:
        """The same in bokmål."""
        late_day(samling)
        shown = samling("--lang", "nb", "replan").out
        assert "Ta 8 min fra Team time (40 til 32): ferdig 17:00" in shown
        assert "La det være: ferdig 17:08" in shown

    def test_what_cannot_be_reached(self, samling: Samling) -> None:
        """That the promise cannot be met is said with numbers."""
        late_day(samling)
        samling("agenda", "promise", "15:50")
        shown = " ".join(samling("replan").out.split())
        assert "even with everything taken" in shown
