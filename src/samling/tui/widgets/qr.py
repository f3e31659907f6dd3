"""A code to scan, as large as its widget, with the plain text below for who cannot scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from samling.codes.cells import TooSmall, drawn, segments
from samling.codes.pattern import Code, screen_code
from samling.domain.errors import SamlingError
from samling.tui.plain import clean_text
from samling.wording import say

if TYPE_CHECKING:
    from textual.geometry import Size


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown: the code, or why there is none; the text below and the title above."""

    code: Code | SamlingError
    text: str
    title: str


class QrCode(Widget):
    """Shows a code by the rule that readers were measured with, the same under every theme and under NO_COLOR.

    It never shows half a code: where there is too little room it says how much is missing. A title that takes the room
    from the code gives way to it; the text below never does.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    QrCode { width: 1fr; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._shown: _Shown | None = None
        self._drawn: tuple[tuple[Size, Style], list[Strip]] | None = None

    @property
    def text(self) -> str:
        """The text below; empty while nothing is shown."""
        return self._shown.text if self._shown else ""

    def show(self, payload: str, text: str, title: str = "") -> None:
        """Show the code of `payload` with `text` below: of a `Link` its payload and its text."""
        try:
            made: Code | SamlingError = screen_code(payload)
        except SamlingError as refused:
            made = refused
        self._set(_Shown(made, clean_text(text), clean_text(title)))

    def erase(self) -> None:
        """Show nothing, and keep nothing of what was shown: a network's password is in its code."""
        self._set(None)

    def _set(self, shown: _Shown | None) -> None:
        if shown != self._shown:
            self._shown, self._drawn = shown, None
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the picture."""
        lines = self._lines()
        if 0 <= y < len(lines):
            return lines[y]
        return Strip.blank(self.size.width, self.rich_style)

    def _lines(self) -> list[Strip]:
        """The picture at the size there is now, drawn when anything has changed."""
        asked = (self.size, self.rich_style)
        if self._drawn is None or self._drawn[0] != asked:
            self._drawn = (asked, _arranged(self._shown, *asked) if self._shown else [])
        return self._drawn[1]


def _arranged(shown: _Shown, size: Size, style: Style) -> list[Strip]:
    """The title, the code and the text, centred both ways."""
    bold = style + Style(bold=True)
    text = _folded(shown.text, size.width, style)
    title = _folded(shown.title, size.width, bold)[:1]
    room = size.height - len(text)
    code = _picture(shown.code, size.width, room, bold)
    if title and len(_picture(shown.code, size.width, room - len(title), bold)) != len(code):
        title = []
    return _centred([*title, *code, *text], size, style)


def _picture(code: Code | SamlingError, columns: int, rows: int, style: Style) -> list[list[Segment]]:
    """The code in so much room; in words, why there is none."""
    try:
        if isinstance(code, Code):
            return [segments(line) for line in drawn(code, columns, rows)]
        return _folded(say(code), columns, style)
    except TooSmall as refused:
        return _folded(say(refused), columns, style)


def _folded(text: str, width: int, style: Style) -> list[list[Segment]]:
    """Words in lines of the width; a link, which has no spaces, in full lines."""
    return [[Segment(line.plain, style)] for line in Content(text).wrap(max(1, width))] if text else []


def _centred(lines: list[list[Segment]], size: Size, style: Style) -> list[Strip]:
    """The lines in the middle of the widget; what does not fit below is left out."""
    blank = [Strip.blank(size.width, style)] * ((size.height - len(lines)) // 2)
    return [*blank, *(_line(line, size.width, style) for line in lines)][: size.height]


def _line(line: list[Segment], width: int, style: Style) -> Strip:
    strip = Strip(line)
    left = max(0, width - strip.cell_length) // 2
    return Strip([Segment(" " * left, style), *line]).adjust_cell_length(width, style)
