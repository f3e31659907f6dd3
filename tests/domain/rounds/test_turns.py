from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from making import at, block, clock, gathering
from samling.domain import verbs
from samling.domain.amend import Correction, amend
from samling.domain.clockset import shift
from samling.domain.errors import Refused, WrongUsage
from samling.domain.gathering import Gathering, Kind, State, Turn
from samling.domain.roll import Presence, Roll
from samling.domain.roster import Roster
from samling.domain.rounds import turns
from samling.domain.rounds.order import Order, round_of, turns_of
from samling.domain.rounds.standing_in import put_in_reserve, swap
from samling.domain.team import Team

TEAMS = tuple(Team(name, id=number) for number, name in enumerate(("Berg", "Dal", "Elv", "Fjord"), start=1))


def running(*each: Turn) -> Gathering:
    """Return a day whose first block runs since 15:00 with these turns, or one for each of the four teams."""
    return verbs.start(gathering(block(20, turns=each or turns_of(TEAMS)), block()), at("15:00"))


def course(made: Gathering) -> str:
    """The turns of the first block: ► the one that runs, ✓ done, × skipped."""
    signs = {
        turn: "►" if turn.is_open else "✓" if turn.ended_at else "×" if turn.skipped else ""
        for turn in made.block(1).turns
    }
    return " ".join(signs[turn] + turn.title for turn in made.block(1).turns)


class TestOrder:
    def test_from_the_list(self) -> None:
        """Without more said the order is that of the list, one share each."""
        assert [(turn.title, turn.weight, turn.team_id) for turn in turns_of(TEAMS)] == [
            ("Berg", 1, 1),
            ("Dal", 1, 2),
            ("Elv", 1, 3),
            ("Fjord", 1, 4),
        ]

    def test_a_draw_can_be_repeated(self) -> None:
        """The same seed gives the same order, whatever order the list has; it is that of Python's own numbers."""
        drawn = turns_of(TEAMS, Order.DRAW, seed=7)
        assert drawn == turns_of(TEAMS[::-1], Order.DRAW, seed=7)
        numbers = Random(7)
        lots = {team.name: numbers.random() for team in TEAMS}
        assert [turn.title for turn in drawn] == sorted(lots, key=lots.__getitem__)
        assert {turn.title for turn in drawn} == {team.name for team in TEAMS}
        for seed in (-1, 2**40):
            with pytest.raises(WrongUsage):
                turns_of(TEAMS, Order.DRAW, seed=seed)

    def test_by_the_self_assessment(self) -> None:
        """The lowest level comes first, equals in the order of the list, and a team without one last."""
        assert [turn.title for turn in turns_of(TEAMS, Order.LEVEL, levels={1: 4, 3: 2, 4: 4})] == [
            "Elv",
            "Berg",
            "Fjord",
            "Dal",
        ]
        with pytest.raises(Refused, match="no level to go by"):
            turns_of(TEAMS, Order.LEVEL)

    def test_the_steps_that_are_known_are_levels(self) -> None:
        """Teams whose step stands in the list need no level; one that is given goes before it."""
        steps = {1: "4", 2: "1", 3: "3"}
        teams = tuple(replace(team, step=steps.get(team.id or 0, "")) for team in TEAMS)
        by_step = round_of(Roster(1, teams), Roll(1), Order.LEVEL)
        assert [turn.team_id for turn in by_step] == [2, 3, 1, 4]
        lifted = round_of(Roster(1, teams), Roll(1), Order.LEVEL, levels=["dal=5"])
        assert [turn.team_id for turn in lifted] == [3, 1, 2, 4]

    def test_teams_are_called_by_name(self) -> None:
        """A round is of those who are here; levels and long turns are given by the beginnings of names."""
        roster = Roster(1, TEAMS)
        here = Roll(1, {1: Presence(at("14:50")), 2: Presence(at("14:50"))})
        found = round_of(roster, here, Order.LEVEL, levels=["berg = 4", "dal=2"], challenged=["da"])
        assert [(turn.title, turn.weight) for turn in found] == [("Dal", 3), ("Berg", 1)]
        for wrong in ("berg", "berg=", "=3", "berg=x", "berg=-1", "berg=²"):
            with pytest.raises(WrongUsage, match="not a team with its level"):
                round_of(roster, here, levels=[wrong])
        with pytest.raises(Refused, match="Nobody"):
            round_of(roster, here, challenged=["Nobody"])

    def test_challenged_teams_have_a_long_turn(self) -> None:
        """Two teams that are challenged beforehand have three shares each."""
        assert [turn.weight for turn in turns_of(TEAMS, challenged={2, 3})] == [1, 3, 3, 1]

    def test_no_teams(self) -> None:
        """A round of nobody is refused."""
        with pytest.raises(Refused, match="no team"):
            turns_of(())


