"""The pictures of the README: `python tests/pictures.py` makes them anew from the running windows.

Each is a window over the demo at a moment of its second gathering, with a clock that stands still, so that what has
not changed comes out the same to the byte; nothing in a file tells when or where it was made. They are SVG, which every
code host shows and which needs nothing more to be installed. A terminal's font cannot come with it, so blocks and lines
are drawn as shapes, which join whatever the font. Look at every picture before you keep it.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

import picture_days
from making import at
from opened import open_session
from samling import language
from samling.cli import demo_file
from samling.content.demo import load_demo
from samling.domain.clockset import DemoTime
from samling.domain.gathering import Scene
from samling.store import clocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.style import Style
    from textual.pilot import Pilot

    from samling.session import Session
    from samling.tui.app import SamlingApp

FOLDER = Path(__file__).parents[1] / ".pictures"
LARGEST = 200_000
PROJECTOR = (128, 36)
"""The cells of a window over a whole 16:9 projector, in letters that a code host's page leaves readable."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the window, the demo's local time, and what is done to get there."""

    window: str
    time: str = "10:47:30"
    size: tuple[int, int] = (80, 24)
    language: str = "en"
    theme: str = "samling-dark"
    scene: str = "auto"
    press: tuple[str, ...] = ()
    is_empty: bool = False
    day: Callable[[Session, demo_file.Told], None] | None = None


PICTURES = {
    "control": Picture("control", size=(120, 34)),
    "screen-timer": Picture("screen", "10:18:42", size=PROJECTOR),
    "screen-prompts": Picture("screen", "09:46:10", size=PROJECTOR),
    "screen-break": Picture("screen", "10:25:00", size=PROJECTOR),
    "screen-agenda": Picture("screen", "10:47:20", size=(192, 54), scene="agenda"),
    "timer": Picture("timer"),
    "start": Picture("control", size=(110, 30), press=(*"Fjordhelse", "enter", *["down"] * 5), is_empty=True),
    "roll": Picture("control", "08:56:00", size=(110, 30), press=("k", "t", *["down"] * 6, "t", "down", "space")),
    "groups": Picture("control", "09:14:00", size=(120, 34), day=picture_days.seated, press=("G",)),
    "screen-seating": Picture("screen", "09:13:30", size=(192, 54), day=picture_days.seated, scene="seating"),
    "pitches": Picture("control", "11:30:00", size=(120, 34), day=picture_days.pitching, press=("I",)),
    "screen-pitch": Picture("screen", "11:30:00", size=PROJECTOR, day=picture_days.pitching),
    "judge": Picture("judge", "11:30:00", size=(100, 30), day=picture_days.pitching),
    "replan": Picture("control", size=(120, 34), press=("v",)),
    "people": Picture("control", size=(110, 30), press=("P", *["down"] * 8)),
    "surveys": Picture("control", size=(110, 30), day=picture_days.asked, press=("y",)),
    "screen-code": Picture("screen", size=PROJECTOR, day=picture_days.asked, scene="survey"),
    "expectations": Picture("control", size=(110, 30), day=picture_days.asked, press=("E",)),
    "award": Picture("control", "12:30:00", (110, 30), day=picture_days.scored, press=("I", "r", "v", "y")),
    "screen-award": Picture("screen", "12:30:00", size=PROJECTOR, day=picture_days.scored),
    "control-nb": Picture("control", size=(120, 34), language="nb", theme="samling-light"),
}


def main() -> int:
    """Make every picture; each language in a process of its own, because windows take their words when loaded."""
    if asked := sys.argv[1:]:
        return make(asked[0])
    languages = sorted({picture.language for picture in PICTURES.values()})
    return max(subprocess.run([sys.executable, __file__, each], check=False).returncode for each in languages)


def make(spoken: str) -> int:
    """Make the pictures of one language."""
    language.use(spoken)
    FOLDER.mkdir(exist_ok=True)
    worst = 0
    for name, picture in PICTURES.items():
        if picture.language == spoken:
            with TemporaryDirectory() as folder:
                made = asyncio.run(taken(picture, Path(folder) / "demo.db"))
            file = FOLDER / f"{name}.svg"
            file.write_text(made, encoding="utf-8")
            worst = max(worst, size := file.stat().st_size)
            sys.stdout.write(f"{file.relative_to(FOLDER.parent)}: {size // 1000} kB\n")
    return 1 if worst > LARGEST else 0


# --- Taking ----------------------------------------------------------------------------------------------------------


async def taken(picture: Picture, path: Path) -> str:
    """Open the window at the picture's moment and return what it shows, as SVG."""
    with closing(_session(picture, path)) as session:
        app = _app(picture, session)
        app.theme = picture.theme
        async with app.run_test(size=picture.size) as pilot:
            await _settled(pilot)
            for key in picture.press:
                await pilot.press(key)
            await _settled(pilot)
            rows = _rows(app)
            await pilot.pause()
            while (later := _rows(app)) != rows:  # what is laid out by its size may take more than one turn
                rows = later
                await pilot.pause()
            return drawn(rows, picture.size, str(app.current_theme.background))


