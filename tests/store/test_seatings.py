"""Seatings in the file: read back whole, undone in a chain of their own, and counted as history by other gatherings."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fake_clock import FakeClock
from making import at
from opened import new_day, open_session
from samling.domain.errors import Refused, SamlingError
from samling.domain.gathering import Kind, Scene
from samling.domain.plan import BlockChange
from samling.domain.roster_actions import ROSTER_CHAIN
from samling.domain.seating.actions import ACTIONS, GROUPS_CHAIN, PAST_CHAIN
from samling.domain.seating.draw import drafts_of, search
from samling.domain.seating.past import PastRound
from samling.domain.seating.plan import plan_draw
from samling.domain.seating.repairs import Changed, repair
from samling.domain.seating.swaps import swap
from samling.domain.seating.values import Member, Pin, PinKind, SeatingState
from samling.store.database import create
from samling.store.older import told_rounds
from sharing import PAIRS, met, roster, team, wish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Seating, Seatings
    from samling.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Iterator[Session]:
    """A file with six teams and a day whose first two blocks are for sharing; it is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(path, clock)) as opened:
        meet(opened)
        yield opened


def meet(session: Session, teams: int = 6) -> None:
    """Make a network with teams, and a day of sharing."""
    new_day(session)
    session.do("team-import", teams=tuple(replace(each, id=None) for each in roster(teams, 0).teams))
    share(session)


def share(session: Session) -> None:
    """Let the first two blocks of the day in use be for sharing."""
    for position in (1, 2):
        session.do("edit", position=position, change=BlockChange(kind=Kind.SHARING))


def draw(session: Session, seed: int = 1, position: int = 1, **asked: Any) -> tuple[Seating, ...]:  # noqa: ANN401
    """Draw for a block and keep the drafts."""
    there = session.hall()
    plan = plan_draw(there, wish(), there.gathering.block(position).id or 0, **asked)
    *_steps, best = search(plan, Random(seed))
    drafts = drafts_of(plan, best, seed, session.now())
    after: Seatings = session.do("groups-draw", seatings=drafts, who="A").after
    return after.seatings[-len(drafts) :]


class TestKept:
    def test_what_is_kept_is_what_was_given(self, session: Session, path: Path) -> None:
        """A draft with hosts, locks, people beside and notes is read back whole by another window."""
        (draft,) = draw(session)
        number = draft.tables[0].number
        session.do("groups-lock", seating_id=draft.id, number=number)
        session.do("groups-host", seating_id=draft.id, number=number, host=draft.tables[0].members[1])
        session.do("groups-brings", seating_id=draft.id, number=number, text="Spør nattevakten")
        changed = session.seatings().seating(draft.id or 0)
        beside = changed.with_table(replace(changed.tables[1], beside=(Member("person", 99),)))
        session.do("groups-swap", change=(changed, beside), who="")
        session.do("groups-pin", pinned=Pin(PinKind.TABLE, team(3), table=2))
        done = session.do("groups-announce", seating_id=draft.id, who="A").after
        with closing(open_session(path, FakeClock(at("15:01")))) as other:
            assert other.seatings() == session.seatings() == done
        (kept,) = done.seatings
        assert (kept.announced_at, kept.tables[0].host, kept.tables[0].brings, kept.tables[1].beside) == (
            at("15:00"),
            draft.tables[0].members[1],
            "Spør nattevakten",
            (Member("person", 99),),
        )

    def test_the_log_keeps_no_list_of_seats(self, session: Session) -> None:
        """What a draw was is in its changes; the log's words hold the block alone."""
        draw(session)
        assert session.log()[-1].arguments == {"who": "A"}

    def test_a_seating_outlives_its_teams_and_its_block(self, session: Session) -> None:
        """A team that leaves the roster and a block that leaves the agenda leave the seating as it was."""
        draw(session)
        before = session.seatings()
        session.do("remove", position=1)
        session.do("team-remove", team_id=1)
        assert session.seatings() == before
        session.undo(ROSTER_CHAIN)
        session.undo()
        assert session.hall().shown(1) == before.seatings[0]


