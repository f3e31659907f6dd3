from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from files import beside, content, damage, delete, ordinary_user, read_only_folder, whole_copy
from opened import hold_pitches, open_session
from samling.domain.errors import FileHeld
from samling.domain.localtime import DEFAULT_ZONE, to_local
from samling.store.opening import SCHEMA_VERSION
from samling.store.sqlite import sqlite3
from samling.tui.control.app import ControlApp
from samling.tui.judge.app import JudgeApp
from samling.tui.screen.app import ScreenApp
from samling.tui.timer.app import TimerApp
from staging import look_again, painted, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.app import SamlingApp

SIZE = (120, 40)

WINDOWS: dict[str, Callable[[Session], SamlingApp]] = {
    "control": lambda session: ControlApp(session, keep_awake=False),
    "screen": ScreenApp,
    "timer": TimerApp,
    "judges": JudgeApp,
    "sheet": lambda session: JudgeApp(session, judge_id=1),
}
SHOWN = {"control": "Network", "screen": "Network", "timer": "Network", "judges": "Judge 2", "sheet": "Judge 1"}
KEYS = {"control": "n", "screen": "n", "timer": "space", "judges": "enter", "sheet": "3"}
"""A key that would write, or open what can be written."""

posix = pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")
every_window = pytest.mark.parametrize("kind", WINDOWS)


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no window look for damage before the test says so."""
    monkeypatch.setattr("samling.tui.app._DAMAGE_AFTER_SECONDS", 1000.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Iterator[Session]:
    """A session on a day whose first block, the pitches, runs since 15:00."""
    with closing(open_session(path, clock, "control")) as opened:
        hold_pitches(opened, clock)
        yield opened


@pytest.fixture
def another(session: Session, path: Path, clock: FakeClock) -> Iterator[Session]:  # noqa: ARG001 - it makes the file
    """Another window's session on the same file."""
    with closing(open_session(path, clock, "timer")) as opened:
        yield opened


@contextmanager
def looking(path: Path, clock: FakeClock, who: str) -> Iterator[Session]:
    """Open a file as somebody who has no rights of root's."""
    with ordinary_user():
        opened = open_session(path, clock, who)
    with closing(opened):
        yield opened


def words(app: SamlingApp) -> str:
    """All that is said in a window, on one line."""
    return " ".join(" ".join((*said(app), painted(app))).split())


def entries(path: Path) -> int:
    """How much has been recorded in a file."""
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM log").fetchone()[0]
    return count


class TestViewing:
    @posix
    @every_window
    async def test_where_nothing_can_be_written(
        self, session: Session, path: Path, clock: FakeClock, kind: str
    ) -> None:
        """On a folder that can only be read every window shows the day, says so, and writes nothing."""
        session._database.empty_journal()
        with read_only_folder(path) as folder, looking(folder / path.name, clock, kind) as opened:
            app = WINDOWS[kind](opened)
            async with app.run_test(size=SIZE) as pilot:
                await pilot.pause()
                assert "! " in words(app)
                assert "an only be read" in words(app)
                assert SHOWN[kind] in words(app)
                await pilot.press(KEYS[kind])
                await pilot.pause()
            assert content(folder / path.name) == content(path)

    @posix
    async def test_a_refused_key_has_a_reason(self, session: Session, path: Path, clock: FakeClock) -> None:
        """The timekeeper's key is refused, in words that say why."""
        session._database.empty_journal()
        with read_only_folder(path) as folder, looking(folder / path.name, clock, "timer") as opened:
            app = TimerApp(opened)
            async with app.run_test(size=SIZE) as pilot:
                await pilot.press("n")
                assert "Not done" in words(app)
                assert "read-only" in words(app)

    @every_window
    async def test_a_part_is_damaged(self, session: Session, path: Path, clock: FakeClock, kind: str) -> None:
        """Damage in what the window does not show is found: it goes on showing, and writes nothing more."""
        session.close()
        damage(path, "survey")
        with closing(open_session(path, clock, kind)) as opened:
            app = WINDOWS[kind](opened)
            async with app.run_test(size=SIZE) as pilot:
                assert "an only be read" not in words(app)
                app.look_for_damage()
                await app.workers.wait_for_complete()
                await pilot.pause()
                assert "an only be read" in words(app)
                assert SHOWN[kind] in words(app)
                before = entries(path)
                await pilot.press(KEYS[kind])
                assert entries(path) == before


