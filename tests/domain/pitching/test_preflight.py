from __future__ import annotations

from dataclasses import replace

from making import at
from pitches import pitching, with_settings
from samling.domain.pitching import judge, order, prizes, running
from samling.domain.pitching.judge import Judge
from samling.domain.pitching.preflight import Standing, before_award, before_first_team, before_next_team
from samling.domain.pitching.values import Delivery, Pitching


def done(teams: int = 2, judges: int = 2) -> Pitching:
    """Pitches of which every team has pitched and every sheet has come."""
    day = pitching(teams, judges)
    for number in range(teams):
        day = running.start(day, at(f"09:{6 * number:02}"))
        day = running.stop(day, at(f"09:{6 * number + 5:02}"))
    sheets = [
        Delivery(each, team_id, submitted=True, is_open=False)
        for each in range(1, judges + 1)
        for team_id in range(1, teams + 1)
    ]
    return replace(day, deliveries=tuple(sheets))


def said(day: Pitching, standing: Standing | None = None) -> list[tuple[str, bool]]:
    """Return what is found before the award, and whether it blocks."""
    return [(str(each.sentence), each.blocks) for each in before_award(day, standing or Standing())]


class TestBeforeTheAward:
    def test_nothing_to_say(self) -> None:
        """When every team has pitched, every sheet has come and nothing is shared, nothing is said."""
        assert said(done()) == []

    def test_missing_sheets(self) -> None:
        """Whose sheets are missing for whom is told; who is recused lacks none, and a team that is out needs none."""
        day = replace(done(), deliveries=done().deliveries[:1])
        assert said(judge.recuse(day, 2, 1)) == [
            ("Sheets for “Vidde” are still to come from: Judge 1, Judge 2.", False)
        ]
        gone = order.withdraw(order.withdraw(day, at("10:00"), 1), at("10:00"), 2)
        assert said(gone) == [("There is no team to pitch.", True)]

    def test_corrections_that_were_begun(self) -> None:
        """A correction that is not submitted is told: until it is, the old sheet counts."""
        first, *rest = done().deliveries
        day = replace(done(), deliveries=(replace(first, is_open=True), *rest))
        assert said(day) == [
            ("Judge 1 has begun to correct the sheet for “Fjord” and not submitted it: the old one counts.", False)
        ]

    def test_ties_and_teams_without_a_rank(self) -> None:
        """Shared places and teams that cannot be ranked are told."""
        assert said(done(3), Standing(shared=((1, (1, 2)),), unranked={3: "few_sheets"})) == [
            ("Fjord, Vidde share place 1: no rule for ties parts them.", False),
            ("“Holme” cannot be ranked: it has too few sheets.", False),
        ]

    def test_teams_that_no_judges_connect(self) -> None:
        """A team with sheets enough, whose judges scored none of the others, is told of as such."""
        assert said(done(), Standing(unranked={1: "unconnected"})) == [
            ("“Fjord” cannot be ranked: no judges connect it with all the others.", False)
        ]

    def test_sheets_on_an_earlier_form(self) -> None:
        """Sheets that came in on another form, and so do not count, are told with whose they are."""
        assert said(done(), Standing(unfitting={2: (1, 2)})) == [
            ("Sheets for “Vidde” on an earlier form do not count until they are corrected: Judge 1, Judge 2.", False)
        ]

    def test_a_team_that_left_the_network(self) -> None:
        """A team that takes part no more but is still in the order is told; out of the order it is not."""
        first, second = done().teams
        day = replace(done(), teams=(replace(first, withdrawn=True), second))
        told = (
            "“Fjord” has withdrawn from the network, and is still in the order. Take it out: "
            "samling pitch order withdraw TEAM"
        )
        assert said(day) == [(told, False)]
        assert [str(each) for each in before_first_team(day)] == [told]
        assert said(order.withdraw(day, at("10:00"), 1)) == []

    def test_prizes_that_are_open(self) -> None:
        """An audience's prize without votes, and a category prize that nobody gets yet, are told."""
        day = with_settings(prizes.add(done(), "Best test"), audience=True)
        assert [text for text, _blocks in said(day)] == [
            "The votes of the audience are not counted.",
            "It is not decided who gets “Best test”.",
        ]
        assert said(prizes.count_votes(with_settings(done(), audience=True), {1: 3})) == []

    def test_what_blocks(self) -> None:
        """A team on the clock, no form, no judge or no team stand in the way; a team that has not pitched is told."""
        assert said(running.start(pitching(2), at("09:00"))) == [
            ("“Fjord” is pitching: stop its clock first.", True),
            ("“Vidde” has not pitched.", False),
        ]
        assert said(pitching(0, 0)) == [("There is no judge with a vote.", True), ("There is no team to pitch.", True)]
        assert said(replace(done(), forms=())) == [
            ("There is no scoring form in use. Choose one: samling pitch form use ID", True)
        ]


class TestOnTheWay:
    def test_before_the_next_team(self) -> None:
        """Between two teams it is told which sheets are missing for those that have pitched, and for no other."""
        day = running.stop(running.start(pitching(2), at("09:00")), at("09:05"))
        assert [str(each) for each in before_next_team(day)] == [
            "Sheets for “Fjord” are still to come from: Judge 1, Judge 2."
        ]

    def test_before_the_first_team(self) -> None:
        """No form, no judge, one alone and one who knows everybody are told before it begins."""
        assert [str(each) for each in before_first_team(replace(pitching(judges=0), forms=()))] == [
            "There is no scoring form in use. Choose one: samling pitch form use ID",
            "There is no judge with a vote.",
        ]
        alone = replace(pitching(1), judges=(Judge("Kari", "Sykehus 1", id=1),))
        assert [str(each) for each in before_first_team(alone)] == [
            "There is one judge with a vote: the result will be that judge's alone.",
            "Kari is recused from every team, and can fill in no sheet.",
        ]
        assert list(before_first_team(pitching())) == []
