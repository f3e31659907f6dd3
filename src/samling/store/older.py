"""Another samling file, opened to be read and no more: who sat with whom in it, by name."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.seating.names import Names
from samling.domain.seating.retold import Told, ToldRound
from samling.store import gatherings, rosters, seatings
from samling.store.database import Database
from samling.store.parts import Owner
from samling.store.upgrade import upgrade

if TYPE_CHECKING:
    from samling.domain.seating.past import PastRound
    from samling.domain.seating.values import Member

_NO_GATHERING = 0


def told_rounds(path: Path) -> tuple[ToldRound, ...]:
    """Return what was seated in the network that is in use in the file at `path`, which stays as it is.

    A file of an earlier samling is renewed in a copy. Raises `DatabaseUnusable` for what is no samling file, `Refused`
    where there is no network.
    """
    database = Database(path, read_only=True)
    try:
        if database.is_of_today:
            return _told(database)
        with tempfile.TemporaryDirectory(prefix="samling-") as folder:
            copy = Path(folder) / "copy.db"
            database.copy_to(copy)
            upgrade(copy)
            renewed = Database(copy)
            try:
                return _told(renewed)
            finally:
                renewed.close()
    finally:
        database.close()


def _told(database: Database) -> tuple[ToldRound, ...]:
    network_id, _gathering_id = gatherings.in_use(database)
    if network_id is None:
        raise Refused(N_("There is no network in {path}."), path=database.path)
    with database.reading():
        owner = Owner(network_id, _NO_GATHERING)  # every gathering is another than this
        names = Names(rosters.load(database, owner))
        return tuple(_by_name(each, names) for each in seatings.past(database, owner).rounds)


def _by_name(found: PastRound, names: Names) -> ToldRound:
    return ToldRound(found.title, tuple(tuple(_member(each, names) for each in group) for group in found.groups))


def _member(member: Member, names: Names) -> Told:
    if member.of == "team":
        return Told(team=names(member))
    team = names.team(member)
    return Told(team=team.name if team else "", person=names(member))
