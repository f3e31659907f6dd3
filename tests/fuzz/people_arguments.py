"""What the actions of teams, roll, seatings and surveys are given: one strategy each, over what the file holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from fuzz.world import mostly, number, numbers, perhaps, text
from samling.domain.expectations import Verdict, Written
from samling.domain.roster import Limits, PersonChange, TeamChange
from samling.domain.seating.past import PastRound
from samling.domain.seating.values import Claim, KeepApart, Member, Pin, PinKind, Seating, SharingKind, Table
from samling.domain.survey.answers import Answer, Asked, Source
from samling.domain.survey.questions import Sort
from samling.domain.survey.values import Survey, SurveyChange
from samling.domain.team import Person, Team

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

    from fuzz.world import World

Given = dict[str, "SearchStrategy[Any]"]

NAMES = ("Nord", "nord ", "Syd", "Vest", "Fjord", "Åse Li", "Per Vik", "Kari Nes")
ROLES = ("member", "team-leader", "coach", "line-manager", "guest", "team-leader member")


def _team_id(world: World) -> SearchStrategy[Any]:
    return number(*world.team_ids)


def _person_id(world: World) -> SearchStrategy[Any]:
    return number(*world.person_ids)


def _person() -> SearchStrategy[Person]:
    return st.builds(Person, name=text(*NAMES), role=text(*ROLES), profession=text("lege", ""))


def _people() -> SearchStrategy[tuple[Person, ...]]:
    return st.lists(_person(), max_size=3).map(tuple)


def _team() -> SearchStrategy[Team]:
    return st.builds(
        Team,
        name=text(*NAMES),
        organisation=text("Fjordhelse", ""),
        unit=text(""),
        place=text(""),
        theme=text(""),
        problem=text(""),
        aim=text(""),
        coach=text("", "Kari Nes", "Kari Nes; Per Vik"),
        step=text("", "3", "Trinn 2"),
        people=_people(),
    )


def _teams() -> SearchStrategy[tuple[Team, ...]]:
    return st.lists(_team(), max_size=3).map(tuple)


def _team_change() -> SearchStrategy[TeamChange]:
    field = perhaps(text(*NAMES, ""))
    return st.builds(
        TeamChange, name=field, organisation=field, unit=field, place=field, theme=field, problem=field, aim=field,
        coach=field, step=perhaps(text("1", "")),
    )  # fmt: skip


def _limits() -> SearchStrategy[Limits]:
    return st.builds(Limits, number(3, 4), number(6, 8), number(15, 20))


OF_THE_ROSTER: Mapping[str, Callable[[World], Given]] = {
    "team-add": lambda _world: {"team": _team()},
    "team-edit": lambda world: {"team_id": _team_id(world), "change": _team_change()},
    **dict.fromkeys(("team-remove", "team-withdraw", "team-bring-back"), lambda world: {"team_id": _team_id(world)}),
    "person-add": lambda world: {"person": _person(), "team_id": perhaps(_team_id(world))},
    "person-edit": lambda world: {
        "person_id": _person_id(world),
        "change": st.builds(
            PersonChange, name=perhaps(text(*NAMES)), role=perhaps(text(*ROLES)), profession=perhaps(text())
        ),
    },
    "person-move": lambda world: {"person_id": _person_id(world), "team_id": perhaps(_team_id(world))},
    "person-remove": lambda world: {"person_id": _person_id(world)},
    "team-limits": lambda _world: {"limits": _limits()},
    "team-import": lambda _world: {"teams": _teams(), "others": _people(), "file": text("lag.xlsx")},
}


def _ticked(world: World) -> Given:
    return {"teams": numbers(world.team_ids), "people": numbers(world.person_ids), "who": text()}


OF_THE_ROLL: Mapping[str, Callable[[World], Given]] = {
    "arrive": lambda world: {**_ticked(world), "corrected": st.booleans()},
    "leave": _ticked,
    "absent": _ticked,
}


def _member(world: World) -> SearchStrategy[Member]:
    made = st.builds(Member, st.sampled_from(("team", "person")), number(1))
    return mostly(st.sampled_from(world.members), made) if world.members else made


def _tables(world: World) -> SearchStrategy[tuple[Table, ...]]:
    who = st.lists(_member(world), max_size=4, unique=True).map(tuple)
    tables = st.lists(st.builds(Table, number=number(1), members=who, name=st.sampled_from(("", "Vindu"))), max_size=3)
    return tables.map(lambda some: tuple(replace(each, number=at) for at, each in enumerate(some, start=1)))


def _drafts(world: World, least: int = 0) -> SearchStrategy[tuple[Seating, ...]]:
    blocks = [block.id for block in world.gathering.blocks if block.id is not None]
    seating = st.builds(
        Seating,
        block_id=number(*blocks),
        kind=st.sampled_from(SharingKind),
        layout_id=st.just("bord"),
        keep_apart=st.sampled_from(KeepApart),
        seed=number(1, 2, 2**62),
        tables=_tables(world),
        claim=st.just(Claim()),
        drawn_at=st.just(world.now),
        minutes_to_move=number(0, 5),
    )
    return st.lists(seating, min_size=least, max_size=2).map(tuple)


def _swapped(seating: Seating) -> Seating:
    """The same with the tables' groups turned about."""
    groups = [table.members for table in seating.tables]
    turned = zip(seating.tables, [*groups[1:], *groups[:1]], strict=True)
    return replace(seating, tables=tuple(replace(table, members=group, host=None) for table, group in turned))


