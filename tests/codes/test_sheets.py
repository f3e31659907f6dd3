"""Sheets and cards are read from the page itself, and nothing that is written in a title is taken for markup."""

from __future__ import annotations

import builtins
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from readers import assert_read, from_pdf, from_svg, zxing
from samling.codes.sheets import Card, html, pdf
from samling.domain.errors import Refused
from samling.domain.link import checked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.codes.sheets import Layout

HOSTILE = 'Ærlig øving på Å #let x = 1 [*fet*] $a$ \\ "hei" </svg><script>alert(1)</script> #read("/etc/passwd")'


def cards(count: int) -> list[Card]:
    """Cards of tables, each with a link of its own."""
    links = [checked("https://nettskjema.no/a/48211", [("bord", str(table))]) for table in range(1, count + 1)]
    return [Card(f"Evaluering – bord {table}", link.payload, link.text) for table, link in enumerate(links, start=1)]


def texts(contents: bytes) -> list[str]:
    """Return the text of each page of a PDF, on one line."""
    with pypdfium2.PdfDocument(contents) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return [re.sub(r"\s+", " ", page) for page in pages]


class Page(HTMLParser):
    """What an HTML page says, leads to and loads."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Note what is said."""
        self.said += [data.strip()] if data.strip() else []


class TestPdf:
    def test_one_on_each_sheet(self) -> None:
        """Each sheet is A4, and has one title, one code that every reader reads, and its link in plain text."""
        made = cards(3)
        contents = pdf(made)
        pages = from_pdf(contents)
        with pypdfium2.PdfDocument(contents) as document:
            millimetres = [tuple(round(points / 72 * 25.4) for points in page.get_size()) for page in document]
        assert millimetres == [(210, 297)] * 3
        for card, picture, text in zip(made, pages, texts(contents), strict=True):
            assert_read(picture, card.payload)
            assert card.title in text
            assert card.text in text

    def test_cards_to_cut_out(self) -> None:
        """Eight cards stand on a page, each with its own code, title and link."""
        made = cards(9)
        contents = pdf(made, "cards")
        assert [sorted(zxing(page)) for page in from_pdf(contents)] == [
            sorted(card.payload for card in page) for page in (made[:8], made[8:])
        ]
        assert all(card.title in texts(contents)[0] and card.text in texts(contents)[0] for card in made[:8])

    def test_each_card_by_itself(self) -> None:
        """Cut out of its page, a card is read by every reader."""
        made = cards(8)
        page = from_pdf(pdf(made, "cards"))[0]
        height, width = page.shape[0] // 4, page.shape[1] // 2
        for at, card in enumerate(made):
            top, left = at // 2 * height, at % 2 * width
            assert_read(page[top : top + height, left : left + width].copy(), card.payload)

    def test_data_is_never_markup(self) -> None:
        """What looks like Typst or HTML in a title is said as it stands."""
        link = "https://x.no/"
        said = texts(pdf([Card(HOSTILE, link, link)]))[0]
        assert HOSTILE.replace(" ", "") in said.replace(" ", "")

    def test_fonts_are_embedded(self) -> None:
        """Every font of the page is inside the file, so that every printer has it."""
        contents = pdf([Card("Ærlig øving på Å", "https://x.no/", "https://x.no/")])
        with pypdfium2.PdfDocument(contents) as document:
            fonts = [each.get_font() for each in document[0].get_objects() if isinstance(each, pypdfium2.PdfTextObj)]
            assert {font.get_base_name().split("-")[0].split("+")[-1] for font in fonts} == {
                "LibertinusSerif", "DejaVuSansMono"
            }  # fmt: skip
            assert all(font.is_embedded for font in fonts)

    def test_a_link_can_be_followed(self) -> None:
        """On a screen a click on the link opens it; a network's name leads nowhere."""
        assert b"/URI(https://x.no/a)" in pdf([Card("A", "https://x.no/a", "https://x.no/a")])
        assert b"/URI" not in pdf([Card("A", "WIFI:T:nopass;S:Gjest;;", "Gjest")])

    def test_the_longest_link(self) -> None:
        """A link of 2,000 bytes has room on a sheet and on a card, and is read from the sheet."""
        link = checked("https://x.no/" + "aB1_" * 496)
        card = Card("Et langt navn som går over flere linjer " * 5, link.payload, link.text)
        sheet, page = pdf([card]), pdf([card] * 8, "cards")
        assert (len(from_pdf(sheet)), len(from_pdf(page))) == (1, 1)
        assert zxing(from_pdf(sheet, 300)[0]) == [link.payload]

    def test_the_same_each_time(self) -> None:
        """The same cards give the same bytes: nothing tells when it was made."""
        assert pdf(cards(1)) == pdf(cards(1))

    def test_without_typst(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where typst is not installed it is said, with the way that is left."""
        load = builtins.__import__

        def fail(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - Python's own
            if name == "typst":
                raise ImportError(name)
            return load(name, *rest, **more)

        monkeypatch.setattr(builtins, "__import__", fail)
        with pytest.raises(Refused, match="HTML"):
            pdf(cards(1))


class TestHtml:
    @pytest.mark.parametrize("layout", ["sheets", "cards"])
    def test_holds_everything(self, layout: Layout) -> None:
        """The page has each title, link and code, and every reader reads the codes."""
        made = cards(9)
        source = html(made, layout, language="nb")
        said = Page(source).said
        assert all(card.title in said and card.text in said for card in made)
        drawings = re.findall(r"<svg.*?</svg>", source)
        for card, drawing in zip(made, drawings, strict=True):
            assert_read(from_svg(drawing, width=8 * 37), card.payload)

    def test_is_self_contained(self) -> None:
        """Nothing is loaded from anywhere, nothing runs, and the language is told."""
        page = Page(html(cards(2), language="nb"))
        assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
        assert {"src", "onload", "style"}.isdisjoint(name for name, _value in page.attributes)
        assert ("lang", "nb") in page.attributes
        assert "url(" not in html(cards(2))

    def test_data_is_never_markup(self) -> None:
        """What looks like HTML in a title or a text is said as it stands."""
        page = Page(html([Card(HOSTILE, "https://x.no/", '"><b>x')]))
        assert page.said.count(HOSTILE) == 2  # the page's own title, and the card's
        assert '"><b>x' in page.said
        assert {"script", "b"}.isdisjoint(page.tags)

    def test_only_links_are_links(self) -> None:
        """A payload that is no link, such as a network with its password, is not written into the page."""
        source = html([Card("Nett", "WIFI:T:WPA;S:Gjest;P:hemmelig1;;", "Gjest")])
        assert "hemmelig1" not in source
        assert "a" not in Page(source).tags
