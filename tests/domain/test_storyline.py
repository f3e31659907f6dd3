"""The log as a story: what belongs together is one line, and nothing is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from making import at
from samling.domain.storyline import Line, Sheet, lines

NOW = at("15:00")


@dataclass(frozen=True)
class Became:
    """What became of a row."""

    table: str
    key: tuple[Any, ...]
    after: dict[str, Any] | None


@dataclass(frozen=True)
class Done:
    """An entry of the log."""

    id: int
    action: str
    arguments: dict[str, Any] = field(default_factory=dict)
    changes: tuple[Became, ...] = ()
    of: int | None = None
    who: str = "control"
    gathering_id: int | None = 1
    happened_at: datetime = NOW
    recorded_at: datetime = NOW


def scored(
    number: int, criterion: str, value: int | None = 4, *, judge: int = 1, team: int = 1, version: int = 1
) -> Done:
    """Return an entry in which a judge gave a criterion a score."""
    became = Became("score", (judge, team, version, criterion), {"value": value})
    return Done(number, "sheet-score", {"judge_id": judge, "team_id": team}, (became,), who="judge")


def submitted(number: int, *, judge: int = 1, team: int = 1) -> Done:
    """Return an entry in which a judge submitted a sheet."""
    return Done(number, "sheet-submit", {"judge_id": judge, "team_id": team}, who="judge")


FORM = Done(
    1, "pitch-form", {}, tuple(Became("scoring_criterion", (1, 1, number), {"name": "C"}) for number in (1, 2, 3))
)


def ids(story: list[Line]) -> list[list[int | None]]:
    """Return the entries' numbers, by line."""
    return [[each.id for each in line.entries] for line in story]


class TestSheets:
    def test_one_line_a_sheet(self) -> None:
        """All keys until the sheet is submitted are one line, which says how many of the criteria have a score."""
        story = lines([FORM, scored(2, "a"), scored(3, "b"), scored(4, "c"), submitted(5)])
        assert ids(story) == [[1], [2, 3, 4, 5]]
        assert story[1].sheet == Sheet(scored=3, criteria=3, submitted=True)

    def test_judges_at_the_same_time(self) -> None:
        """Two judges' keys between one another are two lines, in the order in which they were done."""
        story = lines([FORM, scored(2, "a"), scored(3, "a", judge=2), scored(4, "b"), submitted(5, judge=2)])
        assert ids(story) == [[1], [2, 4], [3, 5]]
        assert story[1].sheet == Sheet(2, 3, submitted=False)

    def test_the_same_judge_s_sheets_for_two_teams(self) -> None:
        """Each team's sheet has its own line."""
        assert ids(lines([scored(1, "a"), scored(2, "a", team=2), scored(3, "b")])) == [[2], [1, 3]]

    def test_what_was_emptied_counts_no_more(self) -> None:
        """A score that was taken away again is not counted."""
        (line,) = lines([scored(1, "a"), scored(2, "b"), scored(3, "a", None)])
        assert line.sheet is not None
        assert line.sheet.scored == 1

    def test_a_correction_is_a_sheet_of_its_own(self) -> None:
        """What is given after a sheet was submitted is a new line, and counts on the new version."""
        again = Done(4, "sheet-correct", {"judge_id": 1, "team_id": 1})
        story = lines([FORM, scored(2, "a"), submitted(3), again, scored(5, "b", version=2), submitted(6)])
        assert ids(story) == [[1], [2, 3], [4], [5, 6]]
        assert story[3].sheet == Sheet(1, 3, submitted=True)

    def test_undone_keys_are_with_their_sheet(self) -> None:
        """Undo of a score is one more key on the sheet; undo of a submission is told by itself."""
        taken = Became("score", (1, 1, 1, "b"), None)
        back = Done(3, "undo", {"action": "sheet-score", "judge_id": 1, "team_id": 1}, (taken,), of=2)
        (line,) = lines([scored(1, "a"), scored(2, "b"), back])
        assert line.sheet is not None
        assert line.sheet.scored == 1
        reopened = Done(3, "undo", {"action": "sheet-submit", "judge_id": 1, "team_id": 1}, of=2)
        assert ids(lines([scored(1, "a"), submitted(2), reopened])) == [[1, 2], [3]]


class TestRows:
    def test_the_same_block_again_and_again(self) -> None:
        """Ten presses on + are one line; another block, window or action begins another."""

        def extend(number: int, position: int = 3, who: str = "control") -> Done:
            return Done(number, "extend", {"position": position, "title": "A", "seconds": 60}, who=who)

        story = lines(
            [extend(1), extend(2), extend(3, 4), extend(4, 4, "timer"), Done(5, "pause"), extend(6, 4, "timer")]
        )
        assert ids(story) == [[1, 2], [3], [4], [5], [6]]

    def test_ticking_off(self) -> None:
        """Who comes one after another is one line, who leaves another."""
        assert ids(lines([Done(1, "arrive"), Done(2, "arrive"), Done(3, "leave"), Done(4, "arrive")])) == [
            [1, 2],
            [3],
            [4],
        ]

    def test_what_was_turned_back_is_at_hand(self) -> None:
        """An undo knows the entry that it took back."""
        story = lines([Done(1, "start"), Done(2, "pause"), Done(3, "undo", {"action": "start"}, of=1)])
        assert story[2].about is story[0].entries[0]


DEEDS = st.sampled_from(["start", "extend", "arrive", "sheet-score", "sheet-comment", "sheet-submit", "undo"])


@given(st.lists(st.tuples(DEEDS, st.integers(1, 2), st.integers(1, 2)), max_size=30))
def test_every_entry_is_in_one_line(done: list[tuple[str, int, int]]) -> None:
    """Nothing is left out or told twice, and each line stands where the last of it happened."""
    entries = [
        Done(number, action, {"judge_id": judge, "team_id": team, "action": "sheet-score"})
        for number, (action, judge, team) in enumerate(done, start=1)
    ]
    story = lines(entries)
    assert sorted(each.id or 0 for line in story for each in line.entries) == [each.id for each in entries]
    assert [line.last.id for line in story] == sorted(line.last.id or 0 for line in story)
