"""A code in a window is read from a picture of the window, whatever its size, theme and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from textual.app import App

from readers import assert_nothing_read, assert_read, from_segments, from_svg
from samling.codes.pattern import code
from samling.domain.link import checked
from samling.domain.wireless import Security, wireless
from samling.tui.plain import PlainFilter
from samling.tui.themes import THEMES
from samling.tui.widgets.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.filter import LineFilter
    from textual.pilot import Pilot

SHORT = checked("https://nettskjema.no/a/48211")  # version 3: 74 x 37, or 37 x 19 in half blocks
LONG = checked("https://blåbær.no/åpen", [("samling", "2")])
THEME_NAMES = [theme.name for theme in THEMES]


class CodeApp(App[None]):
    """One code in a window of its own, with the filter of samling's windows."""

    def __init__(self, theme: str = THEME_NAMES[0]) -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self._plain = PlainFilter()

    def compose(self) -> ComposeResult:
        """Lay the code."""
        yield QrCode()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and ours."""
        return [*super().get_line_filters(), self._plain]

    @property
    def code(self) -> QrCode:
        """The widget."""
        return self.query_one(QrCode)

    def rows(self) -> list[str]:
        """The window's rows as text."""
        return [strip.text for strip in self.screen._compositor.render_strips()]

    def said(self) -> str:
        """Every word in the window."""
        return " ".join(" ".join(self.rows()).replace("▀", " ").split())


