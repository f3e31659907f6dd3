"""A paper sheet that is typed in: a key for each question, Enter for none, the next sheet at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain.survey.answers import Answer
from samling.domain.survey.questions import Sort
from samling.domain.survey.typing import BACK, ENTER
from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.events import Key
    from textual.widget import Widget

    from samling.domain.survey.typing import Typing
    from samling.domain.survey.values import Survey
    from samling.tui.control.surveys.desk import SurveysDesk

_KEYS = {"enter": ENTER, "backspace": BACK}


class Sheet(Frame[None]):
    """The sheet. Each is kept by Enter at its end; Escape leaves the one that is begun."""

    AUTO_FOCUS = ""

    def __init__(self, desk: SurveysDesk, survey: Survey, blank: Typing) -> None:
        super().__init__(survey.title)
        self._desk, self._survey, self._blank = desk, survey, blank
        self._sheet, self._kept = blank, 0
        self._page = Words(id="sheet")

    def body(self) -> Iterable[Widget]:
        """The question one is at."""
        yield self._page

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint(_("Enter"), _("No answer, or keep"), "screen.press('enter')")
        yield Hint(_("Backspace"), _("Back"), "screen.press('backspace')")
        yield Hint(_("Esc"), _("Done"), "screen.close")

    def on_mount(self) -> None:
        """Show the first question."""
        self._show()

    def on_key(self, event: Key) -> None:
        """Answer the question, or go on or back."""
        if event.key in _KEYS or (event.is_printable and event.character):
            event.stop()
            event.prevent_default()
            self.action_press(_KEYS.get(event.key) or event.character or "")

    def action_press(self, key: str) -> None:
        """Do what a key means."""
        if self._sheet.is_done and key == ENTER and self._sheet.replies:
            self._keep()
        else:
            self._sheet = self._sheet.press(key)
        self._show()

    def _keep(self) -> None:
        answer = Answer(self._survey.id or 0, self._sheet.replies)
        done = self._desk.do(
            "answer-type-in", survey_id=self._survey.id, asked=self._sheet.asked, found=(answer,),
            title=self._survey.title,
        )  # fmt: skip
        if done is not None:
            self._kept, self._sheet = self._kept + 1, self._blank

    def _show(self) -> None:
        self._page.say(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        sheet, asked = self._sheet, self._sheet.current
        yield Content(_("Sheet {number}").format(number=self._kept + 1)).stylize("$text-quiet")
        yield Content("")
        if asked is None:
            end = _("Enter keeps it, Backspace goes back.") if sheet.replies else _("Nothing was answered.")
            yield Content(end).stylize("bold")
            return
        place = _("{place} of {count}").format(place=sheet.at + 1, count=len(sheet.asked))
        yield Content.assemble((f"{place}  ", "$text-quiet"), (asked.text, "bold"))
        yield Content("")
        for key, meaning in sheet.choices():
            reply = sheet.reply
            chosen = meaning in reply if isinstance(reply, tuple) else str(reply) in {key, meaning}
            yield Content.assemble(("● " if chosen else "  ", "$success"), (f"{key}  ", "bold $primary"), meaning)
        if asked.sort is Sort.TEXT:
            yield Content(f"{sheet.reply or ''}▏")
