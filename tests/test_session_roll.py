"""The roll as two windows tick it off by turns, in a real file."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fake_clock import FakeClock
from making import at
from opened import new_day, open_session
from samling.domain import roll_call
from samling.domain.errors import Refused
from samling.domain.roll import Roll
from samling.domain.roll_actions import ACTIONS, ROLL_CHAIN
from samling.domain.team import Person, Team

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from samling.domain.roster import Roster
    from samling.session import Session

TEAMS = (
    Team("Fjord", people=(Person("Kari"), Person("Per"), Person("Bo", "line-manager"))),
    Team("Vidde", people=(Person("Siv"),)),
    Team("Uten navn"),
)
WHOM: dict[str, Callable[..., roll_call.Ticked]] = {
    "arrive": roll_call.arriving,
    "leave": roll_call.leaving,
    "absent": roll_call.unticking,
}


def deed(roster: Roster, roll: Roll, draw: Callable[..., Any]) -> tuple[str, dict[str, Any]]:
    """An action of the roll about some of the teams and people: with those who go with them, or as it comes."""
    assert WHOM.keys() == ACTIONS.keys(), "an action was added: draw it here too"
    name = draw(st.sampled_from(sorted(WHOM)))
    teams = draw(st.lists(st.sampled_from([team.id for team in roster.teams]), max_size=2, unique=True))
    people = draw(st.lists(st.sampled_from([each.id for _team, each in roster.everybody()]), max_size=2, unique=True))
    if draw(st.booleans()):
        meant = WHOM[name](roster, roll, teams=teams, people=people)
        return name, {"teams": meant.teams, "people": meant.people}
    return name, {"teams": tuple(teams), "people": tuple(people)}


def check(roll: Roll) -> None:
    """Nobody leaves before they came."""
    for presence in (*roll.teams.values(), *roll.people.values()):
        assert presence.left_at is None or presence.arrived_at <= presence.left_at


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_two_windows_never_disagree(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever two windows tick off by turns: each reads what the other wrote, undo is the inverse and redo of undo.

    The day is not touched, and all undone the roll is as if it had never been taken.
    """
    path = tmp_path_factory.mktemp("two") / "samling.db"
    clock = FakeClock(at("15:00"))
    with closing(open_session(path, clock)) as one, closing(open_session(path, clock)) as two:
        new_day(one)
        one.do("team-import", teams=TEAMS)
        roster, day = one.roster(), one.in_use()
        for _ in range(data.draw(st.integers(1, 10))):
            clock.move(seconds=data.draw(st.integers(0, 400)))
            acting, looking = data.draw(st.permutations((one, two)))
            before = acting.roll()
            name, arguments = deed(roster, before, data.draw)
            try:
                after = acting.do(name, who="x", **arguments).after
            except Refused:
                assert acting.roll() == before
                continue
            assert looking.undo(ROLL_CHAIN).after == before
            assert acting.redo(ROLL_CHAIN).after == after
            assert looking.roll() == acting.roll() == after
            check(after)
        steps_back(two)
        assert one.roll() == Roll(one.roll().gathering_id)
        assert one.in_use() == day


def steps_back(session: Session) -> None:
    """Undo until there is nothing more to undo."""
    with suppress(Refused):
        while True:
            session.undo(ROLL_CHAIN)
