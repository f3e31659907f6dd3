"""All that draws at a gathering go by, as it stood at one commit: agenda, roster, roll, seatings and the past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain import roll_call
from samling.domain.seating.blocks import block_for
from samling.domain.seating.names import Names
from samling.domain.seating.past import held

if TYPE_CHECKING:
    from samling.domain.gathering import Block, Gathering
    from samling.domain.roll import Roll
    from samling.domain.roll_call import Present
    from samling.domain.roster import Roster
    from samling.domain.seating.past import Past, PastRound
    from samling.domain.seating.values import Seatings


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

    def block(self, position: int | None = None) -> Block:
        """Return the block at a position, else the running or next sharing block; raise `Refused` for none."""
        return block_for(self.gathering, position)

    def rounds_but(self, block_id: int | None) -> tuple[PastRound, ...]:
        """Return every round of the network that was held, or is announced, but for that of one block."""
        return (*self.past.rounds, *held(self.seatings, but=block_id))
