"""The two networks of the simulated days, and what happens in them: data alone. Everything is invented."""

from __future__ import annotations

from facilitating import (
    ask_all,
    draw_and_announce,
    follow_proposal,
    give,
    leave_and_repair,
    note,
    pause,
    resume,
    take_answers,
    take_back,
    tick_off,
)
from holding import Day
from pitching import Pitches, award, pitch, prepare

TWELVE = (
    "Fallskjermen", "Rett hjem", "Åpen dør", "Havnvik", "Bergvik", "Fjellvik",
    "Lia", "Sundet", "Nes", "Myra", "Tind", "Vidda",
)  # fmt: skip
NINE = TWELVE[:9]

_SCORES = ("333", "555", "234", "444", "345", "444", "322", "223", "432", "343", "222", "333")
"""A team's digits for aim, change and result: two of them are level, and share the third place."""

_TWELVE_JUDGES = (
    "Berit Dal", "Kari Nes", "Øyvind Ås", "Anne Lid", "Bjørn Vik", "Cecilie Moe",
    "Dag Lund", "Eva Haug", "Finn Berg", "Grete Li", "Hans Bø", "Inger Aas",
)  # fmt: skip


def _pitches(judges: tuple[str, ...], absent: tuple[str, ...]) -> Pitches:
    """The first judge is of an organisation that has teams here, the second has coached one, the third misreads."""
    first, second, third = judges[:3]
    return Pitches(
        jury={first: "Fjordhelse"} | dict.fromkeys(judges[1:], ""),
        recused=((second, "Rett hjem"),),
        scores=dict(zip(TWELVE, _SCORES, strict=True)),
        severity=("222", "232", "122"),
        absent=absent,
        corrected=(third, "Nes", "454"),
    )


def _kick_off(date: str, missing: tuple[str, ...]) -> Day:
    """A leader comes late, the first block overruns, and minutes are given and taken back."""
    talking = (note("Lederen kom for sent"), give(5), give(1), take_back(1))
    return Day(
        "unn-oppstart",
        date,
        end="10:00",
        late=7,
        over={1: 4},
        steps={0: (tick_off(*missing),), 1: talking, 2: (pause, resume)},
    )


def _meeting(number: int, date: str) -> Day:
    """An hour on Teams, begun a little late and done before its time."""
    return Day(f"unn-teams-{number}", date, end="10:00", late=2, over={2: -1}, steps={1: (note("Lyden er dårlig"),)})


def _working(number: int, date: str) -> Day:
    """A gathering that starts late, overruns twice, and follows a proposal each time."""
    return Day(
        f"unn-samling-{number}-forslag",
        date,
        late=9,
        over={3: 6, 5: -3},
        steps={0: (tick_off(),), 1: (follow_proposal,), 4: (follow_proposal, give(1)), 6: (pause, resume)},
    )


def _sharing(number: int, date: str, block: int, leaving: str) -> Day:
    """A gathering with a round of sharing: drawn and announced before it, and repaired when a team has left."""
    asking = (ask_all(f"Evaluering {number}", f"https://nettskjema.no/a/4821{number}"), take_answers)
    return Day(
        f"unn-samling-{number}-forslag",
        date,
        late=3,
        over={1: 3, 3: -2},
        steps={
            0: (tick_off(),),
            block - 1: (draw_and_announce,),
            block: (leave_and_repair(leaving),),
            block + 2: (follow_proposal,),
            10: asking,
        },
    )


def _last(date: str, pitches: Pitches) -> Day:
    """The last gathering: a talk overruns and a proposal is followed, all pitch on a fast clock, and the award."""
    return Day(
        "unn-samling-4-forslag",
        date,
        over={2: 6},
        steps={
            0: (tick_off(*pitches.absent), prepare(pitches)),
            3: (follow_proposal,),
            5: (pitch(pitches), award(pitches)),
        },
        speed={5: 10.0},
    )


TWELVE_IN_SHORT = (
    _kick_off("2026-09-02", ("Vidda",)),
    _last("2026-12-02", _pitches(_TWELVE_JUDGES[:3], ("Tind", "Vidda", "Myra", "Sundet"))),
)
TWELVE_WHOLE = (
    _kick_off("2026-09-02", ("Vidda",)),
    _working(1, "2026-09-09"),
    _meeting(2, "2026-09-16"),
    _sharing(2, "2026-09-30", 2, "Lia"),
    _meeting(3, "2026-10-14"),
    _sharing(3, "2026-10-28", 6, "Myra"),
    _meeting(4, "2026-11-11"),
    _last("2026-12-02", _pitches(_TWELVE_JUDGES, ("Tind",))),
)
NINE_IN_SHORT = (_sharing(2, "2026-09-30", 2, "Lia"),)
NINE_WHOLE = (
    _kick_off("2026-09-02", ()),
    _working(1, "2026-09-09"),
    _meeting(2, "2026-09-16"),
    _sharing(2, "2026-09-30", 2, "Lia"),
    _meeting(3, "2026-10-14"),
    _sharing(3, "2026-10-28", 6, "Åpen dør"),
    _meeting(4, "2026-11-11"),
    _last("2026-12-02", _pitches(_TWELVE_JUDGES[:5], ("Sundet",))),
)
