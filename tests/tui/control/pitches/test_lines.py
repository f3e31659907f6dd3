"""The lines of the order, and the heads of the judges' columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from making import at
from pitches import pitching
from samling.domain.pitching import order, running
from samling.domain.pitching.judge import Judge, Recusal
from samling.domain.pitching.values import Delivery
from samling.tui.control.pitches.lines import Come, PitchLine, by_state, initials, rows, sheets_by_team
from samling.tui.control.pitches.list import Columns


class TestSheets:
    def test_every_state(self) -> None:
        """What has come, is being written, corrected, lacks once the team has pitched, or never will."""
        of = pitching(teams=4, judges=2)
        of = running.stop(running.start(of, at("15:00")), at("15:05"))
        of = order.withdraw(of, at("15:06"), team_id=4)
        delivered = (
            Delivery(1, 1, submitted=True, is_open=False),
            Delivery(1, 2, submitted=True, is_open=True),
            Delivery(2, 2, submitted=False, is_open=True),
        )
        recusing = replace(of.judges[0], recusals=(Recusal(3),))
        of = replace(of, deliveries=delivered, judges=(recusing, of.judges[1]))
        assert sheets_by_team(of) == {
            1: (Come.SUBMITTED, Come.LACKING),
            2: (Come.CORRECTING, Come.BEGUN),
            3: (Come.RECUSED, Come.AWAITED),
            4: (Come.NONE, Come.NONE),
        }
        assert [(come, [judge.name for judge in judges]) for come, judges in by_state(of, sheets_by_team(of)[1])] == [
            (Come.LACKING, ["Judge 2"]),
            (Come.SUBMITTED, ["Judge 1"]),
        ]

    def test_a_judge_without_a_vote_is_not_waited_for(self) -> None:
        """Such a sheet is neither lacking nor counted."""
        of = pitching(teams=1, judges=2)
        of = replace(of, judges=(of.judges[0], replace(of.judges[1], voting=False)))
        of = running.stop(running.start(of, at("15:00")), at("15:05"))
        line = rows(of, sheets_by_team(of), at("15:06"))[0].look
        assert isinstance(line, PitchLine)
        assert line.sheets == (Come.LACKING, Come.AWAITED)
        assert line.came == "0 of 1"


class TestInitials:
    @pytest.mark.parametrize(
        ("names", "heads"),
        [
            (["Ada Berg", "Bo Dahl"], ["AB", "BD"]),
            (["Ada Berg", "Atle Bø", "Anne Bye"], ["AB", "A2", "A3"]),
            (["Åse", "Per Olav Nes"], ["ÅS", "PN"]),
            (["Q"], ["Q"]),
        ],
    )
    def test_two_characters_each_its_own(self, names: list[str], heads: list[str]) -> None:
        """Initials; a number for those whose are taken, the first letters of one name alone."""
        assert list(initials(Judge(name) for name in names)) == heads


class TestColumns:
    @pytest.mark.parametrize("width", [36, 70, 76, 120, 196])
    @pytest.mark.parametrize("judges", [0, 1, 5, 12, 40])
    def test_they_fill_the_width(self, width: int, judges: int) -> None:
        """No column pushes another out, and a name always has room to be told by."""
        columns = Columns.fitting(width, judges)
        taken = columns.name + columns.role + columns.over + judges * columns.cell + columns.total
        assert taken + 7 == width
        assert columns.name >= 13
