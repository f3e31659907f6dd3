from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import at, block, gathering
from samling.domain import agenda, history, verbs
from samling.domain.errors import Refused
from samling.domain.history import Held, Topic

DAY = timedelta(days=1)


def held(took: int, planned: int = 45, *, title: str = "Deling", days: int = 0, **fields: str | int | None) -> Held:
    """Return a block of so many minutes, held so many days after the day of the examples."""
    given = {"gathering_id": 7, "programme_id": "unn-samling-2", "source_id": "sharing", **fields}
    return Held(
        title=title,
        started_at=at("15:00") + days * DAY,
        timezone="Europe/Oslo",
        planned=planned * 60,
        took=took * 60,
        **given,  # type: ignore[arg-type]
    )


SHARING = Topic("unn-samling-2", "sharing", "Deling")


class TestMatching:
    def test_by_programme_and_id(self) -> None:
        """A block that was renamed is the same; one with its title in another programme is not."""
        same = held(52, title="Deling på tvers")
        other = held(30, programme_id="unn-samling-3")
        assert history.times([same, other], SHARING) == (same,)

    def test_then_by_title(self) -> None:
        """Where the programme has not held it, the same title counts, whatever its case and white space."""
        other = held(30, programme_id=None, source_id=None, title="deling  PÅ tvers")
        assert history.times([other], replace(SHARING, title="Deling på tvers")) == (other,)
        assert not history.times([other], SHARING)

    def test_a_proposal_is_of_its_programme(self) -> None:
        """What was held from our proposal counts for the programme that it fills in, and the other way round."""
        assert history.times([held(52, programme_id="unn-samling-2-forslag")], SHARING)
        assert history.times([held(52)], replace(SHARING, programme_id="unn-samling-2-forslag"))

    def test_the_last_three(self) -> None:
        """Of many times the last three count, told from the first of them on."""
        many = [held(took, days=days) for days, took in ((3, 57), (0, 40), (2, 48), (1, 52))]
        assert [each.took // 60 for each in history.times(many, SHARING)] == [52, 48, 57]

    def test_this_gathering_is_not_last_time(self) -> None:
        """What the gathering itself has held is left out."""
        made = gathering()
        assert history.elsewhere([held(52), held(48, gathering_id=made.id)], made) == [held(52)]


class TestWords:
    def test_as_it_is_said(self) -> None:
        """The sentence of three times, with the plan once where it was the same."""
        past = [held(52), held(48), held(57)]
        assert history.said(past, str) == "Took 52, 48 and 57 min (planned 45) the last 3 times."
        assert history.brief(past, str) == "took 52, 48 and 57 (planned 45)"

    def test_other_plans(self) -> None:
        """Where the plan was another each time, all are told; once is once."""
        assert history.said([held(52), held(48, 50)], str) == "Took 52 and 48 min (planned 45 and 50) the last 2 times."
        assert history.said([held(52)], str) == "Took 52 min (planned 45) the last time."
        assert not history.said([], str)


class TestTakingOver:
    def test_the_median_in_whole_minutes(self) -> None:
        """Of 52, 48 and 57 it is 52; of two the middle between them, to the nearest minute."""
        assert history.usual([held(52), held(48), held(57)]) == 52 * 60
        assert history.usual([held(52), held(49)]) == 51 * 60

    @given(st.lists(st.integers(0, 500), min_size=1, max_size=9))
    def test_never_none_and_never_far(self, minutes: list[int]) -> None:
        """It is at least a minute, and at most half a minute from the median."""
        found = history.usual([held(each) for each in minutes])
        assert found >= 60
        assert found == 60 or abs(found - median(minutes) * 60) <= 30

    def test_what_keeps_its_length(self) -> None:
        """What has begun, lasts until a clock time or takes what the others leave is not changed; nor what is right."""
        made = verbs.start(
            gathering(
                block(10, title="Running"),
                block(10, title="Talk"),
                block(10, title="Lunch", fixed_end=at("15:30")),
                block(10, title="Team time", flexible=True),
                block(10, title="Blank", blank=True),
                block(10, title="New"),
                block(10, title="Right"),
                block(10, title="Least", own_min_seconds=15 * 60),
            ),
            at("15:00"),
        )
        past = [
            held(12, title=each.title, programme_id=None) for each in made.blocks if each.title not in {"New", "Right"}
        ]
        past.append(held(10, title="Right", programme_id=None))
        assert history.lengths(made, past) == {2: 12 * 60, 8: 15 * 60}

    def test_the_plan_has_them_then(self) -> None:
        """Taken over, the lengths are the plan's, and there is nothing more to take over."""
        made = gathering(block(10, title="Talk"), block(10, title="Film"))
        past = [held(12, title="Talk", programme_id=None)]
        after = history.learn(made, history.lengths(made, past))
        assert [each.planned_seconds for each in after.blocks] == [720, 600]
        assert not history.lengths(after, past)
        with pytest.raises(Refused, match="nothing to take over"):
            history.learn(after, {})

    def test_what_has_begun_is_refused(self) -> None:
        """A length asked for a block that runs is refused, and says which."""
        made = verbs.start(gathering(), at("15:00"))
        with pytest.raises(Refused, match="keeps its length"):
            history.learn(made, {1: 60})
        assert agenda.figures(made, at("15:00")).current == 1


class TestFinding:
    def test_a_programme_a_title_a_part(self) -> None:
        """A programme's id finds all of it, a whole title that one alone, else every title with the text in it."""
        whole, part = held(52, title="Pause"), held(10, title="Etter pause", programme_id=None)
        other = held(3, title="Mål", programme_id="unn-samling-1")
        every = [whole, part, other]
        assert history.found(every, "unn-samling-2-forslag") == [whole]
        assert history.found(every, "PAUSE") == [whole]
        assert history.found(every, "paus") == [whole, part]
        with pytest.raises(Refused, match="held yet"):
            history.found(every, "Lunsj")

    def test_groups(self) -> None:
        """The same block is one group, under its last title, wherever it was held."""
        first, last = held(52, title="Deling"), held(48, title="Deling på tvers", days=1)
        groups = history.grouped([last, first])
        assert [(topic.title, times) for topic, times in groups.items()] == [("Deling på tvers", [first, last])]
