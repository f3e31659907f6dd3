"""What the others do next: it follows from the day as it stands, comes once, and gives way to who is at the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from making import at, minutes
from pitches import filled
from rehearsals import cast, played_until, sight
from samling.domain import roll, roll_call, verbs
from samling.domain.pitching import running
from samling.domain.pitching.podium import Award, Revision
from samling.domain.pitching.sheets import JudgeSheets, enter
from samling.domain.rehearsal.cast import Juror, Temper
from samling.domain.rehearsal.playing import coming
from samling.domain.roster import Roster
from samling.domain.team import Person

if TYPE_CHECKING:
    from samling.domain.rehearsal.acts import Act, Sight

EVENING = at("20:00")


def act(acts: tuple[Act, ...] | list[Act], key: str) -> Act:
    """Return the one act with that key."""
    (found,) = (each for each in acts if each.key == key)
    return found


class TestDoor:
    """Who comes, and who does not."""

    @given(teams=st.integers(0, 12), temper=st.sampled_from(Temper), seed=st.integers(0, 2**53))
    def test_in_the_end_all_but_the_absent_have_come(self, teams: int, temper: Temper, seed: int) -> None:
        """Each once, in the order of time, and each of the leaving has left."""
        day = sight(teams)
        by = cast(day, temper, seed)
        day, acts = played_until(day, by, EVENING)
        here = {team.id for team in day.roster.teams if roll_call.team_is_here(day.roll, team)}
        assert here == set(by.arrivals) - set(by.leaving)
        assert len({each.key for each in acts}) == len(acts)
        arrivals = [each.at for each in acts if each.action == "arrive"]
        assert arrivals == sorted(arrivals)

    def test_opened_anew_nobody_comes_twice(self) -> None:
        """What was done is seen in the roll, without a memory of it."""
        day, _acts = played_until(sight(), cast(sight()), EVENING)
        assert not [each for each in coming(cast(day), day) if each.action == "arrive"]

    def test_whom_she_has_ticked_off_is_not_ticked_off_again(self) -> None:
        """She was quicker at the door."""
        day = sight(2)
        day = replace(day, roll=roll.arrive(day.roll, at("14:50"), people=(2, 3)))
        keys = [each.key for each in coming(cast(day), day)]
        assert "arrive 1" not in keys
        assert "arrive 2" in keys

    def test_what_was_tried_does_not_come_again(self) -> None:
        """She took the tick off: they did not come after all."""
        day = sight(2)
        assert "arrive 1" not in [each.key for each in coming(cast(day), day, {"arrive 1"})]

    def test_a_latecomer_is_told(self) -> None:
        """With the minutes since the planned start, and nothing is said of who comes in time."""
        day = sight(2)
        by = cast(day, arrivals={1: minutes(14), 2: minutes(-3)})
        acts = coming(by, day)
        assert act(acts, "arrive 1").at == at("15:14")
        said = act(acts, "arrive 1").says
        assert said is not None
        assert said.said(str) == "Fjord comes now, 14 min after the planned start."
        assert act(acts, "arrive 2").says is None

    def test_the_absent_send_word(self) -> None:
        """Before the day begins, and they are never ticked off."""
        day = sight(3)
        acts = coming(cast(day, absent=(3,), arrivals={}), day)
        assert act(acts, "absent 3").at < at("15:00")
        assert act(acts, "absent 3").action == ""

    def test_managers_come_before_the_pitches_but_for_one(self) -> None:
        """One is missing, so that the desk has something to warn of."""
        day = sight(2)
        led = tuple(
            replace(team, people=(*team.people, Person("Boss", "line-manager", id=90 + (team.id or 0))))
            for team in day.roster.teams
        )
        day = replace(day, roster=Roster(1, teams=led, others=(Person("Dir", "director", id=99),)))
        acts = coming(cast(day, unled=(2,), director=minutes(6)), day)
        assert act(acts, "arrive managers").arguments["people"] == (91,)
        assert act(acts, "arrive managers").at < at("15:20") < act(acts, "director comes").at
        assert act(acts, "director comes").arguments["people"] == (99,)

    def test_a_director_in_time_is_not_spoken_of(self) -> None:
        """Ticked off when the pitches are to begin, and nothing is said; who is late rings twenty minutes before."""
        day = sight(2)
        day = replace(day, roster=replace(day.roster, others=(Person("Dir", "director", id=99),)))
        in_time, late = (coming(cast(day, director=minutes(count)), day) for count in (0, 6))
        assert (act(in_time, "director comes").at, act(in_time, "director comes").says) == (at("15:20"), None)
        assert "director rings" not in [each.key for each in in_time]
        assert act(late, "director rings").at == at("15:00")
        assert act(late, "director comes").says is not None


class TestSpeakers:
    """Who speaks too long."""

    def test_a_minute_before_the_time_is_up_more_is_asked_for(self) -> None:
        """The talk is to last 20 minutes; the speaker is done when the minutes asked for are over."""
        day = sight()
        day = replace(day, gathering=verbs.start(day.gathering, at("15:02")))
        acts = coming(cast(day, overruns={1: 4}), day)
        asks, done = act(acts, "overrun 1"), act(acts, "spoken 1")
        assert (asks.at, done.at) == (at("15:21"), at("15:26"))
        assert asks.says is not None
        assert asks.says.said(str) == "The speaker asks for 4 minutes more: “Talk”."
        assert asks.action == done.action == "", "she is told, and nothing is done for her"

    def test_what_she_gives_changes_nothing_in_what_the_speaker_needs(self) -> None:
        """The speaker goes on as long as planned, and as long as was asked for."""
        day = sight()
        longer = verbs.extend(verbs.start(day.gathering, at("15:00")), 600)
        acts = coming(cast(day, overruns={1: 4}), replace(day, gathering=longer))
        assert act(acts, "spoken 1").at == at("15:24")

    def test_nobody_speaks_in_a_block_that_is_over(self) -> None:
        """She has gone on: the question has lost its meaning."""
        day = sight()
        on = verbs.next_block(verbs.start(day.gathering, at("15:00")), at("15:10"))
        keys = {each.key for each in coming(cast(day, overruns={1: 4}), replace(day, gathering=on))}
        assert not keys & {"overrun 1", "spoken 1"}


JUROR = Juror(pace=timedelta(seconds=10), waits=timedelta(seconds=60))


def pitched(day: Sight, *, ended: bool = True) -> Sight:
    """Return the day with the first team's pitch begun at 15:30 and, mostly, ended five minutes later."""
    pitches = running.start(day.pitching, at("15:30"), 1)
    if ended:
        pitches = running.stop(pitches, at("15:35"))
    return replace(day, pitching=pitches, jury=tuple(JudgeSheets(pitches, each.judge_id) for each in day.jury))


