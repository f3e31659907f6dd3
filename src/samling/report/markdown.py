"""A report as Markdown: what was typed stays text, whatever Markdown would make of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samling.domain.line import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.report.section import Report, Section, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_AT_THE_BEGINNING = re.compile(r"^(\d*)([-+=#.)])")


def escaped(text: str) -> str:
    """Return text as Markdown shows it unchanged, within a line."""
    return _SPECIAL.sub(r"\\\1", printable(text))


def line_of(text: str) -> str:
    """Return the same for a line of its own: it begins no heading and no list either."""
    return _AT_THE_BEGINNING.sub(r"\1\\\2", escaped(text))


def markdown(report: Report) -> str:
    """Return the report as Markdown (CommonMark, with tables)."""
    return "\n".join([f"# {line_of(report.title)}", "", *_list(report.lead), *_sections(report)]).rstrip() + "\n"


def _sections(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield from (f"## {line_of(section.title)}", "")
        yield from _list(section.lines)
        yield from _table(section)


def _list(lines: tuple[str, ...]) -> Iterator[str]:
    yield from (f"- {line_of(line)}" for line in lines)
    if lines:
        yield ""


def _table(section: Section) -> Iterator[str]:
    if section.table is None:
        return
    yield _row(section.table.heads)
    yield _row_of(section.table)
    yield from (_row(row) for row in section.table.rows)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"


def _row_of(table: Table) -> str:
    """The line under the headings, which says how each column is set."""
    return f"| {' | '.join('---:' if at in table.figures else '---' for at in range(len(table.heads)))} |"
