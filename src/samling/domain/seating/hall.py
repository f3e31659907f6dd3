"""All that draws at a gathering go by, as it stood at one commit: agenda, roster, roll, seatings and the past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain import roll_call
from samling.domain.errors import N_, Refused
from samling.domain.seating.blocks import block_for, sharing_left, sharing_position
from samling.domain.seating.names import Names
from samling.domain.seating.past import held

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.gathering import Block, Gathering
    from samling.domain.roll import Roll
    from samling.domain.roll_call import Present
    from samling.domain.roster import Roster
    from samling.domain.seating.past import Past, PastRound
    from samling.domain.seating.values import Seating, Seatings


@dataclass(frozen=True, slots=True)
class Hall:
    """A gathering and those who meet there. `past` is what was seated at the network's other gatherings."""

    gathering: Gathering
    roster: Roster
    roll: Roll
    seatings: Seatings
    past: Past

    @property
    def present(self) -> Present:
        """Who counts in a draw: who is here, or everybody while no roll call has been taken."""
        return roll_call.present(self.roster, self.roll)

    @property
    def names(self) -> Names:
        """What everybody is called."""
        return Names(self.roster)

    @property
    def sharing_left(self) -> tuple[int, ...]:
        """The positions of the sharing blocks that run or are still to come."""
        return sharing_left(self.gathering)

    def block(self, position: int | None = None) -> Block:
        """Return the block at a position, else the running or next sharing block; raise `Refused` for none."""
        return block_for(self.gathering, position)

    def title(self, block_id: int | None) -> str:
        """Return what the block of a seating is called; nothing for a round ahead, or a block that is gone."""
        return next((block.title for block in self.gathering.blocks if block.id == block_id), "")

    def shown(self, position: int | None = None) -> Seating:
        """Return the seating to be looked at or changed: the block's newest draft, else what is announced for it.

        Without a position the block is the running or next sharing block or, where nothing is drawn for that, the one
        that was drawn last. Raises `Refused` where nothing is drawn.
        """
        return self._chosen(position, self.seatings.shown)

    def holding(self, position: int | None = None) -> Seating:
        """Return the seating that people sit by: what is announced for the block, else its newest draft; as `shown`."""
        return self._chosen(
            position, lambda block_id: self.seatings.announced(block_id) or self.seatings.shown(block_id)
        )

    def _chosen(self, position: int | None, of_block: Callable[[int | None], Seating | None]) -> Seating:
        if position is not None:
            found = of_block(self.gathering.block(position).id)
        else:
            coming = sharing_position(self.gathering)
            found = None if coming is None else of_block(self.gathering.block(coming).id)
            drawn = [each for each in self.seatings.seatings if each.block_id is not None]
            last = max(drawn, key=lambda each: each.announced_at or each.drawn_at, default=None)
            found = found or (None if last is None else of_block(last.block_id))
        if found is None:
            raise Refused(N_("Nothing is drawn yet. Draw with: samling groups draw"))
        return found

    def rounds_but(self, block_id: int | None) -> tuple[PastRound, ...]:
        """Return every round of the network that was held, or is announced, but for that of one block."""
        return (*self.past.rounds, *held(self.seatings, but=block_id))
