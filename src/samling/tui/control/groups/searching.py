"""A draw that runs in a thread beside the keys, tells the best it has so far, and stops when it is asked to."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from samling.domain.seating.case import Wish
from samling.domain.seating.claims import claim_of
from samling.language import _

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.grouping.horizon import Horizon
    from samling.domain.grouping.solve import Draw
    from samling.domain.room import PlaceKind, Room
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.plan import Plan
    from samling.domain.seating.values import Claim, Seating, Table
    from samling.tui.control.groups.asking import Asked


class Search:
    """One draw. `run` belongs to its thread; everything else may be read from the window meanwhile.

    `foretold` is what is certain before the draw, `best` the best so far, `horizon` how many more rounds were found.
    """

    def __init__(self, hall: Hall, block_id: int, asked: Asked, seed: int, now: datetime) -> None:
        self.foretold: tuple[str, ...] = ()
        self.best: Draw | None = None
        self.horizon: Horizon | None = None
        self._hall, self._block_id, self._asked = hall, block_id, asked
        self._seed, self._now = seed, now
        self._plan: Plan | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """Let it end with the best it has."""
        self._is_stopped = True

    @property
    def claim(self) -> Claim | None:
        """What may be claimed of the best so far, over all rounds that are drawn."""
        return claim_of(self.best.score, self.best.bounds) if self.best else None

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the first round of the best so far."""
        from samling.domain.seating.draw import tables_of

        return () if self._plan is None or self.best is None else tables_of(self._plan, self.best.schedule[0])

    @property
    def place(self) -> PlaceKind:
        """What the places of the room are called."""
        return "table" if self._plan is None else self._plan.wish.room.place

    def run(self) -> tuple[Seating, ...]:
        """Draw, and return the drafts; raises `Refused` where nothing can be drawn."""
        from samling.domain.seating.draw import after, drafts_of, kept_ahead, search

        plan = self._plan = self._planned()
        rng = Random(self._seed)
        again = bool(self._hall.seatings.of_block(self._block_id))
        kept = None if again else kept_ahead(plan)
        if kept is not None:
            self.best, self._seed = kept
        else:
            for best in search(plan, rng):
                self.best = best
                if self._is_stopped:
                    break
        assert self.best is not None, "a draw tells at least one"
        for horizon in () if self._is_stopped else after(plan, self.best, rng):
            self.horizon = horizon
            if self._is_stopped:
                break
        return drafts_of(plan, self.best, self._seed, self._now, self.horizon)

    def _planned(self) -> Plan:
        from samling.content.draw_rooms import rooms_for
        from samling.domain.seating.foretold import foretold
        from samling.domain.seating.plan import plan_draw

        rooms = tuple(rooms_for(self._asked.kind))
        plan = plan_draw(
            self._hall,
            Wish(self._asked.kind, _chosen(rooms, self._asked.room), self._asked.keep_apart),
            self._block_id,
            all_rounds=self._asked.all_rounds,
            hosts_stay=self._asked.hosts_stay,
            placing=self._asked.placing,
            rooms=rooms,
        )
        self.foretold = tuple(foretold(plan, _))
        return plan


def _chosen(rooms: tuple[Room, ...], room_id: str | None) -> Room:
    """The room of that id; the usual one where it is not named, or is not for such a draw."""
    return next((room for room in rooms if room.id == room_id), rooms[0])