class TestGoingOn:
    def test_from_the_first_to_the_last(self) -> None:
        """Each next ends one turn and starts another at the same instant; after the last nobody has the floor."""
        made = running()
        assert course(made) == "Berg Dal Elv Fjord"
        for minute in (1, 5, 9, 13):
            made = turns.next_turn(made, at(f"15:{minute:02}"))
        assert course(made) == "✓Berg ✓Dal ✓Elv ►Fjord"
        first, second = made.block(1).turns[:2]
        assert clock(first.ended_at) == clock(second.started_at) == "15:05"
        made = turns.next_turn(made, at("15:18"))
        assert course(made) == "✓Berg ✓Dal ✓Elv ✓Fjord"
        with pytest.raises(Refused, match="had their turn"):
            turns.next_turn(made, at("15:19"))

    def test_the_first_press_sets_the_round_up(self) -> None:
        """A block without turns gets those that are given, and the first of them begins."""
        made = verbs.start(gathering(block(20, per_team=True)), at("15:00"))
        assert course(turns.next_turn(made, at("15:01"), turns_of(TEAMS))) == "►Berg Dal Elv Fjord"
        with pytest.raises(Refused, match="neither a round nor steps"):
            turns.next_turn(made, at("15:01"))

    def test_nothing_runs(self) -> None:
        """Before a block has started there is nobody whose turn it could be."""
        for verb in (turns.next_turn, turns.move_last, turns.skip):
            with pytest.raises(Refused, match="No block is running"):
                verb(gathering(block(20, turns=turns_of(TEAMS))), at("15:00"))

    def test_the_block_takes_its_turn_along(self) -> None:
        """When the block ends, so does the turn; gone back to, all of them are to come again."""
        made = verbs.next_block(turns.next_turn(running(), at("15:01")), at("15:08"))
        assert clock(made.block(1).turns[0].ended_at) == "15:08"
        assert course(verbs.reopen(made, at("15:09"), 1)) == "Berg Dal Elv Fjord"
        assert course(verbs.reset(made)) == "Berg Dal Elv Fjord"


class TestLastAndSkipped:
    def test_a_team_that_is_not_ready_comes_last(self) -> None:
        """The one that runs is moved last and the next one starts; the one before keeps its turn."""
        made = turns.next_turn(turns.next_turn(running(), at("15:01")), at("15:05"))
        made = turns.move_last(made, at("15:06"))
        assert course(made) == "✓Berg ►Elv Fjord Dal"
        assert clock(made.block(1).turns[1].started_at) == "15:06"

    def test_before_its_turn(self) -> None:
        """Between turns the next one is meant, or the one numbered; nobody starts."""
        assert course(turns.move_last(running(), at("15:01"))) == "Dal Elv Fjord Berg"
        assert course(turns.skip(running(), at("15:01"), 3)) == "Berg Dal ×Elv Fjord"

    def test_skipped(self) -> None:
        """The one that runs is skipped and the next one starts; moved last, it is back."""
        made = turns.skip(turns.next_turn(running(), at("15:01")), at("15:02"))
        assert course(made) == "×Berg ►Dal Elv Fjord"
        assert course(turns.move_last(made, at("15:03"), 1)) == "►Dal Elv Fjord Berg"

    def test_who_was_skipped_comes_when_all_others_have_had_their_turn(self) -> None:
        """A team that came late is taken back at the very end, when nobody waits any more."""
        made = turns.skip(running(*turns_of(TEAMS[:2])), at("15:01"), 1)
        made = turns.next_turn(turns.next_turn(made, at("15:01")), at("15:05"))
        assert course(made) == "×Berg ✓Dal"
        assert course(turns.next_turn(turns.move_last(made, at("15:06"), 1), at("15:06"))) == "✓Dal ►Berg"

    def test_what_does_not_fit(self) -> None:
        """Who has had their turn, and the last one, are refused; so is a number that is not there."""
        made = turns.next_turn(turns.next_turn(running(*turns_of(TEAMS[:2])), at("15:01")), at("15:05"))
        for verb in (turns.move_last, turns.skip):
            with pytest.raises(Refused, match="had its turn"):
                verb(made, at("15:06"), 1)
            with pytest.raises(Refused, match="no turn 9"):
                verb(made, at("15:06"), 9)
        with pytest.raises(Refused, match="is the last already"):
            turns.move_last(made, at("15:06"))
        over = turns.skip(made, at("15:06"))
        with pytest.raises(Refused, match="no turn left"):
            turns.skip(over, at("15:07"))


