"""A code to scan, as large as it can be: a survey with what the teams expected, a link, the guests' network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.codes.pattern import Code, screen_code
from samling.domain.errors import SamlingError
from samling.tui.screen import survey_words
from samling.tui.screen.paging import PAGE_SECONDS
from samling.tui.screen.parts import FittedScene, Headline, Words
from samling.tui.screen.sayings import Sayings
from samling.tui.screen.survey_layout import layout
from samling.tui.widgets.bigtext import BigText
from samling.tui.widgets.qr import QrCode
from samling.wording import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.screen.survey_words import Poster
    from samling.tui.view import View


class ScanScene(FittedScene):
    """The code with its title and the time left. What else is said stands beside it, or takes turns with it."""

    def __init__(self) -> None:
        super().__init__()
        self._line, self._code = Words(classes="line"), QrCode()
        self._title = Headline(classes="title", share=0.25, letters=0.07, whole=True)
        self._sayings, self._left = Sayings(), BigText(classes="left")
        self._link = Headline(classes="link", share=0.4, letters=0.07, whole=True)
        self._aside = Vertical(self._title, self._sayings, self._link, self._left, classes="aside")
        self._plain = Headline(classes="plain", share=0.5, whole=True, letters=0.15)
        self._why = Words(classes="why")
        self._made: tuple[str, Code | SamlingError] | None = None

    def compose(self) -> ComposeResult:
        """Lay the code beside the rest, or what is said where it does not fit."""
        yield self._line
        with Horizontal(classes="halves"):
            yield self._code
            yield self._aside
        yield self._plain
        yield self._why

    def on_hide(self) -> None:
        """Keep nothing of what is shown no more: a network's password is in its code."""
        self._code.erase()
        self._made = None

    def show(self, view: View) -> None:
        """Show what there is to scan."""
        found = survey_words.poster(view)
        if found is None or not self.size:
            return
        self._line.say(" · ".join(filter(None, (found.title, survey_words.left(view)))))
        made = self._code_of(found.payload)
        try:
            if isinstance(made, SamlingError):
                raise made
            self._show_code(view, found, made)
        except SamlingError as refused:
            self._show_text(found, refused)

    def _code_of(self, payload: str) -> Code | SamlingError:
        """The code of what is shown, made once."""
        if self._made is None or self._made[0] != payload:
            try:
                self._made = (payload, screen_code(payload))
            except SamlingError as refused:
                self._made = (payload, refused)
        return self._made[1]

    def _show_code(self, view: View, found: Poster, made: Code) -> None:
        room = layout(made, found.text, *self.size)
        beside = bool(room.aside)
        turn = int(view.now.timestamp() // PAGE_SECONDS)
        is_alone = not beside and (not found.sayings or turn % 2 == 0)
        self._arrange(code=beside or is_alone, aside=beside or not is_alone, line=not beside)
        self._code.styles.width = room.code if beside else "1fr"
        self._code.show(found.payload, found.text)
        self._title.say(found.title)
        self._title.display = beside
        self._left.text = survey_words.left(view)
        self._left.display = beside and bool(self._left.text)
        self._sayings.display, self._link.display = bool(found.sayings), not found.sayings
        self._link.say(survey_words.spelled(found.text))
        pages = self._sayings.say(found.sayings)
        self._sayings.turn_to((turn if beside else turn // 2) % pages)

    def _show_text(self, found: Poster, refused: SamlingError) -> None:
        """Say what would fit, and show the plain text as large as it can be."""
        self._arrange(text=True, line=True)
        self._plain.say(survey_words.spelled(found.text))
        self._why.say(say(refused))

    def _arrange(self, *, code: bool = False, aside: bool = False, text: bool = False, line: bool = False) -> None:
        self._code.display, self._aside.display, self._line.display = code, aside, line
        self._plain.display = self._why.display = text
        self.query_one(".halves").display = not text
