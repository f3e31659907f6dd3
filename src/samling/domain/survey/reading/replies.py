"""What was answered in a column: how it was asked, and what each cell replies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.survey.answers import LONGEST_REPLY
from samling.domain.survey.questions import MOST_STEPS, TEN, Sort
from samling.domain.survey.reading import scales
from samling.domain.survey.reading.words import folded, hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.survey.answers import Reply
    from samling.domain.survey.reading.scales import Scale

_FIGURE = re.compile(r"\s*(\d{1,2})(?:[.,]0+)?\s*(?:$|[-–—.:)(/].*)", re.DOTALL)
_HINT = re.compile(r"\b(\d)\s*(?:-|–|til|to)\s*(\d{1,2})\b")
_USUAL_STEPS = 5
_MOST_CHOICES = 12
_LONGEST_CHOICE = 80


@dataclass(frozen=True, slots=True)
class Way:
    """How a question is answered: its sort, the steps or choices as they are shown, and the scale that reads them."""

    sort: Sort
    words: tuple[str, ...] = ()
    scale: Scale | None = None

    def reply(self, cell: str) -> Reply | None:
        """Return what a cell replies; None where it replies nothing, or nothing that fits."""
        if scales.is_no_answer(cell):
            return None
        if self.sort is Sort.TEXT:
            return hidden("\n".join(line.strip() for line in cell.strip().splitlines()))[:LONGEST_REPLY]
        if self.sort is Sort.CHOICE:
            return self._chosen(cell)
        lowest, highest = (0, TEN) if self.sort is Sort.TEN else (1, len(self.words))
        step = self.scale.step(cell) if self.scale else None
        figure = _figure(cell) if step is None else step
        return figure if figure is not None and lowest <= figure <= highest else None

    def _chosen(self, cell: str) -> tuple[str, ...] | None:
        by_key = {folded(word): word for word in self.words}
        found = tuple(dict.fromkeys(by_key[folded(part)] for part in _parts(cell) if folded(part) in by_key))
        return found or None


def widened(way: Way, cells: Sequence[str]) -> Way:
    """Return a way of choosing with what was chosen beside it ("other", in one's own words); any other as it is."""
    if way.sort is not Sort.CHOICE:
        return way
    known = {folded(word) for word in way.words}
    others = {folded(part): part[:_LONGEST_CHOICE] for cell in cells for part in _parts(cell)}
    return Way(Sort.CHOICE, (*way.words, *(part for key, part in others.items() if key not in known)))


def text_way() -> Way:
    """Return the way of answering in one's own words."""
    return Way(Sort.TEXT)


def scale_way(words: Sequence[str]) -> Way:
    """Return the way of answering on a scale of these steps."""
    return Way(Sort.SCALE, tuple(words), scales.like(words))


def choice_way(words: Sequence[str]) -> Way:
    """Return the way of answering by choosing among these."""
    return Way(Sort.CHOICE, tuple(words))


def ten_way(words: Sequence[str] = ()) -> Way:
    """Return the way of answering from 0 to 10, whose ends may be named."""
    ends = ((folded(word), end) for word, end in zip(words, (0, TEN), strict=False))
    return Way(Sort.TEN, tuple(words), scales.Scale(tuple(words), tuple(ends)))


def way_of(heading: str, cells: Sequence[str]) -> Way:
    """Return how a question was asked, by its heading and what was answered."""
    answered = [cell for cell in cells if not scales.is_no_answer(cell)]
    if not answered:
        return text_way()
    if scale := scales.known({*answered}):
        return Way(Sort.SCALE, scale.words, scale)
    figures = [_figure(cell) for cell in answered]
    if all(figure is not None for figure in figures):
        return _of_figures(heading, [figure for figure in figures if figure is not None], answered)
    return _of_words(answered)


def _figure(cell: str) -> int | None:
    """The figure that a cell begins with, as in "4" and "4 - I stor grad"."""
    found = _FIGURE.fullmatch(cell)
    return int(found[1]) if found else None


def _of_figures(heading: str, figures: Sequence[int], cells: Sequence[str]) -> Way:
    """A scale or a 0-10: as the heading says, else by the lowest and the highest answer."""
    hint = _HINT.search(heading)
    lowest, highest = (int(hint[1]), int(hint[2])) if hint else (min(figures), max(figures))
    if (lowest, highest) == (0, 1) or highest > TEN or min(figures) < lowest or max(figures) > highest:
        return _of_words(cells)
    if lowest == 0 or highest > (MOST_STEPS if hint else _USUAL_STEPS):
        return ten_way()
    steps = highest if hint else _USUAL_STEPS
    named = {_figure(cell): _without_figure(cell) for cell in cells}
    return scale_way([named.get(step) or str(step) for step in range(1, steps + 1)])


def _without_figure(cell: str) -> str:
    return cell.strip().lstrip("0123456789").strip(" -–—.:()/")


def _of_words(cells: Sequence[str]) -> Way:
    """A choice where few short answers are given again and again; else one's own words."""
    picks = [part for cell in cells for part in _parts(cell)]
    choices = list({folded(pick): pick for pick in reversed(picks)}.values())
    few = 1 < len(choices) <= _MOST_CHOICES and 2 * len(choices) <= len(picks)
    if few and all(len(choice) <= _LONGEST_CHOICE for choice in choices):
        return choice_way(sorted(choices, key=lambda choice: -sum(folded(pick) == folded(choice) for pick in picks)))
    return text_way()


def _parts(cell: str) -> list[str]:
    """What was chosen, with ; between, as the tools export it."""
    return [part.strip() for part in cell.split(";") if part.strip()]
