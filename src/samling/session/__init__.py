"""One open database: the only place that writes. Windows and commands do everything through it.

`snapshot` says what is seen of it, `reading` reads, `session` does, undoes and makes.
"""

from samling.session.session import Session
from samling.session.snapshot import Done, Forgotten, Snapshot

__all__ = ["Done", "Forgotten", "Session", "Snapshot"]