class TestUndo:
    def test_it_is_a_chain_of_its_own(self, session: Session) -> None:
        """Undo of the groups leaves the agenda and the roster, and the agenda's undo leaves the groups."""
        draw(session)
        session.do("start")
        session.undo(GROUPS_CHAIN)
        assert session.seatings().seatings == ()
        assert session.in_use().current == 1
        session.redo(GROUPS_CHAIN)
        session.undo()
        assert len(session.seatings().seatings) == 1
        assert session.in_use().current is None

    def test_an_import_has_its_own(self, session: Session) -> None:
        """Imported rounds belong to the network, and are taken back by themselves."""
        rounds = (PastRound("Samling 1", PAIRS, ((team(1), team(2)),)),)
        session.do("groups-history-import", rounds=rounds, file="a.csv")
        session.do("groups-history-import", rounds=rounds, file="a.csv")
        assert [each.title for each in session.hall().past.rounds] == ["Samling 1"]
        session.new_gathering(title="Next", start=at("18:00"), end=at("19:00"), programme=None)
        assert [each.groups for each in session.hall().past.rounds] == [((team(1), team(2)),)]
        session.undo(PAST_CHAIN)
        session.undo(PAST_CHAIN)
        assert session.hall().past.rounds == ()

    def test_the_projector_stays_as_it_is(self, session: Session) -> None:
        """An announcement that is taken back changes no display."""
        (draft,) = draw(session)
        session.do("groups-announce", seating_id=draft.id, who="A")
        session.do("show", scene=Scene.SEATING)
        session.undo(GROUPS_CHAIN)
        assert session.in_use().display.scene is Scene.SEATING
        assert session.seatings().drafts(draft.block_id) == (draft,)


class TestAcrossGatherings:
    def test_the_next_gathering_repeats_nobody(self, session: Session) -> None:
        """What was announced, as it was repaired, is history for the network's next gathering."""
        (draft,) = draw(session)
        session.do("groups-announce", seating_id=draft.id, who="A")
        there = session.hall()
        found = repair(there, there.holding(1), Changed(missing=(team(6),)), wish().room)
        session.do("groups-repair", change=(found.seen, found.wanted), who="")
        session.new_gathering(title="Next", start=at("18:00"), end=at("19:00"), programme=None)
        session.do("add", change=BlockChange(title="A", planned_seconds=600, kind=Kind.SHARING))
        (again,) = draw(session)
        assert not met(again) & met(found.wanted)
        assert len(session.hall().past.rounds) == 1

    def test_rounds_to_come_are_those_of_later_gatherings(self, session: Session) -> None:
        """The sharing blocks of a later gathering are drawn along; those of an earlier one are not."""
        first = session.in_use()
        session.new_gathering(title="Next", start=at("18:00"), end=at("19:00"), programme=None)
        session.do("add", change=BlockChange(title="A", planned_seconds=600, kind=Kind.SHARING))
        assert session.hall().past.rounds_to_come == 0
        session.use_gathering(first.id or 0)
        assert session.hall().past.rounds_to_come == 1
        rounds = draw(session, all_rounds=True)
        assert [each.state for each in rounds] == [SeatingState.DRAFT, SeatingState.DRAFT, SeatingState.AHEAD]
        session.use_gathering(2)
        assert session.hall().past.ahead == rounds[2:]

    def test_another_network_is_another_history(self, session: Session) -> None:
        """Who met in one network counts nothing in another."""
        (draft,) = draw(session)
        session.do("groups-announce", seating_id=draft.id, who="A")
        meet(session)
        assert session.hall().past.rounds == ()


