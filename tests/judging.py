"""What tests see of a judge's window, and of the sheets in the file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from samling.tui.judge.sheet import SheetScreen
from staging import painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.sheets import Sheet
    from samling.session import Session
    from samling.tui.judge.app import JudgeApp
    from samling.tui.judge.desk import JudgeDesk


def desk(app: JudgeApp) -> JudgeDesk:
    """Where the judge who sits at the window works."""
    assert isinstance(app.front, SheetScreen)
    return app.front.judge


def sheet(session: Session, team_id: int = 1, judge_id: int = 1) -> Sheet:
    """The newest version of a sheet in the file."""
    found = session.sheets(judge_id).latest(team_id)
    assert found is not None, "there is a sheet"
    return found


def scores(session: Session, team_id: int = 1, judge_id: int = 1) -> dict[str, int]:
    """The scores on a sheet in the file."""
    found = session.sheets(judge_id).latest(team_id)
    return dict(found.values) if found else {}


def line(app: JudgeApp, text: str) -> str:
    """The row of the picture in which a text stands; nothing when none has it."""
    return next((row for row in painted(app).split("\n") if text in row), "")


@contextmanager
def not_looking(app: JudgeApp) -> Iterator[None]:
    """Keep the window from looking at the file, as it stands between two looks."""
    app._look = lambda asked: None  # type: ignore[method-assign]  # noqa: ARG005 - so is it called
    yield
    del app._look