def of_judge(day: Sight, judge_id: int = 1, waits: timedelta | None = JUROR.waits) -> list[Act]:
    """Return what a judge does next, all others put aside."""
    by = cast(
        day, jurors={judge_id: replace(JUROR, waits=waits)}, recusal=None, correction=(1, 1), absent=(), arrivals={}
    )
    return [each for each in coming(by, day) if each.action.startswith("sheet")]


class TestJudges:
    """Judges with their sheets."""

    def test_a_judge_begins_while_the_team_pitches(self) -> None:
        """With the first criterion, at the judge's own pace."""
        (first,) = of_judge(pitched(sight(), ended=False))
        assert (first.action, first.at) == ("sheet-score", at("15:31:10"))
        assert first.arguments["criterion_id"] == "aim"

    def test_every_score_lies_on_the_scale(self) -> None:
        """However the marks were drawn."""
        for seed in range(20):
            day = pitched(sight())
            by = cast(day, seed=seed, jurors={1: JUROR}, absent=(), arrivals={}, recusal=None)
            scores = [each.arguments["score"] for each in coming(by, day) if each.action == "sheet-score"]
            assert scores
            assert all(1 <= score <= 5 for score in scores)

    def test_what_somebody_has_given_stands(self) -> None:
        """A person practises at the same judge's window: only what is empty is filled in."""
        day = pitched(sight())
        sheets = enter(day.jury[0], 1, "aim", 3, 0)
        (then,) = of_judge(replace(day, jury=(sheets, day.jury[1])))
        assert then.arguments["criterion_id"] == "result"
        assert then.arguments["revision"] == 1

    def test_a_whole_sheet_is_handed_in_when_the_pitch_is_over(self) -> None:
        """And not before."""
        day = pitched(sight())
        draft = filled(day.pitching, 1, 1, (3, 4, 5))
        draft = replace(draft, sheets=tuple(replace(each, submitted_at=None) for each in draft.sheets))
        (then,) = of_judge(replace(day, jury=(draft, day.jury[1])))
        assert (then.action, then.at) == ("sheet-submit", at("15:35"))
        early = replace(draft, pitching=pitched(sight(), ended=False).pitching)
        assert not of_judge(replace(pitched(sight(), ended=False), jury=(early,)))

    def test_one_thinks_again(self) -> None:
        """Three minutes after the sheet was handed in, with a reason; and once."""
        day = pitched(sight())
        sheets = filled(day.pitching, 1, 1, (3, 4, 5), at("15:36"))
        (then,) = of_judge(replace(day, jury=(sheets,)))
        assert (then.action, then.at) == ("sheet-correct", at("15:39"))

    def test_the_late_one_waits_for_the_last_team(self) -> None:
        """While others wait to pitch nothing is filled in."""
        assert not of_judge(pitched(sight()), waits=None)
        assert of_judge(pitched(sight(teams=1)), waits=None)

    def test_nothing_is_changed_while_places_are_announced(self) -> None:
        """Once the result is settled the judges put their pens down."""
        day = pitched(sight())
        settled = replace(day.pitching, award=Award(revisions=(Revision(1, at("16:00"), (), "fair_mean"),)))
        assert not of_judge(replace(day, pitching=settled))
