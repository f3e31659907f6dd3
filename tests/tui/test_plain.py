"""Nothing that stands in a text commands the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App
from textual.content import Content
from textual.widgets import Static

from samling.tui.plain import PlainFilter, clean_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.filter import LineFilter

FAMILY = "👩\u200d👩\u200d👧"
COMMANDS = "\x00\x07\x1b\x7f\x85\x9b\u061c\u200f\u2028\u202e\u2066"


class FilteredApp(App[None]):
    """Shows one text through the filter."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text, self._plain = text, PlainFilter()

    def compose(self) -> ComposeResult:
        """Show the text without markup."""
        yield Static(Content(self._text), markup=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and ours."""
        return [*super().get_line_filters(), self._plain]


@pytest.mark.parametrize("text", ["Mål [b]og[/b] [red", "[/]", "Tørn kull 3", FAMILY, "שלום עולם", "e\u0301"])
def test_keeps_what_is_seen(text: str) -> None:
    """Brackets, letters with marks, emoji that are joined and right-to-left words stay as they are."""
    assert clean_text(text) == text


@pytest.mark.parametrize("command", COMMANDS)
def test_leaves_out_commands(command: str) -> None:
    """Escape, control characters old and new, and turns of direction are left out."""
    assert clean_text(f"a{command}b") == "ab"


def test_marks_broken_characters() -> None:
    """Half a character, which no terminal can be sent, is shown as a sign of its own."""
    assert clean_text("a\ud800b") == "a�b"


@given(st.text(alphabet=st.characters(), max_size=40))
def test_can_always_be_written(text: str) -> None:
    """What is left can be encoded, has no escape, and cleaning it again changes nothing."""
    cleaned = clean_text(text)
    assert not {"\x1b", "\x9b"} & set(cleaned.encode().decode())
    assert clean_text(cleaned) == cleaned


@given(st.lists(st.sampled_from([*COMMANDS, "\ud800", "a", "å", "漢", FAMILY, "[/]"]), max_size=10))
def test_keeps_its_width(parts: list[str]) -> None:
    """Cleaning never changes how wide a text is, so that nothing beside it moves."""
    text = "".join(parts)
    assert cell_len(clean_text(text)) == cell_len(text)


async def test_nothing_hostile_reaches_the_terminal() -> None:
    """A window with the filter shows a hostile text as plain words, and its line stays as wide as the window."""
    app = FilteredApp("Tavle\x1b[31m [b]rød[/b]\x9b2J\u202eslutt\ud800")
    async with app.run_test(size=(60, 3)) as pilot:
        await pilot.pause()
        line = app.screen._compositor.render_strips()[0].text
        assert line == "Tavle[31m [b]rød[/b]2Jslutt�".ljust(60)
