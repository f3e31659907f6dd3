"""Choosing one of a list, and being asked before something is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.widgets.keyline import Hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget


class Chooser(Frame[str]):
    """A list to choose from; answers with the chosen one's name.

    Each option is a name, a label and a second, quieter text. `chosen` is the name that is marked at first.
    """

    def __init__(
        self, title: str, options: Sequence[tuple[str, str, str]], *, text: str = "", chosen: str | None = None
    ) -> None:
        super().__init__(title, text=text)
        self._options = options
        self._chosen = chosen

    def body(self) -> Iterable[Widget]:
        """The list."""
        choices = OptionList(
            *(Option(_two_texts(label, more), id=name) for name, label, more in self._options), markup=False
        )
        names = [name for name, _label, _more in self._options]
        choices.highlighted = names.index(self._chosen) if self._chosen in names else 0
        yield choices

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint(_("Enter"), _("Choose"), "screen.choose")
        yield Hint(_("Esc"), _("Cancel"), "screen.close")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the chosen one."""
        self.dismiss(event.option.id)

    def action_choose(self) -> None:
        """Choose the one that is marked."""
        self.query_one(OptionList).action_select()


def _two_texts(label: str, more: str) -> Content:
    return Content.assemble(Content(label), ("  " if more else ""), Content(more).stylize("$text-quiet"))


class Confirm(Frame[bool]):
    """A question with two answers. The careful one is marked, so that a blind Enter changes nothing."""

    BINDINGS: ClassVar = [Binding(_("y"), "answer(True)", show=False), Binding("n", "answer(False)", show=False)]

    def __init__(self, title: str, text: str, *, yes: str, no: str) -> None:
        super().__init__(title, text=text)
        self._yes, self._no = yes, no

    def body(self) -> Iterable[Widget]:
        """The two answers."""
        yield OptionList(Option(Content(self._no), id="no"), Option(Content(self._yes), id="yes"), markup=False)

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint(_("y"), self._yes, "screen.answer(True)")
        yield Hint(_("Esc"), self._no, "screen.answer(False)")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(event.option.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer."""
        self.dismiss(answer)
