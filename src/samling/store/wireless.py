"""The wireless network that the projector shows just now. It is never logged, and erased when it is shown no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import Scene
from samling.domain.wireless import Security, Wireless

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering
    from samling.store.database import Database
    from samling.store.parts import Owner


def load(database: Database, owner: Owner) -> Wireless | None:
    """Return the network that a gathering shows; None when it shows none."""
    found = database.rows("SELECT * FROM wireless WHERE gathering_id = ?", (owner.gathering_id,))
    if not found:
        return None
    row = found[0]
    return Wireless(row["name"], Security(row["security"]), row["password"], bool(row["hidden"]))


def keep(database: Database, gathering_id: int, network: Wireless) -> None:
    """Keep the network that a gathering shows from now on, in the place of any other."""
    database.execute("DELETE FROM wireless")
    row = {"id": 1, "gathering_id": gathering_id, "name": network.name, "security": network.security.value}
    database.insert("wireless", {**row, "password": network.password, "hidden": int(network.hidden)})


def erase_unless_shown(database: Database, gathering: Gathering | None) -> bool:
    """Erase the network, unless the gathering shows it; return whether anything was erased."""
    shows = gathering is not None and gathering.display.scene is Scene.WIRELESS and not gathering.display.black
    kept = gathering.id if gathering is not None and shows else None
    if not database.rows("SELECT id FROM wireless WHERE gathering_id IS NOT ?", (kept,)):
        return False
    database.execute("DELETE FROM wireless")
    return True
