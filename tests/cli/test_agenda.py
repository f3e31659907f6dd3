from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at

if TYPE_CHECKING:
    from commands import Samling


class TestVerbs:
    def test_a_day_from_start_to_end(self, samling: Samling) -> None:
        """Start, pause, resume, next, finish and reopen do what the rules say, at the time they are given."""
        samling.day()
        samling("agenda", "start")
        samling.clock.set(at("15:20"))
        samling("--at", "15:03", "agenda", "pause")
        assert samling.states() == ["paused", "pending", "pending"]
        samling("--at", "15:05", "agenda", "resume")
        samling("--at", "15:06", "agenda", "next")
        samling("--at", "15:10", "agenda", "finish")
        samling("--at", "15:11", "agenda", "reopen")
        blocks = samling.status("--at", "15:12")["blocks"]
        assert [block["state"] for block in blocks] == ["done", "running", "pending"]
        assert (blocks[0]["paused_seconds"], blocks[0]["elapsed_seconds"]) == (120, 240)
        assert blocks[1]["started_at"] == "2026-09-16T15:11:00+02:00"
        samling("--at", "15:13", "agenda", "start", "3")
        samling("--at", "15:14", "agenda", "next")
        assert samling.status()["gathering"]["state"] == "ended"

    def test_words_tell_the_verb_and_the_day(self, samling: Samling) -> None:
        """A verb says what was done and how the day stands after it."""
        samling.day()
        samling.clock.set(at("15:08"))
        assert samling("agenda", "start").out == "Started “A” · 8 min behind · done 15:38 · promised 15:30\n"

    def test_next_at_the_end_says_that_it_ended(self, samling: Samling) -> None:
        """`next` with nothing to go on to does not say that it went on."""
        samling.day(1)
        samling("agenda", "start")
        assert samling("agenda", "next").out.startswith("Finished “A”")
        assert "Finished “A”" in samling("log").out

    @pytest.mark.parametrize(
        ("typed", "added"), [("+5", 300), ("5", 300), ("-3", -180), ("+90s", 90), ("-90s", -90), ("−3", -180)]
    )
    def test_extend_takes_changes_as_they_are_typed(self, samling: Samling, typed: str, added: int) -> None:
        """Minutes, or seconds with s, with a plus, a minus or neither; the running block, or one that is named."""
        samling.day()
        samling("agenda", "start")
        samling("agenda", "extend", typed)
        samling("agenda", "extend", "3", typed)
        assert [block["added_seconds"] for block in samling.status()["blocks"]] == [added, 0, added]

    @pytest.mark.parametrize("typed", ["0", "+", "five", "+5h", "-3h", "5.5", "++5", "1441", "+99999999", "٣"])
    def test_extend_refuses_what_is_no_change(self, samling: Samling, typed: str) -> None:
        """What is no change of length is wrong usage, also with letters that an option could have."""
        samling.day()
        samling("agenda", "start")
        samling("agenda", "extend", typed, code=2)
        assert samling.status()["blocks"][0]["added_seconds"] == 0

    def test_until(self, samling: Samling) -> None:
        """A block lasts until a clock time; one that is earlier than the day's start is on the next day."""
        samling.day()
        samling("agenda", "start")
        samling("agenda", "until", "15:25")
        samling("agenda", "until", "2", "00:10")
        blocks = samling.status()["blocks"]
        assert blocks[0]["fixed_end"] == "2026-09-16T15:25:00+02:00"
        assert blocks[0]["remaining_seconds"] == 25 * 60
        assert blocks[1]["expected_end"] == "2026-09-17T00:10:00+02:00"
        assert blocks[1]["remaining_seconds"] == 600
        samling("agenda", "until", "15:00", code=2)
        samling("agenda", "until", "24:00", code=2)

    def test_extend_moves_a_fixed_end(self, samling: Samling) -> None:
        """On a block that lasts until a clock time, extend moves that time."""
        samling.day()
        samling("agenda", "start")
        samling("agenda", "until", "15:25")
        samling("agenda", "extend", "-5")
        block = samling.status()["blocks"][0]
        assert (block["fixed_end"], block["added_seconds"]) == ("2026-09-16T15:20:00+02:00", 0)

    def test_drop_restore_move(self, samling: Samling) -> None:
        """A pending block is left out, taken back, and put at another place."""
        samling.day()
        samling("agenda", "drop", "2")
        assert samling.states() == ["pending", "dropped", "pending"]
        samling("agenda", "restore", "2")
        samling("agenda", "move", "3", "1")
        assert [block["title"] for block in samling.status()["blocks"]] == ["C", "A", "B"]
        samling("agenda", "start")
        samling("agenda", "move", "3", "1", code=1)

    def test_amend_within_the_neighbours(self, samling: Samling) -> None:
        """A recorded time is corrected up to the block before and the block after, and refused past them."""
        samling.day()
        samling("agenda", "start")
        samling.clock.set(at("15:10"))
        samling("agenda", "next")
        samling.clock.set(at("15:20"))
        samling("agenda", "amend", "1", "--started", "14:58", "--ended", "15:08")
        samling("agenda", "amend", "2", "--started", "15:08")
        assert "15:08:00" in samling("agenda", "amend", "2", "--started", "15:07:59", code=1).err
        samling("agenda", "amend", "1", "--ended", "15:08:01", code=1)
        samling("agenda", "amend", "2", "--ended", "15:12", code=1)
        samling("agenda", "amend", "3", "--started", "15:12", code=1)
        samling("agenda", "amend", "2", "--started", "15:21", code=1)
        samling("agenda", "amend", "1", code=2)
        blocks = samling.status()["blocks"]
        assert blocks[0]["started_at"] == "2026-09-16T14:58:00+02:00"
        assert blocks[0]["ended_at"] == blocks[1]["started_at"] == "2026-09-16T15:08:00+02:00"

    def test_amend_a_pause(self, samling: Samling) -> None:
        """A pause's two times are corrected by its number."""
        samling.day()
        samling("agenda", "start")
        samling.clock.set(at("15:09"))
        samling("--at", "15:02", "agenda", "pause")
        samling("--at", "15:04", "agenda", "resume")
        samling("agenda", "amend", "1", "--pause", "1", "--paused", "15:01", "--resumed", "15:06")
        assert samling.status()["blocks"][0]["paused_seconds"] == 300
        samling("agenda", "amend", "1", "--pause", "2", "--paused", "15:01", code=1)
        samling("agenda", "amend", "1", "--paused", "15:01", code=2)
        samling("agenda", "amend", "1", "--pause", "1", "--paused", "15:07", code=1)

    def test_promise(self, samling: Samling) -> None:
        """The promised end moves always, the planned start until the day has started."""
        samling.day()
        samling("agenda", "promise", "16:00")
        samling("agenda", "promise", "--start", "15:05")
        shown = samling.status()["gathering"]
        assert (shown["planned_start"], shown["planned_end"], shown["promised_end"]) == (
            "2026-09-16T15:05:00+02:00",
            "2026-09-16T15:35:00+02:00",
            "2026-09-16T16:00:00+02:00",
        )
        samling("agenda", "start")
        samling("agenda", "promise", "--start", "15:00", code=1)
        samling("agenda", "promise", "00:30")
        assert samling.status()["gathering"]["promised_end"] == "2026-09-17T00:30:00+02:00"
        samling("agenda", "promise", "15:05", code=2)
        samling("agenda", "promise", "16:00", "--day", "0", code=1)
        samling("agenda", "promise", "16:00", "--day", "2", code=1)
        samling("agenda", "promise", code=2)

    def test_reset_puts_a_rehearsed_day_back(self, samling: Samling) -> None:
        """After a reset nothing has run and nothing is added; undo brings the rehearsal back."""
        samling.day()
        before = samling.status()["blocks"]
        samling("agenda", "drop", "3")
        samling("agenda", "restore", "3")
        samling("agenda", "start")
        samling("agenda", "extend", "+5")
        samling("agenda", "until", "2", "15:40")
        samling("agenda", "drop", "3")
        rehearsed = samling.status()
        samling("gathering", "reset")
        assert samling.status()["blocks"] == before
        samling("undo")
        assert samling.status() == rehearsed

    @pytest.mark.parametrize(
        "words",
        [
            ("pause",),
            ("resume",),
            ("finish",),
            ("extend", "+5"),
            ("until", "15:20"),
            ("reopen",),
            ("restore", "1"),
            ("reopen", "1"),
            ("start", "4"),
            ("start", "0"),
            ("start", "-1"),
            ("drop", "4"),
            ("extend", "4", "+5"),
            ("until", "4", "15:20"),
            ("move", "1", "4"),
            ("move", "-1", "1"),
            ("remove", "99999999999999999999"),
            ("edit", "4", "--minutes", "5"),
            ("amend", "1", "--started", "15:00"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, samling: Samling, words: tuple[str, ...]) -> None:
        """An action that does not fit the state, or a position that is not there, ends with 1 and changes nothing."""
        samling.day()
        before = samling.status()
        samling("agenda", *words, code=1)
        assert samling.status() == before

    def test_after_the_end_nothing_starts(self, samling: Samling) -> None:
        """When the gathering has ended, start and next are refused; reopen goes back into it."""
        samling.day(1)
        samling("agenda", "start")
        samling("agenda", "finish")
        for verb in ("start", "next", "pause", "resume", "finish"):
            samling("agenda", verb, code=1)
        samling("agenda", "start", "1", code=1)
        samling("agenda", "reopen")
        assert samling.status()["gathering"]["state"] == "running"


class TestPlan:
    def test_add_with_everything(self, samling: Samling) -> None:
        """Every option of add is kept, and shown by status."""
        samling.day(1, end="17:00")
        samling(
            *("agenda", "add", "Lunsj", "--minutes", "30", "--kind", "break", "--flexible", "--min-minutes", "20"),
            *("--may-drop", "--protected", "--fixed-start", "15:30", "--fixed-end", "16:15", "--position", "1"),
        )
        block = samling.status()["blocks"][0]
        assert {name: block[name] for name in ("title", "kind", "planned_seconds", "min_seconds")} == {
            "title": "Lunsj",
            "kind": "break",
            "planned_seconds": 1800,
            "min_seconds": 1200,
        }
        assert block["flexible"] is block["may_drop"] is block["protected"] is True
        assert (block["fixed_start"], block["fixed_end"]) == ("2026-09-16T15:30:00+02:00", "2026-09-16T16:15:00+02:00")
        assert (block["planned_start"], block["planned_end"]) == (block["fixed_start"], block["fixed_end"])

    def test_defaults(self, samling: Samling) -> None:
        """A block is a talk; without minutes it is blank and takes what is not laid out; its least is half."""
        samling.day(1)
        samling("agenda", "add", "Blank")
        block = samling.status()["blocks"][1]
        assert (block["kind"], block["planned_seconds"], block["min_seconds"]) == ("talk", 1200, 600)
        assert block["flexible"] is block["may_drop"] is block["protected"] is False

    def test_a_fixed_time_before_the_start_is_on_the_next_day(self, samling: Samling) -> None:
        """On a day across midnight, half past twelve is after midnight; the start's own time is refused."""
        samling.day(1, start="22:00", end="02:00")
        samling("agenda", "add", "Late", "--minutes", "5", "--fixed-start", "00:30")
        assert samling.status()["blocks"][1]["planned_start"] == "2026-09-17T00:30:00+02:00"
        samling("agenda", "add", "Same", "--minutes", "5", "--fixed-end", "22:00", code=2)

    def test_edit_changes_what_is_given_alone(self, samling: Samling) -> None:
        """An edit leaves what it does not name; “none” lifts a fixed time."""
        samling.day(1)
        samling("agenda", "edit", "1", "--minutes", "15", "--fixed-start", "15:05", "--title", "New")
        samling("agenda", "edit", "1", "--may-drop")
        block = samling.status()["blocks"][0]
        assert (block["title"], block["planned_seconds"], block["may_drop"]) == ("New", 900, True)
        samling("agenda", "edit", "1", "--fixed-start", "none", "--may-not-drop")
        block = samling.status()["blocks"][0]
        assert (block["fixed_start"], block["may_drop"], block["title"]) == (None, False, "New")
        samling("agenda", "edit", "1", code=2)

    def test_remove_and_duplicate(self, samling: Samling) -> None:
        """A block that has not started is taken out; a copy has not run."""
        samling.day()
        samling("agenda", "start")
        samling("agenda", "remove", "1", code=1)
        samling("agenda", "remove", "2")
        samling("agenda", "duplicate", "1")
        assert [(block["title"], block["state"]) for block in samling.status()["blocks"]] == [
            ("A", "running"),
            ("A", "pending"),
            ("C", "pending"),
        ]

    @pytest.mark.parametrize(
        "options",
        [
            ("--minutes", "0"),
            ("--minutes", "-5"),
            ("--minutes", "1441"),
            ("--minutes", "9" * 30),
            ("--minutes", "ten"),
            ("--minutes", "10", "--min-minutes", "11"),
            ("--minutes", "10", "--min-minutes", "-1"),
            ("--kind", "party"),
            ("--fixed-start", "25:00"),
            ("--fixed-start", "15:20", "--fixed-end", "15:10"),
            ("--fixed-end", "15:00"),
        ],
    )
    def test_impossible_lengths_and_times_are_wrong_usage(self, samling: Samling, options: tuple[str, ...]) -> None:
        """What can never be right ends with 2 and adds nothing."""
        samling.day(1)
        samling("agenda", "add", "X", *options, code=2)
        assert len(samling.status()["blocks"]) == 1

    def test_longest_and_shortest(self, samling: Samling) -> None:
        """One minute and 1440 are lengths."""
        samling.day(0)
        samling("agenda", "add", "X", "--minutes", "1")
        samling("agenda", "add", "Y", "--minutes", "1440")
        assert [block["planned_seconds"] for block in samling.status()["blocks"]] == [60, 86400]


class TestTitles:
    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("[bold]Not bold[/bold] [/]", "[bold]Not bold[/bold] [/]"),
            ("{title} %s {0}", "{title} %s {0}"),
            ("Red \x1b[31malert\x1b[0m\x07", "Red [31malert[0m"),
            ("two\nlines\tand a tab\r", "two lines and a tab"),
            ("Målinger 🎉 og ❤️", "Målinger 🎉 og ❤️"),
            ("مرحبا \u202eevil", "مرحبا evil"),
            ("<b>&amp;", "<b>&amp;"),
            ("x" * 500, "x" * 500),
        ],
    )
    def test_they_show_as_plain_text(self, samling: Samling, typed: str, kept: str) -> None:
        """Markup is text, control characters are gone, and every command shows the title as it is kept."""
        samling.day(0)
        said = samling("agenda", "add", typed, "--minutes", "10")
        assert kept in said.out
        assert samling.status()["blocks"][0]["title"] == kept
        for command in (("status",), ("log",), ("gathering", "show")):
            shown = samling(*command).out
            assert not {"\x1b", "\x07", "\r", "\u202e"} & set(shown)
            assert kept in shown or kept.replace(" ", "")[:20] in shown.replace(" ", "").replace("\n", "")

    @pytest.mark.parametrize("typed", ["", "   ", "\x1b\x07", "x" * 501])
    def test_empty_and_too_long_ones_are_wrong_usage(self, samling: Samling, typed: str) -> None:
        """Nothing, nothing that shows, and 501 characters are no title, of whatever it may be."""
        samling.day(1)
        samling("agenda", "add", typed, "--minutes", "10", code=2)
        samling("agenda", "edit", "1", "--title", typed, code=2)
        samling("network", "new", typed, code=2)
        samling("gathering", "rename", typed, code=2)
        samling("note", typed, code=2)