def _changes(world: World) -> SearchStrategy[tuple[Seating, Seating]]:
    """A seating as it was seen, or as it never was, and as it is to be."""
    seen = world.seatings.seatings
    if not seen:
        return _drafts(world, 1).map(lambda some: (some[0], _swapped(some[0])))
    fresh = st.sampled_from(seen).map(lambda each: (each, _swapped(each)))
    return mostly(fresh, st.sampled_from(seen).map(lambda each: (replace(each, seed=7), _swapped(each))))


def _pin(world: World) -> SearchStrategy[Pin]:
    who = _member(world)
    return st.builds(Pin, kind=st.sampled_from(PinKind), one=who, other=perhaps(who), table=perhaps(number(1, 2)))


def _seating(world: World) -> Given:
    return {"seating_id": number(*(each.id or 0 for each in world.seatings.seatings)), "who": text()}


def _table(world: World) -> Given:
    return {**_seating(world), "number": number(1, 2, 3)}


def _past(world: World) -> SearchStrategy[tuple[PastRound, ...]]:
    group = st.lists(_member(world), max_size=3).map(tuple)
    made = st.builds(
        PastRound, title=text("Samling 1"), kind=st.sampled_from(SharingKind),
        groups=st.lists(group, max_size=3).map(tuple),
    )  # fmt: skip
    return st.lists(made, max_size=2).map(tuple)


OF_THE_SEATINGS: Mapping[str, Callable[[World], Given]] = {
    "groups-draw": lambda world: {"seatings": _drafts(world), "who": text()},
    **dict.fromkeys(("groups-swap", "groups-repair"), lambda world: {"change": _changes(world), "who": text()}),
    **dict.fromkeys(("groups-discard", "groups-announce"), _seating),
    **dict.fromkeys(("groups-lock", "groups-unlock"), _table),
    "groups-pin": lambda world: {"pinned": _pin(world), "who": text()},
    "groups-unpin": lambda world: {"pin_ids": numbers(each.id or 0 for each in world.seatings.pins)},
    "groups-host": lambda world: {**_table(world), "host": perhaps(_member(world))},
    "groups-brings": lambda world: {**_table(world), "text": text("Ring pårørende")},
    "groups-history-import": lambda world: {"rounds": _past(world), "file": text("historikk.csv")},
}


URLS = ("https://nettskjema.no/a/1", "nettskjema.no/b", "https://å.no/?a=b", "http://[::1]/", "https://x.no/%zz")


