"""Which keys the bottom line of a judge's window names: those that do something now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.widgets.keyline import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.tui.judge.desk import JudgeDesk


def hints(desk: JudgeDesk) -> Iterator[Hint]:
    """Yield the keys in the order of their use now: an answer first, where something is in question."""
    yield Hint("?", _("Help"), "screen.command('help')")
    if desk.unsaved is not None:
        yield Hint(_("Enter"), _("Save all the same"), "screen.answer('enter')")
        yield Hint(_("Esc"), _("Let go"), "screen.answer('escape')")
        return
    if desk.is_choosing:
        yield Hint(_("Enter"), _("Open the sheet"), "screen.enter")
        yield Hint(_("Esc"), _("Back"), "screen.command('follow')")
        return
    if desk.is_writing:
        yield Hint(_("Enter"), _("Done"), "screen.answer('enter')")
        return
    if desk.form is not None and desk.may_score:
        yield Hint(f"{desk.form.lowest}–{desk.form.highest}", _("Score"), "screen.command('help')")
        yield Hint("c", _("Comment"), "screen.command('comment')")
        yield Hint("s", _("Submit"), "screen.command('sheet-submit')")
    yield Hint("u", _("Undo"), "screen.command('undo')")
    yield Hint("t", _("Teams"), "screen.command('teams')")
    yield Hint("h", _("Hand over"), "screen.command('hand-over')")
    yield Hint("q", _("Close"), "screen.command('leave')")
