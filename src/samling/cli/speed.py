"""How fast a clock that is not the true one runs, as a demo's and a rehearsal's."""

from __future__ import annotations

import math
from typing import Any

import click

from samling.language import _


class Speed(click.FloatRange):
    """A number from 0.1 to 1000. Click lets what is no number (nan) through any range: it is smaller than nothing."""

    def __init__(self) -> None:
        """Take these limits."""
        super().__init__(0.1, 1000)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - Click's own
        """Return the number; raise `click.BadParameter` for what is none, or out of range."""
        found: float = super().convert(value, param, ctx)
        if math.isnan(found):
            words = _("{value} is not in the range {range}.")
            self.fail(words.format(value=found, range=self._describe_range()), param, ctx)
        return found
