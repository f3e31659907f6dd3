"""A rehearsal that nobody sits at: the whole day, run by a simulated facilitator as fast as it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling import clock
from samling.cli.demo_file import Told
from samling.cli.rehearsal_file import cast_of, show
from samling.domain.errors import N_, DatabaseUnusable
from samling.domain.rehearsal.facilitator import Facilitator
from samling.language import _, ngettext
from samling.session import Session
from samling.session.players import REHEARSAL, Players, see
from samling.session.standing_in import StandIn
from samling.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from samling.domain.rehearsal.afterwards import Chances


@dataclass(frozen=True, slots=True)
class Held:
    """A day that was run: the file, opened anew, and what there is to tell of it.

    `known` entries stood in the log before, `saved` actions were told to be saved. `said` is what was said, and when.
    """

    session: Session
    known: int
    saved: int
    said: tuple[tuple[datetime, str], ...]
    chances: Chances

    def found_again(self) -> Iterator[str]:
        """Tell that everything is in the file; raise `DatabaseUnusable` where it is not, or the file is damaged."""
        found = len(self.session.log()) - self.known
        wrong = self.session.faults()
        if found != self.saved or wrong:
            raise DatabaseUnusable(
                N_("Of {saved} things that were saved {found} were found again. {wrong}"),
                saved=self.saved,
                found=found,
                wrong="; ".join(wrong),
            )
        yield ngettext(
            "{count} thing was saved and found again in the file: nothing was lost.",
            "{count} things were saved and all found again in the file: nothing was lost.",
            found,
        ).format(count=found)


def run(path: Path) -> Held:
    """Run the day in the rehearsal at `path` from beginning to end; the caller closes its session."""
    told, begun = _clock(path)
    database = Database(path)
    session, beside = Session(database, told, "control"), Session(Database(path), told, REHEARSAL)
    try:
        known = len(session.log())
        players, stand_in = Players(beside, cast_of(beside)), StandIn(session, begun)
        said = tuple(_hold(told, players, stand_in))
        show(database, told(), 1.0)  # whoever opens it finds the day as it ended
    finally:
        session.close()
        beside.close()
    saved = players.saved + stand_in.saved
    return Held(Session(Database(path), told, "control"), known, saved, said, players.chances)


def _clock(path: Path) -> tuple[Told, int]:
    """A clock that shows what the rehearsal's showed when it was made, and its seed."""
    database = Database(path)
    try:
        session = Session(database, clock.true_now, REHEARSAL)
        demo, begun = session.demo_time(), session.rehearsal()
        assert demo is not None, "a rehearsal has a time of its own"
        assert begun is not None, "a rehearsal was begun"
        return Told(demo.shows), begun.seed
    finally:
        database.close()


def _hold(told: Told, players: Players, stand_in: StandIn) -> Iterator[tuple[datetime, str]]:
    """Let the next of them act, again and again, until there is nothing more for the facilitator to do.

    Yields what is said, and when.
    """
    while True:
        sight, now = see(players.session), told()
        hers = Facilitator(players.cast, sight, now).next(stand_in.done)
        if hers is None:
            return
        theirs = players.next(sight, now)
        if theirs is not None and theirs.at <= max(hers.at, now):
            told.at = max(now, theirs.at)
            if players.perform(theirs) and theirs.says is not None:
                yield told(), theirs.says.said(_)
        else:
            told.at = max(now, hers.at)
            stand_in.perform(hers)
