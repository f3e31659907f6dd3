"""The guided start: a network, a programme, a day. Also the way to the next gathering."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from samling.content.places import shipped
from samling.domain.errors import SamlingError
from samling.domain.line import clean_line
from samling.domain.localtime import DEFAULT_ZONE, after, instant, parse_clock, parse_date, to_local, zone
from samling.language import _, ngettext
from samling.tui.control.dialogs.form import Field, FieldRow, read_all
from samling.tui.widgets.keyline import Hint, key_line
from samling.tui.widgets.words import Words
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult

    from samling.content.programmes import Listed
    from samling.domain.history import Held
    from samling.domain.programme import Programme, ProgrammeBlock
    from samling.session import Session

_EMPTY = "empty"
_USUAL_MINUTES = 240


class StartScreen(Screen[None]):
    """Three steps, one at a time: what it is called, what the day is made from, when it is."""

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "start.tcss")]
    ALLOW_SELECT = False
    AUTO_FOCUS = "Input, OptionList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS: ClassVar = [
        Binding("escape", "back", show=False),
        Binding("enter", "forward", show=False),
    ]

    def __init__(self, session: Session, *, on_made: Callable[[], None], new_network: bool = False) -> None:
        super().__init__()
        self._session, self._on_made = session, on_made
        self._network = None if new_network else session.snapshot().network
        self._can_leave = session.snapshot().gathering is not None
        self._steps: tuple[Step, ...] = ()
        self._at = 0
        self._first = 0 if self._network is None else 1

    def compose(self) -> ComposeResult:
        """Where one is, the step itself, the keys."""
        name = NameStep()
        programme = ProgrammeStep(self._session)
        when = WhenStep(self._session)
        self._steps = (name, programme, when)
        with Vertical(id="start"):
            yield Words(_("Welcome to samling") if self._first == 0 else _("A new gathering"), id="start-title")
            yield Words(id="start-steps")
            yield Words(id="start-lead")
            yield from self._steps
            yield Words(id="start-refused")
            yield Words(id="start-keys")

    def on_mount(self) -> None:
        """Open the first step, and read the programmes meanwhile."""
        self._go_to(self._first)
        self.run_worker(self._read_programmes, thread=True, name="programmes")

    def _read_programmes(self) -> None:
        from samling.content.programmes import list_programmes  # pydantic; in a thread, while the name is being typed

        listed = list_programmes()
        self.app.call_from_thread(self._steps[1].fill, listed)  # type: ignore[attr-defined]

    # steps

    def _go_to(self, at: int) -> None:
        self._at = at
        for number, step in enumerate(self._steps):
            step.display = number == at
        self._steps[at].open()
        self.query_one("#start-steps", Words).say(self._steps_words())
        self.query_one("#start-lead", Words).say(self._steps[at].lead)
        self.query_one("#start-keys", Words).say(key_line(self._hints()))
        self._refuse("")

    def _steps_words(self) -> Content:
        labels = (_("1 Network"), _("2 Programme"), _("3 Day"))
        marked = (
            Content(f"► {label}").stylize("bold")
            if number == self._at
            else Content(f"✓ {label}" if number < self._at else f"  {label}").stylize("$text-quiet")
            for number, label in enumerate(labels)
        )
        return Content("    ").join(marked)

    def _hints(self) -> Iterable[Hint]:
        last = self._at == len(self._steps) - 1
        yield Hint(_("Enter"), _("Make the gathering") if last else _("Next"), "screen.forward")
        if last:
            yield Hint(_("Tab"), _("Next field"), "app.focus_next")
        if self._at > self._first:
            yield Hint(_("Esc"), _("Back"), "screen.back")
        elif self._can_leave:
            yield Hint(_("Esc"), _("Cancel"), "screen.back")
        yield Hint(_("Ctrl+Q"), _("Close"), "app.quit")

    def action_back(self) -> None:
        """Go a step back; from the first one, leave when there is a gathering to go back to."""
        if self._at > self._first:
            self._go_to(self._at - 1)
        elif self._can_leave:
            self.dismiss(None)

    def action_forward(self) -> None:
        """Go on when the step is filled in; after the last one, make the gathering."""
        if not self._steps[self._at].is_ready():
            return
        if self._at + 1 < len(self._steps):
            self._go_to(self._at + 1)
            return
        self._make()

    def action_send(self) -> None:
        """Enter in a field goes on."""
        self.action_forward()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on a programme goes on."""
        event.stop()
        self.action_forward()

    def _refuse(self, words: str) -> None:
        refused = self.query_one("#start-refused", Words)
        refused.say(f"! {words}" if words else "")
        refused.display = bool(words)

    def _make(self) -> None:
        name, programme, when = self._steps
        chosen = programme.answer["programme"]
        try:
            if self._network is None:
                self._network = self._session.new_network(name.answer["name"], name.answer["timezone"])
                self._first = 1
            date, timezone = when.answer["date"], self._network.timezone
            start = instant(date, when.answer["start"], timezone)
            title = chosen.title if chosen else _("Gathering")
            end = after(start, when.answer["end"], timezone)
            self._session.new_gathering(title=title, start=start, end=end, programme=chosen)
        except SamlingError as error:
            self._refuse(say(error))
            return
        self.dismiss(None)
        self._on_made()


