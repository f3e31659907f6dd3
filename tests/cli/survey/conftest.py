from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from commands import Samling


@pytest.fixture
def evaluated(samling: Samling) -> Samling:
    """A day on which there is a survey, with the questions after a gathering."""
    samling.day()
    samling(
        "survey", "add", "--title", "Evaluering", "--url", "https://nettskjema.no/a/48211",
        "--param", "samling=2", "--questions", "after-gathering", "--when", "2026-09-16",
    )  # fmt: skip
    return samling
