"""What is done to the turns inside a block: set up, the next one, one moved last, one skipped.

Each takes a gathering and returns the one after it, or raises `Refused` with what does not fit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.gathering import State, Turn
from samling.domain.line import clean_line, printable
from samling.domain.verbs import LONGEST_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from samling.domain.gathering import Block, Gathering

MOST = 200
_UNENDED = (State.PENDING, State.RUNNING, State.PAUSED)


def set_round(gathering: Gathering, turns: Sequence[Turn], position: int | None = None) -> Gathering:
    """Let a block (the running one, else the next) be a round of these turns.

    Teams that have had their turn keep it; the others follow in the new order.
    """
    position, block = _block(gathering, position)
    begun = tuple(turn for turn in block.turns if turn.started_at is not None and turn.team_id is not None)
    heard = {turn.team_id for turn in begun}
    coming = tuple(turn for turn in turns if turn.team_id not in heard)
    return gathering.with_block(position, replace(block, turns=_checked((*begun, *coming))))


def set_steps(gathering: Gathering, turns: Sequence[Turn], position: int | None = None) -> Gathering:
    """Let a block have these steps, each with its length in seconds as weight; none takes the steps away.

    Refused while one of its turns has begun.
    """
    position, block = _block(gathering, position)
    if any(turn.started_at for turn in block.turns):
        raise Refused(N_("“{title}” is in its turns already: its steps cannot be changed now."), title=block.title)
    return gathering.with_block(position, replace(block, turns=_checked(turns)))


def step(title: str, seconds: int) -> Turn:
    """Return a step of so many seconds; raise `WrongUsage` for an empty title or an impossible length."""
    if not 0 < seconds <= LONGEST_SECONDS:
        raise WrongUsage(N_("A step lasts from 1 second to 24 hours."))
    return Turn(clean_line(title), seconds)


_STEP = re.compile(r"(?P<title>.+)[=:]\s*(?P<minutes>\d{1,4}(?:[.,]\d)?)\s*", re.DOTALL | re.ASCII)


def parse_step(text: str) -> Turn:
    """Read a step as typed, "Quiet writing = 7" (minutes); raise `WrongUsage` for what is none."""
    match = _STEP.fullmatch(text)
    if match is None:
        raise WrongUsage(
            N_("“{text}” is not a step. Write its title and its minutes: Quiet writing=7"), text=printable(text)[:80]
        )
    return step(match["title"], round(float(match["minutes"].replace(",", ".")) * 60))


def _checked(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    found = tuple(replace(turn, title=clean_line(turn.title)) for turn in turns)
    if len(found) > MOST:
        raise Refused(N_("A block has at most {most} turns."), most=MOST)
    if not all(0 < turn.weight <= LONGEST_SECONDS for turn in found):
        raise WrongUsage(N_("A step lasts from 1 second to 24 hours."))
    return found


def _block(gathering: Gathering, position: int | None) -> tuple[int, Block]:
    position = position or gathering.current or agenda.next_position(gathering)
    if position is None:
        raise Refused(N_("No block is left to start."))
    block = gathering.block(position)
    if block.state not in _UNENDED:
        raise Refused(
            N_("Block {position}, “{title}”, is {state}: only a running or pending block can be changed so."),
            position=position,
            title=block.title,
            state=block.state,
        )
    return position, block


def next_turn(gathering: Gathering, at: datetime, turns: Sequence[Turn] = ()) -> Gathering:
    """End the turn that runs in the running block, and start the next one at the same instant.

    A block that has no turns yet gets `turns` first. The last turn ends; the block goes on.
    """
    position, block = _running(gathering)
    if not block.turns:
        if not turns:
            raise Refused(N_("“{title}” has neither a round nor steps."), title=block.title)
        block = replace(block, turns=_checked(turns))
    if not any(turn.is_waiting or turn.is_open for turn in block.turns):
        raise Refused(
            N_("All steps are done. n goes on to the next block.")
            if block.has_steps
            else N_("Everyone has had their turn. n goes on to the next block.")
        )
    return gathering.with_block(position, _with_next(_with_ended(block, at), at))


def move_last(gathering: Gathering, at: datetime, number: int | None = None) -> Gathering:
    """Move a turn last: the one that runs, else the next, or the one numbered. If it runs, the next one starts.

    One that was skipped is taken back so: who came late has the floor at the end.
    """
    position, block = _running(gathering)
    index = meant(block, number)
    turn = block.turns[index]
    if turn.ended_at is not None:
        raise Refused(N_("“{turn}” has had its turn."), turn=turn.title)
    if not turn.skipped and not any(other.is_waiting for at_, other in enumerate(block.turns) if at_ != index):
        raise Refused(N_("“{turn}” is the last already."), turn=turn.title)
    rest = (*block.turns[:index], *block.turns[index + 1 :])
    moved = replace(block, turns=(*rest, replace(turn, started_at=None, skipped=False)))
    return gathering.with_block(position, _with_next(moved, at) if turn.is_open else moved)


def skip(gathering: Gathering, at: datetime, number: int | None = None) -> Gathering:
    """Skip a turn: the one that runs, else the next, or the one numbered. If it runs, the next one starts."""
    position, block = _running(gathering)
    index = meant(block, number)
    turn = block.turns[index]
    if turn.skipped or turn.ended_at is not None:
        raise Refused(N_("“{turn}” has had its turn."), turn=turn.title)
    skipped = _with_turn(block, index, replace(turn, started_at=None, skipped=True))
    return gathering.with_block(position, _with_next(skipped, at) if turn.is_open else skipped)


def _running(gathering: Gathering) -> tuple[int, Block]:
    if gathering.current is None:
        raise Refused(N_("No block is running."))
    return gathering.current, gathering.block(gathering.current)


def meant(block: Block, number: int | None = None) -> int:
    """Return the index of the turn that is meant: the one numbered, else the one that runs, else the next."""
    if number is not None:
        if not 1 <= number <= len(block.turns):
            raise Refused(N_("There is no turn {number}: there are {count}."), number=number, count=len(block.turns))
        return number - 1
    found = [at for at, turn in enumerate(block.turns) if turn.is_open]
    found += [at for at, turn in enumerate(block.turns) if turn.is_waiting]
    if not found:
        raise Refused(N_("“{title}” has no turn left."), title=block.title)
    return found[0]


def _with_turn(block: Block, index: int, turn: Turn) -> Block:
    return replace(block, turns=(*block.turns[:index], turn, *block.turns[index + 1 :]))


def _with_ended(block: Block, at: datetime) -> Block:
    return replace(block, turns=tuple(replace(turn, ended_at=at) if turn.is_open else turn for turn in block.turns))


def _with_next(block: Block, at: datetime) -> Block:
    """The block with its next turn started, where there is one."""
    index = next((at_ for at_, turn in enumerate(block.turns) if turn.is_waiting), None)
    return block if index is None else _with_turn(block, index, replace(block.turns[index], started_at=at))
