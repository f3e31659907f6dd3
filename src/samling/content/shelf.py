"""Content of one sort, such as programmes: our files, and those that the user keeps in a folder of their own."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from samling.content.faults import ContentFaults, Fault, plain
from samling.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable


class _HasId(Protocol):
    @property
    def id(self) -> str:
        """What it is asked for by."""


T = TypeVar("T", bound=_HasId)


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A content file in the list: `content` when it can be used, else `faults`, and the file's name as `id`."""

    id: str
    path: Path
    is_ours: bool
    content: T | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a shelf says: `unknown` with {id}, `near` with {id} and {near}, `taken` with {id} and {other}."""

    unknown: str
    near: str
    taken: str


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """Where content of one sort is found.

    `ours` and `own` tell the folders, `load` reads one file, `order` sorts ours. Where `own_replaces`, a file of the
    user's with the id of one of ours takes its place; elsewhere such a file is at fault.
    """

    ours: Callable[[], Path]
    own: Callable[[], Path]
    load: Callable[[Path], T]
    order: Callable[[Listed[T]], Any]
    says: Sentences
    own_replaces: bool = False

    def everything(self, own: Path | None = None) -> tuple[Listed[T], ...]:
        """Return ours in their order, then the user's own by file name, broken ones included.

        `own` is the folder of the user's own; None means the one in the user's config folder.
        """
        listed = sorted((self._read(path, is_ours=True) for path in _files(self.ours())), key=self.order)
        for path in _files(own or self.own()):
            each = self._read(path, is_ours=False)
            if self.own_replaces:
                listed = [other for other in listed if not (other.is_ours and other.id == each.id)]
            listed.append(self._with_own_id(each, listed))
        return tuple(listed)

    def find(self, id_or_path: str, own: Path | None = None) -> T:
        """Return what has this id, or read the file at this path.

        What ends in .toml or holds a path separator is a path. Raise `Refused` for an unknown id, `ContentFaults` for
        a file that cannot be used.
        """
        if id_or_path.lower().endswith(".toml") or "/" in id_or_path or "\\" in id_or_path:
            return self.load(Path(id_or_path).expanduser())
        ours = self.ours() / f"{id_or_path}.toml"
        may_be_replaced = self.own_replaces and _files(own or self.own())
        if ours in _files(ours.parent) and not may_be_replaced:
            return self.load(ours)  # our files bear their ids as names, so that one id costs one file
        listed = self.everything(own)
        for each in listed:
            if each.id == id_or_path:
                return _usable(each)
        near = difflib.get_close_matches(plain(id_or_path).lower(), [each.id for each in listed], n=1)
        if near:
            raise Refused(self.says.near, id=plain(id_or_path), near=near[0])
        raise Refused(self.says.unknown, id=plain(id_or_path))

    def check(self, path: Path, own: Path | None = None) -> T:
        """Read a file as it will be found: in the folder of the user's own it must have an id of its own.

        Raise `ContentFaults` with everything that is wrong with it.
        """
        found = self.load(path)
        folder = own or self.own()
        if path.resolve().parent == folder.resolve():
            for each in self.everything(folder):
                if each.path.name == path.name and each.faults:
                    raise ContentFaults(str(path), each.faults)
        return found

    def _read(self, path: Path, *, is_ours: bool) -> Listed[T]:
        try:
            content = self.load(path)
        except ContentFaults as error:
            return Listed(path.stem, path, is_ours, faults=error.faults)
        return Listed(content.id, path, is_ours, content)

    def _with_own_id(self, listed: Listed[T], others: list[Listed[T]]) -> Listed[T]:
        """Turn a file whose id another has into a broken one: which of the two is meant must never be guessed."""
        other = next((each for each in others if each.id == listed.id and each.content), None)
        if other is None or listed.content is None:
            return listed
        parts = {"id": listed.id, "other": str(other.path)}
        fault = Fault(plain(str(listed.path), 300), self.says.taken, "id", parts=parts)
        return replace(listed, id=listed.path.stem, content=None, faults=(fault,))


def _usable(listed: Listed[T]) -> T:
    if listed.content is None:
        raise ContentFaults(str(listed.path), listed.faults)
    return listed.content


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError:
        return []
