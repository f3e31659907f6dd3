"""Re-planning by brute force: every subset of drops with every whole minute taken, on days small enough to try it all.

Written from the rules alone, with a layout of its own; it shares with the domain the values of a gathering and how long
a block has run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from making import at, block, gathering, minutes
from samling.domain import agenda, verbs
from samling.domain.gathering import Block, Gathering, Kind, State

MINUTE = timedelta(minutes=1)
DROPPED = 1_000_000
"""The choice of leaving a block out; any other choice is how many minutes are taken."""

Choice = dict[int, int]
"""For each block what is taken from it, in minutes; below zero it is given them."""

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Situation:
    """A gathering at a moment, or so much later than it looks then."""

    gathering: Gathering
    now: datetime
    late: timedelta = timedelta(0)

    @property
    def coming(self) -> dict[int, Block]:
        """The blocks that can still be changed, by position: the open one first."""
        open_first = sorted(enumerate(self.gathering.blocks, start=1), key=lambda each: not each[1].is_open)
        return {position: each for position, each in open_first if each.is_open or each.state is State.PENDING}

    @property
    def promised(self) -> datetime:
        """When the day must be over."""
        return self.gathering.days[0].promised_end

    def end(self, choice: Choice) -> datetime:
        """When the day ends with a choice for some of its blocks."""
        return max((end for _start, end in self.spans(choice).values()), default=self._begins)

    @property
    def _begins(self) -> datetime:
        """From where the blocks are laid out while none is open."""
        ended = [each.ended_at for each in self.gathering.blocks if each.ended_at]
        return max([self.now, *ended] if ended else [self.now, self.gathering.days[0].planned_start]) + self.late

    def spans(self, choice: Choice) -> dict[int, Span]:
        """When each block that is left begins and ends, by position."""
        cursor = self._begins
        found: dict[int, Span] = {}
        for position, each in self.coming.items():
            taken = choice.get(position, 0)
            if taken == DROPPED:
                continue
            lasts = timedelta(seconds=each.length_seconds) - taken * MINUTE
            if each.is_open:
                assert each.started_at is not None
                starts = each.started_at
                length = agenda.paused_time(each, self.now) + lasts
                cursor = max(self.now, each.fixed_end or starts + length) + self.late
            else:
                starts = max(cursor, each.fixed_start or cursor)
                cursor = max(starts, each.fixed_end) if each.fixed_end else starts + lasts
            found[position] = starts, cursor
        return found

    def holds(self, choice: Choice) -> bool:
        """Whether the day ends as promised, and every clock time is kept at least as well as it is as things stand."""
        before = self.spans({})
        for position, (starts, ends) in self.spans(choice).items():
            each = self.coming[position]
            if not each.is_open and each.fixed_start and starts > max(each.fixed_start, before[position][0]):
                return False
            if each.fixed_end and ends > max(each.fixed_end, before[position][1]):
                return False
        return self.end(choice) <= self.promised

    def grows(self, choice: Choice, position: int) -> bool:
        """Whether a block can be given another minute that makes the day longer by all of it."""
        more = {**choice, position: choice.get(position, 0) - 1}
        return self.holds(more) and self.end(more) == self.end(choice) + MINUTE

    def spare(self, position: int) -> int:
        """How many whole minutes may be taken from a block."""
        each = self.coming[position]
        if each.protected or each.fixed_end is not None:
            return 0
        least = timedelta(seconds=each.min_seconds)
        if each.is_open:
            least = max(least, agenda.elapsed(each, self.now))
        return max(0, (timedelta(seconds=each.length_seconds) - least) // MINUTE)

    def may_go(self, position: int) -> bool:
        """Whether a block may be left out."""
        each = self.coming[position]
        return each.may_drop and not each.protected and not each.is_open

    def half(self, position: int) -> int | None:
        """How many minutes halving a block takes, where that may be done."""
        each = self.coming[position]
        half = each.planned_seconds / 2
        if not each.may_halve or each.protected or each.fixed_end is not None or half < each.min_seconds:
            return None
        taken = int((each.length_seconds - half) // 60)
        return taken if taken > 0 else None

    def choices(self, options: Callable[[int], list[int]]) -> Iterator[Choice]:
        """Yield every choice there is, with the options for each block (none always among them)."""
        each = {position: [0, *options(position)] for position in self.coming}
        return (dict(zip(each, picked, strict=True)) for picked in product(*each.values()))

    def shortening(self, where: Callable[[Block], bool]) -> Callable[[int], list[int]]:
        """The options of taking minutes from the blocks for which `where` holds."""
        return lambda position: list(range(1, self.spare(position) + 1)) if where(self.coming[position]) else []

    def leaving_out(self, position: int) -> list[int]:
        """The options of leaving a block out, or halving it."""
        half = self.half(position)
        return ([DROPPED] if half is None else [half, DROPPED]) if self.may_go(position) else []

    def anything(self, position: int) -> list[int]:
        """All that may be done to a block."""
        taken = list(range(1, self.spare(position) + 1))
        return [*taken, DROPPED] if self.may_go(position) else taken

    def lasts(self, position: int) -> float:
        """How many minutes a block takes as things stand."""
        if self.coming[position].fixed_end is None:
            return self.coming[position].length_seconds / 60
        starts, ends = self.spans({})[position]
        return (ends - starts) / MINUTE

    def taken(self, choice: Choice) -> list[float]:
        """How many minutes a choice takes from each block that it touches."""
        return [self.lasts(position) if picked == DROPPED else picked for position, picked in choice.items() if picked]


def in_proportion(total: int, weights: dict[int, int], most: dict[int, int]) -> dict[int, int]:
    """Share whole minutes by largest remainder, none above its most: of equal remainders the first is served first.

    Whoever would get more than can be taken gives all of that, and the rest is shared again among the others.
    """
    full: dict[int, int] = {}
    while True:
        sharing = {each: weight for each, weight in weights.items() if each not in full}
        left = total - sum(full.values())
        exact = {each: Fraction(left * weight, sum(sharing.values())) for each, weight in sharing.items()}
        over = {each: most[each] for each in sharing if exact[each] >= most[each]}
        if not over:
            break
        full |= over
    shares = {each: int(share) for each, share in exact.items()}
    by_remainder = sorted(exact, key=lambda each: shares[each] - exact[each])
    for each in by_remainder[: left - sum(shares.values())]:
        shares[each] += 1
    return {**full, **shares}


_FLAGS = st.booleans()
_RARELY = st.sampled_from([False, False, True])


@st.composite
def situations(draw: st.DrawFn, *, most: int = 5, clocks: bool = True) -> Situation:
    """Days of up to five short blocks, at any point of them, late or early, as they look or asked for still later."""
    blocks = [_block(draw, clocks=clocks) for _ in range(draw(st.integers(1, most)))]
    blocks.append(block(draw(st.integers(1, 4)), protected=draw(_FLAGS), title="Last"))
    made = gathering(*blocks[-most:])
    now = at("15:00") + timedelta(seconds=draw(st.sampled_from([-60, 0, 30, 120, 200, 420])))
    for verb in draw(st.lists(st.sampled_from(["next", "next", "pause", "finish", "extend"]), max_size=5)):
        made = _done(draw, made, verb, now)
        now += timedelta(seconds=draw(st.sampled_from([0, 20, 60, 150, 300])))
    seconds = draw(st.sampled_from([60 * minute for minute in range(-8, 10)] + [20, 100, 200]))
    late = minutes(draw(st.sampled_from([0, 0, 1, 4])))
    promised = Situation(made, now, late).end({}) - timedelta(seconds=seconds)
    return Situation(verbs.promise(made, 1, end=max(promised, at("15:01"))), now, late)


def _block(draw: st.DrawFn, *, clocks: bool) -> Block:
    fixed = draw(st.sampled_from([None, None, None, "start", "end"])) if clocks else None
    clock = at("15:00") + minutes(draw(st.integers(1, 25)))
    return block(
        draw(st.sampled_from([1, 2, 3, 4, 5, 2.5])),
        title=draw(st.sampled_from(["Team time", "Talk", "Status"])),
        kind=draw(st.sampled_from([Kind.TALK, Kind.TEAMWORK, Kind.BREAK])),
        flexible=draw(_RARELY),
        may_drop=draw(_RARELY),
        may_halve=draw(_FLAGS),
        protected=draw(_RARELY),
        own_min_seconds=draw(st.sampled_from([None, None, 0, 60])),
        added_seconds=draw(st.sampled_from([0, 0, 60, -60, 90])),
        fixed_start=clock if fixed == "start" else None,
        fixed_end=clock if fixed == "end" else None,
    )


def _done(draw: st.DrawFn, made: Gathering, verb: str, now: datetime) -> Gathering:
    if verb == "next" and agenda.next_position(made):
        return verbs.next_block(made, now)
    if made.current is None:
        return made
    if verb == "extend":
        return verbs.extend(made, draw(st.sampled_from([-60, 60, 180])))
    if verb == "pause":
        is_paused = made.block(made.current).state is State.PAUSED
        return verbs.resume(made, now) if is_paused else verbs.pause(made, now)
    return verbs.finish(made, now)
