from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import DATE, at, block, clock, gathering, minutes
from replanning import DROPPED, MINUTE, Choice, Situation, in_proportion, situations
from samling.domain import agenda, plan, verbs
from samling.domain.errors import Refused
from samling.domain.gathering import Block, Gathering, Kind, State
from samling.domain.replan import sentences
from samling.domain.replan.proposals import Change as Changed
from samling.domain.replan.proposals import Kind as Change
from samling.domain.replan.proposals import Outlook, Proposal, apply, outlook, replan
from samling.domain.replan.steps import Way
from samling.domain.replan.taking import apportion

TOMORROW = DATE + timedelta(days=1)


def spoken(made: Gathering, now: str, late: float = 0) -> list[str]:
    """Return the proposals' sentences."""
    found = outlook(made, at(now), minutes(late))
    return [sentences.title(made, each, str) for each in found.proposals]


def example(*, end: str = "13:00", **extra: Block) -> Gathering:
    """Return a day of four hours with everything that the steps take from, from nine o'clock."""
    blocks = {
        "intro": block(15, title="Intro"),
        "flow": block(60, title="Flow chart"),
        "break": block(15, title="Break", kind=Kind.BREAK, own_min_seconds=300),
        "force": block(30, title="Force field", may_drop=True, may_halve=True),
        "team": block(45, title="Team time", flexible=True),
        "pitch": block(60, title="Pitching", protected=True),
        "plan": block(15, title="Plan", protected=True),
    } | extra
    return gathering(*blocks.values(), start="09:00", end=end)


