"""What the actions of pitches, sheets and award are given: one strategy each, over what the file holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from fuzz.world import mostly, number, numbers, perhaps, text
from pitches import FORM
from samling.domain.pitching.judge import Judge, JudgeChange, Recusal
from samling.domain.pitching.paper import Typed
from samling.domain.pitching.settings import SettingsChange
from samling.domain.scoring.methods import METHODS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

    from fuzz.world import World
    from samling.domain.scoring.form import Form

Given = dict[str, "SearchStrategy[Any]"]

OTHER_FORM = replace(FORM, id="other", title="Other form", criteria=FORM.criteria[::-1])
CRITERIA = tuple(each.id for each in FORM.criteria)
RUNGS = ("head_to_head", "criteria", "rerank")


def _in_order(world: World) -> SearchStrategy[Any]:
    return number(*(pitch.team_id for pitch in world.pitching.order), *world.team_ids)


def _of_team(world: World) -> Given:
    return {"team_id": _in_order(world)}


def _perhaps_of_team(world: World) -> Given:
    return {"team_id": perhaps(_in_order(world))}


def _orders(world: World) -> SearchStrategy[tuple[int, ...]]:
    return mostly(st.permutations(world.team_ids).map(tuple), numbers(world.team_ids))


def _nothing(_world: World) -> Given:
    return {}


def _form() -> SearchStrategy[Form]:
    return st.sampled_from((FORM, OTHER_FORM))


def _settings() -> SearchStrategy[SettingsChange]:
    length = perhaps(number(0, 60, 240, 3600))
    return st.builds(
        SettingsChange, pitch_seconds=length, questions_seconds=length, grace_seconds=length,
        runs_on=perhaps(st.booleans()), changeover_seconds=length, award_seconds=length,
        pitch_label=perhaps(text("Innlegg", "")), questions_label=perhaps(text("")),
        signal_seconds=perhaps(numbers((30, 60))), places=perhaps(number(1, 3)), audience=perhaps(st.booleans()),
    )  # fmt: skip


def _judge(world: World) -> SearchStrategy[Judge]:
    recusal = st.builds(Recusal, number(*world.team_ids), st.booleans(), text(""))
    return st.builds(
        Judge, name=text("Dommer A", "Judge 1", "Ola"), organisation=text("Juryen", "Sykehus 1"), voting=st.booleans(),
        recusals=st.lists(recusal, max_size=2).map(tuple), pin_hash=st.none() | st.just("pbkdf2$x"),
    )  # fmt: skip


def _judge_change() -> SearchStrategy[JudgeChange]:
    return st.builds(
        JudgeChange, name=perhaps(text("Ola", "Judge 2")), organisation=perhaps(text("Sykehus 2", "")),
        voting=perhaps(st.booleans()), pin_hash=st.none(), clear_pin=st.booleans(),
    )  # fmt: skip


def _judge_id(world: World) -> SearchStrategy[Any]:
    return number(*(each.id or 0 for each in world.pitching.judges))


def _about_judge(world: World) -> Given:
    return {"judge_id": _judge_id(world), "team_id": number(*world.team_ids), "reason": text("Kjenner dem", "")}


OF_THE_PITCHES: Mapping[str, Callable[[World], Given]] = {
    "pitch-draw": lambda world: {"seed": number(1, 2, 2**62), "team_ids": perhaps(_orders(world))},
    "pitch-arrange": lambda world: {"team_ids": _orders(world)},
    **dict.fromkeys(("pitch-enter", "pitch-withdraw"), _of_team),
    **dict.fromkeys(("pitch-skip", "pitch-last", "pitch-absent", "pitch-start", "pitch-next"), _perhaps_of_team),
    "pitch-move": lambda world: {**_of_team(world), "to": number(1, 2, 3)},
    **dict.fromkeys(("pitch-pause", "pitch-resume", "pitch-phase", "pitch-stop"), _nothing),
    **dict.fromkeys(("pitch-trial", "pitch-trial-end"), _nothing),
    "pitch-restart": lambda world: {**_perhaps_of_team(world), "reason": text("Lyden falt ut")},
    "pitch-settings": lambda _world: {"to": _settings()},
    "pitch-form": lambda _world: {"form": _form(), "reason": text("Feil skjema", "")},
    "pitch-method": lambda _world: {
        "method": text(*METHODS), "ladder": perhaps(st.lists(text(*RUNGS), max_size=3).map(tuple)),
    },
    "judge-add": lambda world: {"judge": _judge(world)},
    "judge-edit": lambda world: {"judge_id": _judge_id(world), "change": _judge_change()},
    "judge-remove": lambda world: {"judge_id": _judge_id(world)},
    **dict.fromkeys(("judge-recuse", "judge-waive"), _about_judge),
}  # fmt: skip


def _prize(world: World) -> SearchStrategy[Any]:
    return number(*(each.id or 0 for each in world.pitching.prizes))


OF_THE_AWARD: Mapping[str, Callable[[World], Given]] = {
    "award-votes": lambda world: {"votes": st.dictionaries(_in_order(world), number(0, 3, 12, 12), max_size=3)},
    "prize-add": lambda _world: {
        "title": text("Beste spredning", "Årets"), "criterion_id": perhaps(text(*CRITERIA)),
    },
    "prize-remove": lambda world: {"prize_id": _prize(world)},
    "prize-give": lambda world: {
        "prize_id": _prize(world), "team_ids": numbers(world.team_ids), "reason": text("Modig", ""),
    },
    "award-decide": lambda world: {
        "places": st.dictionaries(_in_order(world), number(1, 2, 3), max_size=3), "reason": text("Jevnt"), "by": text(),
    },
    "award-prize": lambda world: {"prize_id": _prize(world)},
    "award-revise": lambda _world: {"reason": text("Regnefeil")},
    **dict.fromkeys(
        ("award-undecide", "award-settle", "award-unsettle", "award-reveal", "award-audience", "award-back"), _nothing
    ),
    "award-freeze": _nothing,
}  # fmt: skip


def _sheet(world: World) -> SearchStrategy[dict[str, Any]]:
    """A judge's sheet for a team, at the revision that it has, mostly."""

    def about(judge_id: Any, team_id: Any, off: Any) -> dict[str, Any]:  # noqa: ANN401
        revision = world.revision(judge_id, team_id)
        return {"judge_id": judge_id, "team_id": team_id, "revision": revision + off}

    team_ids = number(*world.team_ids, world.pitching.trial.team_id)
    return st.builds(about, _judge_id(world), team_ids, mostly(st.just(0), st.sampled_from((-1, 1, 2**63))))


