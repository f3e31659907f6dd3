"""Who must be here for a block that is near, and is not: said on the desk in time.

It is looked up beside the picture, and only while such a block is near: no key of the desk waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import DatabaseUnusable
from samling.domain.gathering import Kind, State
from samling.language import _
from samling.tui.widgets.words import Words
from samling.wording import clock_time, role_words

if TYPE_CHECKING:
    from samling.domain.roll_awaited import Awaited, Requirement
    from samling.session import Session, Snapshot
    from samling.tui.view import View

_FOR = frozenset({Kind.PITCHING})
"""The kinds of blocks that somebody comes to the gathering for."""


class Lookout(Words):
    """The line that says so. It is there only while somebody is missing."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="lookout")
        self._session = session
        self._requirements: tuple[Requirement, ...] | None = None
        self._is_reading = False
        self._seen: tuple[Snapshot, int] | None = None
        self.display = False

    def look(self, view: View) -> None:
        """Look, once for every change of the file and every minute, whether somebody is missing who must be here."""
        if not _is_near(view):
            self._tell("")
        elif self._requirements is None:
            self._read_requirements()
        elif self._is_new(view):
            self.screen.call_after_refresh(self._look_up, view)

    def _is_new(self, view: View) -> bool:
        """Whether the file has been read again since this was last asked, or another minute has begun."""
        seen, self._seen = self._seen, (view.snapshot, int(view.now.timestamp() // 60))
        return seen is None or seen[0] is not self._seen[0] or seen[1] != self._seen[1]

    def _read_requirements(self) -> None:
        if not self._is_reading:
            self._is_reading = True
            self.run_worker(self._read, thread=True, name="requirements")

    def _read(self) -> None:
        from samling.content.presence import load_requirements  # pydantic; in a thread, beside the keys

        self._requirements = load_requirements()

    def _look_up(self, view: View) -> None:
        from samling.domain.roll_awaited import awaited

        assert view.gathering is not None, "the desk shows a gathering"
        assert view.figures is not None, "a gathering has figures"
        asked = [each for each in self._requirements or () if _FOR & set(each.kinds)]
        try:
            roster, roll = self._session.roster(), self._session.roll()
        except DatabaseUnusable:  # the window's next look at the file says so
            return
        found = awaited(asked, view.gathering, view.figures, roster, roll)
        self._tell(_line(view, [each for each in found if each.is_soon(view.now)]))

    def _tell(self, words: str) -> None:
        self.display = bool(words)
        self.say(words, layout=False)


def _is_near(view: View) -> bool:
    """Whether a block that somebody comes for runs, or begins so soon that it is time to call those who are missing."""
    if view.gathering is None or view.figures is None:
        return False
    coming = [
        at.expected_start
        for block, at in zip(view.gathering.blocks, view.figures.blocks, strict=True)
        if block.kind in _FOR and (block.is_open or block.state is State.PENDING) and at.expected_start is not None
    ]
    if not coming:
        return False
    from samling.domain.roll_awaited import SOON

    return min(coming) - view.now <= SOON


def _line(view: View, found: list[Awaited]) -> str:
    if not found or view.gathering is None:
        return ""
    missing = ", ".join(
        _("{role}: {count} missing").format(role=role_words(each.requirement.who), count=each.count) for each in found
    )
    time = clock_time(found[0].starts_at, view.gathering.timezone)
    title = view.gathering.block(found[0].position).title
    return _("! {time} {title} · {missing}. k shows who.").format(time=time, title=title, missing=missing)
