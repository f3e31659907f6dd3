"""The sorts of values that our content files have: lines, texts, minutes, clock times, links."""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

from samling.content.explain import CONTROL
from samling.content.faults import is_control
from samling.domain.errors import N_

LONGEST_LINE = 1_000
LONGEST_TEXT = 10_000
MOST_ITEMS = 500
MOST_MINUTES = 24 * 60

# What is allowed, for the keys' descriptions.
LINE = N_("one line of text in quotation marks, at most 1000 characters")
FILLED_LINE = N_("one line of text in quotation marks, 1 to 1000 characters")
TEXT = N_("text in quotation marks, at most 10,000 characters")
TEXTS = N_('a list of at most 500 texts, as in ["one", "two"]')
YES_NO = N_("true or false, without quotation marks")
SLUG = N_("small letters a to z and digits, with single hyphens between, at most 100 characters")
CHOICE = N_("one of {choices}")

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class Table(BaseModel):
    """A table of a content file: no key that we do not know, no value of another type than ours."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def clock(value: object) -> time | None:
    """Return the local clock time that a value states, as "09:15" or TOML's own 09:15:00; None when it states none."""
    if isinstance(value, time):
        return value if value == value.replace(second=0, microsecond=0) else None
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    return time(int(found[1]), int(found[2])) if found else None


def slug(text: str) -> str:
    """Return text as an id, as in "Så er det mål" -> "sa-er-det-mal"; empty when no letter or digit is left."""
    plainer = text.lower().replace("æ", "ae").replace("ø", "o")
    letters = unicodedata.normalize("NFKD", plainer).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters[:80]).strip("-")


def _clock_or_error(value: object) -> object:
    stated = clock(value)
    if stated is None:
        raise PydanticCustomError("samling_clock", "not a clock time")
    return stated


def _without_control(text: str, unless: str = "") -> str:
    for at, character in enumerate(text):
        if is_control(character) and character not in unless:
            raise PydanticCustomError(CONTROL, "control character", {"at": at, "character": character})
    return text


def _text(text: str) -> str:
    return _without_control(text, unless="\n\t")


def _listed(value: object) -> object:
    """Pass TOML's lists on as tuples, which the strict models want; refuse an endless one before its items are read."""
    if isinstance(value, list) and len(value) > MOST_ITEMS:
        raise PydanticKnownError("too_long", {"field_type": "list", "max_length": MOST_ITEMS, "actual_length": None})
    return tuple(value) if isinstance(value, list) else value


Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
    AfterValidator(_without_control),
]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=LONGEST_LINE), AfterValidator(_without_control)
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT), AfterValidator(_text)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$", max_length=2_000)]
Minutes = Annotated[int, Field(ge=1, le=MOST_MINUTES)]
Clock = Annotated[time, BeforeValidator(_clock_or_error)]
AsTuple = BeforeValidator(_listed)
