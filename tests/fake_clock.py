"""A clock for tests: it stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


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


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        msg = f"a clock needs an instant with an offset, not {instant}"
        raise ValueError(msg)
    return instant.astimezone(UTC)
