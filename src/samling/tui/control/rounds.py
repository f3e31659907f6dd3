"""Commands for what happens inside a block: rounds and steps, and who stands in for a speaker who does not come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from samling.domain.gathering import State
from samling.language import _
from samling.tui.rounds import next_turn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from samling.domain.gathering import Block, Turn
    from samling.tui.control.desk import Desk

_SEEDS = 10_000


def turn(desk: Desk) -> None:
    """Go on to the next team or step."""
    desk.attempt(_("Next turn"), partial(next_turn, desk.app.session))


def last(desk: Desk) -> None:
    """Move the team whose turn it is, or the next, to the end."""
    desk.do("turn-last")


def skip(desk: Desk) -> None:
    """Skip the team or step whose turn it is, or the next."""
    desk.do("turn-skip")


def _inside(desk: Desk) -> tuple[int, Block] | None:
    """The block whose inside is set up: the chosen one, else the running or the next one."""
    position = desk.explicit or desk.target
    if position is None:
        desk.say(_("There is no block to set up."))
        return None
    return position, desk.gathering.block(position)


async def set_round(desk: Desk) -> None:
    """Set up a round of the teams that are here: their order, and who has long time."""
    found = _inside(desk)
    if found is None:
        return
    from secrets import randbelow

    from samling.domain.rounds.order import Order, round_of
    from samling.tui.control.dialogs.form import Field, Form

    position, block = found
    session = desk.app.session
    roster, roll = session.roster(), session.roll()

    def send(values: Mapping[str, Any]) -> None:
        order = Order(values["order"])
        seed = randbelow(_SEEDS) if order is Order.DRAW else None
        names = {"levels": values["levels"], "challenged": values["long"]}
        turns = round_of(roster, roll, order, seed=seed or 0, before=block.turns, **names)
        desk.must("round", turns=turns, position=position, seen=block, order=order.value, seed=seed)

    is_set = any(turn.team_id is not None for turn in block.turns)
    orders = (
        *(((Order.KEPT.value, _("as it stands, newcomers last")),) if is_set else ()),
        (Order.LIST.value, _("as listed")),
        (Order.DRAW.value, _("drawn")),
        (Order.LEVEL.value, _("by the self-assessment, the lowest level first")),
    )
    fields = [
        Field("order", _("Order"), orders[0][0], options=orders),
        Field("long", _("Long time"), _long(block), hint=_("the teams: Berg, Dal"), read=_names),
        Field("levels", _("Levels"), hint=_("where they decide: Berg=3, Dal=4"), read=_names),
    ]
    title = _("A round in “{title}”").format(title=block.title)
    text = _("Every team that is here has a turn. A team with long time has three times as much as another.")
    await desk.ask(Form(title, fields, send, text=text, verb=_("Set up")))


def _long(block: Block) -> str:
    """The teams that have long time as it stands."""
    return ", ".join(turn.title for turn in block.turns if turn.team_id is not None and turn.weight > 1)


def _names(text: str) -> list[str]:
    return [name for each in text.split(",") if (name := each.strip())]


async def set_steps(desk: Desk) -> None:
    """Set up the steps of a block, or take them away."""
    found = _inside(desk)
    if found is None:
        return
    from samling.tui.control.dialogs.form import Field, Form

    position, block = found
    shown = "; ".join(f"{each.title} = {_minutes(each)}" for each in block.turns if each.team_id is None)
    field = Field("steps", _("Steps"), shown, read=_steps)
    text = _("Titles with their minutes, such as: Quiet writing = 7; Read aloud = 8. An empty field takes them away.")
    title = _("Steps in “{title}”").format(title=block.title)

    def send(values: Mapping[str, Any]) -> None:
        if values["steps"] or shown:  # nothing typed where there were none: a round of the teams stays
            desk.must("steps", turns=values["steps"], position=position, seen=block)

    await desk.ask(Form(title, [field], send, text=text))


def _minutes(turn: Turn) -> str:
    whole, rest = divmod(turn.weight, 60)
    return f"{turn.weight / 60:.1f}" if rest else str(whole)


def _steps(text: str) -> tuple[Turn, ...]:
    from samling.domain.rounds.turns import parse_step

    return tuple(parse_step(each) for each in text.split(";") if each.strip())


def swap(desk: Desk) -> None:
    """Let the chosen block, or the next, change places with the one after it that is no break."""
    position = desk.explicit if _is_coming(desk) else desk.figures.next
    if position is None:
        desk.say(_("There is no coming block to change places with another."))
        return
    desk.do("swap", position=position, seen=desk.gathering.block(position))


def _is_coming(desk: Desk) -> bool:
    return desk.explicit is not None and desk.gathering.block(desk.explicit).state is State.PENDING


def reserve(desk: Desk) -> None:
    """Put in what the programme names for a speaker who does not come."""
    found = _inside(desk)
    if found is not None:
        desk.do("reserve", position=found[0], seen=found[1])
