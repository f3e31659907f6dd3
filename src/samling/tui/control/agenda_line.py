"""How one line of the agenda is laid out: which columns there is room for, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain.gathering import State
from samling.language import _
from samling.tui.control.rows import Aside, BlockLine, Mark
from samling.wording import state_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.tui.control.rows import AsideLine, Line

SIGNS = {
    State.PENDING: "·",
    State.RUNNING: "►",
    State.PAUSED: "‖",
    State.DONE: "✓",
    State.DROPPED: "×",
}
MARK_SIGNS = {
    Mark.FIXED_START: "@",
    Mark.FIXED_END: "@",
    Mark.PROTECTED: "◆",
    Mark.MAY_DROP: "○",
    Mark.FLEXIBLE: "~",
    Mark.NOTES: "¶",
}
_ASIDE_SIGNS = {
    Aside.DAY: "",
    Aside.SPARE: "…",
    Aside.CLASH: "!",
    Aside.NOT_LAID_OUT: "…",
    Aside.TOO_LONG: "!",
    Aside.STRETCH: "›",
}
_NOTHING = "–"
_GUTTER = 6  # cursor, sign and number
_TIMES = 7 + 13
_LENGTH = 12


class Part(Enum):
    """Which row of a line it is."""

    MAIN = "main"
    ABOUT = "about"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns: the title takes what the others leave. 0 leaves a column out."""

    width: int
    title: int
    state: int
    marks: int
    mark_words: bool

    @classmethod
    @lru_cache(maxsize=8)
    def fitting(cls, width: int) -> Columns:
        """Return the columns for a width: words where there is room, signs where there is not."""
        words = width >= 108
        state, marks = _state_width() if width >= 88 else 0, 25 if words else 4
        if width < 56:
            marks = 3
        title = max(8, width - _GUTTER - _TIMES - _LENGTH - state - marks - 1)
        return cls(width, title, state, marks, words)


def _state_width() -> int:
    """Room for the longest word for a state, with a space on either side: bokmål's are longer than English ones."""
    return max(len(word) for word in (_("next"), *map(state_word, State))) + 2


def _cell(text: str, width: int, *, right: bool = False) -> Content:
    content = Content(text).truncate(max(0, width - 1), ellipsis=True)
    room = width - content.cell_length
    return content.pad_left(room - 1).pad_right(1) if right else content.pad_right(room)


def heading(columns: Columns) -> Content:
    """The words over the columns."""
    parts = [
        Content(" " * _GUTTER),
        _cell(_("Plan"), 7),
        _cell(_("Now"), 13),
        _cell(_("Block"), columns.title),
        _cell(_("Length"), _LENGTH - 4, right=True),
    ]
    return Content("").join(parts).stylize(".agenda--heading")


def spaced(lines: Sequence[Line], height: int) -> list[tuple[Line, Part]]:
    """Return the rows that show `lines`: with a second row and air where there is room, else as close as can be."""
    blocks = sum(isinstance(line, BlockLine) for line in lines)
    asides = len(lines) - blocks
    if 3 * blocks + 2 * asides <= height:
        of_block: tuple[Part, ...] = (Part.MAIN, Part.ABOUT, Part.BLANK)
    elif 2 * len(lines) <= height:
        of_block = (Part.MAIN, Part.BLANK)
    else:
        of_block = (Part.MAIN,)
    of_aside = (Part.MAIN, Part.BLANK) if len(of_block) > 1 else (Part.MAIN,)
    return [(line, part) for line in lines for part in (of_block if isinstance(line, BlockLine) else of_aside)]


def drawn(line: Line, part: Part, columns: Columns, *, chosen: bool, target: bool) -> Content:
    """Lay one row of a line out."""
    if part is Part.BLANK:
        return Content("")
    if isinstance(line, BlockLine) and part is Part.ABOUT:
        about = Content("▌" if chosen else " ").pad_right(_GUTTER + _TIMES - 1)
        return about.append(_cell(_about(line, columns), columns.width - _GUTTER - _TIMES).stylize(".agenda--quiet"))
    if isinstance(line, BlockLine):
        return _block(line, columns, chosen=chosen, target=target)
    return _aside(line, columns)


def _aside(line: AsideLine, columns: Columns) -> Content:
    warns = line.kind in (Aside.CLASH, Aside.TOO_LONG)
    style = ".agenda--heading" if line.kind is Aside.DAY else ".agenda--warn" if warns else ".agenda--quiet"
    indent = 2 if line.kind is Aside.DAY else _GUTTER + 7
    words = f"{_ASIDE_SIGNS[line.kind]} {line.words}".strip()
    return Content(" " * indent + words).truncate(columns.width, ellipsis=True).stylize(style)


def _block(line: BlockLine, columns: Columns, *, chosen: bool, target: bool) -> Content:
    style = _style(line)
    gutter = Content(f"{'▌' if chosen else ' '}{SIGNS[line.state]} {line.position:>2} ").stylize(style, 1)
    times = f"{line.start}–{line.end}" if line.start else _NOTHING
    added = Content(line.added).truncate(3).pad_right(max(0, 3 - len(line.added))).stylize(".agenda--added")
    parts = [
        gutter,
        _cell(line.planned or _NOTHING, 7).stylize(".agenda--quiet"),
        _cell(times, 13).stylize(style),
        _title(line, columns.title, style),
        _cell(line.length, _LENGTH - 4, right=True).stylize(style),
        added,
        Content("±" if target else " ").stylize(".agenda--target"),
        _state(line, columns, style),
        _marks(line, columns),
    ]
    return Content("").join(parts)


def _title(line: BlockLine, width: int, style: str) -> Content:
    title = _cell(line.title, width).stylize(style)
    if line.state is State.DROPPED:
        struck = min(width, Content(line.title).truncate(width - 1, ellipsis=True).cell_length)
        return title.stylize("strike", 0, struck)
    return title


def _state(line: BlockLine, columns: Columns, style: str) -> Content:
    if not columns.state:
        return Content("")
    word = _("next") if line.is_next else state_word(line.state)
    quiet = line.state is State.PENDING and not line.is_next
    return _cell(f" {word}", columns.state).stylize(".agenda--quiet" if quiet else style)


def _marks(line: BlockLine, columns: Columns) -> Content:
    if columns.mark_words:
        text = " · ".join(words for _mark, words in line.marks)
    else:
        text = "".join(dict.fromkeys(MARK_SIGNS[mark] for mark, _words in line.marks))
    return _cell(f" {text}", columns.marks + 1).stylize(".agenda--quiet")


def _about(line: BlockLine, columns: Columns) -> str:
    """What the second row says: what the first has no column for."""
    state = [] if columns.state else [_("next") if line.is_next else state_word(line.state)]
    marks = [] if columns.mark_words else [words for _mark, words in line.marks]
    return " · ".join([*state, line.about, *marks])


def _style(line: BlockLine) -> str:
    if line.is_next:
        return ".agenda--next"
    return "" if line.state is State.PENDING else f".agenda--{line.state.value}"
