"""A screen with the list of teams and people over the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from samling.content.places import shipped
from samling.domain.seating.values import Member
from samling.tui.control.people.finding import FindingScreen
from samling.tui.control.people.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from samling.session import Snapshot
    from samling.tui.control.app import ControlApp
    from samling.tui.control.people.desk import PeopleDesk, Sought
    from samling.tui.view import View
    from samling.tui.widgets.keyline import Hint
    from samling.tui.widgets.picklist import PickList, Row


class PeopleScreen(FindingScreen):
    """The list, and what is typed to find somebody in it.

    A subclass makes the desk where its commands work, and lists the rows.
    """

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "people.tcss")]
    AUTO_FOCUS = "PickList"

    def __init__(self, app: ControlApp, people: PickList) -> None:
        super().__init__(app)
        self.where = self.people = self.make_desk(app)
        self.main = self.list = people
        self.list.choose = self._choose
        self._listed: tuple[Snapshot, Sought, tuple[Row, ...]] | None = None

    def make_desk(self, app: ControlApp) -> PeopleDesk:
        """Return where the commands work."""
        raise NotImplementedError

    def rows(self) -> tuple[Row, ...]:
        """Return the list's rows: they hang on the file and on what is sought, and not on the clock."""
        raise NotImplementedError

    def is_done(self, look: Hashable) -> bool:  # noqa: ARG002 - nothing is done about anybody, but where a screen says so
        """Whether what Enter does is done for whom a line is about, so that another is meant before them."""
        return False

    def show_more(self, view: View) -> None:
        """Draw what stands around the list."""

    def hints(self) -> Iterable[Hint]:
        """The keys, while nobody is looked for."""
        return ()

    # showing

    def show(self, view: View) -> None:
        """Draw the list and what stands around it."""
        rows = self._rows(view)
        if self.people.cursor is None or all(row.key != self.people.cursor for row in rows):
            self.people.cursor = nearest(rows, self.people.typed, is_done=self.is_done)
        self.list.show(rows, cursor=self.people.cursor)
        self.show_more(view)
        self.keys.show(self.finding_hints() if self.people.is_finding else self.hints())

    def _rows(self, view: View) -> tuple[Row, ...]:
        if self._listed is None or self._listed[0] is not view.snapshot or self._listed[1] != self.people.sought:
            self._listed = view.snapshot, self.people.sought, self.rows()
        return self._listed[2]

    # choosing

    def _choose(self, key: Hashable) -> None:
        """Put the cursor on somebody."""
        assert isinstance(key, Member), "the rows are teams and people"
        self.people.cursor = key
        self.show_again()

    def seek(self) -> None:
        """Narrow the list to who may be meant, the nearest marked."""
        self.people.cursor = None
        self.show_again()

    def step(self, by: int) -> None:
        """Walk the list while a name is typed."""
        self.list.action_step(by)