class TestSentences:
    def test_eight_minutes_late(self) -> None:
        """One proposal for each step that is enough, in their order, and what comes of nothing."""
        made = verbs.start(example(), at("09:08"))
        assert spoken(made, "09:08") == [
            "Take 8 min from Team time (45 to 37): done 13:00",
            "Halve Force field (30 to 15 min), give 7 min to Team time (45 to 52): done 13:00",
            "Take 8 min from Break (15 to 7): done 13:00",
            "Leave it: done 13:08",
        ]

    def test_what_a_drop_gives_too_much(self) -> None:
        """A drop that is longer than the need gives the rest to flexible blocks."""
        made = example(force=block(30, title="Force field", may_drop=True))
        assert (
            spoken(verbs.start(made, at("09:08")), "09:08")[1]
            == "Drop Force field (30 min, may be left out), give 22 min to Team time (45 to 67): done 13:00"
        )

    def test_everything_gives_a_little(self) -> None:
        """Where no other step can, all unprotected blocks give in proportion, in whole minutes."""
        made = gathering(*(block(30, title=name) for name in "ABCD"), block(15, protected=True), end="17:15")
        assert spoken(verbs.start(made, at("15:08")), "15:08") == [
            "Shorten 4 blocks by 2 min each: done 17:15",
            "Leave it: done 17:23",
        ]

    def test_many_breaks_are_called_breaks(self) -> None:
        """Of four or more blocks it is told that they are breaks: another proposal may shorten as many by as much."""
        breaks = (block(10, title="Break", kind=Kind.BREAK) for _ in range(4))
        made = gathering(*breaks, block(30, protected=True), end="16:10")
        assert spoken(made, "15:20")[0] == "Shorten 4 breaks by 5 min each: done 16:10"

    def test_infeasible(self) -> None:
        """What cannot be reached is said with numbers, and the nearest is proposed."""
        made = gathering(block(10, title="A", may_drop=True), block(60, protected=True), end="16:00")
        found = outlook(made, at("15:12"))
        assert sentences.shortfall(made, found, str) == (
            "At least 12 min over, even with everything taken: protected blocks alone need until 16:12"
        )
        assert spoken(made, "15:12") == [
            "Drop A (10 min, may be left out): done 16:12",
            "Leave it: done 16:22",
        ]
        assert found.shortfall == minutes(12)

    def test_infeasible_without_the_protected(self) -> None:
        """Where it is the shortest lengths that are too long, that is what is said."""
        made = gathering(block(60, title="A", own_min_seconds=50 * 60), end="15:40")
        found = outlook(made, at("15:00"))
        assert sentences.shortfall(made, found, str) == (
            "At least 10 min over, even with everything taken: at its shortest the day is done 15:50"
        )

    def test_infeasible_for_more_than_the_protected(self) -> None:
        """Where the protected blocks are late by less than is said, it is the whole day that is told of."""
        made = gathering(block(60, title="A", own_min_seconds=50 * 60), block(60, protected=True), end="16:00")
        assert sentences.shortfall(made, outlook(made, at("15:12")), str) == (
            "At least 62 min over, even with everything taken: at its shortest the day is done 17:02"
        )

    def test_what_is_said_and_what_is_proposed_agree(self) -> None:
        """Between blocks the day ended with the last one when nothing more is held: so says the shortfall too."""
        made = gathering(block(10, title="A"), block(10, title="B", may_drop=True), end="15:05")
        made = verbs.finish(verbs.start(made, at("15:00")), at("15:09"))
        assert spoken(made, "15:20")[0] == "Drop B (10 min, may be left out): done 15:09"
        assert outlook(made, at("15:20")).shortfall == minutes(4)

    def test_a_day_that_was_never_held(self) -> None:
        """An end on another date altogether is told with it: two months later is not thirty minutes later."""
        made = gathering(block(30, protected=True), end="15:30")
        found = outlook(made, at("15:00", date(2026, 11, 22)))
        assert sentences.title(made, found.leave, str) == "Leave it: done 2026-11-22 15:30"
        assert sentences.why(made, found, found.leave, str) == "67 days after the promised 15:30."

    def test_time_to_spare(self) -> None:
        """With time to spare: give back, lengthen, bring back, each to the promised end."""
        made = verbs.start(example(), at("09:00"))
        made = verbs.drop(verbs.extend(made, -300, 2), 4)
        assert spoken(made, "09:00") == [
            "Give 5 min back to Flow chart (55 to 60): done 12:30",
            "Give 35 min to Team time (45 to 80): done 13:00",
            "Bring back Force field (30 min), give 5 min to Team time (45 to 50): done 13:00",
            "Leave it: done 12:25",
        ]

    def test_combined(self) -> None:
        """Steps come together only when none is enough alone."""
        made = gathering(
            block(20, title="Team time", flexible=True),
            block(20, title="Film", may_drop=True),
            block(30, title="Pitching", protected=True),
            end="15:45",
        )
        assert spoken(made, "15:00") == [
            "Drop Film (20 min, may be left out), take 5 min from Team time (20 to 15): done 15:45",
            "Leave it: done 16:10",
        ]

    def test_asked_before_it_happens(self) -> None:
        """What comes is moved later, and the same proposals appear as when it has happened."""
        made = verbs.start(example(), at("09:00"))
        assert spoken(made, "09:00", late=8)[0] == "Take 8 min from Team time (45 to 37): done 13:00"
        assert spoken(made, "09:00", late=8)[-1] == "Leave it: done 13:08"

    def test_what_is_halved_is_given_nothing_back(self) -> None:
        """A flexible block that is halved stays at half: what is left over goes to another."""
        made = gathering(
            block(40, title="Film", flexible=True, may_drop=True, may_halve=True),
            block(30, title="Team time", flexible=True),
            block(30, title="Pitching", protected=True),
            end="16:35",
        )
        assert spoken(made, "15:00")[1] == "Halve Film (40 to 20 min), give 15 min to Team time (30 to 45): done 16:35"

    def test_of_two_that_are_enough_the_shorter_goes(self) -> None:
        """The least is taken from any one, wherever in the day it stands."""
        made = gathering(
            block(15, title="Short", may_drop=True),
            block(25, title="Long", may_drop=True),
            block(30, title="Pitching", protected=True),
            end="16:00",
        )
        assert spoken(made, "15:00")[0] == "Drop Short (15 min, may be left out): done 15:55"

    def test_one_is_halved_where_only_the_other_must_go(self) -> None:
        """Of two that must both give, the one that half is enough of is halved."""
        made = gathering(
            block(20, title="Film", may_drop=True, may_halve=True),
            block(30, title="Walk", may_drop=True),
            block(30, title="Pitching", protected=True),
            end="15:42",
        )
        assert spoken(made, "15:00")[0] == (
            "Drop Walk (30 min, may be left out), halve Film (20 to 10 min): done 15:40"
        )

    def test_a_day_is_not_dropped(self) -> None:
        """Where everything may be left out, something stays."""
        made = gathering(block(20, title="A", may_drop=True), block(10, title="B", may_drop=True), end="15:05")
        assert spoken(made, "15:00")[0] == "Drop A (20 min, may be left out), take 5 min from B (10 to 5): done 15:05"

    def test_the_day_that_it_is(self) -> None:
        """Of a gathering of two days only the one that is on is re-planned."""
        first = gathering(block(30, title="A", flexible=True), end="15:30")
        second = plan.plan_day(2, at("09:00", TOMORROW), at("09:30", TOMORROW), "Europe/Oslo")
        made = plan.add_day(first, second)
        made = replace(made, blocks=(*made.blocks, block(40, title="B", flexible=True, day=2, id=2)))
        assert spoken(verbs.start(made, at("15:05")), "15:05")[0] == "Take 5 min from A (30 to 25): done 15:30"
        over = verbs.finish(verbs.start(made, at("15:00")), at("15:30"))
        assert spoken(over, "15:40")[0] == "Take 10 min from B (40 to 30): done 09:30"
        assert [each.position for each in outlook(over, at("15:40")).leave.blocks] == [2]

    def test_nothing_left(self) -> None:
        """A day that is over, or empty, is left as it is."""
        ended = verbs.finish(verbs.start(gathering(block(10)), at("15:00")), at("15:40"))
        assert spoken(ended, "16:00") == ["Leave it: done 15:40"]
        assert outlook(ended, at("16:00")).shortfall == minutes(10)
        empty = verbs.drop(gathering(block(10)), 1)
        assert spoken(empty, "15:00")[-1] == "Leave it: done –"


