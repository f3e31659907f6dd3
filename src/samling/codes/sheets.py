"""Codes on A4: one large on each sheet, or eight cards on a page to cut out. As PDF, and as one page of HTML.

PDF is set by Typst, which embeds the fonts. The HTML page needs nothing but a browser that prints.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from samling.codes.pattern import code
from samling.codes.pictures import svg
from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

Layout = Literal["sheets", "cards"]


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one sheet or card: a title, the code of `payload`, and `text` below for who cannot scan.

    For a `Link` these are its payload and its text.
    """

    title: str
    payload: str
    text: str

    @property
    def url(self) -> str | None:
        """Where a click leads, in a PDF or a page that is read on a screen; None for what is no link."""
        return self.payload if self.payload.startswith(("https://", "http://")) else None


def pdf(cards: Sequence[Card], layout: Layout = "sheets", *, language: str = "en") -> bytes:
    """Return a PDF of the cards. `language` ("nb", "en") is told to whoever reads it aloud.

    Raises `Refused` where Typst is not installed, `WrongUsage` for a payload that no code holds.
    """
    try:
        import typst
    except ImportError as fault:
        raise Refused(N_("PDF needs typst, which is not installed here. Write an HTML page and print it.")) from fault
    drawings = _drawings(cards)
    data = {
        "title": _title(cards),
        "language": language,
        "cut": layout == "cards",
        "cards": [
            {"title": card.title, "text": card.text, "url": card.url, "svg": drawings[card.payload]} for card in cards
        ],
    }
    template = Path(__file__).with_suffix(".typ").read_bytes()
    return typst.compile(template, format="pdf", sys_inputs={"data": json.dumps(data)})


def html(cards: Sequence[Card], layout: Layout = "sheets", *, language: str = "en") -> str:
    """Return the same as one self-contained page; raises `WrongUsage` for a payload that no code holds."""
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    drawings = _drawings(cards)
    sections = "".join(_section(card, drawings[card.payload]) for card in cards)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(_title(cards))}</title>\n<style>\n{style}</style>\n</head>\n"
        f'<body>\n<main class="{layout}">\n{sections}</main>\n</body>\n</html>\n'
    )


def _drawings(cards: Sequence[Card]) -> dict[str, str]:
    """The codes as SVG by what they hold: all tables may well share one."""
    return {payload: svg(code(payload)) for payload in {card.payload for card in cards}}


def _section(card: Card, drawing: str) -> str:
    text = escape(card.text)
    said = f'<a href="{escape(card.url)}">{text}</a>' if card.url else text
    return f"<section>\n<h2>{escape(card.title)}</h2>\n{drawing}\n<p>{said}</p>\n</section>\n"


def _title(cards: Sequence[Card]) -> str:
    """What the whole is called: the title that all share, else that of the first."""
    return cards[0].title if cards else ""
