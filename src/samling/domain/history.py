"""What blocks took when they were held before, and a plan that takes those lengths over.

A block is the same as one that was held when both are of the same programme and have the same id in it; where none is,
when they have the same title. A proposal that fills a programme in counts as that programme.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.gathering import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from samling.domain.gathering import Block, Gathering

    Translate = Callable[[str], str]

LAST = 3
"""So many times back is looked: what was long ago was another day."""

_PROPOSAL = "-forslag"
"""What the id of a proposal has after that of the programme it fills in."""


@dataclass(frozen=True, slots=True)
class Held:
    """A block that has been held, in a network's `timezone`.

    `planned` and `took` are seconds; what it took is from its start to its end without its pauses.
    """

    gathering_id: int
    programme_id: str | None
    source_id: str | None
    title: str
    started_at: datetime
    timezone: str
    planned: int
    took: int


@dataclass(frozen=True, slots=True)
class Topic:
    """What makes blocks the same: the programme they are of, their id in it, and their title."""

    programme_id: str | None
    source_id: str | None
    title: str

    @property
    def origin(self) -> tuple[str, str] | None:
        """The programme and the id in it; None for a block that is of none."""
        if self.programme_id is None or self.source_id is None:
            return None
        return family(self.programme_id), self.source_id


def family(programme_id: str) -> str:
    """Return the id of the programme that a proposal fills in; any other id is itself."""
    return programme_id.removesuffix(_PROPOSAL)


def topic(gathering: Gathering, block: Block) -> Topic:
    """Return what a block of a gathering is about."""
    return Topic(gathering.programme_id, block.source_id, block.title)


def times(held: Sequence[Held], about: Topic) -> tuple[Held, ...]:
    """Return the times that a block was held, the last of them, oldest first."""
    origin = about.origin
    same = [each for each in held if origin is not None and _topic_of(each).origin == origin]
    same = same or [each for each in held if _key(each.title) == _key(about.title)]
    return tuple(sorted(same, key=lambda each: each.started_at)[-LAST:])


def _topic_of(held: Held) -> Topic:
    return Topic(held.programme_id, held.source_id, held.title)


def _key(title: str) -> str:
    return " ".join(title.casefold().split())


def elsewhere(held: Iterable[Held], gathering: Gathering) -> list[Held]:
    """Return what was held in other gatherings: what this one has done itself is not last time."""
    return [each for each in held if each.gathering_id != gathering.id]


def usual(past: Sequence[Held]) -> int:
    """Return what a block usually takes, in seconds to the whole minute: the median of its last times."""
    return max(1, minutes(round(median(each.took for each in past)))) * 60


def minutes(seconds: int) -> int:
    """Return seconds as the nearest whole minutes, as people say them."""
    return (seconds + 30) // 60


def found(held: Sequence[Held], text: str) -> list[Held]:
    """Return what a programme's id or a block's title finds: that title, or else every title with the text in it.

    Raises `Refused` where nothing is found.
    """
    of_programme = [each for each in held if family(each.programme_id or "") == family(text)]
    titled = [each for each in held if _key(each.title) == _key(text)]
    if chosen := of_programme or titled or [each for each in held if _key(text) in _key(each.title)]:
        return chosen
    raise Refused(N_("No block or programme called “{text}” has been held yet."), text=text)


def grouped(held: Sequence[Held]) -> dict[Topic, list[Held]]:
    """Return what was held as times of the same block, in the order of their first time."""
    groups: dict[object, list[Held]] = {}
    for each in sorted(held, key=lambda each: each.started_at):
        groups.setdefault(_topic_of(each).origin or _key(each.title), []).append(each)
    return {_topic_of(times[-1]): times for times in groups.values()}


def lengths(gathering: Gathering, held: Sequence[Held]) -> dict[int, int]:
    """Return the lengths in seconds, by position, that a plan would take over: those that are others than it has.

    Blocks that have begun, that last until a clock time, or that take what the others leave keep theirs.
    """
    before = elsewhere(held, gathering)
    taken: dict[int, int] = {}
    for position in gathering.positions(_may_learn):
        block = gathering.block(position)
        past = times(before, topic(gathering, block))
        seconds = max(usual(past), block.own_min_seconds or 0) if past else block.planned_seconds
        if seconds != block.planned_seconds:
            taken[position] = seconds
    return taken


def _may_learn(block: Block) -> bool:
    return block.state is State.PENDING and block.fixed_end is None and not (block.blank or block.flexible)


def learn(gathering: Gathering, lengths: Mapping[int, int]) -> Gathering:
    """Give coming blocks, by position, the lengths in seconds that they have taken before.

    Raises `Refused` where there is nothing to take over, or for a block that has begun.
    """
    if not lengths:
        raise Refused(N_("There is nothing to take over: no coming block has been held with another length."))
    for position, seconds in lengths.items():
        block = gathering.block(position)
        if not _may_learn(block):
            raise Refused(N_("“{title}” keeps its length: it cannot take one over."), title=block.title)
        gathering = gathering.with_block(position, replace(block, planned_seconds=seconds))
    return gathering


def said(past: Sequence[Held], translate: Translate) -> str:
    """Return what a block took: "Took 52, 48 and 57 min (planned 45) the last 3 times."; nothing for a new one."""
    if not past:
        return ""
    template = (
        N_("Took {lengths} min (planned {planned}) the last time.")
        if len(past) == 1
        else N_("Took {lengths} min (planned {planned}) the last {count} times.")
    )
    return translate(template).format(**_figures(past, translate), count=len(past))


def brief(past: Sequence[Held], translate: Translate) -> str:
    """Return the same in a few words, for a line beside others: "took 52, 48 and 57 (planned 45)"."""
    return translate(N_("took {lengths} (planned {planned})")).format(**_figures(past, translate)) if past else ""


def _figures(past: Sequence[Held], translate: Translate) -> dict[str, str]:
    return {"lengths": took(past, translate), "planned": planned(past, translate)}


def took(past: Sequence[Held], translate: Translate) -> str:
    """Return the minutes that a block took, after one another: "52, 48 and 57"."""
    return _listed([minutes(each.took) for each in past], translate)


def planned(past: Sequence[Held], translate: Translate) -> str:
    """Return the minutes that were planned for it: once where they were always the same."""
    lengths = [minutes(each.planned) for each in past]
    return _listed(lengths[:1] if len(set(lengths)) == 1 else lengths, translate)


def _listed(numbers: Sequence[int], translate: Translate) -> str:
    *rest, last = (str(each) for each in numbers)
    if not rest:
        return last
    return translate(N_("{rest} and {last}")).format(rest=", ".join(rest), last=last)