@posix
class TestGone:
    @every_window
    async def test_it_is_rescued_and_put_back(self, session: Session, path: Path, kind: str) -> None:
        """A window whose file was deleted says so, copies what it held on one key and goes on on another."""
        app = WINDOWS[kind](session)
        recorded = entries(path)
        async with app.run_test(size=SIZE) as pilot:
            delete(path)
            await look_again(pilot)
            assert "moved or deleted" in words(app)
            assert "Ctrl+K writes a rescue copy" in words(app)
            await pilot.press(KEYS[kind])
            await pilot.press("ctrl+k")
            await pilot.pause()
            (rescued,) = path.parent.glob("samling-rescued-*.db")
            assert rescued.name in painted(app).replace("\n", "").replace(" ", "")
            assert entries(rescued) == recorded
            await pilot.press("ctrl+o")
            await pilot.pause()
            assert "moved or deleted" not in words(app)
            assert SHOWN["judges" if kind == "sheet" else kind] in words(app)
            assert entries(path) == recorded

    async def test_no_key_and_no_size_brings_an_old_figure_back(self, session: Session, path: Path) -> None:
        """Neither a close that is refused nor a narrower window draws the clock again that was hidden."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=SIZE) as pilot:
            shown = f"{to_local(session.now(), DEFAULT_ZONE):%H:%M:%S}"
            assert shown in painted(app)
            delete(path)
            await pilot.press(KEYS["control"])
            await look_again(pilot)
            await pilot.press("q")
            await pilot.resize_terminal(SIZE[0] - 5, SIZE[1])
            await pilot.pause()
            assert shown not in painted(app)
            assert "--:--:--" in painted(app)
            await pilot.press("ctrl+o")
            await pilot.pause()
            assert shown in painted(app)

    async def test_what_was_put_back_may_be_held_at_first(
        self, session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where the file cannot be read at once the window stays, and reads it when it can."""
        app = ControlApp(session, keep_awake=False)

        def held() -> None:
            raise FileHeld("A back-up holds it.")

        async with app.run_test(size=SIZE) as pilot:
            delete(path)
            await look_again(pilot)
            with monkeypatch.context() as patched:
                patched.setattr(app, "read", held)
                await pilot.press("ctrl+o")
            session.do("message", text="Kaffe")
            await look_again(pilot)
            assert app.is_running
            assert app.view is not None
            assert app.view.snapshot.gathering == session.in_use()

    async def test_the_others_follow_by_themselves(self, session: Session, another: Session, path: Path) -> None:
        """Once one window has put the file back, the others go on without a key: nothing is lost."""
        projector = ScreenApp(another)
        async with projector.run_test(size=SIZE) as pilot:
            delete(path)
            await look_again(pilot)
            assert "moved or deleted" in words(projector)
            session.go_on()
            session.do("message", text="Lunsj")
            await look_again(pilot)
            await look_again(pilot)
            assert "Lunsj" in words(projector)

    async def test_the_keys_are_free_otherwise(self, session: Session, path: Path) -> None:
        """While the file lies in its place they do nothing of the kind."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("ctrl+k", "ctrl+o")
        assert list(path.parent.glob("*rescued*")) == []


@posix
class TestReplaced:
    @pytest.mark.parametrize("kind", ["control", "timer", "sheet"])
    async def test_by_an_older_file(self, session: Session, path: Path, kind: str) -> None:
        """A back-up in the place of the file is told before anything is acknowledged, and gone on with on a key."""
        older = whole_copy(path)
        session.do("note", text="Ringte kjøkkenet")
        app = WINDOWS[kind](session)
        async with app.run_test(size=SIZE) as pilot:
            older.replace(path)
            await look_again(pilot)
            before = entries(path)
            assert "replaced by another file" in words(app)
            await pilot.press(KEYS[kind])
            assert entries(path) == before
            await pilot.press("ctrl+o")
            await pilot.pause()
            assert "replaced by another file" not in words(app)
            assert session.in_use().notes == ()

    async def test_the_judge_is_asked_for_again(self, session: Session, path: Path) -> None:
        """In another file the judges may be others: nobody's sheet lies open."""
        older = whole_copy(path)
        session.do("note", text="Ringte kjøkkenet")
        app = JudgeApp(session, judge_id=1)
        async with app.run_test(size=SIZE) as pilot:
            older.replace(path)
            await look_again(pilot)
            await pilot.press("ctrl+o")
            await pilot.pause()
            assert session.judge_id is None

    async def test_what_could_not_be_saved_is_kept(self, session: Session, path: Path, clock: FakeClock) -> None:
        """What was pressed in the moment the file went is saved on a key, once there is a file again."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=SIZE) as pilot:
            delete(path)
            app.desk_screen.desk.do("pause")
            await pilot.pause()
            assert "Not saved" in words(app)
            await look_again(pilot)
            await pilot.press("ctrl+o", "ctrl+s")
            await pilot.pause()
            with closing(open_session(path, clock)) as saved:
                assert saved.in_use().block(1).state.value == "paused"


@posix
class TestLogLost:
    async def test_the_control_window_asks(self, session: Session, path: Path) -> None:
        """Without its log the file takes nothing more; the banner names `samling backup`, and a key goes on."""
        app = ControlApp(session, keep_awake=False)
        recorded = entries(path)
        async with app.run_test(size=SIZE) as pilot:
            delete(beside(path, "-wal"))
            await look_again(pilot)
            assert "samling backup FILE" in words(app)
            assert "samling.db-wal" in words(app)
            await pilot.press("ctrl+o")
            await pilot.pause()
            assert "samling backup" not in words(app)
            await pilot.press("p")
            assert entries(path) == recorded + 1

    @pytest.mark.parametrize("kind", ["screen", "timer", "sheet"])
    async def test_the_others_go_on(self, session: Session, another: Session, path: Path, kind: str) -> None:
        """Where nothing is lost they read the file anew, and show what is written next."""
        app = WINDOWS[kind](another)
        async with app.run_test(size=SIZE) as pilot:
            session.close()
            delete(beside(path, "-wal"))
            await look_again(pilot)
            assert app.fault is None
            another.check_file()


class TestRenewed:
    @pytest.mark.parametrize("kind", ["control", "timer", "sheet"])
    async def test_an_older_window_is_told(self, session: Session, path: Path, kind: str) -> None:
        """When a newer samling has renewed the tables, every open window says to open it with the newer one."""
        app = WINDOWS[kind](session)
        async with app.run_test(size=SIZE) as pilot:
            with closing(sqlite3.connect(path)) as newer:
                newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
                newer.commit()
            await look_again(pilot)
            assert "newer samling has renewed" in words(app)
            assert "Ctrl+K" not in words(app)