class TestClockTimes:
    def test_minutes_before_a_lunch_that_waits_are_not_taken(self) -> None:
        """A flexible block before a clock time that holds anyway helps nobody; the one after it does."""
        made = gathering(
            block(20, title="Before", flexible=True),
            block(30, title="Lunch", fixed_start=at("15:30"), protected=True),
            block(10, title="After", flexible=True),
            end="16:05",
        )
        assert spoken(made, "15:00")[0] == "Take 5 min from After (10 to 5): done 16:05"

    def test_a_fixed_end_gives_nothing(self) -> None:
        """A block that lasts until the clock shows is not shortened: it has no minutes to give."""
        made = gathering(
            block(20, title="Until", flexible=True, fixed_end=at("15:30")),
            block(10, title="After", protected=True),
            end="15:35",
        )
        found = outlook(made, at("15:00"))
        assert [each.way for each in found.proposals] == [Way.LEAVE]
        assert found.shortfall == minutes(5)

    def test_lunch_is_not_moved_by_what_is_given(self) -> None:
        """Time to spare goes to the block after lunch; the one before would move it."""
        made = gathering(
            block(30, title="Before", flexible=True),
            block(30, title="Lunch", fixed_start=at("15:30")),
            block(30, title="After", flexible=True),
            end="16:45",
        )
        assert spoken(made, "15:00")[0] == "Give 15 min to After (30 to 45): done 16:45"

    def test_back_timing(self) -> None:
        """The latest start of each coming block, from the promised end back."""
        made = verbs.start(gathering(block(10), block(10), block(5), end="15:40"), at("15:00"))
        latest = outlook(made, at("15:03")).latest_start
        assert {position: clock(start) for position, start in latest.items()} == {2: "15:25", 3: "15:35"}


class TestFollowing:
    def test_one_action(self) -> None:
        """A proposal is followed by its id; the plan stays as it was told."""
        made = verbs.start(example(), at("09:08"))
        first = outlook(made, at("09:08")).proposals[0]
        after = replan(made, at("09:08:20"), first.id)
        assert after.block(5).length_seconds == 37 * 60
        assert after.block(5).planned_seconds == 45 * 60
        assert agenda.figures(after, at("09:09")).today.slack == timedelta(0)

    def test_refused_when_the_day_has_moved_on(self) -> None:
        """What was proposed for another state is refused, and so is what was never proposed."""
        made = verbs.start(example(), at("09:08"))
        first = outlook(made, at("09:08")).proposals[0]
        for now in (verbs.extend(made, 120), verbs.extend(made, -60, 5), replan(made, at("09:08"), first.id)):
            with pytest.raises(Refused):
                replan(now, at("09:09"), first.id)
        with pytest.raises(Refused):
            replan(made, at("09:08"), "nothing")

    def test_the_same_minute_has_the_same_ids(self) -> None:
        """Within the minute that the need is rounded up to, ids stand still while the clock runs."""
        made = gathering(block(30, title="A"), block(30, title="B", flexible=True), end="16:00")
        ids = {tuple(each.id for each in outlook(made, at(f"15:04:{second:02}")).proposals) for second in range(1, 60)}
        assert len(ids) == 1


