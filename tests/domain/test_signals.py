"""The warning signs of a block, as they are typed."""

from __future__ import annotations

import pytest

from samling.domain.display import parse_signals
from samling.domain.errors import WrongUsage


@pytest.mark.parametrize(("text", "minutes"), [("5,1", (5, 1)), (" 1, 10 ,10", (10, 1)), ("", ())])
def test_signals_as_typed(text: str, minutes: tuple[int, ...]) -> None:
    """Minutes are read in any order, each once, the earliest sign first; nothing typed means no sign."""
    assert parse_signals(text) == minutes


@pytest.mark.parametrize("text", ["fem", "0", "-1", "1441", "1.5"])
def test_what_is_no_signal(text: str) -> None:
    """What is no whole minute of a day is wrong usage."""
    with pytest.raises(WrongUsage):
        parse_signals(text)
