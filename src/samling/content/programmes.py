"""The programmes that a gathering can be made from: ours, and those that the user keeps."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from samling.content.faults import ContentFaults, Fault, plain
from samling.content.places import own_programmes, shipped
from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from samling.domain.programme import Programme

_KIND_ORDER = ("kickoff", "meeting", "gathering")
_ID_TAKEN = N_('the id "{id}" belongs to another programme ({other}); give this one an id of its own')


@dataclass(frozen=True, slots=True)
class Listed:
    """A programme file in the list: `programme` when it can be used, else `faults`, and the file's name as `id`."""

    id: str
    path: Path
    is_ours: bool
    programme: Programme | None = None
    faults: tuple[Fault, ...] = ()


def load_programme(path: Path) -> Programme:
    """Read one programme file; raise `ContentFaults` with everything that is wrong with it."""
    from samling.content.programme_file import load_programme as load  # pydantic, only when content is read

    return load(path)


def check_programme(path: Path, own: Path | None = None) -> Programme:
    """Read a programme file as it will be found: in the folder of the user's own it must have an id of its own.

    Raise `ContentFaults` with everything that is wrong with it.
    """
    found = load_programme(path)
    folder = own or own_programmes()
    if path.resolve().parent == folder.resolve():
        for each in list_programmes(folder):
            if each.path.name == path.name and each.faults:
                raise ContentFaults(str(path), each.faults)
    return found


def list_programmes(own: Path | None = None) -> tuple[Listed, ...]:
    """Return our programmes in the order of a network's year, then the user's own by file name, broken ones included.

    `own` is the folder of the user's own programmes; None means the one in the user's config folder.
    """
    ours = sorted((_listed(path, is_ours=True) for path in _files(shipped("data", "programmes"))), key=_year_order)
    listed = list(ours)
    for path in _files(own or own_programmes()):
        listed.append(_with_own_id(_listed(path, is_ours=False), listed))
    return tuple(listed)


def find_programme(id_or_path: str, own: Path | None = None) -> Programme:
    """Return the programme with this id, or read the file at this path.

    What ends in .toml or holds a path separator is a path. Raise `Refused` for an unknown id, `ContentFaults` for a
    file that cannot be used.
    """
    if id_or_path.lower().endswith(".toml") or "/" in id_or_path or "\\" in id_or_path:
        return load_programme(Path(id_or_path).expanduser())
    ours = shipped("data", "programmes", f"{id_or_path}.toml")
    if ours in _files(ours.parent):
        return load_programme(ours)  # our files bear their ids as names, so that one id costs one file
    listed = list_programmes(own)
    for each in listed:
        if each.id == id_or_path:
            return _usable(each)
    near = difflib.get_close_matches(plain(id_or_path).lower(), [each.id for each in listed], n=1)
    if near:
        raise Refused(N_('There is no programme "{id}". Did you mean {near}?'), id=plain(id_or_path), near=near[0])
    raise Refused(N_('There is no programme "{id}". `samling programme list` shows them all.'), id=plain(id_or_path))


def _usable(listed: Listed) -> Programme:
    if listed.programme is None:
        raise ContentFaults(str(listed.path), listed.faults)
    return listed.programme


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError:
        return []


def _listed(path: Path, *, is_ours: bool) -> Listed:
    try:
        programme = load_programme(path)
    except ContentFaults as error:
        return Listed(path.stem, path, is_ours, faults=error.faults)
    return Listed(programme.id, path, is_ours, programme)


def _with_own_id(listed: Listed, others: list[Listed]) -> Listed:
    """Turn a file whose id another has into a broken one: which of the two is meant must never be guessed."""
    other = next((each for each in others if each.id == listed.id and each.programme), None)
    if other is None or listed.programme is None:
        return listed
    fault = Fault(plain(str(listed.path), 300), _ID_TAKEN, "id", parts={"id": listed.id, "other": str(other.path)})
    return replace(listed, id=listed.path.stem, programme=None, faults=(fault,))


def _year_order(listed: Listed) -> tuple[str, int, int, bool]:
    programme = listed.programme
    if programme is None:
        return ("~", 0, 0, False)
    family = programme.id.split("-")[0]
    return (family, programme.number or 0, _KIND_ORDER.index(programme.kind), programme.is_proposal)