def touched(proposal: Proposal) -> list[float]:
    """Return how many minutes a proposal takes from each block that it takes from."""
    return [each.seconds / 60 for each in proposal.changes if each.kind in (Change.SHORTEN, Change.DROP)]


def least(situation: Situation, choices: list[Choice]) -> tuple[int, float]:
    """Return the fewest blocks touched, and then the least taken from any one of them."""
    taken = [situation.taken(choice) for choice in choices]
    return min((len(each), max(each, default=0)) for each in taken)


def enough(situation: Situation, found: list[Choice], target: datetime) -> list[Choice]:
    """Return the choices with which the day ends in time."""
    return [choice for choice in found if situation.end(choice) <= target]


def by_way(found: Outlook) -> dict[Way, Proposal]:
    """Return the proposals by what they do."""
    return {each.way: each for each in found.proposals}


def looked(situation: Situation) -> Outlook:
    """Return what can be done in a situation."""
    return outlook(situation.gathering, situation.now, situation.late)


def chosen(proposal: Proposal) -> Choice:
    """Return a proposal as a choice for each block that it changes."""
    return {each.position: _minutes(each) for each in proposal.changes}


def _minutes(change: Changed) -> int:
    if change.kind is Change.DROP:
        return DROPPED
    minutes, rest = divmod(change.seconds, 60)
    assert rest == 0, "what is taken and given is whole minutes"
    return minutes if change.kind is Change.SHORTEN else -minutes


STEPS: dict[Way, Callable[[Situation], Callable[[int], list[int]]]] = {
    Way.FLEXIBLE: lambda situation: situation.shortening(lambda each: each.flexible),
    Way.LEAVE_OUT: lambda situation: situation.leaving_out,
    Way.BREAKS: lambda situation: situation.shortening(lambda each: each.kind is Kind.BREAK),
    Way.EVERYTHING: lambda situation: situation.shortening(lambda _each: True),
}


def steps_together(situation: Situation) -> Iterator[dict[int, list[int]]]:
    """Yield what the first two steps may do to each block, then the first three, then all."""
    for count in range(2, len(STEPS) + 1):
        some = [options(situation) for options in list(STEPS.values())[:count]]
        yield {position: [each for one in some for each in one(position)] for position in situation.coming}


def a_day_remains(situation: Situation) -> bool:
    """Whether something is left of the day when all that may go has gone."""
    others = any(each.ended_at or each.is_open for each in situation.gathering.blocks)
    return others or not all(situation.may_go(position) for position in situation.coming)


