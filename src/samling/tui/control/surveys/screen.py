"""The screen of the surveys: the list, and beside it the code of the marked one to scan for a trial."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from samling.content.places import shipped
from samling.domain.action import About
from samling.domain.link import findings
from samling.domain.localtime import to_local
from samling.language import _
from samling.tui.control.command import bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.head import running
from samling.tui.control.surveys.commands import COMMANDS
from samling.tui.control.surveys.desk import SurveysDesk
from samling.tui.control.surveys.lines import SurveyList, rows
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.qr import QrCode
from samling.tui.widgets.words import Words
from samling.wording import clock_time, long_date

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from textual.app import ComposeResult

    from samling.domain.survey.values import Survey
    from samling.tui.control.app import ControlApp
    from samling.tui.view import View


class SurveysScreen(CommandScreen):
    """The surveys of the network."""

    commands = COMMANDS
    parts = frozenset({About.SURVEYS, About.ANSWERS})
    while_unreadable = ("back", "help")

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "surveys.tcss")]
    AUTO_FOCUS = "PickList"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app)
        self.where = self.surveys = SurveysDesk(app, self.tell)
        self._title, self._list = Ends(id="title-line"), SurveyList(id="surveys")
        self._list.choose = self._choose
        self._code, self._about = QrCode(id="code"), Words(id="about-survey")

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._title
        with Horizontal(id="both"):
            with Vertical(id="left"):
                yield self._list
                yield self._about
            yield self._code
        yield self.deed
        yield self.keys

    def show(self, view: View) -> None:
        """Draw the list and the marked survey."""
        found = rows(self.surveys)
        if self.surveys.survey is None:
            first = self.surveys.on_show
            self.surveys.cursor = first.id if first else next((each.id for each in self.surveys.surveys.surveys), None)
        self._list.show(found, cursor=self.surveys.cursor)
        self._title.say(Content(_("Surveys")).stylize("bold $primary"), running(view))
        self._show_marked(self.surveys.survey)
        self.keys.show(self._hints())

    def _show_marked(self, survey: Survey | None) -> None:
        self._code.display = self._about.display = survey is not None
        if survey is not None:
            link = survey.link()
            self._code.show(link.payload, link.text, survey.title)
            self._about.say(self._told(survey))

    def _told(self, survey: Survey) -> Content:
        """What there is to say of a survey: whether it was tried, its link, its date and its questions."""
        zone = self.surveys.gathering.timezone
        if survey.tried_at is None:
            tried = Content(_("○ Scan the code with a phone, then press the space bar: tried.")).stylize(
                "bold $warning"
            )
        else:
            day, time = to_local(survey.tried_at, zone).date(), clock_time(survey.tried_at, zone)
            words = _("✓ The code was tried {date} at {time}.").format(date=long_date(day), time=time)
            tried = Content(words).stylize("$success")
        more = [each.sentence(_) for each in findings(survey.link())]
        more += [_("Every team has a link of its own.")] if survey.is_of_each_team else []
        more += [_("When: {date}").format(date=long_date(survey.date))] if survey.date else []
        more += [_("Questions: {id}").format(id=survey.question_set)] if survey.question_set else []
        return Content("\n").join([tried, *(Content(each).stylize("$text-quiet") for each in more)])

    def _choose(self, key: Hashable) -> None:
        """Put the cursor on a survey."""
        self.surveys.cursor = key if isinstance(key, int) else None
        self.show_again()

    def on_pick_list_opened(self) -> None:
        """Show it on the projector."""
        self.action_command("show-survey")

    def _hints(self) -> Iterator[Hint]:
        yield Hint("?", _("Help"), "screen.command('help')")
        yield Hint(_("Enter"), _("Show"), "screen.command('show-survey')")
        yield Hint(_("Space"), _("Tried"), "screen.command('survey-tick-off')")
        yield Hint("a", _("Add"), "screen.command('survey-add')")
        yield Hint("r", _("Results"), "screen.command('results')")
        yield Hint("i", _("Import"), "screen.command('answers-import')")
        yield Hint("t", _("Type in"), "screen.command('answer-type-in')")
        yield Hint("w", _("Wireless"), "screen.command('wireless')")
        yield Hint("u", _("Undo"), "screen.command('undo')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")
