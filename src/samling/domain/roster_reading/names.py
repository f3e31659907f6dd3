"""The people that one cell names, and the roles that one cell gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain import roles
from samling.domain.errors import N_, WrongUsage
from samling.domain.line import printable
from samling.domain.roster_reading.words import folded, role_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINES = re.compile(r"[\n\r;|]+")
_SPACES = re.compile(r"[^\S\n\r]+")
_TWO_PEOPLE = re.compile(r"\s*(?:&|\bog\b|\band\b|(?<=\w)\s*/\s*(?=[^\W\d_]))\s*", re.IGNORECASE)
_ROLES_APART = re.compile(r"[\n\r;|,/&+]+|\bog\b|\band\b", re.IGNORECASE)
_COMMA = re.compile(r",(?![^()]*\))")
_APART = re.compile(f"{_COMMA.pattern}|{_TWO_PEOPLE.pattern}", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_BULLET = re.compile(r"^\s*(?:[-–—•*·]+|\d{1,2}[.)])\s+")
_ADDRESS = re.compile(r"[<(\[]?\S+@\S+?[>)\]]?(?=[\s,]|$)")
_NUMBER = re.compile(r"(?:tlf\.?|telefon|mobil|mob\.?)?:?\s*\+?\d[\d ]{6,}\d", re.IGNORECASE)
_PROFESSION = re.compile(r"(?P<name>.+?)\s*(?:\((?P<brackets>[^()]+)\)|(?:,| [-–])\s+(?P<after>[^\W\d_A-ZÆØÅ].*))")
_NOBODY = frozenset(
    {"ingen", "mangler", "vakant", "ubesatt", "ukjent", "none", "nobody", "vacant", "tba", "tbd", "na", "n a", "nn"}
    | {"ikke avklart", "ikke bestemt", "ikke utpekt", "ikke aktuelt", "ikke valgt", "kommer senere"}
)
_TICKS = frozenset({"x", "ja", "yes", "true", "1", "✓", "✔", "☑", "sant"})
_NO_TICKS = frozenset({"nei", "no", "false", "0", "usant", "☐"})


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a cell names them."""

    name: str
    profession: str = ""


def people(text: str) -> list[Named]:
    """Return those whom a cell lists: between lines or semicolons, and between commas where no name has one."""
    several = _lines(text)
    if len(several) > 1:
        return _named(each for part in several for each in _whole_names(part))
    found: list[Named] = []
    for part in (part for line in several if is_somebody(line) for part in _COMMA.split(line)):
        is_word = bool(found) and part.strip()[:1].islower() and found[-1].name[:1].isupper()
        if is_word and not found[-1].profession:
            found[-1] = Named(found[-1].name, printable(part))  # "Liv Kvam, fysioterapeut"
        else:
            found.extend(_named(_TWO_PEOPLE.split(part)))
    return found


def one_or_two(text: str) -> list[Named]:
    """Return those whom a cell for a single person names: a comma is part of the name, as in "Nordmann, Kari"."""
    return _named(_some(text))


def coaches(text: str) -> list[str]:
    """Return the names of the coaches that a cell names, as they are written there."""
    found = (without_contact(printable(each)) for each in _some(text))
    return [name for name in found if is_somebody(name)]


def _lines(text: str) -> list[str]:
    """The parts of a cell, with no more than one space in a row: what is looked for in them takes time with each."""
    return [part for part in _LINES.split(_SPACES.sub(" ", text)) if part.strip()]


def _some(text: str) -> Iterator[str]:
    for part in _lines(text):
        for whole in _whole_names(part) if is_somebody(part) else ():
            yield from _TWO_PEOPLE.split(whole)


def _whole_names(part: str) -> list[str]:
    """Split a part of a cell where whole names stand side by side: "Per Dahl, Anne Øye", not "Dahl, Per"."""
    pieces = [piece for piece in _APART.split(part) if without_contact(printable(piece))]
    return pieces if all(map(_is_whole, pieces)) else [part]


def _is_whole(piece: str) -> bool:
    """Whether a text reads as a name of several words, the first and the last with a capital."""
    words = without_contact(printable(_BRACKETS.sub(" ", _BULLET.sub("", piece)))).split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()


def without_contact(name: str) -> str:
    """Return a name without the e-mail address and telephone number beside it: these are never kept."""
    bare = _NUMBER.sub(" ", _ADDRESS.sub(" ", name))
    return name if bare == name else printable(bare).strip(" ,–-")


def _named(parts: Iterable[str]) -> list[Named]:
    return [named for part in parts if (named := _one(part)) is not None]


def _one(part: str) -> Named | None:
    """Return the one whom a part of a cell names, without bullet, e-mail address and telephone number."""
    bare = printable(without_contact(_BULLET.sub("", part, count=1))).strip(" ,–-")
    if not is_somebody(bare):
        return None
    split = _PROFESSION.fullmatch(bare)
    return Named(split["name"], split["brackets"] or split["after"]) if split else Named(bare)


def is_somebody(text: str) -> bool:
    """Whether a text can be a name: letters that are no word for nobody."""
    return any(each.isalpha() for each in text) and folded(text) not in _NOBODY


def ticked(text: str) -> bool | None:
    """Return whether a cell is ticked off; None where it is no tick, and no word for the lack of one."""
    word = text.strip().casefold()
    return True if word in _TICKS else False if word in _NO_TICKS or not word else None


def the_role(typed: str) -> str:
    """Return the roles that are typed, by their ids or in the words of a spreadsheet, as `Person.role` has them.

    Raises `WrongUsage` for what is no role.
    """
    found, strange = roles_in(typed)
    if strange or not found:
        raise WrongUsage(N_("“{role}” is not a role. Roles: {roles}."), role=strange or typed, roles=roles.named())
    return found


def roles_in(text: str) -> tuple[str, str]:
    """Return the roles that a cell gives, as `Person.role` has them, and the words that are none."""
    known = role_words()
    if folded(text) in known:
        return known[folded(text)], ""
    parts = [part for part in _ROLES_APART.split(text) if part.strip()]
    found = {part: known.get(folded(part), "") for part in parts}
    return roles.joined(*found.values()), ", ".join(printable(part) for part, role in found.items() if not role)
