from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import at, block, clock, gathering
from samling.domain import agenda, plan, verbs
from samling.domain.errors import Refused, WrongUsage
from samling.domain.gathering import Gathering, Kind, State
from samling.domain.plan import BlockChange
from samling.domain.programme import Programme, ProgrammeBlock


class TestLayingOut:
    @pytest.mark.parametrize(
        ("left", "count", "shares"),
        [(60, 2, [30, 30]), (70, 3, [25, 25, 20]), (72, 3, [25, 25, 22]), (4, 2, [0, 4]), (0, 2, [0, 0]), (-9, 1, [0])],
    )
    def test_shares(self, left: int, count: int, shares: list[int]) -> None:
        """Whole fives equally, extra fives to the earliest, what is under five to the last; never below nothing."""
        assert [each // 60 for each in plan.share_out(left * 60, count)] == shares

    @given(st.integers(0, 1440), st.integers(1, 12))
    def test_shares_add_up(self, left: int, count: int) -> None:
        """All that is left is shared; but for the last each share is whole fives, and none is above an earlier one."""
        shares = plan.share_out(left * 60, count)
        assert sum(shares) == left * 60
        assert all(each % 300 == 0 for each in shares[:-1])
        assert list(shares[:-1]) == sorted(shares[:-1], reverse=True)
        assert shares[0] // 300 - shares[-1] // 300 in (0, 1)

    def test_a_programme_s_blank_blocks(self) -> None:
        """Blank blocks share what the others leave of the promised length, flexible or not."""
        made = from_blocks(("A", 30), ("B", None), ("C", 45), ("D", None))
        assert [each.planned_seconds // 60 for each in made.blocks] == [30, 85, 45, 80]
        assert agenda.unplanned(made, made.days[0]) == timedelta(0)

    def test_a_full_programme_is_not_shrunk(self) -> None:
        """A programme that is longer than promised keeps its minutes, and the overrun shows."""
        made = from_blocks(("A", 200), ("B", None), ("C", 60))
        assert [each.planned_seconds // 60 for each in made.blocks] == [200, 0, 60]
        assert agenda.unplanned(made, made.days[0]) == timedelta(minutes=-20)

    def test_a_start_fixed_at_the_day_s_own(self) -> None:
        """A programme whose first block is fixed at the time the day starts can be held at that time."""
        source = Programme(
            id="p",
            title="P",
            source="test",
            kind="gathering",
            number=None,
            place="",
            minutes=None,
            is_proposal=False,
            note="",
            blocks=(ProgrammeBlock(id="a", title="A", kind=Kind.TALK, minutes=10, fixed_start=time(15, 0)),),
        )
        made = plan.from_programme(empty(), source)
        assert made.block(1).fixed_start == at("15:00")


def empty() -> Gathering:
    """Return an empty day from 15:00 to 19:00."""
    return plan.new_gathering(
        network_id=1,
        number=1,
        title="Day",
        timezone="Europe/Oslo",
        day=plan.plan_day(1, at("15:00"), at("19:00"), "Europe/Oslo"),
        programme=None,
    )


def from_blocks(*blocks: tuple[str, int | None]) -> Gathering:
    """Return a day of four hours laid out from blocks of so many minutes."""
    source = Programme(
        id="p",
        title="P",
        source="test",
        kind="gathering",
        number=None,
        place="",
        minutes=240,
        is_proposal=False,
        note="",
        blocks=tuple(ProgrammeBlock(id=title, title=title, kind=Kind.TALK, minutes=length) for title, length in blocks),
    )
    return plan.from_programme(empty(), source)


class TestEditing:
    def test_a_block_goes_last_or_where_it_is_put(self) -> None:
        """Without a position a block is the last of its day; with one it stands there."""
        day = plan.add(gathering(), BlockChange(title="Last", planned_seconds=60))
        day = plan.add(day, BlockChange(title="First", planned_seconds=60), position=1)
        assert [day.block(position).title for position in (1, 5)] == ["First", "Last"]

    def test_not_before_what_has_started(self) -> None:
        """A block cannot be planned before one that runs or has run."""
        day = verbs.start(gathering(), at("15:00"))
        with pytest.raises(Refused, match="before one that has started"):
            plan.add(day, BlockChange(title="X", planned_seconds=60), position=1)
        assert plan.add(day, BlockChange(title="X", planned_seconds=60), position=2).block(2).title == "X"

    def test_a_new_block_was_never_told(self) -> None:
        """A block added while the day runs has no planned time, and makes the day longer."""
        day = plan.add(verbs.start(gathering(), at("15:00")), BlockChange(title="X", planned_seconds=300))
        shown = agenda.figures(day, at("15:00"))
        assert shown.blocks[3].planned_start is None
        assert shown.today.behind == timedelta(minutes=5)

    def test_a_copy_has_not_run(self) -> None:
        """A duplicate is pending, without record or added time, and stands after what has started."""
        day = verbs.extend(verbs.next_block(verbs.start(gathering(), at("15:00")), at("15:05")), 60, 2)
        copied = plan.duplicate(day, 1)
        new = copied.block(3)
        assert (new.state, new.started_at, new.added_seconds, new.told, new.id) == (State.PENDING, None, 0, None, None)
        assert len(copied.blocks) == 4

    def test_a_done_block_keeps_its_times(self) -> None:
        """Of a block that has ended the title can be mended, its plan no more."""
        day = verbs.finish(verbs.start(gathering(), at("15:00")), at("15:05"))
        assert plan.edit(day, 1, BlockChange(title="Mended")).block(1).title == "Mended"
        with pytest.raises(Refused, match="has ended"):
            plan.edit(day, 1, BlockChange(planned_seconds=60))

    def test_only_what_has_not_started_is_removed(self) -> None:
        """A block that runs or has run stays in the record."""
        day = verbs.next_block(verbs.start(gathering(), at("15:00")), at("15:05"))
        for position in (1, 2):
            with pytest.raises(Refused, match="has not started"):
                plan.remove(day, position)
        assert len(plan.remove(verbs.drop(day, 3), 3).blocks) == 2

    @pytest.mark.parametrize(
        "change",
        [
            BlockChange(title="X", planned_seconds=0),
            BlockChange(title="X", planned_seconds=-60),
            BlockChange(title="X", planned_seconds=86_460),
            BlockChange(title="X", planned_seconds=600, own_min_seconds=660),
            BlockChange(title="X", planned_seconds=600, own_min_seconds=-1),
            BlockChange(title="X", planned_seconds=600, fixed_start=at("16:00"), fixed_end=at("16:00")),
            BlockChange(title=" "),
            BlockChange(planned_seconds=600),
        ],
    )
    def test_impossible_blocks(self, change: BlockChange) -> None:
        """Lengths and times that cannot be, and no title, are wrong usage."""
        with pytest.raises(WrongUsage):
            plan.add(gathering(), change)

    def test_days_follow_each_other(self) -> None:
        """A new day begins when the one before has ended, and gets the next number."""
        tomorrow = date(2026, 9, 17)
        second = plan.plan_day(9, at("09:00", tomorrow), at("10:00", tomorrow), "Europe/Oslo")
        assert [day.number for day in plan.add_day(gathering(), second).days] == [1, 2]
        with pytest.raises(Refused):
            plan.add_day(gathering(), plan.plan_day(2, at("15:29"), at("18:00"), "Europe/Oslo"))

    def test_an_inserted_block_joins_the_day_it_stands_in(self) -> None:
        """A block put at the place of one on the second day belongs to the second day."""
        tomorrow = date(2026, 9, 17)
        both = plan.add_day(gathering(), plan.plan_day(2, at("09:00", tomorrow), at("10:00", tomorrow), "Europe/Oslo"))
        both = plan.add(both, BlockChange(title="Two", planned_seconds=60))
        both = plan.add(both, BlockChange(title="New", planned_seconds=60), position=4)
        assert [(each.title, each.day) for each in both.blocks[3:]] == [("New", 2), ("Two", 2)]
        assert clock(agenda.figures(both, at("12:00")).blocks[4].planned_start) == "09:01"


def test_least_lengths() -> None:
    """Where none is given, a block's least length is half its planned one, whatever was added to it."""
    assert block(45, added_seconds=600).min_seconds == 22.5 * 60
    assert block(45, own_min_seconds=0).min_seconds == 0
