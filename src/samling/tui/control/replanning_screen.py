"""The proposals beside one another, over the agenda as each would leave it: one key follows one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from samling.domain.replan import sentences
from samling.domain.replan.proposals import LEAVE, outlook
from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.control.replanning_table import ProposalTable, table_of
from samling.tui.widgets.keyline import Hint, key_line
from samling.tui.widgets.words import Words
from samling.wording import about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from textual.widget import Widget

    from samling.domain.gathering import Gathering
    from samling.domain.replan.proposals import Outlook, Proposal

_STEP = timedelta(minutes=5)
_INDENT = 3
_ROOM_FOR_REASONS = 30
"""Rows of the terminal from which each proposal also says why."""
_MOST_LATE = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The proposal to follow, for a day that is taken to become so much later, and what it says of itself."""

    proposal: str
    late: timedelta
    sentence: str


class Proposals(Frame[Chosen]):
    """What can be done so that the day ends as promised, as things stood at `at`.

    `held` is when what goes on in the open block is over, where that is after its own end. To leave it is marked at
    first, so that a blind Enter changes nothing.
    """

    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar = [
        *(Binding(str(number), f"follow({number})", show=False) for number in range(10)),
        Binding("plus,equals_sign", "later(1)", show=False),
        Binding("minus", "later(-1)", show=False),
        Binding("v", "close", show=False),
        Binding("pagedown", "scroll_agenda(1)", show=False, priority=True),
        Binding("pageup", "scroll_agenda(-1)", show=False, priority=True),
    ]

    def __init__(self, gathering: Gathering, at: datetime, held: datetime | None) -> None:
        super().__init__(_("How can the day end as promised?"))
        self._gathering, self._at, self._held = gathering, at, held
        self._late = timedelta(0)
        self._found: Outlook = outlook(gathering, at, held=held)
        self._marked = len(self._found.proposals) - 1
        self._said, self._choices = Words(id="text"), OptionList(markup=False)
        self._table = ProposalTable(id="table")

    def body(self) -> Iterable[Widget]:
        """What cannot be reached, the proposals, and what becomes of the agenda."""
        yield self._said
        yield self._choices
        yield self._table

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        numbers = " ".join(str(number) for number, each in self._numbered() if each.changes)
        if numbers:
            yield Hint(numbers, _("Follow it"), "screen.choose")
        yield Hint("+ −", _("What if we were 5 min later?"), "screen.later(1)")
        if self.has_class("-full"):
            yield Hint("PgDn", _("Scroll"), "screen.scroll_agenda(1)")
        yield Hint(_("Esc"), _("Cancel"), "screen.close")

    def on_mount(self) -> None:
        """Show what there is to choose; to leave it is marked."""
        self._show()

    def on_resize(self) -> None:
        """Lay the sentences out at the width there is."""
        self.remove_class("-full")
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        marked = self._marked
        said = "\n".join(self._words())
        self._said.say(said)
        self._said.display = bool(said)
        self._choices.clear_options()
        self._choices.add_options([Option(self._told(number, each)) for number, each in self._numbered()])
        self._choices.highlighted = marked
        self._table.table = table_of(self._gathering, self._found)
        self._say_keys()
        self.call_after_refresh(self._fit)

    def _say_keys(self) -> None:
        self.query_one("#keys", Words).say(key_line(self.hints()))

    def _fit(self) -> None:
        """Let the agenda scroll where there is no room for all of it: the keys stand below it whatever its length."""
        if self.query_one("#keys").region.bottom > self.query_one("#box").content_region.bottom:
            self.add_class("-full")
            self._say_keys()

    def _words(self) -> Iterator[str]:
        if self._late:
            yield _("What if it became {length} later than it looks now?").format(length=about(self._late))
        if self._found.shortfall:
            yield sentences.shortfall(self._gathering, self._found, _)

    def _numbered(self) -> Iterator[tuple[int, Proposal]]:
        """The proposals by the number that follows each; to leave it is 0, and the last."""
        *proposals, leave = self._found.proposals
        yield from enumerate(proposals, start=1)
        yield 0, leave

    def _told(self, number: int, proposal: Proposal) -> Content:
        """The proposal's sentence after its number and, where there is room, why, each line under the first."""
        title = Content(sentences.title(self._gathering, proposal, _))
        lines = self._wrapped(title.stylize("bold") if proposal.changes else title)
        if self.app.size.height >= _ROOM_FOR_REASONS and (not self._found.shortfall or not proposal.changes):
            why = Content(sentences.why(self._gathering, self._found, proposal, _))
            lines += self._wrapped(why.stylize("$text-quiet"))
        first = Content(f"{number}".ljust(_INDENT)).stylize("bold $footer-key-foreground").append(lines[0])
        return Content("\n").join([first, *(Content(" " * _INDENT).append(line) for line in lines[1:])])

    def _wrapped(self, said: Content) -> list[Content]:
        return said.wrap(max(20, (self._choices.content_size.width or self.app.size.width) - _INDENT))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Let the column of the marked proposal stand out; to leave it is the agenda as it is."""
        event.stop()
        self._marked = event.option_index
        self._table.marked = (self._marked + 1) % len(self._found.proposals)
        self._table.show_change()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Follow the one that is marked."""
        event.stop()
        self._follow(self._found.proposals[event.option_index])

    def action_follow(self, number: int) -> None:
        """Follow the proposal with that number; nothing where there is none."""
        proposal = dict(self._numbered()).get(number)
        if proposal is not None:
            self._follow(proposal)

    def action_choose(self) -> None:
        """Follow the one that is marked."""
        self._choices.action_select()

    def action_scroll_agenda(self, by: int) -> None:
        """Scroll the agenda a page on, or back."""
        self._table.scroll_pages(by)

    def _follow(self, proposal: Proposal) -> None:
        if proposal.id == LEAVE:
            self.dismiss(None)
        else:
            self.dismiss(Chosen(proposal.id, self._late, sentences.title(self._gathering, proposal, _)))

    def action_later(self, by: int) -> None:
        """Ask what if it became five minutes later, or earlier again."""
        self._late = min(max(timedelta(0), self._late + by * _STEP), _MOST_LATE)
        self._found = outlook(self._gathering, self._at, self._late, self._held)
        self._marked = len(self._found.proposals) - 1
        self._show()
