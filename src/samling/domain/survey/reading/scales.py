"""Scales in words, as survey tools and people write them: which step "i stor grad" is, and of how many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from samling.domain.survey.reading.words import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_NEITHER = "verken eller|hverken eller|nøytral|både og|middels|neither|neutral|neither nor"

# The lowest step first; each step's words with | between, the first as it is shown.
_SCALES: tuple[tuple[str, ...], ...] = (
    (
        "Helt uenig|svært uenig|veldig uenig|sterkt uenig",
        "Delvis uenig|litt uenig|uenig|noe uenig|ganske uenig",
        f"Verken enig eller uenig|{_NEITHER}",
        "Delvis enig|litt enig|enig|noe enig|ganske enig",
        "Helt enig|svært enig|veldig enig",
    ),
    (
        "I svært liten grad|ikke i det hele tatt|i meget liten grad|i ingen grad",
        "I liten grad|i ganske liten grad",
        "I noen grad|til en viss grad|i middels grad|delvis",
        "I stor grad|i ganske stor grad|i høy grad",
        "I svært stor grad|i meget stor grad|i svært høy grad",
    ),
    (
        "Svært misfornøyd|veldig misfornøyd|meget misfornøyd",
        "Misfornøyd|litt misfornøyd|ganske misfornøyd|noe misfornøyd",
        f"Verken fornøyd eller misfornøyd|{_NEITHER}",
        "Fornøyd|litt fornøyd|ganske fornøyd|noe fornøyd",
        "Svært fornøyd|veldig fornøyd|meget fornøyd",
    ),
    (
        "Svært dårlig|veldig dårlig|meget dårlig",
        "Dårlig|ganske dårlig|mindre bra",
        f"Verken bra eller dårlig|ok|{_NEITHER}",
        "Bra|god|godt|ganske bra|ganske god",
        "Svært bra|veldig bra|svært god|svært godt|meget bra|meget god|utmerket",
    ),
    (
        "Ikke nyttig|svært lite nyttig|unyttig",
        "Lite nyttig",
        f"Noe nyttig|litt nyttig|{_NEITHER}",
        "Nyttig|ganske nyttig",
        "Svært nyttig|veldig nyttig|meget nyttig",
    ),
    (
        "Ikke relevant|svært lite relevant|irrelevant",
        "Lite relevant",
        f"Noe relevant|litt relevant|{_NEITHER}",
        "Relevant|ganske relevant",
        "Svært relevant|veldig relevant|meget relevant",
    ),
    (
        "Strongly disagree|completely disagree|totally disagree",
        "Disagree|disagree a little|somewhat disagree|partly disagree",
        f"Neither agree nor disagree|{_NEITHER}",
        "Agree|agree a little|somewhat agree|partly agree",
        "Strongly agree|completely agree|totally agree",
    ),
    (
        "To a very small extent|not at all|to no extent",
        "To a small extent|to a little extent",
        "To some extent|to a certain extent|partly",
        "To a large extent|to a great extent",
        "To a very large extent|to a very great extent",
    ),
    (
        "Very dissatisfied|very unsatisfied",
        "Dissatisfied|somewhat dissatisfied|unsatisfied",
        f"Neither satisfied nor dissatisfied|{_NEITHER}",
        "Satisfied|somewhat satisfied",
        "Very satisfied",
    ),
    ("Very poor|very bad", "Poor|bad", f"Fair|average|ok|{_NEITHER}", "Good", "Very good|excellent"),
    (
        "Not useful|not at all useful",
        "Of little use|slightly useful|not very useful",
        f"Somewhat useful|{_NEITHER}",
        "Useful",
        "Very useful|extremely useful",
    ),
)

_NO_ANSWER = frozenset(
    {"vet ikke", "ikke aktuelt", "ikke svart", "ubesvart", "usikker", "n a", "na", "ingen mening", "vil ikke svare"}
    | {"don t know", "do not know", "not applicable", "no answer", "no opinion", "not sure"}
)
_BLANKS = "-–—.·"


@dataclass(frozen=True, slots=True)
class Scale:
    """The words of a scale as they are shown, the lowest first, and which step each way of saying it is."""

    words: tuple[str, ...]
    steps: tuple[tuple[str, int], ...]

    def step(self, text: str) -> int | None:
        """Return which step a text is, from 1; None where it is none."""
        return dict(self.steps).get(folded(text))


def of_words(words: Sequence[str]) -> Scale:
    """Return the scale that has just these words."""
    return Scale(tuple(words), tuple((folded(word), step) for step, word in enumerate(words, start=1)))


@cache
def _known() -> tuple[Scale, ...]:
    return tuple(_scale(steps) for steps in _SCALES)


def _scale(steps: tuple[str, ...]) -> Scale:
    said = [each.split("|") for each in steps]
    named = tuple((folded(word), step) for step, words in enumerate(said, start=1) for word in words)
    return Scale(tuple(words[0] for words in said), named)


def known(texts: Collection[str]) -> Scale | None:
    """Return the scale that all of these are steps of; None where there is none."""
    if not texts:
        return None
    return next((scale for scale in _known() if all(scale.step(text) is not None for text in texts)), None)


def like(words: Sequence[str]) -> Scale:
    """Return the scale of these words, with every other way that is known of saying its steps."""
    own = of_words(words)
    same = known(words)
    return Scale(own.words, (*(same.steps if same and len(same.words) == len(own.words) else ()), *own.steps))


def is_no_answer(text: str) -> bool:
    """Whether a text says that somebody did not, or could not, answer."""
    return not text.strip(f"{_BLANKS} \n\t") or folded(text) in _NO_ANSWER
