"""Performing what the simulated others of a rehearsal do: the ordinary actions, through a session of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from samling.domain.action import About
from samling.domain.errors import DatabaseUnusable, SamlingError
from samling.domain.rehearsal.acts import Line, Sight
from samling.domain.rehearsal.afterwards import Chances, look_out
from samling.domain.rehearsal.playing import coming
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from samling.domain.rehearsal.acts import Act
    from samling.domain.rehearsal.cast import Cast
    from samling.session.session import Session

REHEARSAL = "rehearsal"
"""Who acts, as the log tells it."""

_AT_ONCE = 20
_LOOKS_AGAIN = timedelta(minutes=1)
_PARTS = (About.ROSTER, About.ROLL, About.SEATING, About.PITCHING, About.JURY)


def see(session: Session) -> Sight:
    """Return the day as it stands at one commit; there must be a gathering in use."""
    snapshot = session.snapshot(lambda _gathering: _PARTS)
    assert snapshot.gathering is not None, "a rehearsal has a gathering"
    part = snapshot.parts
    return Sight(
        gathering=snapshot.gathering,
        roster=part[About.ROSTER],
        roll=part[About.ROLL],
        seatings=part[About.SEATING],
        pitching=part[About.PITCHING],
        jury=part[About.JURY],
    )


class Players:
    """The cast at work in an open file. What no longer fits is not done; the others go on.

    `saved` counts the actions that were saved, `chances` is what could have been done about a late day.
    """

    def __init__(self, session: Session, cast: Cast) -> None:
        """Let the cast act through this session, which is its own."""
        self.session = session
        self.cast = cast
        self.done: set[str] = set()
        self.saved = 0
        self.chances = Chances()
        self._wakes_at: datetime | None = None

    def play(self) -> list[tuple[datetime, str]]:
        """Do what is due by now, and no more of it than a window can wait for.

        Returns what is said, each with its time (UTC).
        """
        said = []
        for _each in range(_AT_ONCE):
            act = self._due()
            if act is None:
                break
            if self.perform(act) and act.says is not None:
                said.append((act.at, act.says.said(_)))
        return said

    def _due(self) -> Act | None:
        """The next act, if it is due; nothing is read while nothing has changed and none is."""
        now = self.session.now()
        if not self.session.changed() and self._wakes_at is not None and now < self._wakes_at:
            return None
        act = self.next(see(self.session), now)
        return act if act is not None and act.at <= now else None

    def next(self, sight: Sight, now: datetime) -> Act | None:
        """Return what the cast does next as the day stands, and note what could be done about a late day."""
        self.chances = look_out(self.chances, sight.gathering, now)
        act = next(iter(coming(self.cast, sight, self.done)), None)
        self._wakes_at = min(act.at, now + _LOOKS_AGAIN) if act else now + _LOOKS_AGAIN
        return act

    def perform(self, act: Act) -> bool:
        """Do an act, once; return whether it was done. Raises `DatabaseUnusable` where nothing could be saved."""
        fits = not act.action or tried(lambda: self.session.do(act.action, **said(act.arguments)))
        self.done.add(act.key)
        self.saved += bool(fits and act.action)
        return fits


def tried(deed: Callable[[], object]) -> bool:
    """Do something, and return whether it still fitted: somebody at the keys may have changed the day since.

    Raises `DatabaseUnusable` where it could not be saved: it may be tried again.
    """
    try:
        deed()
    except DatabaseUnusable:
        raise
    except SamlingError:
        return False
    return True


def said(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return arguments with the lines among them in the language in use."""
    return {key: value.said(_) if isinstance(value, Line) else value for key, value in arguments.items()}