def _parameters() -> SearchStrategy[tuple[tuple[str, str], ...]]:
    return st.lists(st.tuples(text("lag"), text("{team}", "1")), max_size=2).map(tuple)


def _survey(world: World) -> SearchStrategy[Survey]:
    return st.builds(
        Survey,
        title=text("Etter samlingen"),
        url=text(*URLS),
        gathering_id=perhaps(number(world.gathering.id or 0)),
        date=perhaps(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))),
        parameters=_parameters(),
        question_set=text("after-gathering", ""),
    )


def _survey_change() -> SearchStrategy[SurveyChange]:
    return st.builds(
        SurveyChange,
        title=perhaps(text("Evaluering")),
        url=perhaps(text(*URLS)),
        parameters=perhaps(_parameters()),
        question_set=perhaps(text("")),
        date=perhaps(st.dates()),
        anytime=st.booleans(),
    )


def _survey_id(world: World) -> SearchStrategy[Any]:
    return number(*(each.id or 0 for each in world.surveys.surveys))


ASKED = (
    (Sort.SCALE, "Hvor nyttig?", ("lite", "noe", "mye")),
    (Sort.TEN, "Ville du anbefalt?", ()),
    (Sort.CHOICE, "Hvem er du?", ("lege", "annet")),
    (Sort.TEXT, "Noe mer?", ()),
)
REPLIES = (1, 2, 0, 10, 11, ("lege",), (), ("x",), "Fint", "", "x" * 10_001, True)


def _answered(world: World, source: Source) -> SearchStrategy[dict[str, Any]]:
    """A survey, questions of it, and answers to some of them."""

    def made(survey_id: Any, count: int, replies: list[dict[int, Any]], digests: list[str]) -> dict[str, Any]:  # noqa: ANN401
        asked = tuple(
            Asked(survey_id, at, words, sort, of) for at, (sort, words, of) in enumerate(ASKED[:count], start=1)
        )
        found = tuple(
            Answer(survey_id, {at: reply for at, reply in each.items() if at <= count}, source, digest)
            for each, digest in zip(replies, digests, strict=False)
        )
        return {"survey_id": survey_id, "asked": asked, "found": found}

    sensible = st.fixed_dictionaries(
        {}, optional={1: st.integers(1, 3), 2: st.integers(0, 10), 3: st.just(("lege",)), 4: st.just("Fint")}
    )
    wild = st.dictionaries(st.integers(1, 4), st.sampled_from(REPLIES), max_size=3)
    replies = mostly(sensible, wild) if source is Source.PAPER else sensible
    digests = st.lists(st.sampled_from(("a1", "b2", "")), min_size=3, max_size=3)
    return st.builds(made, _survey_id(world), st.integers(0, 4), st.lists(replies, max_size=3), digests)


OF_THE_SURVEYS: Mapping[str, Callable[[World], Given]] = {
    "survey-add": lambda world: {"survey": _survey(world)},
    "survey-edit": lambda world: {"survey_id": _survey_id(world), "change": _survey_change()},
    "survey-remove": lambda world: {"survey_id": _survey_id(world)},
    "survey-tick-off": lambda world: {"survey_id": _survey_id(world), "works": st.booleans()},
    "answers-forget": lambda world: {"survey_id": _survey_id(world), "title": text()},
    "expectation-write": lambda world: {"team_id": _team_id(world), "text": text("Å lære"), "who": text()},
    "expectation-import": lambda world: {
        "lines": st.lists(st.builds(Written, _team_id(world), text("Å lære")), max_size=3), "file": text(),
    },
    "expectation-mark": lambda world: {
        "team_id": _team_id(world), "verdict": perhaps(st.sampled_from(Verdict)), "who": text(),
    },
}  # fmt: skip

ANSWERS: Mapping[str, Callable[[World], SearchStrategy[dict[str, Any]]]] = {
    "answers-import": lambda world: _answered(world, Source.FILE),
    "answer-type-in": lambda world: _answered(world, Source.PAPER),
}
