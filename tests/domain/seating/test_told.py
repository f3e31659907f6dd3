from __future__ import annotations

from dataclasses import replace

import pytest

from samling.domain.reader import FileProblems
from samling.domain.seating.past import Imported, PastRound, take_in
from samling.domain.seating.retold import Told, ToldRound, match
from samling.domain.seating.told_list import told_rounds
from samling.domain.sheet import Sheet
from samling.domain.team import Person, Team
from sharing import MIXED, PAIRS, person, roster, team


def sheet(*rows: tuple[str, ...]) -> Sheet:
    """Return a sheet of rows."""
    return Sheet(rows)


class TestLists:
    def test_a_list_of_teams(self) -> None:
        """One row a team, under a title row, gathering and round in columns of their own."""
        found = told_rounds(
            sheet(
                ("Delinger i vår",),
                ("Samling", "Runde", "Bord", "Team"),
                ("1", "1", "A", "Nord"),
                ("1", "1", "A", "Syd"),
                ("", "", "", ""),
                ("1", "2", "A", "Nord"),
                ("1", "2", "B", "Syd"),
            ),
            "a.csv",
            "a",
        )
        assert [(each.title, each.kind, len(each.groups)) for each in found] == [("1, 1", PAIRS, 1), ("1, 2", PAIRS, 2)]
        assert found[0].groups == ((Told("Nord", "", 3), Told("Syd", "", 4)),)

    def test_a_list_of_people_in_any_order_of_columns(self) -> None:
        """People make a mixed round, called by the file where no column says which round it is."""
        (found,) = told_rounds(sheet(("name", "team", "table"), ("'=cmd", "Nord", "1"), ("Per", "", "1")), "x", "vår")
        assert (found.title, found.kind) == ("vår", MIXED)
        assert [each.name for each in found.groups[0]] == ["=cmd (Nord)", "Per"]

    def test_every_row_that_cannot_be_used_is_named(self) -> None:
        """A row without a table, or without anybody, is told with its number; nothing is half read."""
        with pytest.raises(FileProblems) as problems:
            told_rounds(sheet(("bord", "team"), ("", "Nord"), ("1", ""), ("1", "Syd")), "x", "x")
        assert problems.value.sentences() == (
            "Row 2: there is no table.",
            "Row 3: there is no team and no name.",
        )

    @pytest.mark.parametrize("rows", [[("bord",)], [("team", "navn")], [("bord", "team")]])
    def test_what_is_no_such_list(self, rows: list[tuple[str, ...]]) -> None:
        """Without headings for table and team or name, or without rows, it is refused."""
        with pytest.raises(FileProblems):
            told_rounds(sheet(*rows), "x", "x")


class TestMatching:
    def test_names_are_matched_however_they_are_spelt(self) -> None:
        """Case and white space make no other team; who is not in the network is named, with the row."""
        told = ToldRound("1", ((Told(" team  1"), Told("TEAM 2"), Told("Ukjent", row=7)),))
        found = match(roster(2), [told])
        assert [each.groups for each in found.rounds] == [((team(1), team(2)),)]
        assert [(each.name, each.row) for each in found.unknown] == [("Ukjent", 7)]

    def test_namesakes_need_their_team(self) -> None:
        """Two people of one name are told apart by their team, and left out without it."""
        two = roster(0)
        names = (Team("Nord", people=(Person("Per", id=1),), id=1), Team("Syd", people=(Person("Per", id=2),), id=2))
        some = replace(two, teams=names)
        told = ToldRound("1", ((Told("Syd", "Per"), Told("Nord", "Per"), Told("", "Per")),))
        found = match(some, [told])
        assert found.rounds[0].groups == ((person(2), person(1)),)
        assert found.unknown == (Told("", "Per"),)

    def test_a_round_of_strangers_is_none(self) -> None:
        """Where fewer than two at a table are known nobody has met."""
        assert match(roster(1), [ToldRound("1", ((Told("Team 1"), Told("Ukjent")),))]).rounds == ()


class TestTakingIn:
    def test_the_same_round_again_replaces_itself(self) -> None:
        """A round by the same title is not counted twice."""
        first = PastRound("Samling 1", PAIRS, ((team(1), team(2)),), id=1)
        again = PastRound("samling  1", PAIRS, ((team(1), team(3)),))
        other = PastRound("Samling 1", MIXED, ((person(1), person(2)),))
        assert take_in(Imported(1, (first, other)), (again,)).rounds == (other, replace(again, title="samling 1"))
