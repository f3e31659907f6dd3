"""Where the commands on groups work: all that draws go by, the seating that is looked at, and whom the cursor is on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from samling.domain.errors import Refused
from samling.domain.seating import words
from samling.domain.seating.actions import GROUPS_CHAIN
from samling.domain.seating.blocks import sharing_position
from samling.language import _
from samling.tui.control.groups.asking import Asked, as_drawn
from samling.tui.control.people.finding import FindingDeeds
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.room import Room
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.repairs import Repair
    from samling.domain.seating.swaps import Swap
    from samling.domain.seating.values import Member, Seating, Table
    from samling.session import Snapshot
    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told
    from samling.tui.control.groups.searching import Search


class Looked:
    """A hall as it was read, with what is worked out of a seating in it once and not for every picture."""

    def __init__(self, hall: Hall, seating: Seating | None) -> None:
        self.hall, self.seating = hall, seating

    @cached_property
    def reasons(self) -> dict[int, str]:
        """Why those at each table sit together, by its number."""
        from samling.domain.seating.reasons import why

        return why(self.hall, self.seating, _) if self.seating else {}


class GroupsDesk(FindingDeeds):
    """Where they work.

    `cursor` is who a command is about, `marked` who is to swap with them. `search` is the draw that runs just now,
    `repair` what is proposed where somebody is missing from the announced seating, or came late. `rooms` are those
    that groups are drawn into, once they have been read.
    """

    chain = GROUPS_CHAIN

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.cursor: Member | None = None
        self.marked: Member | None = None
        self.search: Search | None = None
        self.repair: Repair | None = None
        self.rooms: tuple[Room, ...] = ()
        self._asked: Asked | None = None
        self._block: int | None = None
        self._draft: int | None = None
        self._read: tuple[Snapshot, Hall] | None = None
        self._looked: Looked | None = None

    @property
    def hall(self) -> Hall:
        """Agenda, teams, roll, seatings and the past, read again whenever the file has changed."""
        snapshot = self.view.snapshot
        if self._read is None or self._read[0] is not snapshot:
            self._read = snapshot, self.app.session.hall()
        return self._read[1]

    @property
    def looked(self) -> Looked:
        """What is looked at now."""
        hall, seating = self.hall, self.seating
        if self._looked is None or self._looked.hall is not hall or self._looked.seating is not seating:
            self._looked = Looked(hall, seating)
        return self._looked

    # which block and which draft

    @property
    def blocks(self) -> tuple[int, ...]:
        """The ids of the sharing blocks that are left, and of those that something is drawn for, in their order."""
        drawn = {each.block_id for each in self.hall.seatings.seatings}
        left = set(self.hall.sharing_left)
        return tuple(
            block.id
            for position, block in enumerate(self.gathering.blocks, start=1)
            if block.id is not None and (position in left or block.id in drawn)
        )

    @property
    def block_id(self) -> int | None:
        """The block that is looked at: the chosen one, else the running or next sharing block, else the last one."""
        blocks = self.blocks
        if self._block in blocks:
            return self._block
        coming = sharing_position(self.gathering)
        return self.gathering.block(coming).id if coming else next(reversed(blocks), None)

    def next_block(self) -> None:
        """Look at the next sharing block, after the last at the first."""
        blocks = self.blocks
        if self.block_id in blocks:
            self._block = blocks[(blocks.index(self.block_id) + 1) % len(blocks)]
            self._draft = self.marked = None

    @property
    def seating(self) -> Seating | None:
        """The seating that is looked at: the chosen one, else the newest draft, else what is announced."""
        known = self.hall.seatings.of_block(self.block_id)
        chosen = next((each for each in known if each.id == self._draft), None)
        return chosen or self.hall.seatings.shown(self.block_id)

    def next_draft(self) -> None:
        """Look at the next seating of the block, after the last at the first."""
        known = [each.id for each in self.hall.seatings.of_block(self.block_id)]
        if self.seating is not None and self.seating.id in known:
            self._draft = known[(known.index(self.seating.id) + 1) % len(known)]
            self.marked = None

    def look_at_newest(self) -> None:
        """Look at the newest draft, whatever was chosen before."""
        self._draft = self.marked = None

    def back(self) -> None:
        """Stop a draw that runs; else forget who is marked; else go back to the agenda."""
        if self.search is not None:
            self.search.stop()
        elif self.marked is not None:
            self.marked = None
        else:
            super().back()

    # what the next draw shall be

    @property
    def asked(self) -> Asked:
        """What the next draw shall be: as it was chosen, else as the last was drawn."""
        return self._asked or (as_drawn(self.seating) if self.seating else Asked())

    def ask_for(self, asked: Asked) -> None:
        """Let the next draw be so."""
        self._asked = asked

    @property
    def room(self) -> Room | None:
        """The room of the next draw, once the rooms have been read."""
        fitting = [room for room in self.rooms if room.kind == self.asked.kind.value]
        return next((room for room in fitting if room.id == self.asked.room), next(iter(fitting), None))

    # whom a command is about

    @property
    def table(self) -> Table | None:
        """The table at which the one under the cursor sits."""
        return self.seating.table_of(self.cursor) if self.seating and self.cursor else None

    def swap(self) -> Swap | None:
        """What it would be to let the marked one and the one under the cursor swap; None where nobody is marked.

        Raises `Refused` for two who cannot.
        """
        from samling.domain.seating.swaps import swap

        if self.seating is None or self.marked is None or self.cursor is None or self.cursor == self.marked:
            return None
        return swap(self.hall, self.seating, self.marked, self.cursor)

    def price(self) -> str:
        """Say what that swap costs, or why it cannot be; nothing where nobody is marked."""
        try:
            found = self.swap()
        except Refused as refused:
            return say(refused)
        return " ".join(words.price(found, self.hall.names, _)) if found else ""
