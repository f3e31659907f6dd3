"""Which keys the bottom line names: those that fit what the day is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import Kind, State
from samling.language import _
from samling.tui.control.replanning import misses_the_promise
from samling.tui.rounds import can_turn, next_words
from samling.tui.widgets.keyline import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.tui.control.desk import Desk


def hints(desk: Desk) -> Iterator[Hint]:
    """Yield the keys in the order of their use now."""
    gathering = desk.gathering
    yield _hint("?", _("Help"), "help")
    if gathering.current and gathering.block(gathering.current).kind is Kind.PITCHING:
        yield _hint("I", _("Pitches"), "pitches")
    yield from _of_the_block(desk)
    if misses_the_promise(desk.figures):
        yield _hint("v", _("Finish on time"), "replan")
    if desk.view.snapshot.can_undo:
        yield _hint("u", _("Undo"), "undo")
    yield _hint("m", _("Message"), "message")
    yield _hint("b", _("Black"), "black-out")
    if desk.target:
        yield _hint("> <", _("5 min"), "extend+5")
    yield _hint("s", _("Show"), "show")
    yield _hint("k", _("Who is here"), "roll-call")
    yield _hint("G", _("Groups"), "groups")
    if gathering.blocks:
        yield _hint("o", _("Note"), "note")
        yield _hint("d", _("Drop"), "drop")
    yield _hint("a", _("Add"), "add")
    if gathering.blocks:
        yield _hint("e", _("Edit"), "edit")
    yield _hint("t", _("Promise"), "promise")
    yield _hint("g", _("Gatherings"), "switch")
    yield _hint("q", _("Close"), "leave")


def _of_the_block(desk: Desk) -> Iterator[Hint]:
    """Yield the keys that start, stop and measure a block."""
    current = desk.gathering.current
    running = desk.gathering.block(current) if current else None
    if running is None and desk.figures.next:
        yield _hint("n", _("Start"), "next")
    if running is not None:
        yield _hint("n", _("Next"), "next")
        yield _hint("p", _("Resume") if running.state is State.PAUSED else _("Pause"), "pause")
    if desk.target:
        yield _hint("+ −", _("1 min"), "extend+1")
    if running is not None:
        if can_turn(desk.view):
            yield _hint(".", next_words(running), "turn")
        yield _hint("f", _("Finish"), "finish")


def _hint(key: str, words: str, command: str) -> Hint:
    return Hint(key, words, f"screen.command('{command}')")