class Step(Vertical):
    """One step of the start. `answer` holds what was filled in."""

    lead: ClassVar[str] = ""

    def __init__(self, rows: Sequence[FieldRow] = ()) -> None:
        super().__init__(classes="step")
        self._rows = rows
        self.answer: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        """The fields."""
        yield from self._rows

    def open(self) -> None:
        """Put the cursor where one begins."""
        self._rows[0].enter()

    def is_ready(self) -> bool:
        """Read the fields; what is wrong is shown beside each."""
        values = read_all(self._rows)
        self.answer = values or {}
        return values is not None


class NameStep(Step):
    """What the network is called."""

    lead = _("What is the learning network called? Its gatherings are kept together under this name.")

    def __init__(self) -> None:
        zones = Field("timezone", _("Time zone"), DEFAULT_ZONE, read=_zone_name)
        super().__init__(
            [FieldRow(Field("name", _("Name"), "", _("such as Tørn kull 3"), clean_line)), FieldRow(zones)]
        )


def _zone_name(text: str) -> str:
    return zone(text.strip()).key


class ProgrammeStep(Step):
    """What the day is made from."""

    lead = _("What is the day made from? Everything can be changed afterwards.")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._list = OptionList(Option(Content(_("An empty day")), id=_EMPTY), markup=False)
        self._about = Words(id="programme-about")
        self._known: dict[str, Listed] = {}
        self._before: Sequence[Held] | None = None

    def compose(self) -> ComposeResult:
        """The list, and what is said of the one that is marked."""
        yield self._list
        with VerticalScroll(can_focus=False):
            yield self._about

    def fill(self, listed: Sequence[Listed]) -> None:
        """Show the programmes once they have been read; those with faults cannot be chosen, and say why."""
        self._known = {f"programme-{number}": each for number, each in enumerate(listed)}
        self._list.clear_options()
        self._list.add_options(
            [
                *(Option(_option(each), id=name, disabled=each.content is None) for name, each in self._known.items()),
                Option(Content(_("An empty day")), id=_EMPTY),
            ]
        )
        self._list.highlighted = 0

    def open(self) -> None:
        """Walk the list."""
        self._list.focus()

    def _marked(self) -> str:
        at = self._list.highlighted
        return (self._list.get_option_at_index(at).id or _EMPTY) if at is not None else _EMPTY

    def is_ready(self) -> bool:
        """Any choice will do."""
        listed = self._known.get(self._marked())
        self.answer = {"programme": listed.content if listed else None}
        return True

    def _held(self) -> Sequence[Held]:
        """What was held before, read when the first programme is told about."""
        if self._before is None:
            self._before = self._session.held()
        return self._before

    def on_option_list_option_highlighted(self) -> None:
        """Tell about the programme that is marked, and what its blocks took before."""
        listed = self._known.get(self._marked())
        self._about.say(_about(listed, self._held()) if listed else _("A day without blocks: add them one by one."))


def _option(listed: Listed) -> Content:
    programme = listed.content
    if programme is None:
        return Content(_("! {name}: the file has faults").format(name=listed.path.name))
    more = [_("{count} min").format(count=programme.minutes)] if programme.minutes else []
    more += [_("our proposal, with breaks")] if programme.is_proposal else []
    more += [] if listed.is_ours else [_("yours")]
    return Content.assemble(programme.title, ("  " + " · ".join(more), "$text-quiet"))


def _about(listed: Listed, held: Sequence[Held]) -> Content:
    programme = listed.content
    if programme is None:
        return Content("")
    count = ngettext("{count} block", "{count} blocks", len(programme.blocks))
    parts = [Content(programme.title).stylize("bold"), Content(count), Content(programme.note.strip())]
    parts.append(Content(_("Source: {source}").format(source=programme.source)).stylize("$text-quiet"))
    return Content("\n").join([*parts, Content(""), *(_block_line(programme, each, held) for each in programme.blocks)])


def _block_line(programme: Programme, block: ProgrammeBlock, held: Sequence[Held]) -> Content:
    from samling.domain import history

    past = history.times(held, history.Topic(programme.id, block.id, block.title))
    before = f"  {history.brief(past, _)}" if past else ""
    length = f"{block.minutes:>4} " if block.minutes else "   · "
    return Content(length + block.title).append(Content(before).stylize("$text-quiet"))


class WhenStep(Step):
    """When the day is."""

    lead = _("When is it? The end is what the participants are promised.")

    def __init__(self, session: Session) -> None:
        snapshot = session.snapshot()
        today = to_local(session.now(), snapshot.network.timezone if snapshot.network else DEFAULT_ZONE)
        end = (today.replace(hour=9, minute=0) + timedelta(minutes=_USUAL_MINUTES)).strftime("%H:%M")
        super().__init__(
            [
                FieldRow(Field("date", _("Date"), f"{today.date()}", _("such as 2026-09-16"), parse_date)),
                FieldRow(Field("start", _("Start"), "09:00", _("such as 09:00"), parse_clock)),
                FieldRow(Field("end", _("Promised end"), end, _("such as 13:00"), parse_clock)),
            ]
        )
