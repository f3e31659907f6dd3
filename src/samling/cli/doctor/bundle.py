"""A bundle for whoever helps: what is known of the program, the computer and the file, and of nobody in it."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from samling.cli.doctor.computer import system, versions
from samling.domain.errors import N_, DatabaseUnusable, Refused, SamlingError
from samling.store import outline, placing
from samling.store.database import Database
from samling.store.sqlite import speaking_of, sqlite_version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.cli.doctor.looking import Looked
    from samling.domain.readiness.finding import Finding

_ABOUT = """This is a bundle for whoever helps with samling.

It holds versions, what `samling doctor` looked at (in which order, and how it was found, without what was found), the
tables, how many rows they have, and what was done when. No name of a person, a team or an organisation is in it, no
text that anybody typed, no link, no path and no password.
"""


def write_bundle(target: Path, database: Path, looked: Looked) -> None:
    """Write the bundle to `target`, whole or not at all. Raises `Refused` when that name is taken."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, contents in _files(database, looked):
            bundle.writestr(zipfile.ZipInfo(name), contents)  # an information of its own: no time, nobody's name
    if not target.absolute().parent.is_dir():
        raise DatabaseUnusable(N_("The folder {folder} does not exist."), folder=target.parent)
    with speaking_of(target):
        written = placing.write_new(target, packed.getvalue())
    if not written:
        raise Refused(N_("{path} is there already. Give another name."), path=target)


def _files(path: Path, looked: Looked) -> Iterator[tuple[str, str]]:
    yield "README.txt", _ABOUT
    yield "versions.json", _json({"versions": versions(), "sqlite": sqlite_version(), "system": system()})
    yield "findings.json", _json([_finding(each) for each in looked.everything])
    if not path.exists():
        return
    yield "sizes.json", _json(_sizes(path))
    try:
        database = Database(path)
    except SamlingError as fault:
        yield "fault.json", _json({"fault": fault.template})
        return
    try:
        with database.reading():
            yield "schema.sql", ";\n".join(outline.schema(database))
            yield "counts.json", _json(outline.counts(database))
            yield "settings.json", _json(outline.settings(database))
            yield "log.json", _json(outline.log(database))
    except SamlingError as fault:
        yield "fault.json", _json({"fault": fault.template})
    finally:
        database.close()


def _finding(finding: Finding) -> dict[str, Any]:
    """A finding by its id, with the numbers in it and no words."""
    numbers = {name: part for name, part in finding.what.parts.items() if isinstance(part, int)}
    return {"id": finding.id, "level": finding.level.value, **numbers}


def _sizes(path: Path) -> dict[str, int]:
    """How many bytes the file has, and what lies beside it while it is written."""
    endings = {"database": "", "wal": "-wal", "shm": "-shm"}
    files = {name: path.with_name(path.name + ending) for name, ending in endings.items()}
    return {name: file.stat().st_size for name, file in files.items() if file.exists()}


def _json(value: Any) -> str:  # noqa: ANN401 - whatever is told
    return json.dumps(value, indent=1)
