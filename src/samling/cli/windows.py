"""Opening the windows: control, projector, timekeeper, and the demo.

Nothing of Textual is loaded before it is known that there is a terminal and a file to show.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from samling.cli import terminal
from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.speed import Speed
from samling.domain.errors import N_, Refused
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.session import Session
    from samling.tui.app import SamlingApp


def open_control(place: Place) -> None:
    """Open the control window; where there is no file yet, it is made and the guided start shown."""
    with _window(place, "control", make=True) as (session, speed):
        from samling.tui.control.app import ControlApp

        run_window(ControlApp(session, speed=speed, demo=session.is_demo()), place)


def open_screen(place: Place) -> None:
    """Open the projector window."""
    with _window(place, "screen", make=True) as (session, speed):
        from samling.tui.screen.app import ScreenApp

        run_window(ScreenApp(session, speed=speed, demo=session.is_demo()), place)


@click.command(
    help=_("Open the timekeeper's window: one block, very large. On this laptop, or over ssh to it."),
    epilog=example("samling timer"),
)
@pass_place
def timer(place: Place) -> None:
    """Open the timekeeper's window."""
    with _window(place, "timer", make=True) as (session, speed):
        from samling.tui.timer.app import TimerApp

        run_window(TimerApp(session, speed=speed, demo=session.is_demo()), place)


def open_judge(place: Place, name: str | None) -> None:
    """Open a judge's window: that of the judge who is named, or the list of judges to choose from."""
    with _window(place, "judge", make=True) as (session, speed):
        from samling.domain.pitching.finding import the_judge
        from samling.tui.judge.app import JudgeApp

        judge_id = None if name is None else the_judge(session.panel(), name).id
        run_window(JudgeApp(session, judge_id=judge_id, speed=speed, demo=session.is_demo()), place)


@contextmanager
def _window(place: Place, who: str, *, make: bool) -> Iterator[tuple[Session, float]]:
    """Open the file for a window, with the speed of its clock."""
    check_terminal()
    with place.session(make=make, who=who) as session:
        session.wait_at_most(_LONGEST_WAIT_SECONDS)
        demo = session.demo_time()
        yield session, demo.speed if demo else 1.0


_LONGEST_WAIT_SECONDS = 0.2
"""While a window waits for a file that another program holds, its clock stands still."""


def check_terminal() -> None:
    """Raise `Refused` where there is no terminal to open a window in, or one that cannot show it."""
    terminal.check(os.environ)


def run_window(app: SamlingApp, place: Place) -> None:
    """Show a window until it is closed; raise what made it close by itself, if anything did."""
    _end_when_hung_up()
    terminal.tidy()
    app.theme = f"samling-{place.theme}"
    app.run()
    if app.bug is not None:
        raise app.bug
    if app.return_code:
        raise Refused(
            N_("The window closed because of a fault of samling's own. What was saved is safe; open it again.")
        )


def _end_when_hung_up() -> None:
    """Let a closed terminal end the window, even one that was started to outlive it: nobody could close it any more."""
    import signal

    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@click.command(
    help=_("Try samling: an invented network in the middle of its second gathering. Nothing of yours is touched."),
    epilog=example("samling demo", "samling demo --db demo.db --speed 60"),
)
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help=_("Keep the demo in this file."))
@click.option(
    "--speed",
    type=Speed(),
    metavar="N",
    help=_("Run its clock N times as fast: 60 rehearses four hours in four minutes."),
)
@pass_place
def demo(place: Place, db: Path | None, speed: float | None) -> None:
    """Open the demo."""
    check_terminal()
    asked = db or place.asked
    if asked is not None:
        _open_demo(asked, speed, place.theme)
        return
    temporary = TemporaryDirectory(prefix="samling-demo-", ignore_cleanup_errors=True)
    with temporary as folder:
        take_along_when_hung_up(temporary)
        _open_demo(Path(folder) / "demo.db", speed, place.theme)


def take_along_when_hung_up(folder: TemporaryDirectory[str]) -> None:
    """Let the temporary folder go when the terminal is closed: nobody is left who could be told anything."""
    import signal

    if hasattr(signal, "SIGHUP"):  # Windows has none

        def leave(_number: int, _frame: object) -> None:
            folder.cleanup()
            os._exit(0)

        signal.signal(signal.SIGHUP, leave)


def _open_demo(path: Path, speed: float | None, theme: str) -> None:
    from samling.cli import demo_file

    demo_file.prepare(path, speed)
    open_control(Place(path, None, theme))