def _rows(app: SamlingApp) -> list[Row]:
    return [[(each.text, each.style) for each in row] for row in app.screen._compositor.render_strips()]


async def _settled(pilot: Pilot[Any]) -> None:
    """Let what is read in the background be read, and the cursor of a field not blink."""
    from textual.widgets import Input

    await pilot.app.workers.wait_for_complete(each for each in pilot.app.workers if each.name == "programmes")
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()


def _app(picture: Picture, session: Session) -> SamlingApp:
    """The picture's window. Imported here: a window takes its words from the language in use when it is loaded."""
    from samling.tui.control.app import ControlApp
    from samling.tui.screen.app import ScreenApp
    from samling.tui.timer.app import TimerApp

    if picture.window == "judge":
        from samling.tui.judge.app import JudgeApp

        return JudgeApp(session, judge_id=session.pitching().judges[1].id, demo=session.is_demo())
    if picture.window == "control":
        return ControlApp(session, demo=session.is_demo(), keep_awake=False)
    return {"screen": ScreenApp, "timer": TimerApp}[picture.window](session, demo=session.is_demo())


def _session(picture: Picture, path: Path) -> Session:
    """A new file, with the demo as it was at the picture's moment unless it is to be empty."""
    demo = load_demo()
    moment = at(picture.time, demo.gatherings[-1].date)
    told = demo_file.Told(moment)
    session = open_session(path, told, "control")
    if not picture.is_empty:
        until = (replace(day, steps=tuple(step for step in day.steps if step.at <= moment)) for day in demo.gatherings)
        demo_file._tell_history(session, told, replace(demo, gatherings=tuple(until)))
        told.at = moment
        if picture.day is not None:
            picture.day(session, told)
        session.do("show", scene=Scene(picture.scene))
        with session._database.writing():
            clocks.keep_demo_time(session._database, DemoTime(moment, moment, 1.0))
    return session


# --- Drawing ---------------------------------------------------------------------------------------------------------

WIDE, HIGH, MARGIN = 12, 24, 12
"""A cell, and the room around the cells."""

BASELINE, FONT_SIZE = 18, 20
FONTS = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"

Box = tuple[float, float, float, float]
"""Left, top, width and height, in shares of a cell."""

EDGES: dict[str, Box] = {
    "▀": (0, 0, 1, 0.5), "▐": (0.5, 0, 0.5, 1), "▔": (0, 0, 1, 0.125), "▕": (0.875, 0, 0.125, 1)
}  # fmt: skip
QUADRANTS = {"▖": 4, "▗": 8, "▘": 1, "▙": 13, "▚": 9, "▛": 7, "▜": 11, "▝": 2, "▞": 6, "▟": 14}
LINES = {
    "─": "M0 12h12", "│": "M6 0v24", "┼": "M0 12h12M6 8v8", "╱": "M0 24L12 0",
    "╭": "M12 12q-6 0-6 6v6", "╮": "M0 12q6 0 6 6v6", "╰": "M6 0v6q0 6 6 6", "╯": "M6 0v6q0 6-6 6",
}  # fmt: skip
"""Drawn as strokes in a cell. The mark of a bar is shorter than the cell, as fonts have it."""

Row = list[tuple[str, "Style | None"]]


