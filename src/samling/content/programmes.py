"""The programmes that a gathering can be made from: ours, and those that the user keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samling.content import shelf
from samling.content.places import own_programmes, shipped
from samling.domain.errors import N_
from samling.domain.programme import Programme

if TYPE_CHECKING:
    from pathlib import Path

Listed: TypeAlias = shelf.Listed[Programme]

_KIND_ORDER = ("kickoff", "meeting", "gathering")


def load_programme(path: Path) -> Programme:
    """Read one programme file; raise `ContentFaults` with everything that is wrong with it."""
    from samling.content.programme_file import load_programme as load  # pydantic, only when content is read

    return load(path)


def _year_order(listed: Listed) -> tuple[str, int, int, bool]:
    """The order of a network's year."""
    programme = listed.content
    if programme is None:
        return ("~", 0, 0, False)
    family = programme.id.split("-")[0]
    return (family, programme.number or 0, _KIND_ORDER.index(programme.kind), programme.is_proposal)


_SHELF = shelf.Shelf(
    ours=lambda: shipped("data", "programmes"),
    own=own_programmes,
    load=load_programme,
    order=_year_order,
    says=shelf.Sentences(
        unknown=N_('There is no programme "{id}". `samling programme list` shows them all.'),
        near=N_('There is no programme "{id}". Did you mean {near}?'),
        taken=N_('the id "{id}" belongs to another programme ({other}); give this one an id of its own'),
    ),
)
list_programmes = _SHELF.everything
find_programme = _SHELF.find
check_programme = _SHELF.check
