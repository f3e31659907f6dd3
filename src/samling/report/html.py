"""A report as one page of HTML: self-contained, in the language in use, light and dark, and good to print."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from samling.domain.line import printable
from samling.language import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.report.section import Report, Section, Table


def html(report: Report) -> str:
    """Return the report as a page."""
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    body = "\n".join([f"<h1>{_text(report.title)}</h1>", *_list(report.lead), *_sections(report)])
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(report.title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(printable(text))


def _sections(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield f"<section>\n<h2>{_text(section.title)}</h2>"
        yield from _list(section.lines)
        yield from _table(section)
        yield "</section>"


def _list(lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield "<ul>"
        yield from (f"<li>{_text(line)}</li>" for line in lines)
        yield "</ul>"


def _table(section: Section) -> Iterator[str]:
    table = section.table
    if table is None:
        return
    yield "<table>\n<thead>"
    yield _row(table, table.heads, "th", ' scope="col"')
    yield "</thead>\n<tbody>"
    yield from (_row(table, row, "td") for row in table.rows)
    yield "</tbody>\n</table>"


def _row(table: Table, cells: tuple[str, ...], tag: str, more: str = "") -> str:
    def cell(at: int, text: str) -> str:
        figure = ' class="figure"' if at in table.figures else ""
        return f"<{tag}{more}{figure}>{_text(text)}</{tag}>"

    return f"<tr>{''.join(cell(at, text) for at, text in enumerate(cells))}</tr>"
