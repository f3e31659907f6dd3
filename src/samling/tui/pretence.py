"""What a window says of itself when what it shows is not a real day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _

if TYPE_CHECKING:
    from samling.session import Session


def sign(session: Session, *, demo: bool) -> str:
    """Return the word for it: "DEMO", or "◇ REHEARSAL" for one's own gathering in a copy; nothing for a real day."""
    if not demo:
        return ""
    return _("◇ REHEARSAL") if session.rehearsal() else _("DEMO")
