"""A clock for tests: it stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from samling.domain.clockset import ClockPair


class FakeClock:
    """A `Callable[[], datetime]` in UTC, as the composition root makes one, that only the test moves.

    `asked` counts the calls: a figure must not depend on how often it was computed.
    """

    def __init__(self, now: datetime) -> None:
        self._now = _in_utc(now)
        self.asked = 0

    def __call__(self) -> datetime:
        """Return the time, and count that it was asked for."""
        self.asked += 1
        return self._now

    def set(self, now: datetime) -> datetime:
        """Put the clock to `now`, forward or back, and return it."""
        self._now = _in_utc(now)
        return self._now

    def move(self, *, hours: float = 0, minutes: float = 0, seconds: float = 0) -> datetime:
        """Move the clock by a length, which may be negative, and return the new time."""
        return self.set(self._now + timedelta(hours=hours, minutes=minutes, seconds=seconds))


class Machine:
    """A machine's clocks that a test sets: the wall clock apart from the one that cannot be set."""

    def __init__(self, clock: FakeClock) -> None:
        """Begin at the time of `clock`, which goes on showing this machine's wall clock."""
        self.wall = clock
        self.steady = 1000.0
        self.boot = "one"

    def __call__(self) -> ClockPair:
        """Return the two clocks, read together."""
        return ClockPair(self.boot, self.wall(), self.steady)

    def wait(self, minutes: float) -> None:
        """Let time pass."""
        self.wall.move(minutes=minutes)
        self.steady += minutes * 60

    def set(self, minutes: float) -> None:
        """Let somebody set the wall clock."""
        self.wall.move(minutes=minutes)


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        msg = f"a clock needs an instant with an offset, not {instant}"
        raise ValueError(msg)
    return instant.astimezone(UTC)