def _with(**more: SearchStrategy[Any]) -> Callable[[World], SearchStrategy[dict[str, Any]]]:
    return lambda world: st.builds(lambda about, given: {**about, **given}, _sheet(world), st.fixed_dictionaries(more))


def _typed(world: World) -> SearchStrategy[dict[str, Any]]:
    whole = st.fixed_dictionaries({each: number(1, 3, 5) for each in CRITERIA})
    scores = mostly(whole, st.dictionaries(text(*CRITERIA), number(1, 6), max_size=4))

    def made(about: dict[str, Any], given: dict[str, int], comment: str, reason: str) -> dict[str, Any]:
        typed = Typed(about["judge_id"], about["team_id"], given, comment)
        return {"judge_id": about["judge_id"], "typed": typed, "reason": reason}

    return st.builds(made, _sheet(world), scores, text("Bra", ""), text("Skrev feil", ""))


SHEETS: Mapping[str, Callable[[World], SearchStrategy[dict[str, Any]]]] = {
    "sheet-score": _with(criterion_id=text(*CRITERIA), score=perhaps(number(1, 2, 3, 4, 5, 6))),
    "sheet-comment": _with(text=text("Bra", "Bra j", "Bra jobb", "")),
    "sheet-submit": _with(),
    "sheet-correct": _with(reason=text("Skrev feil")),
    "sheet-give-up": _with(),
    "sheet-type": _typed,
}
