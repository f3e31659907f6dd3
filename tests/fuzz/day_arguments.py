"""What the actions of the day are given: one strategy each, over what the file holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from fuzz.world import moment, mostly, number, perhaps, text
from samling.domain.amend import Correction
from samling.domain.gathering import Kind, Scene, Turn
from samling.domain.plan import BlockChange, plan_day
from samling.domain.replan.proposals import outlook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

    from fuzz.world import World
    from samling.domain.gathering import Day

Given = dict[str, "SearchStrategy[Any]"]


def _position(world: World) -> SearchStrategy[Any]:
    return number(*world.positions)


def _named(world: World) -> Given:
    return {"position": _position(world)}


def _perhaps_named(world: World) -> Given:
    return {"position": perhaps(_position(world))}


def _days(world: World) -> SearchStrategy[Any]:
    return number(*(day.number for day in world.gathering.days))


def _seconds() -> SearchStrategy[Any]:
    return number(60, 600, 5400, -60, 1, 86_400, 86_401)


def block_change(world: World) -> SearchStrategy[BlockChange]:
    """A change of a block, or a new one."""
    return st.builds(
        BlockChange,
        title=perhaps(text("Innlegg", "Pause")),
        kind=perhaps(st.sampled_from(Kind)),
        planned_seconds=perhaps(_seconds()),
        own_min_seconds=perhaps(_seconds()),
        flexible=perhaps(st.booleans()),
        may_drop=perhaps(st.booleans()),
        protected=perhaps(st.booleans()),
        fixed_start=perhaps(moment(world.now)),
        fixed_end=perhaps(moment(world.now)),
        clear_fixed_start=st.booleans(),
        clear_fixed_end=st.booleans(),
        signal_minutes=perhaps(st.lists(number(1, 5, 10), max_size=3).map(tuple)),
    )


def _correction(world: World) -> SearchStrategy[Correction]:
    times = perhaps(moment(world.now))
    return st.builds(Correction, started=times, ended=times, pause=perhaps(number(1, 2)), paused=times, resumed=times)


def _turns(world: World) -> SearchStrategy[tuple[Turn, ...]]:
    turn = st.builds(Turn, title=text(), weight=number(1, 3, 60), team_id=perhaps(number(*world.team_ids)))
    return st.lists(turn, max_size=5).map(tuple)


def _day(world: World) -> SearchStrategy[Day]:
    def made(start: int, length: int) -> Day:
        begun = world.gathering.days[-1].promised_end + timedelta(hours=start)
        return plan_day(2, begun, begun + timedelta(hours=length), world.gathering.timezone)

    return st.builds(made, st.integers(-2, 48), st.sampled_from((6, 1, 24, 25, 0, -1)))


def _proposals(world: World) -> SearchStrategy[str]:
    found = [each.id for each in outlook(world.gathering, world.now).proposals]
    return mostly(st.sampled_from(found), text())


def _numbered(_world: World) -> Given:
    return {"number": perhaps(number(1, 2, 3, 4))}


OF_THE_DAY: Mapping[str, Callable[[World], Given]] = {
    **dict.fromkeys(("pause", "resume", "next", "finish", "reset", "black-out"), lambda _world: {}),
    **dict.fromkeys(("drop", "restore", "remove", "duplicate", "reserve"), _named),
    **dict.fromkeys(("start", "reopen"), _perhaps_named),
    **dict.fromkeys(("turn-last", "turn-skip"), _numbered),
    "extend": lambda world: {"seconds": _seconds(), **_perhaps_named(world)},
    "until": lambda world: {"end": moment(world.now), **_perhaps_named(world)},
    "move": lambda world: {"to": _position(world), **_named(world)},
    "swap": lambda world: {"other": perhaps(_position(world)), **_named(world)},
    "amend": lambda world: {"correction": _correction(world), **_named(world)},
    "promise": lambda world: {
        "number": _days(world), "end": perhaps(moment(world.now)), "start": perhaps(moment(world.now)),
    },
    "replan": lambda world: {
        "proposal": _proposals(world),
        "late_seconds": number(0, 0, 0, 600),
        "held": perhaps(moment(world.now)),
        "sentence": text(),
    },
    "add": lambda world: {
        "change": block_change(world), "number": perhaps(_days(world)), **_perhaps_named(world),
    },
    "edit": lambda world: {"change": block_change(world), **_named(world)},
    "lay-out": lambda world: {"number": _days(world)},
    "learn": lambda world: {"lengths": st.dictionaries(_position(world), _seconds(), max_size=3)},
    "add-day": lambda world: {"day": _day(world)},
    "round": lambda world: {"turns": _turns(world), "order": text(), **_perhaps_named(world)},
    "steps": lambda world: {"turns": _turns(world), **_perhaps_named(world)},
    "turn": lambda world: {"turns": _turns(world)},
    "note": lambda world: {"text": text(), **_perhaps_named(world)},
    "show": lambda _world: {"scene": st.sampled_from(Scene)},
    "message": lambda _world: {"text": text()},
    "show-survey": lambda world: {"survey_id": perhaps(number(*(each.id or 0 for each in world.surveys.surveys)))},
    "show-link": lambda _world: {"url": text("https://fjordhelse.no/a", "fjordhelse.no", "https://å.no/?q=1")},
    "sound": lambda _world: {"on": st.booleans()},
    "rename": lambda _world: {"title": text()},
}  # fmt: skip
