"""The scoring forms that a gathering's pitches can be scored by: ours, and those that the user keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from samling.content import shelf
from samling.content.places import own_forms, shipped
from samling.domain.errors import N_

if TYPE_CHECKING:
    from pathlib import Path

    from samling.domain.scoring.form import Form


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form as its file has it: in bokmål and in English. Where a file has no English, both have the same text."""

    id: str
    nb: Form
    en: Form

    def said(self, language: str) -> Form:
        """The form in a language, "nb" or "en"."""
        return self.nb if language == "nb" else self.en


Listed: TypeAlias = shelf.Listed[FormFile]

_ORDER = ("standard", "short", "poster")


def load_form(path: Path) -> FormFile:
    """Read one form file; raise `ContentFaults` with everything that is wrong with it."""
    from samling.content.form_file import load_form as load  # pydantic, only when content is read

    return load(path)


_SHELF = shelf.Shelf(
    ours=lambda: shipped("data", "scoring"),
    own=own_forms,
    load=load_form,
    order=lambda listed: _ORDER.index(listed.id),
    says=shelf.Sentences(
        unknown=N_('There is no scoring form "{id}". `samling pitch form list` shows them all.'),
        near=N_('There is no scoring form "{id}". Did you mean {near}?'),
        taken=N_('the id "{id}" belongs to another form ({other}); give this one an id of its own'),
    ),
)
list_forms = _SHELF.everything
find_form = _SHELF.find
check_form = _SHELF.check
