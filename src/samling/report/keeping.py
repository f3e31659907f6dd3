"""Keeping the report: written beside the database when a day ends, without being asked, and never over another file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from samling.language import _
from samling.report.day import report
from samling.report.html import html
from samling.report.markdown import markdown

if TYPE_CHECKING:
    from pathlib import Path

    from samling.domain.gathering import Gathering
    from samling.session import Session

_MOST = 100
"""So many reports of one day are kept: a day that is ended again and again is a rehearsal."""


def keep(session: Session, gathering: Gathering, number: int, database: Path) -> str:
    """Write the report of a day beside its database, as HTML and Markdown; return in words what became of it.

    Nothing that is there is ever replaced: a report that says something else gets a number of its own.
    """
    made = report(session, gathering, number)
    name = _("{database}-report-{date}").format(database=database.stem, date=gathering.day(number).date.isoformat())
    pages = {".html": html(made), ".md": markdown(made)}
    try:
        kept = _write(database.parent, name, pages)
    except OSError as fault:
        return _("The day report could not be written: {fault}.").format(fault=fault.strerror or fault)
    return _("Day report: {file}").format(file=kept) if kept else ""


def _write(folder: Path, name: str, pages: dict[str, str]) -> Path | None:
    """Write the pages under the first name that is free, or that holds the same; return the first page's path."""
    for number in range(1, _MOST + 1):
        stem = name if number == 1 else f"{name}-{number}"
        paths = {folder / f"{stem}{ending}": page.encode() for ending, page in pages.items()}
        missing = {path: page for path, page in paths.items() if not os.path.lexists(path)}
        if all(path in missing or _holds(path, page) for path, page in paths.items()):
            for path, page in missing.items():
                with path.open("xb") as file:
                    file.write(page)
            return next(iter(paths))
    return None


def _holds(path: Path, page: bytes) -> bool:
    """Whether that is a file with just this in it; a folder, or what cannot be read, is something else."""
    try:
        return path.read_bytes() == page
    except OSError:
        return False
