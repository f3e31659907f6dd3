"""Every key on one A4 page, to lie beside the laptop: as PDF, and as one page of HTML.

PDF is set by Typst, which embeds the fonts. The HTML page needs nothing but a browser that prints.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Row:
    """Keys that do the same, and in few words what."""

    keys: tuple[str, ...]
    does: str


@dataclass(frozen=True, slots=True)
class Part:
    """The keys of a window, or of one heading of it; `opens` says how to get there, "" where that is said above."""

    title: str
    opens: str
    rows: tuple[Row, ...]


def pdf(title: str, parts: Sequence[Part], *, language: str = "en") -> bytes:
    """Return the page as PDF. Raises `Refused` where Typst is not installed."""
    try:
        import typst
    except ImportError as fault:
        raise Refused(N_("PDF needs typst, which is not installed here. Write an HTML page and print it.")) from fault
    data = {"title": title, "language": language, "parts": [asdict(each) for each in parts]}
    template = Path(__file__).with_suffix(".typ").read_bytes()
    return typst.compile(template, format="pdf", sys_inputs={"data": json.dumps(data)})


def html(title: str, parts: Sequence[Part], *, language: str = "en") -> str:
    """Return the same as one self-contained page."""
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    sections = "".join(line for part in parts for line in _section(part))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{sections}</main>\n</body>\n</html>\n"
    )


def _section(part: Part) -> Iterator[str]:
    opens = f" <kbd>{escape(part.opens)}</kbd>" if part.opens else ""
    yield f"<section>\n<h2>{escape(part.title)}{opens}</h2>\n<dl>\n"
    for row in part.rows:
        keys = " ".join(f"<kbd>{escape(key)}</kbd>" for key in row.keys)
        yield f"<div><dt>{keys}</dt><dd>{escape(row.does)}</dd></div>\n"
    yield "</dl>\n</section>\n"
