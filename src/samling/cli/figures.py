"""The figures of the day for commands: the agenda's and, while teams pitch, with when the pitches will be over.

And how a duration stands in what they print as JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import agenda

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Gathering
    from samling.session import Session


def day_figures(session: Session, gathering: Gathering, now: datetime) -> Figures:
    """Return every figure of the gathering in use at `now`."""
    if not gathering.is_pitching:
        return agenda.figures(gathering, now)
    from samling.domain.pitching.agreement import agenda_figures  # a day without pitches never needs it

    return agenda_figures(gathering, session.stage(), now)


def seconds(duration: timedelta | None) -> float | None:
    """Return a duration in seconds, as JSON has it: a whole number where it is one."""
    if duration is None:
        return None
    found = duration.total_seconds()
    return int(found) if found.is_integer() else round(found, 3)
