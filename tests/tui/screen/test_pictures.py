"""A handful of pictures of the projector, for what words cannot hold: looked at before they were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from making import at
from samling.domain.gathering import Kind, Scene
from samling.domain.plan import BlockChange

if TYPE_CHECKING:
    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.screen.app import ScreenApp


class Compare(Protocol):
    """Compares an app's picture with the one that was kept."""

    def __call__(self, app: ScreenApp, *, terminal_size: tuple[int, int]) -> bool:
        """Return whether they are the same."""
        ...


@pytest.fixture
def running(app: ScreenApp, control: Session, clock: FakeClock) -> ScreenApp:
    """The projector eighteen seconds into the last five minutes of “Målinger”."""
    control.do("edit", position=1, change=BlockChange(title="Målinger"))
    control.do("edit", position=2, change=BlockChange(title="Pause", kind=Kind.BREAK))
    clock.set(at("15:00"))
    control.do("start")
    clock.set(at("15:05:18"))
    return app


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_timer_with_its_sign(running: ScreenApp, snap_compare: Compare, size: tuple[int, int]) -> None:
    """Title, figure, band, bar and what is next, each with air around it."""
    assert snap_compare(running, terminal_size=size)


def test_break(running: ScreenApp, control: Session, snap_compare: Compare) -> None:
    """The time is the largest thing there is."""
    control.do("next")
    assert snap_compare(running, terminal_size=(120, 40))


def test_agenda(running: ScreenApp, control: Session, snap_compare: Compare) -> None:
    """The current block stands out by its band and its sign."""
    control.do("show", scene=Scene.AGENDA)
    assert snap_compare(running, terminal_size=(120, 40))


def test_message_in_daylight(running: ScreenApp, control: Session, snap_compare: Compare) -> None:
    """Large letters, in the light theme."""
    control.do("message", text="Lunsj på Ærfuglen!")
    running.theme = "samling-light"
    assert snap_compare(running, terminal_size=(120, 40))
