"""The plan beside what its blocks took before: one key takes the lengths over."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll

from samling.domain import history
from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.control.dialogs.telling import PageText
from samling.tui.widgets.keyline import Hint
from samling.wording import minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual.widget import Widget

    from samling.domain.gathering import Gathering
    from samling.domain.history import Held

_PLAN = 19


class Before(Frame[bool]):
    """What each block of the plan took before. Answers whether `lengths`, by position, are to be taken over."""

    BINDINGS: ClassVar = [Binding("enter,H", "take", show=False)]

    def __init__(self, gathering: Gathering, held: Sequence[Held], lengths: Mapping[int, int]) -> None:
        super().__init__(_("How long it took before"), text=_lead(lengths))
        self._gathering, self._lengths = gathering, lengths
        self._before = history.elsewhere(held, gathering)

    def body(self) -> Iterable[Widget]:
        """The blocks that have been held, in the plan's order."""
        yield VerticalScroll(PageText((("", tuple(self._rows())),)), id="page")

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        if self._lengths:
            yield Hint(_("Enter"), _("Take them over"), "screen.take")
        yield Hint("↑ ↓", _("Scroll"), "screen.scroll_page")
        yield Hint(_("Esc"), _("Close"), "screen.close")

    def _rows(self) -> Iterator[tuple[str, str]]:
        for position, block in enumerate(self._gathering.blocks, start=1):
            past = history.times(self._before, history.topic(self._gathering, block))
            if past:
                plan = _planned(block.planned_seconds, self._lengths.get(position))
                yield block.title, f"{plan:<{_PLAN}}{history.brief(past, _)}"

    def action_take(self) -> None:
        """Take the lengths over."""
        self.dismiss(bool(self._lengths))

    def action_scroll_page(self) -> None:
        """Scroll a page on."""
        self.query_one("#page").scroll_page_down()


def _planned(seconds: int, would: int | None) -> str:
    length = minutes(seconds)
    return length if would is None else f"{length} → {minutes(would)}"


def _lead(lengths: Mapping[int, int]) -> str:
    if not lengths:
        return _("The plan has these lengths already.")
    return _("An arrow marks the lengths that would be taken over: the median of the last times.")