class TestSettingUp:
    def test_who_has_been_heard_stays(self) -> None:
        """A new order in the middle of the round is that of the teams still to come."""
        made = turns.next_turn(turns.next_turn(running(), at("15:01")), at("15:05"))
        again = turns.set_round(made, turns_of((TEAMS[3], TEAMS[2], TEAMS[0])), 1)
        assert course(again) == "✓Berg ►Dal Fjord Elv"

    def test_steps_are_not_changed_under_way(self) -> None:
        """Steps may be set and taken away before the first of them, and not after."""
        made = running(turns.step("One", 60), turns.step("Two", 120))
        assert turns.set_steps(made, ()).block(1).turns == ()
        with pytest.raises(Refused, match="in its turns already"):
            turns.set_steps(turns.next_turn(made, at("15:01")), ())
        with pytest.raises(WrongUsage):
            turns.step("Long", 10**9)
        with pytest.raises(WrongUsage):
            turns.step("  ", 60)

    def test_a_block_that_is_over_is_refused(self) -> None:
        """What has ended has no round to come; nor have too many turns room."""
        over = verbs.finish(running(), at("15:10"))
        with pytest.raises(Refused, match="only a running or pending"):
            turns.set_round(over, turns_of(TEAMS), 1)
        with pytest.raises(Refused, match="at most"):
            turns.set_round(running(), [Turn(str(number), team_id=number) for number in range(300)])


class TestTheRecord:
    def test_the_clock_that_is_set(self) -> None:
        """Turns move with everything else that was recorded."""
        made = turns.next_turn(running(), at("15:01"))
        moved = shift(made, at("16:00") - at("15:00"), 1)
        assert clock(moved.block(1).turns[0].started_at) == "16:01"

    def test_a_corrected_block_takes_its_turns_along(self) -> None:
        """When the block is said to have started later than its first turn, that turn started with it."""
        made = turns.next_turn(turns.next_turn(running(), at("15:01")), at("15:05"))
        fixed = amend(made, 1, Correction(started=at("15:03")), at("15:10"))
        assert [clock(turn.started_at) for turn in fixed.block(1).turns[:2]] == ["15:03", "15:05"]

    def test_nothing_is_recorded_before_a_turn(self) -> None:
        """A turn is a clock action: nothing is recorded as earlier than it."""
        made = turns.next_turn(running(), at("15:05"))
        with pytest.raises(Refused):
            verbs.check_recorded_at(made, {1}, at("15:04"), at("15:10"))


class TestStandingIn:
    def test_two_blocks_change_places(self) -> None:
        """Each keeps its length and the clock time stays with the place."""
        made = gathering(
            block(30, title="Speaker", fixed_start=at("15:00")),
            block(10, title="Break", kind=Kind.BREAK),
            block(15, title="Film"),
        )
        after = swap(made, 1)
        assert [each.title for each in after.blocks] == ["Film", "Break", "Speaker"]
        assert [each.planned_seconds // 60 for each in after.blocks] == [15, 10, 30]
        assert [clock(each.fixed_start) for each in after.blocks] == ["15:00", None, None]
        assert swap(after, 1, 3) == made

    def test_only_what_is_to_come(self) -> None:
        """A block that has begun, and one with nothing after it, are refused."""
        made = verbs.start(gathering(), at("15:00"))
        with pytest.raises(Refused, match="have not started"):
            swap(made, 1, 2)
        with pytest.raises(Refused, match="no later block"):
            swap(made, 3)

    def test_the_reserve_takes_the_place(self) -> None:
        """The film named in the programme leads the block; title, length and times stay, and back again is the same."""
        made = gathering(block(30, title="Talk", leader="Guest", reserve="Film of the talk", fixed_start=at("15:10")))
        after = put_in_reserve(made, 1)
        assert after.block(1) == replace(made.block(1), leader="Film of the talk", reserve="Guest")
        assert put_in_reserve(after, 1) == made
        with pytest.raises(Refused, match="names no reserve"):
            put_in_reserve(gathering(), 1)
        over = made.with_block(1, replace(made.block(1), state=State.DROPPED))
        with pytest.raises(Refused, match="only a running or pending"):
            put_in_reserve(over, 1)
