"""Windows in tests: what one says in words, whatever the size of its letters, and what is done to it by hand."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.events import Key

from samling.tui.screen.parts import Headline
from samling.tui.widgets.bigtext import BigText
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.pilot import Pilot
    from textual.widget import Widget

    from samling.tui.screen.stage import StageApp


def said(app: App[Any]) -> list[str]:
    """Return every text that stands in the window, in the order of the widgets."""
    return [text for widget in app.screen.query("*") if _is_shown(widget) for text in _texts(widget) if text]


def stage(app: StageApp) -> list[str]:
    """Return every text that stands on the stage."""
    return [text for widget in app.query("#stage *") if _is_shown(widget) for text in _texts(widget) if text]


def _is_shown(widget: Widget) -> bool:
    return all(getattr(each, "display", True) for each in widget.ancestors_with_self)


def _texts(widget: Widget) -> Iterator[str]:
    if isinstance(widget, Headline):
        yield widget.words
    elif isinstance(widget, BigText):
        yield widget.text
    elif isinstance(widget, Words):
        yield str(widget._said)


def painted(app: App[Any]) -> str:
    """Return the window as the terminal gets it, row by row."""
    rows = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in row) for row in rows)


async def look_again(pilot: Pilot[Any]) -> None:
    """Let the window look at the file and the clock now, as it does by itself within a moment."""
    app: Any = pilot.app
    app._turns_at = 0.0
    app._look(asyncio.get_running_loop().time())
    await pilot.pause()


async def press_at_once(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys faster than the window handles them, as they come in a burst; then wait for what they do."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    for _key in keys:
        await pilot.pause()
