"""What teams expect: one line each, ticked off by the team's own word."""

from __future__ import annotations

import pytest

from rolls import FJORD, ROSTER, VIDDE
from samling.domain.errors import Refused, WrongUsage
from samling.domain.expectations import (
    LONGEST,
    Expectation,
    Expectations,
    Verdict,
    Written,
    by_team,
    mark,
    verdict,
    write,
    write_all,
)

NOTHING = Expectations(1)


def test_one_line_for_each_team() -> None:
    """What is written goes in the place of what was, as one clean line; nothing takes it away."""
    once = write(NOTHING, 1, "  Vi vil\nlære å måle ")
    assert once.of_team == {1: Expectation("Vi vil lære å måle")}
    twice = write(once, 1, "Mer tid")
    assert twice.of_team == {1: Expectation("Mer tid")}
    assert write(twice, 1, "   ") == NOTHING


def test_another_sentence_has_no_verdict() -> None:
    """A verdict is on the words that were judged: it falls with them, and stays when the same is written again."""
    judged = mark(write(NOTHING, 1, "Mer tid"), 1, Verdict.PARTLY)
    assert write(judged, 1, " Mer  tid ") == judged
    assert write(judged, 1, "Mindre tid").of_team[1].verdict is None
    assert mark(judged, 1, None).of_team[1].verdict is None


def test_nothing_to_judge() -> None:
    """A team that has written nothing is not ticked off."""
    with pytest.raises(Refused, match="no expectation"):
        mark(NOTHING, 1, Verdict.MET)


def test_too_long() -> None:
    """A sentence that fills a projector is refused, at the limit it is not."""
    assert write(NOTHING, 1, "a" * LONGEST).of_team[1].text == "a" * LONGEST
    with pytest.raises(WrongUsage):
        write(NOTHING, 1, "a" * (LONGEST + 1))


def test_words_for_a_verdict() -> None:
    """A verdict is read in any case; another word is refused and told."""
    assert verdict(" Partly ") is Verdict.PARTLY
    with pytest.raises(WrongUsage, match="nearly"):
        verdict("nearly")


def test_every_team_that_takes_part() -> None:
    """Each team stands there, also before it has written; one that has withdrawn does not."""
    found = by_team(ROSTER, write_all(NOTHING, [Written(2, "Mot"), Written(4, "Borte")]))
    assert [(each.team.name, each.expectation) for each in found][:2] == [
        (FJORD.name, None),
        (VIDDE.name, Expectation("Mot")),
    ]
    assert all(each.team.id != 4 for each in found)
