"""Performing what the simulated facilitator does in a rehearsal that nobody sits at.

Most of it are actions of the registry as they are. What a window would work out first is worked out here: the draw and
the repair of a seating, and which proposal is followed.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, Refused
from samling.language import _
from samling.session.players import tried

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.rehearsal.acts import Act
    from samling.session.session import Session


class StandIn:
    """The simulated facilitator at the keys of an open file; `saved` counts the actions that were saved."""

    def __init__(self, session: Session, seed: int) -> None:
        """Act through this session; `seed` is that of the draws."""
        self.session = session
        self.done: set[str] = set()
        self.saved = 0
        self._rng = Random(seed)
        self._ways: Mapping[str, Callable[..., dict[str, Any]]] = {
            "replan": self._proposal,
            "groups-draw": self._draw,
            "groups-repair": self._repair,
        }

    def perform(self, act: Act) -> bool:
        """Do an act, once; return whether it was done. Raises `DatabaseUnusable` where nothing could be saved."""
        work_out = self._ways.get(act.action, dict)
        fits = tried(lambda: self.session.do(act.action, **work_out(**act.arguments)))
        self.done.add(act.key)
        self.saved += fits
        if fits and act.action == "groups-announce":
            self._show(act)
        return fits

    def _show(self, act: Act) -> None:
        from samling.domain.seating.projected import scene_once_announced

        hall = self.session.hall()
        scene = scene_once_announced(hall.gathering, hall.seatings.seating(act.arguments["seating_id"]))
        self.session.do("show", scene=scene)
        self.saved += 1

    def _proposal(self) -> dict[str, Any]:
        from samling.domain.replan import sentences
        from samling.domain.replan.proposals import LEAVE, outlook

        gathering = self.session.in_use()
        first = outlook(gathering, self.session.now()).proposals[0]
        if first.id == LEAVE:
            raise Refused(N_("There is nothing to propose."))
        return {"proposal": first.id, "sentence": sentences.title(gathering, first, _)}

    def _draw(self, position: int) -> dict[str, Any]:
        from samling.content.draw_rooms import USUAL, rooms_for
        from samling.content.rooms import find_room
        from samling.domain.seating.case import Wish
        from samling.domain.seating.draw import drafts_of, search
        from samling.domain.seating.plan import plan_draw
        from samling.domain.seating.values import KeepApart, SharingKind

        hall = self.session.hall()
        block = hall.block(position)
        assert block.id is not None, "a stored block has an id"
        kind = SharingKind.PAIRS
        plan = plan_draw(hall, Wish(kind, find_room(USUAL[kind]), KeepApart.NONE), block.id, rooms=rooms_for(kind))
        seed = self._rng.randrange(1_000_000)
        *_steps, best = search(plan, Random(seed))
        return {"seatings": drafts_of(plan, best, seed, self.session.now()), "who": block.title}

    def _repair(self, seating_id: int) -> dict[str, Any]:
        from samling.content.draw_rooms import room_of
        from samling.domain.seating import words
        from samling.domain.seating.repairs import by_the_roll, repair

        hall = self.session.hall()
        seating = hall.seatings.seating(seating_id)
        found = repair(hall, seating, by_the_roll(hall, seating), room_of(seating))
        return {"change": (found.seen, found.wanted), "who": "; ".join(words.changes(found, hall.names, _))}