class TestOlderFiles:
    def test_they_are_read_by_name_and_stay_as_they_are(self, session: Session, path: Path) -> None:
        """The announced rounds come with the names of their teams; not a byte of the file is changed."""
        (draft,) = draw(session)
        session.do("groups-announce", seating_id=draft.id, who="A")
        session.close()
        before = path.read_bytes()
        (told,) = told_rounds(path)
        assert path.read_bytes() == before
        assert {frozenset(each.team for each in group) for group in told.groups} == {
            frozenset(f"Team {member.id}" for member in pair) for pair in met(draft)
        }

    def test_a_file_without_a_network_says_so(self, tmp_path: Path) -> None:
        """An empty samling file has nothing to tell."""
        create(tmp_path / "new.db")
        with pytest.raises(Refused, match="no network"):
            told_rounds(tmp_path / "new.db")


def deed(there: Hall, draw_: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - Hypothesis's; one return for each action
    """Choose an action on the groups, with arguments that mostly fit."""
    one, other = draw_(st.permutations([team(each) for each in range(1, 7)]))[:2]
    name = draw_(st.sampled_from(sorted(each for each, action in ACTIONS.items() if action.chain == GROUPS_CHAIN)))
    value = there.seatings
    chosen = draw_(st.sampled_from(value.seatings)) if value.seatings else None
    number = draw_(st.integers(1, 3))
    if name == "groups-draw" or chosen is None:
        plan = plan_draw(there, wish(), draw_(st.sampled_from([1, 2])))
        *_steps, best = search(plan, Random(draw_(st.integers(0, 9))))
        return "groups-draw", {"seatings": drafts_of(plan, best, 1, at("15:00")), "who": "A"}
    if name == "groups-swap":
        found = swap(there, chosen, one, other)
        return name, {"change": (found.seen, found.wanted), "who": "x"}
    if name == "groups-repair":
        mended = repair(there, chosen, Changed(missing=(one,)), wish().room)
        return name, {"change": (mended.seen, mended.wanted), "who": "x"}
    if name == "groups-pin":
        return name, {"pinned": Pin(PinKind.APART, one, other), "who": "x"}
    if name == "groups-unpin":
        return name, {"pin_ids": tuple(pin.id for pin in value.pins[:1]), "who": "x"}
    more: dict[str, dict[str, Any]] = {
        "groups-lock": {"number": number},
        "groups-unlock": {"number": number},
        "groups-host": {
            "number": number,
            "host": chosen.table(number).members[0] if chosen.table(number).members else None,
        },
        "groups-brings": {"number": number, "text": draw_(st.sampled_from(["", "Noe"]))},
        "groups-announce": {"who": "A"},
        "groups-discard": {"who": "A"},
    }
    return name, {"seating_id": chosen.id, **more[name]}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_undo_restores_every_value(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever two windows do to the groups by turns, undo is the inverse of doing and redo of undo.

    Both read the same, at most one seating is announced for a block, at most two drafts are kept, and everybody has one
    seat in each.
    """
    path = tmp_path_factory.mktemp("groups") / "samling.db"
    clock = FakeClock(at("15:00"))
    with closing(open_session(path, clock)) as one, closing(open_session(path, clock)) as two:
        meet(one)
        stages = [one.seatings()]
        for _ in range(data.draw(st.integers(1, 8))):
            clock.move(seconds=1)
            acting, looking = data.draw(st.permutations((one, two)))
            before = acting.seatings()
            try:
                name, arguments = deed(acting.hall(), data.draw)
                after = acting.do(name, **arguments).after
            except SamlingError:
                assert acting.seatings() == before
                continue
            assert looking.undo(GROUPS_CHAIN).after == before
            assert acting.redo(GROUPS_CHAIN).after == after == looking.seatings()
            stages.append(after)
            check(after)
        for stage in reversed(stages[:-1]):
            assert two.undo(GROUPS_CHAIN).after == stage
        with pytest.raises(Refused, match="nothing to undo"):
            one.undo(GROUPS_CHAIN)


def check(value: Seatings) -> None:
    """Assert what holds of every gathering's seatings."""
    for block in {each.block_id for each in value.seatings}:
        states = [each.state for each in value.of_block(block)]
        assert states.count(SeatingState.ANNOUNCED) <= 1
        assert states.count(SeatingState.DRAFT) <= 2
    for each in value.seatings:
        assert len(set(each.members)) == len(list(each.members))
