"""The screen of a judge's sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content

from samling.domain.action import About
from samling.domain.pitching import seat
from samling.tui.control.command import bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.judge import commenting, lines, looking, scoring, words
from samling.tui.judge.commands import COMMANDS
from samling.tui.judge.comment import CommentInput
from samling.tui.judge.desk import JudgeDesk
from samling.tui.judge.draw import ON_STAGE, SIGNS, STYLES, CriteriaList, TeamsList, question_room, steps_of
from samling.tui.judge.head import JudgeHead
from samling.tui.judge.hints import hints
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Hashable

    from textual.app import ComposeResult

    from samling.tui.judge.app import JudgeApp
    from samling.tui.view import View
    from samling.tui.widgets.picklist import PickList, Row

_TALL = 36
"""Rows of a window from which each step of the scale stands on a line of its own."""

_AROUND = 3
"""Rows of the sheet over its criteria."""


_WALKING = (
    ("up", "step(-1)"),
    ("down", "step(1)"),
    ("pageup", "page(-1)"),
    ("pagedown", "page(1)"),
    ("home", "edge(0)"),
    ("end", "edge(-1)"),
    ("enter", "enter"),
)


class SheetScreen(CommandScreen):
    """One judge's sheets. There is a new one for each judge who sits down: it knows of no other.

    All keys go first: in a burst each one finds done what the one before it does, and no score is given to another row
    or another team than it was meant for. While the comment is written they are letters.
    """

    commands = COMMANDS
    parts = frozenset({About.SHEETS})

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (118, "-wide"), (160, "-vast")]
    BINDINGS: ClassVar = [
        *bindings(COMMANDS),
        *(Binding(str(number), f"score({number})", show=False, priority=True) for number in range(10)),
        *(Binding(key, action, show=False, priority=True) for key, action in _WALKING),
    ]

    def __init__(self, app: JudgeApp, judge_id: int) -> None:
        super().__init__(app)
        self.head = JudgeHead(sign=app.sign)
        self.where = self.judge = JudgeDesk(app, self.tell, judge_id)
        self._band, self._elsewhere, self._state = Ends(id="band"), Words(id="elsewhere"), Words(id="state")
        self._criteria, self._teams = CriteriaList(id="criteria"), TeamsList(id="teams")
        self._criteria.choose, self._teams.choose = self._choose_row, self._choose_team
        self._panel, self._writing = Words(id="panel"), CommentInput(self._type_comment, self._leave_comment)
        self._sheet = Vertical(
            self._band, self._elsewhere, self._state, self._criteria, self._writing, self._panel, id="sheet"
        )
        self._middle = Horizontal(self._teams, self._sheet, id="middle")
        self._listed = self._panel_rows = 0

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._middle
        yield self.deed
        yield self.keys

    # showing

    def show(self, view: View) -> None:  # noqa: ARG002 - the desk has it
        """Draw the sheet in front, and the teams."""
        desk = self.judge
        desk.follow()
        self.set_class(desk.is_choosing, "-choosing")
        self._show_teams()
        self._show_team()
        self._show_sheet()
        self._show_panel()
        self.keys.show(hints(self.judge))

    def _show_teams(self) -> None:
        if self._teams.display:
            desk = self.judge
            self._teams.show(lines.team_rows(desk.sheets), cursor=desk.marked if desk.is_choosing else desk.team_id)

    def _show_team(self) -> None:
        desk = self.judge
        if desk.team_id is None:
            self._band.say(Content(""), Content(""))
            self._state.say("")
            self._tell_elsewhere("")
            return
        sign = ON_STAGE if seat.on_stage(desk.pitching) == desk.team_id else " "
        name = Content.assemble((f"{sign} ", "$primary"), desk.team).stylize("bold")
        about = Content(words.about_team(desk.pitching, desk.team_id)).stylize("$text-quiet")
        self._band.say(name.append("  ").append(about), Content(words.place(desk.pitching, desk.team_id)))
        state = f"{SIGNS[desk.standing]} {words.state(desk.sheets, desk.team_id)}"
        self._state.say(Content(state).stylize(STYLES[desk.standing]), layout=False)
        if seat.knows_everybody(desk.sheets) and desk.team_id > 0:
            self._tell_elsewhere(words.nobody_to_score())
        else:
            self._tell_elsewhere(words.elsewhere(desk.pitching, desk.team_id, chosen=desk.chosen))

    def _tell_elsewhere(self, sentence: str) -> None:
        self._elsewhere.display = bool(sentence)
        self._elsewhere.say(sentence, layout=False)

    def _show_sheet(self) -> None:
        desk = self.judge
        self._fit_panel()
        room = self._middle.size.height - _AROUND - self._panel_rows - self._elsewhere.display
        row = "" if desk.is_choosing else desk.row
        rows: tuple[Row, ...] = ()
        if desk.form is not None and desk.may_score:
            rows = lines.rows(desk.form, desk.sheet, row, room, is_writing=desk.is_writing)
        if self._listed != len(rows):
            self._listed = len(rows)
            self._criteria.styles.max_height = max(1, self._listed)
        self._criteria.show(rows, cursor=row)
        if desk.is_writing != self._writing.is_open:
            self._open_comment() if desk.is_writing else self._writing.close()

    def _open_comment(self) -> None:
        self._writing.open(self.judge.sheet.comment if self.judge.sheet else "")

    def _fit_panel(self) -> None:
        """Let the panel take the rows it needs: in a tall window one for each step of the scale."""
        desk = self.judge
        steps = len(desk.form.criteria[0].words) if desk.form and self.size.height >= _TALL else 2
        rows = steps + 2
        if rows != self._panel_rows:
            self._panel_rows = rows
            self._panel.styles.height = rows

    def _show_panel(self) -> None:
        desk = self.judge
        said = desk.notice or desk.why_no_sheet
        if desk.unsaved is not None:
            said = words.unsaved(desk.unsaved.entry.what, desk.unsaved.why)
        self._panel.set_class(bool(said), "-notice")
        self._panel.set_class(desk.unsaved is not None, "-unsaved")
        self._panel.say(said or self._scale(), layout=False)

    def _scale(self) -> Content:
        """The question under the cursor, where the list has no room for all of it, and the steps of its scale."""
        criterion, sheet = self.judge.criterion, self.judge.sheet
        if criterion is None or self.judge.is_writing:
            return Content("")
        width = 0 if self.size.height >= _TALL else self._panel.size.width
        scale = steps_of(criterion, sheet.values.get(criterion.id) if sheet else None, width)
        is_cut = len(criterion.question) > question_room(self._criteria.size.width)
        return Content(f"{criterion.question}\n" if is_cut else "").append(scale)

    def notice_changes(self) -> None:
        """Tell what another window has written on the sheet in front, if it has."""
        if self.judge.notice_changes():
            self.show_again()

    def save_again(self) -> None:
        """Try again what was typed while another program held the file."""
        if self.judge.unsaved is not None and not self.judge.is_asking:
            looking.save_again(self.judge)
            self.show_again()

    # keys and the mouse

    def action_score(self, number: int) -> None:
        """Give the marked row a score."""
        self.give("score", partial(scoring.digit, pressed=number))

    def action_enter(self) -> None:
        """Answer what is in question, or open what is marked."""
        self.give("enter", looking.enter)

    @property
    def _walked(self) -> PickList:
        return self._teams if self.judge.is_choosing else self._criteria

    def action_step(self, by: int) -> None:
        """Go to another row."""
        self._walked.action_step(by)

    def action_page(self, by: int) -> None:
        """Go a page down, or up."""
        self._walked.action_page(by)

    def action_edge(self, which: int) -> None:
        """Go to the first row, or the last."""
        self._walked.action_edge(which)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys be letters while the comment is written."""
        if self.judge.is_writing and action in ("command", "score", "step", "page", "edge", "enter"):
            return False
        return super().check_action(action, parameters)

    def on_pick_list_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_enter()

    def _choose_row(self, key: Hashable) -> None:
        if self.judge.unsaved is None:
            self.judge.row, self.judge.notice = str(key), ""
        self.show_again()

    def _choose_team(self, key: Hashable) -> None:
        assert isinstance(key, int), "the rows are teams"
        if self.judge.is_choosing:
            self.judge.marked = key
        elif self.judge.unsaved is None:
            self.judge.look_at(key)
        self.show_again()

    # the comment

    def _type_comment(self, text: str) -> None:
        """Save the comment as it stands."""
        commenting.typed(self.judge, text)
        self.show_again()

    def _leave_comment(self, key: str) -> None:
        """Leave the comment; Escape lets go what is in question, any other key saves it all the same."""
        commenting.end(self.judge)
        if self.judge.unsaved is not None:
            self.action_answer(key)
        self.show_again()

    def action_answer(self, key: str) -> None:
        """Answer what is in question, with Escape or another key, and leave the comment where that is written."""
        if self.judge.is_writing:
            self._leave_comment(key)
        else:
            self.give("enter", looking.escape if key == "escape" else looking.enter)
