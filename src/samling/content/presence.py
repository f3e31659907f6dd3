"""Who must be there for which block, as data/presence.toml says: what it may hold, and how it becomes requirements.

Only those who need it import it: reading it takes pydantic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from samling.content.explain import FOUND, between, checked
from samling.content.fields import CHOICE, FILLED_LINE, LINE, SLUG, TEXTS, YES_NO, AsTuple, Line, Name, Slug, Table
from samling.content.places import shipped
from samling.content.toml_file import read_document
from samling.domain.errors import N_
from samling.domain.gathering import Kind  # noqa: TC001 - pydantic reads annotations when the program runs
from samling.domain.roles import ROLES
from samling.domain.roll_awaited import WHOLE_TEAM, Requirement
from samling.domain.room import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.content.faults import Fault
    from samling.content.toml_file import Document

_REQUIREMENTS = N_("a list of at most 500 requirements, each under a heading [[requirements]]")
_A_ROLE = N_("one of {choices}")


class RequirementTable(Table):
    """One `[[requirements]]`."""

    id: Slug = Field(description=SLUG)
    who: Name = Field(description=FILLED_LINE)
    text: Name = Field(description=FILLED_LINE)
    text_en: Line = Field(default="", description=LINE)
    source: Name = Field(description=FILLED_LINE)
    each_team: bool = Field(description=YES_NO)
    kinds: Annotated[tuple[Annotated[Kind, Field(strict=False)], ...], AsTuple] = Field(default=(), description=CHOICE)
    programmes: Annotated[tuple[Name, ...], AsTuple] = Field(default=(), description=TEXTS)
    unless: Line = Field(default="", description=LINE)
    must: bool = Field(default=False, description=YES_NO)


class PresenceTable(Table):
    """The whole file."""

    requirements: Annotated[tuple[RequirementTable, ...], AsTuple] = Field(default=(), description=_REQUIREMENTS)


def load_requirements(path: Path | None = None) -> tuple[Requirement, ...]:
    """Read ours, or the file at `path`; raise `ContentFaults` with everything that is wrong with it."""
    table = checked(read_document(path or shipped("data", "presence.toml")), PresenceTable, _relations)
    return tuple(
        Requirement(
            id=each.id,
            who=each.who,
            text=Phrase(each.text, each.text_en or each.text),
            source=each.source,
            of_each_team=each.each_team,
            kinds=each.kinds,
            programmes=each.programmes,
            unless=each.unless,
            must=each.must,
        )
        for each in table.requirements
    )


def _relations(document: Document) -> Iterator[Fault]:
    """Yield a fault for each role that there is none of."""
    requirements = document.data.get("requirements")
    for index, each in enumerate(requirements if isinstance(requirements, list) else ()):
        if not isinstance(each, dict):
            continue
        for key, allowed in (("who", (WHOLE_TEAM, *ROLES)), ("unless", ("", *ROLES))):
            found = each.get(key, "")
            if isinstance(found, str) and key in each and found.strip() not in allowed:
                choices = ", ".join(filter(None, allowed))
                yield between(document, ("requirements", index, key), found, (FOUND, _A_ROLE), choices=choices)