def drawn(rows: list[Row], size: tuple[int, int], background: str) -> str:
    """Return rows of styled text as SVG: grounds, then shapes, then words."""
    grounds: list[str] = []
    filled: dict[str, list[str]] = defaultdict(list)
    stroked: dict[str, list[str]] = defaultdict(list)
    words: list[str] = []
    for number, row in enumerate(rows):
        y, column = number * HIGH, 0
        for text, style in row:
            x, front, back = column * WIDE, *_colours(style)
            column += cell_len(text)
            if back and back != background:
                grounds.append(f'<rect x="{x}" y="{y}" width="{column * WIDE - x}" height="{HIGH}" fill="{back}"/>')
            for start, part in _parts(text):
                left = x + cell_len(text[:start]) * WIDE
                if part[0] in LINES:
                    stroked[front] += [_moved(LINES[part[0]], left + at * WIDE, y) for at in range(len(part))]
                elif shape := _shape(part[0]):
                    filled[front] += [_box(left, y, len(part), box) for box in shape]
                else:
                    words.append(_words(part, left, y, front, style))
    width, height = (cells * cell + 2 * MARGIN for cells, cell in zip(size, (WIDE, HIGH), strict=True))
    box = f'width="{width}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {box}>',
            f'<rect {box} rx="10" fill="{background}"/>',
            f'<g transform="translate({MARGIN} {MARGIN})" font-family="{FONTS}" font-size="{FONT_SIZE}">',
            '<g shape-rendering="crispEdges">',
            *grounds,
            *(f'<path fill="{colour}" d="{"".join(boxes)}"/>' for colour, boxes in filled.items()),
            "</g>",
            *(
                f'<path stroke="{colour}" stroke-width="2" fill="none" d="{"".join(lines)}"/>'
                for colour, lines in stroked.items()
            ),
            *words,
            "</g>\n</svg>\n",
        ]
    )


def _colours(style: Style | None) -> tuple[str, str]:
    """The colours of the text and of the ground behind it; "" for what the style does not say."""
    if style is None:
        return "", ""
    front, back = (each.get_truecolor().hex if each else "" for each in (style.color, style.bgcolor))
    return (back, front) if style.reverse else (front, back)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into what is drawn at once: runs of one shape, and words with single spaces between them."""
    shapes = "".join(LINES) + "▀-▟"
    for found in re.finditer(rf"([{shapes}])\1*|(?:[^\s{shapes}]| (?=[^\s{shapes}]))+", text):
        part = found.group()
        yield found.start() + len(part) - len(part.lstrip()), part.strip()


def _shape(sign: str) -> list[Box]:
    """The boxes of a block sign in its cell; none for what is not one."""
    eighths = (ord(sign) - 0x2580) / 8
    if sign in QUADRANTS:
        return [(at % 2 / 2, at // 2 / 2, 0.5, 0.5) for at in range(4) if QUADRANTS[sign] >> at & 1]
    if "▁" <= sign <= "█":
        return [(0, 1 - eighths, 1, eighths)]
    if "▉" <= sign <= "▏":
        return [(0, 0, 2 - eighths, 1)]
    return [EDGES[sign]] if sign in EDGES else []


def _box(x: int, y: int, times: int, box: Box) -> str:
    """The path of a box in each of `times` cells; of one long box where they join."""
    left, top, width, height = box[0] * WIDE, box[1] * HIGH, box[2] * WIDE, box[3] * HIGH
    joins = width == WIDE
    across = width * times if joins else width
    columns = (0,) if joins else range(times)
    return "".join(
        f"M{x + column * WIDE + left:g} {y + top:g}h{across:g}v{height:g}h{-across:g}z" for column in columns
    )


def _moved(path: str, x: int, y: int) -> str:
    """The path of a line in the cell at (x, y)."""
    return re.sub(r"([ML])(\d+) (\d+)", lambda m: f"{m[1]}{int(m[2]) + x} {int(m[3]) + y}", path)


def _words(text: str, x: int, y: int, colour: str, style: Style | None) -> str:
    """Words, as wide as their cells in any font."""
    cells = cell_len(text)
    looks = f' textLength="{cells * WIDE}"' if cells > 1 else ""
    if style and style.bold:
        looks += ' font-weight="bold"'
    if style and (style.strike or style.underline):
        looks += f' text-decoration="{"line-through" if style.strike else "underline"}"'
    return f'<text x="{x}" y="{y + BASELINE}"{looks} fill="{colour}">{escape(text)}</text>'


if __name__ == "__main__":
    sys.exit(main())
