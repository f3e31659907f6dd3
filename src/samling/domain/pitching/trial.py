"""The trial pitch: a made-up team on which the judges align on the scale. Its sheets count nowhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.pitching.values import Trial

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samling.domain.pitching.sheets import Sheet
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.form import Form


def begin(pitching: Pitching) -> Pitching:
    """Begin a trial: every judge has an empty sheet for a made-up team."""
    if pitching.trial.is_open:
        raise Refused(N_("A trial pitch is on already."))
    return replace(pitching, trial=Trial(pitching.trial.number + 1, is_open=True))


def end(pitching: Pitching) -> Pitching:
    """End the trial: its sheets are out of sight, and never count."""
    if not pitching.trial.is_open:
        raise Refused(N_("No trial pitch is on."))
    return replace(pitching, trial=replace(pitching.trial, is_open=False))


@dataclass(frozen=True, slots=True)
class Spread:
    """How the judges spread on one criterion: how many gave each score. Empty cells are not in it."""

    criterion_id: str
    given: Mapping[int, int]

    @property
    def width(self) -> int:
        """How many steps lie between the highest and the lowest score; 0 while nobody has given any."""
        return max(self.given) - min(self.given) if self.given else 0


def spread(form: Form, sheets: Iterable[Sheet]) -> tuple[Spread, ...]:
    """Return how the judges' sheets for one team spread, criterion by criterion in the form's order."""
    values = [sheet.values for sheet in sheets]
    return tuple(
        Spread(each.id, Counter(given[each.id] for given in values if each.id in given)) for each in form.criteria
    )
