"""The recording of the README: `python tests/recording.py` makes it anew, `... play` plays it in this terminal.

A minute of the demo in a real terminal, key by key, kept as .pictures/day.cast (asciinema's format, version 2: a line
of JSON for each piece of output with its second) and, for who only looks at the page, as .pictures/day.svg: the
moments after the keys, one after another. A recording takes its minute, and needs POSIX and the tests' requirements.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyte.screens import Char
    from rich.style import Style

    from pictures import Row
    from terminal import Terminal

TESTS = Path(__file__).parent
sys.path[:0] = [str(TESTS), str(TESTS / "end-to-end")]
FOLDER = TESTS.parent / ".pictures"
CAST = FOLDER / "day.cast"
SIZE = (100, 28)
BACKGROUND = "#0f171e"
TICKS = 20
"""How often a second the screen is looked at."""

Cell = tuple[str, str, str, bool, bool]
"""A sign, its colour and that of its ground, whether it is bold, whether the two colours are exchanged."""

Screen = list[list[Cell]]

PAUSE = Event()
"""Never set: to wait for it is to let time pass, for whoever watches."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys that are pressed in one second of the recording, and whether the picture after them is kept."""

    second: float
    keys: tuple[str, ...]
    is_kept: bool = False


STORY = (
    Step(3, (), True),  # eight minutes behind: what can be done?
    Step(5, ("v",)),
    Step(7, ("1",), True),
    Step(11, ("G",)),  # who sits with whom in the next block?
    Step(13, ("d",), True),
    Step(18, ("A",)),
    Step(19, ("enter",)),
    Step(21, ("escape",)),
    Step(23, ("n",), True),  # the next block begins; the projector follows
    Step(27, ("+", "+"), True),
    Step(30, ("u",)),
    Step(33, ("m",)),
    Step(34, tuple("Lunsj i kantina")),
    Step(35, ("enter",), True),
    Step(39, ("o",)),
    Step(40, tuple("Ta med flere tusjer")),
    Step(41, ("enter",)),
    Step(44, ("k",)),  # who has not come?
    Step(46, ("t",)),
    Step(48, ("/", *"kari"), True),
    Step(50, ("enter",)),
    Step(52, ("escape", "escape")),
    Step(55, ("h",), True),
    Step(57, ("escape",)),
)
SECONDS = 60


def main() -> int:
    """Make the recording, or play the one there is."""
    if sys.argv[1:] == ["play"]:
        play()
        return 0
    from terminal import Terminal, environment

    with TemporaryDirectory() as folder:
        home = Path(folder)
        command = [sys.executable, "-m", "samling", "--lang", "en", "demo", "--db", str(home / "demo.db")]
        with Terminal(command, size=SIZE, env=environment(home=home)) as terminal:
            terminal.wait_for("behind")
            events, frames = recorded(terminal)
    header = {"version": 2, "width": SIZE[0], "height": SIZE[1], "title": "samling: a minute of a day"}
    lines = [json.dumps(header), *(json.dumps([at, "o", text], ensure_ascii=False) for at, text in events)]
    CAST.write_text("\n".join([*lines, ""]), encoding="utf-8")
    drawn = moving(frames)
    CAST.with_suffix(".svg").write_text(drawn, encoding="utf-8")
    sys.stdout.write(f"{CAST.name}: {CAST.stat().st_size // 1000} kB, day.svg: {len(drawn) // 1000} kB\n")
    return 0


def play() -> None:
    """Write the recording to this terminal, each piece at its second."""
    began = time.monotonic()
    for line in CAST.read_text(encoding="utf-8").splitlines()[1:]:
        at, _kind, text = json.loads(line)
        PAUSE.wait(max(0.0, at - (time.monotonic() - began)))
        sys.stdout.write(text)
        sys.stdout.flush()
    sys.stdout.write("\x1b[?1049l\x1b[?25h\x1b[0m\n")


def recorded(terminal: Terminal) -> tuple[list[tuple[float, str]], list[list[Row]]]:
    """Press the keys of the story, each at its second; return what changed when, and the pictures kept."""
    began = time.monotonic()
    events: list[tuple[float, str]] = [(0.0, "\x1b[?1049h\x1b[?25l\x1b[2J")]
    frames: list[list[Row]] = []
    shown: Screen = [[] for _row in range(SIZE[1])]
    steps = {step.second: step for step in STORY}
    for tick in range(SECONDS * TICKS):
        second = tick / TICKS
        PAUSE.wait(max(0.0, began + second - time.monotonic()))
        if step := steps.get(second):
            terminal.press(*step.keys)
        now = screen(terminal)
        if (before := steps.get(second - 1)) and before.is_kept:
            frames.append([list(_runs(row)) for row in now])
        if changed := "".join(_changed(shown, now)):
            events.append((second, changed))
        shown = now
    return events, frames


def screen(terminal: Terminal) -> Screen:
    """Return the cells of the terminal."""
    return [[_cell(terminal.cell(column, row)) for column in range(SIZE[0])] for row in range(SIZE[1])]


def _cell(cell: Char) -> Cell:
    return cell.data, cell.fg, cell.bg, cell.bold, cell.reverse


def _changed(before: Screen, now: Screen) -> Iterator[str]:
    """What a terminal is told to show `now`: of each row that changed, from the first such cell to the last."""
    from rich.color import ColorSystem

    for number, (old, new) in enumerate(zip(before, now, strict=True), start=1):
        at = [column for column, cell in enumerate(new) if not old or old[column] != cell]
        if at:
            yield f"\x1b[{number};{at[0] + 1}H"
            for text, style in _runs(new[at[0] : at[-1] + 1]):
                yield style.render(text, color_system=ColorSystem.TRUECOLOR)


def _runs(cells: Sequence[Cell]) -> Iterator[tuple[str, Style]]:
    """Cells of one look together, as styled text."""
    from rich.style import Style

    for (front, back, bold, reverse), run in groupby(cells, lambda each: each[1:]):
        look = Style(color=_colour(front), bgcolor=_colour(back), bold=bold, reverse=reverse)
        yield "".join(each[0] for each in run), look


def _colour(name: str) -> str | None:
    """The colour of a cell as rich has it: of the emulator's, figures alone are used by the windows."""
    return None if name == "default" else f"#{name}"


def moving(frames: Sequence[list[Row]]) -> str:
    """Return the pictures as one SVG: the first, and the others over it in turn, without a flash between them.

    Where nothing moves, by the reader's wish or the viewer's, the first stands.
    """
    from pictures import drawn

    each, share = 4, 100 / len(frames)
    lasting = each * len(frames)
    style = (
        f"<style>.f{{visibility:hidden;animation:s {lasting}s step-end infinite}}"
        f"@keyframes s{{0%{{visibility:visible}}{share:.3f}%{{visibility:hidden}}}}"
        "@media(prefers-reduced-motion:reduce){.f{animation:none}}</style>"
    )
    first, *others = (drawn(rows, SIZE, BACKGROUND).rstrip().removesuffix("</svg>") for rows in frames)
    over = (
        f'<g class="f" style="animation-delay:{number * each}s">{frame[frame.index(">") + 1 :]}</g>'
        for number, frame in enumerate(others, start=1)
    )
    return "\n".join([first, style, *over, "</svg>\n"])


if __name__ == "__main__":
    sys.exit(main())