async def show(pilot: Pilot[None], link: str = SHORT.payload, text: str = SHORT.text, title: str = "") -> CodeApp:
    """Show a code and let it be painted."""
    app = pilot.app
    assert isinstance(app, CodeApp)
    app.code.show(link, text, title)
    await pilot.pause()
    return app


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("colours", ["colours", "NO_COLOR"])
class TestRead:
    async def test_screenshot(self, theme: str, colours: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A screenshot of a window with room for spaces alone is read, dark and light, with and without colours."""
        monkeypatch.setenv("NO_COLOR", "1" if colours == "NO_COLOR" else "")
        async with CodeApp(theme).run_test(size=(120, 42)) as pilot:
            app = await show(pilot, title="Evaluering")
            assert_read(from_svg(app.export_screenshot()), SHORT.payload)

    async def test_small_window(self, theme: str, colours: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """At 80 x 24 the code is in half blocks, and is read from what the terminal is told to paint."""
        monkeypatch.setenv("NO_COLOR", "1" if colours == "NO_COLOR" else "")
        async with CodeApp(theme).run_test(size=(80, 24)) as pilot:
            app = await show(pilot, LONG.payload, LONG.text, title="Evaluering")
            assert_read(from_segments(app.screen._compositor.render_strips()), LONG.payload)
            assert {"Evaluering", LONG.text} <= set(app.said().split())


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_pure_to_the_cell(theme: str) -> None:
    """Every module, and the border of four, is pure black or white over two whole cells, under either theme."""
    async with CodeApp(theme).run_test(size=(80, 40)) as pilot:
        app = await show(pilot)
        picture = from_segments(app.screen._compositor.render_strips())
    left, top = (80 - 74) // 2 * 8, (40 - 38) // 2 * 16
    expected = np.kron(np.where(np.array(code(SHORT.payload).bordered()), 0, 255), np.ones((16, 16)))
    assert np.array_equal(picture[top : top + 37 * 16, left : left + 74 * 8], expected)


class TestRoom:
    @pytest.mark.parametrize(
        ("size", "spaces"), [((74, 38), True), ((73, 38), False), ((74, 37), False), ((200, 60), True)]
    )
    async def test_as_large_as_it_fits(self, size: tuple[int, int], spaces: bool) -> None:
        """Spaces alone are used as soon as the code and its link have room, not a row or column later."""
        async with CodeApp().run_test(size=size) as pilot:
            app = await show(pilot)
            assert ("▀" not in "".join(app.rows())) is spaces
            assert_read(from_segments(app.screen._compositor.render_strips()), SHORT.payload)

    async def test_the_title_gives_way(self) -> None:
        """A title that would make the code smaller is left out; with a row more it stands there."""
        async with CodeApp().run_test(size=(80, 38)) as pilot:
            app = await show(pilot, title="Evaluering")
            assert app.said() == SHORT.text
            await pilot.resize_terminal(80, 39)
            await pilot.pause()
            assert app.said() == f"Evaluering {SHORT.text}"
            assert_read(from_segments(app.screen._compositor.render_strips()), SHORT.payload)

    async def test_a_long_link_is_folded(self) -> None:
        """A link wider than the window is shown whole, on as many rows as it takes."""
        link = checked("https://nettskjema.no/a/48211?" + "x1" * 30)
        async with CodeApp().run_test(size=(60, 34)) as pilot:
            app = await show(pilot, link.payload, link.text)
            assert link.text in app.said().replace(" ", "")
            assert_read(from_segments(app.screen._compositor.render_strips()), link.payload)

    async def test_too_small(self) -> None:
        """Where not even half blocks fit, no part of a code is drawn: it says what is missing, beside the link."""
        async with CodeApp().run_test(size=(50, 18)) as pilot:
            app = await show(pilot)
            assert "columns 0, rows 2" in app.said()
            assert SHORT.text in app.said()
            assert_nothing_read(from_segments(app.screen._compositor.render_strips()))
            await pilot.resize_terminal(50, 20)
            await pilot.pause()
            assert_read(from_segments(app.screen._compositor.render_strips()), SHORT.payload)

    @pytest.mark.parametrize("size", [(1, 1), (5, 2), (36, 60), (200, 3)])
    async def test_hardly_a_window(self, size: tuple[int, int]) -> None:
        """At any size it draws rows as wide as the window."""
        async with CodeApp().run_test(size=size) as pilot:
            app = await show(pilot, title="Evaluering")
            assert {len(row) for row in app.rows()} == {size[0]}

    async def test_too_long_for_a_screen(self) -> None:
        """A link of 2,000 characters is not drawn, with the reason; what there is room for of it is shown."""
        link = checked("https://x.no/" + "a" * 1987)
        async with CodeApp().run_test(size=(80, 24)) as pilot:
            app = await show(pilot, link.payload, link.text)
            assert "2000 bytes are too many for a screen" in app.said()
            assert "▀" not in "".join(app.rows())


class TestChanges:
    async def test_erased(self) -> None:
        """What is erased leaves nothing in the window, and nothing of a password in the widget."""
        network = wireless("Gjest", Security.WPA, "hemmelig1")
        async with CodeApp().run_test(size=(80, 40)) as pilot:
            app = await show(pilot, network.payload, "Gjest")
            assert_read(from_segments(app.screen._compositor.render_strips()), network.payload)
            app.code.erase()
            await pilot.pause()
            assert app.said() == ""
            assert_nothing_read(from_segments(app.screen._compositor.render_strips()))
            assert (app.code.text, app.code._shown, app.code._lines()) == ("", None, [])

    async def test_another_one(self) -> None:
        """Another link takes the place of the first at once."""
        async with CodeApp().run_test(size=(80, 40)) as pilot:
            await show(pilot)
            app = await show(pilot, LONG.payload, LONG.text)
            assert_read(from_segments(app.screen._compositor.render_strips()), LONG.payload)

    async def test_drawn_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same code at the same size is not drawn again: a clock beside it may tick."""
        async with CodeApp().run_test(size=(80, 40)) as pilot:
            app = await show(pilot)
            monkeypatch.setattr("samling.tui.widgets.qr.drawn", lambda *_: pytest.fail("drawn again"))
            app.code.show(SHORT.payload, SHORT.text)
            app.code.refresh()
            await pilot.pause()

    async def test_hostile_words(self) -> None:
        """A title or text that was meant to command the terminal, or as markup, is shown as plain words."""
        async with CodeApp().run_test(size=(80, 42)) as pilot:
            app = await show(pilot, SHORT.payload, "\x1b]0;x\x07[b]lenke[/b]", "[red]Tittel\x9b2J\u202e")
            assert app.said() == "[red]Tittel2J ]0;x[b]lenke[/b]"
