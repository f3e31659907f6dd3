"""Spreadsheets for tests: written by another hand than the one that reads them, or put together byte by byte."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def xlsx(rows: Iterable[Sequence[object]], *, name: str = "Ark1", merged: Iterable[str] = ()) -> bytes:
    """Return rows as an Excel file with one sheet; None is an empty cell, `merged` are areas such as "A2:A4"."""
    return workbook({name: rows}, merged=merged)


def workbook(
    sheets: Mapping[str, Iterable[Sequence[object]]], *, merged: Iterable[str] = (), hidden: Iterable[str] = ()
) -> bytes:
    """Return an Excel file; `merged` are areas of its first sheet, `hidden` sheets that are not shown."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for at, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(at, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"  # "=cmd" is a text here, as when somebody types ' before it
        if name in hidden:
            sheet.sheet_state = "hidden"
    for area in merged:
        book.worksheets[0].merge_cells(area)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def package(parts: Mapping[str, str]) -> bytes:
    """Return a zip file of these parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as opened:
        for name, text in parts.items():
            opened.writestr(name, text)
    return made.getvalue()


def changed(package_bytes: bytes, part: str, old: str, new: str) -> bytes:
    """Return a package with a text in one of its parts put in another's place."""
    with ZipFile(BytesIO(package_bytes)) as opened:
        parts = {name: opened.read(name).decode("utf-8") for name in opened.namelist()}
    assert old in parts[part]
    return package({**parts, part: parts[part].replace(old, new)})


_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text")
)


def ods(table: str, manifest: str = "") -> bytes:
    """Return a LibreOffice file whose only sheet holds these rows, as they stand in its XML."""
    return package(
        {
            "mimetype": _ODS,
            "META-INF/manifest.xml": "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{_ODS}"/>{manifest}</manifest:manifest>',
            "content.xml": f"<office:document-content {_SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="Ark1">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_row(*cells: str, times: int = 1) -> str:
    """Return a row of texts for `ods`, an empty text being an empty cell."""
    inside = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        if cell
        else "<table:table-cell/>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{inside}</table:table-row>'