class TestBruteForce:
    @settings(max_examples=80)
    @given(situations())
    def test_the_promise_is_kept_where_it_can_be(self, situation: Situation) -> None:
        """No proposal misses the promised end when one exists; otherwise each is as near as can be."""
        found = looked(situation)
        if situation.end({}) <= situation.promised or not situation.coming or not a_day_remains(situation):
            return
        nearest = min(situation.end(choice) for choice in situation.choices(situation.anything))
        assert found.shortfall == max(timedelta(0), nearest - situation.promised)
        made = found.proposals[:-1]
        assert bool(made) == (nearest < situation.end({}))
        for each in made:
            assert each.expected_end is not None
            assert each.expected_end <= max(nearest, situation.promised)

    @settings(max_examples=80)
    @given(situations())
    def test_each_step_takes_least(self, situation: Situation) -> None:
        """Each step that is enough alone is proposed, first three; steps 1-3 touch few and take little."""
        if situation.end({}) <= situation.promised or not situation.coming or not a_day_remains(situation):
            return
        found = by_way(looked(situation))
        target = situation.promised + looked(situation).shortfall
        expected = []
        for way, options in STEPS.items():
            choices = enough(situation, list(situation.choices(options(situation))), target)
            if not choices:
                assert way not in found
                continue
            expected.append(way)
            if way in found and way is not Way.EVERYTHING:
                taken = touched(found[way])
                assert (len(taken), max(taken, default=0)) == least(situation, choices)
            if way in found and way is Way.EVERYTHING:
                assert sum(touched(found[way])) == min(sum(situation.taken(choice)) for choice in choices)
        if not expected:
            assert list(found)[:-1] in ([], [Way.COMBINED])
        elif situation.end({}) > target:
            assert next(iter(found)) is expected[0]
            assert [way for way in expected if way in found] == list(found)[:-1]

    @settings(max_examples=80)
    @given(situations())
    def test_steps_are_combined_from_the_first(self, situation: Situation) -> None:
        """What is taken together is of the first steps alone that are enough together."""
        found = by_way(looked(situation))
        if Way.COMBINED not in found:
            return
        target = situation.promised + looked(situation).shortfall
        allowed = next(
            each
            for each in steps_together(situation)
            if enough(situation, list(situation.choices(each.__getitem__)), target)
        )
        assert all(taken in allowed[position] for position, taken in chosen(found[Way.COMBINED]).items())

    @settings(max_examples=80)
    @given(situations(clocks=False))
    def test_everything_gives_in_proportion(self, situation: Situation) -> None:
        """What all blocks give is shared by their planned lengths, the open one first, none below its shortest."""
        found = looked(situation)
        proposal = by_way(found).get(Way.EVERYTHING)
        if proposal is None:
            return
        need = -(-(situation.end({}) - situation.promised - found.shortfall) // MINUTE)
        most = {position: situation.spare(position) for position in situation.coming if situation.spare(position)}
        weights = {position: situation.gathering.block(position).planned_seconds for position in most}
        shares = in_proportion(need, weights, most)
        assert chosen(proposal) == {position: minutes for position, minutes in shares.items() if minutes}

    @settings(max_examples=80)
    @given(situations())
    def test_a_block_is_halved_where_that_is_enough(self, situation: Situation) -> None:
        """Nothing is left out where half of it would do."""
        target = situation.promised + looked(situation).shortfall
        for proposal in looked(situation).proposals:
            taken = {
                position: picked for position, picked in chosen(proposal).items() if picked == DROPPED or picked > 0
            }
            for position in (each for each, picked in taken.items() if picked == DROPPED):
                half = situation.half(position)
                assert half is None or situation.end({**taken, position: half}) > target

    @settings(max_examples=80)
    @given(situations(clocks=False))
    def test_what_a_drop_gives_too_much(self, situation: Situation) -> None:
        """No whole minute that a drop leaves over is kept from a flexible block that could have it."""
        proposal = by_way(looked(situation)).get(Way.LEAVE_OUT)
        if proposal is None:
            return
        for position, each in situation.coming.items():
            if each.flexible and chosen(proposal).get(position, 0) <= 0 and chosen(proposal).get(position) != DROPPED:
                assert not situation.grows(chosen(proposal), position)

    @settings(max_examples=80)
    @given(situations(clocks=False))
    def test_time_to_spare_is_given(self, situation: Situation) -> None:
        """What was taken is given back, and flexible blocks are made longer, as far as there are whole minutes."""
        if situation.end({}) > situation.promised:
            return
        found = by_way(looked(situation))
        taken = {position: -each.added_seconds // 60 for position, each in situation.coming.items()}
        back = chosen(found.get(Way.GIVE_BACK, found[Way.LEAVE]))
        longer = chosen(found.get(Way.LENGTHEN, found.get(Way.GIVE_BACK, found[Way.LEAVE])))
        for position, each in situation.coming.items():
            assert -back.get(position, 0) <= max(0, taken[position])
            if -back.get(position, 0) < taken[position]:
                assert not situation.grows(back, position)
            if each.flexible:
                assert not situation.grows(longer, position)

    @settings(max_examples=80)
    @given(situations())
    def test_rules_are_kept(self, situation: Situation) -> None:
        """What is protected, held to a clock time or past stays as it is; nothing goes below its shortest."""
        made = situation.gathering
        for proposal in looked(situation).proposals:
            after = apply(made, proposal)
            for old, new in zip(made.blocks, after.blocks, strict=True):
                assert (old.fixed_start, old.fixed_end) == (new.fixed_start, new.fixed_end)
                assert (old.planned_seconds, old.started_at, old.ended_at, old.pauses, old.told) == (
                    new.planned_seconds,
                    new.started_at,
                    new.ended_at,
                    new.pauses,
                    new.told,
                )
                assert new.state is old.state or {old.state, new.state} == {State.PENDING, State.DROPPED}
                if old.protected:
                    assert new.length_seconds >= old.length_seconds
                    assert new.state is old.state
                if new.state is State.DROPPED and old.state is State.PENDING:
                    assert old.may_drop
                if old.state is State.DONE or old.fixed_end:
                    assert new.added_seconds == old.added_seconds
                if new.length_seconds < old.length_seconds:
                    gone = agenda.elapsed(new, situation.now).total_seconds() if new.is_open else 0
                    assert new.length_seconds >= max(new.min_seconds, gone)
                    assert (old.length_seconds - new.length_seconds) % 60 == 0

    @settings(max_examples=80)
    @given(situations())
    def test_the_figures_are_those_of_the_agenda(self, situation: Situation) -> None:
        """A proposal shows the very times that the agenda shows once it is followed."""
        situation = replace(situation, late=timedelta(0))
        for proposal in looked(situation).proposals:
            figures = agenda.figures(apply(situation.gathering, proposal), situation.now)
            assert [(each.position, each.expected_start, each.expected_end) for each in proposal.blocks] == [
                (each.position, each.expected_start, each.expected_end) for each in figures.blocks
            ]
            assert (proposal.expected_end, proposal.slack) == (figures.today.expected_end, figures.today.slack)

    @settings(max_examples=80)
    @given(situations())
    def test_followed_once_is_enough(self, situation: Situation) -> None:
        """After a proposal is followed there is nothing more to shorten or drop."""
        for proposal in looked(situation).proposals[:-1]:
            again = outlook(apply(situation.gathering, proposal), situation.now, situation.late)
            taking = [each for each in again.proposals if touched(each)]
            assert not taking

    @settings(max_examples=80)
    @given(situations())
    def test_nothing_is_taken_for_nothing(self, situation: Situation) -> None:
        """Without any one of its changes a proposal would miss what it reaches."""
        found = looked(situation)
        for proposal in found.proposals[:-1]:
            for change in proposal.changes:
                if change.kind in (Change.SHORTEN, Change.DROP):
                    rest = {
                        position: taken for position, taken in chosen(proposal).items() if position != change.position
                    }
                    assert situation.end(rest) > found.promised_end + found.shortfall

    @settings(max_examples=80)
    @given(situations())
    def test_time_to_spare_moves_no_clock_time(self, situation: Situation) -> None:
        """What is given never makes the day late, and nothing held to a clock time comes later than it would."""
        if situation.end({}) > situation.promised:
            return
        before = looked(situation).leave.blocks
        for proposal in looked(situation).proposals:
            assert not touched(proposal)
            for old, new, each in zip(before, proposal.blocks, situation.gathering.blocks, strict=True):
                if each.fixed_start and new.expected_start and each.state is State.PENDING:
                    assert new.expected_start <= max(each.fixed_start, old.expected_start or each.fixed_start)
                if each.fixed_end and new.expected_end and each.state is State.PENDING:
                    assert new.expected_end <= max(each.fixed_end, old.expected_end or each.fixed_end)
            if proposal.way is not Way.LEAVE:
                assert proposal.slack is not None
                assert proposal.slack >= timedelta(0)

    @settings(max_examples=80)
    @given(situations())
    def test_the_latest_start_is_the_latest(self, situation: Situation) -> None:
        """A block that starts at its latest start lets the day end as promised, and a second later does not."""
        latest = looked(situation).latest_start
        coming = [position for position, each in situation.coming.items() if not each.is_open]
        assert set(latest) <= set(coming)
        for position in coming:
            rest = [situation.gathering.block(each) for each in coming if each >= position]
            if position not in latest:
                assert from_start(rest, situation.promised - timedelta(days=1)) > situation.promised
                continue
            assert from_start(rest, latest[position]) <= situation.promised
            assert from_start(rest, latest[position] + timedelta(seconds=1)) > situation.promised


def from_start(blocks: list[Block], start: datetime) -> datetime:
    """Return when these blocks are over, begun at `start`."""
    cursor = start
    for each in blocks:
        cursor = agenda.following(max(cursor, each.fixed_start or cursor), each, agenda.length(each))
    return cursor


class TestSharing:
    @given(st.lists(st.tuples(st.integers(1, 5400), st.integers(0, 40)), min_size=1, max_size=9), st.integers(0, 200))
    def test_largest_remainder(self, blocks: list[tuple[int, int]], total: int) -> None:
        """Whole minutes that add up, none above its most, the others within a minute of their exact share."""
        weights = {index: weight for index, (weight, _) in enumerate(blocks)}
        most = {index: limit for index, (_, limit) in enumerate(blocks)}
        shares = apportion(total, weights, most)
        assert sum(shares.values()) == min(total, sum(most.values()))
        assert all(0 <= share <= most[index] for index, share in shares.items())
        free = [index for index, share in shares.items() if share < most[index]]
        left = total - sum(share for index, share in shares.items() if index not in free)
        whole = sum(weights[index] for index in free)
        for index in free:
            assert abs(shares[index] - left * weights[index] / whole) < len(blocks)
