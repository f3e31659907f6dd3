from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import OSLO, at
from samling.domain.errors import WrongUsage
from samling.domain.localtime import after, instant, not_before, parse_clock, parse_date, whole_seconds

ZONE = "Europe/Oslo"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


class TestInstant:
    def test_summer_and_winter(self) -> None:
        """Nine o'clock in Oslo is seven in UTC in September, and eight in December."""
        assert instant(date(2026, 9, 16), time(9), ZONE) == datetime(2026, 9, 16, 7, tzinfo=UTC)
        assert instant(date(2026, 12, 16), time(9), ZONE) == datetime(2026, 12, 16, 8, tzinfo=UTC)

    @pytest.mark.parametrize("clock", [time(2), time(2, 30), time(2, 59, 59)])
    def test_an_hour_that_does_not_exist(self, clock: time) -> None:
        """In the night the clocks are put forward there is no two o'clock."""
        with pytest.raises(WrongUsage, match="does not exist"):
            instant(SPRING, clock, ZONE)
        assert instant(SPRING, time(3), ZONE) == datetime(2026, 3, 29, 1, tzinfo=UTC)

    def test_an_hour_that_occurs_twice(self) -> None:
        """In the night the clocks are put back half past two is the first of the two."""
        assert instant(AUTUMN, time(2, 30), ZONE) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


class TestAfter:
    @given(
        st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - the zone is put on below
        st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    )
    def test_it_is_the_next_time_the_clock_shows_it(self, local: datetime, clock: time) -> None:
        """The end lies after the start, within a day and an hour, and shows the clock time that was given."""
        start = local.replace(second=0, microsecond=0, tzinfo=OSLO).astimezone(UTC)
        try:
            end = after(start, clock, ZONE)
        except WrongUsage:
            return
        assert timedelta(0) < end - start <= timedelta(hours=25)
        assert end.astimezone(OSLO).time() == clock

    def test_the_same_time_is_refused(self) -> None:
        """A day, or a block, cannot end when it starts."""
        with pytest.raises(WrongUsage, match="same as the start"):
            after(at("15:00"), time(15), ZONE)
        assert not_before(at("15:00"), time(15), ZONE) == at("15:00")
        assert not_before(at("15:00"), time(14), ZONE) == at("14:00", date(2026, 9, 17))

    def test_a_missing_hour_of_the_night_before_is_no_hindrance(self) -> None:
        """From 21:00 to half past two is over the night after the change, where that time exists."""
        assert after(at("21:00", SPRING), time(2, 30), ZONE) == at("02:30", date(2026, 3, 30))
        with pytest.raises(WrongUsage, match="does not exist"):
            after(at("21:00", date(2026, 3, 28)), time(2, 30), ZONE)

    def test_in_the_hour_that_comes_twice(self) -> None:
        """From the second half past two, a quarter to three is of the next night: the first has been."""
        late = at("02:30", AUTUMN, fold=1)
        assert after(late, time(2, 45), ZONE) == at("02:45", date(2026, 10, 26))


@pytest.mark.parametrize("text", ["9:05", "09:05", "09.05", " 09:05 "])
def test_clock_times(text: str) -> None:
    """One or two digits for the hour, a colon or a full stop."""
    assert parse_clock(text) == time(9, 5)


@pytest.mark.parametrize("text", ["", "9", "905", "24:00", "09:60", "-9:05", "9:5", "09:05:60", "٠٩:٠٥", "09:05 pm"])
def test_what_is_no_clock_time(text: str) -> None:
    """Anything else is wrong usage."""
    with pytest.raises(WrongUsage, match="not a time of day"):
        parse_clock(text)


@pytest.mark.parametrize("text", ["", "2026-02-30", "2026-9-16", "20260916", "2026-W38-3", "0001-01-01", "9999-12-31"])
def test_what_is_no_date(text: str) -> None:
    """Other forms, days that are not in the calendar and its outermost years are wrong usage."""
    with pytest.raises(WrongUsage):
        parse_date(text)


def test_whole_seconds_lie_inside() -> None:
    """The limits that are told are the outermost whole seconds that fit."""
    first, last = whole_seconds(at("15:00:30.400"), at("15:09:12.900"), ZONE)
    assert (f"{first:%H:%M:%S}", f"{last:%H:%M:%S}") == ("15:00:31", "15:09:12")
    first, last = whole_seconds(at("15:00:30"), at("15:09:12"), ZONE)
    assert (f"{first:%H:%M:%S}", f"{last:%H:%M:%S}") == ("15:00:30", "15:09:12")
