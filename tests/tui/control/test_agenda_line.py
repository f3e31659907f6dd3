from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samling import language
from samling.domain.gathering import State
from samling.tui.control.agenda_line import Columns
from samling.wording import state_word

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(params=language.LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each of the languages, in use."""
    language.use(request.param)
    yield request.param
    language.use("en")


@pytest.mark.usefixtures("spoken")
def test_every_state_is_said_in_full() -> None:
    """Where there is a column for the state, its word is never cut: "ikke startet" is longer than "pending"."""
    room = Columns.fitting(110).state
    assert all(len(f" {state_word(state)} ") <= room for state in State)
