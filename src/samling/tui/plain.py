"""The last gate before the terminal: no window sends it a command that came from a text.

What people type is cleaned where it enters. This is for what reaches a screen by any other way: a database that was
edited by hand, a file that another program wrote. Textual itself lets an escape through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from samling.domain.line import harmless

if TYPE_CHECKING:
    from textual.color import Color

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a character, which cannot be written at all."""


def clean_text(text: str) -> str:
    """Return one line of text, equally wide, without what a terminal would obey instead of show."""
    return harmless(_HALVES.sub("\ufffd", text)).translate({ord("\t"): None, ord("\n"): None})


class PlainFilter(LineFilter):
    """Cleans every line of a window. Add one to the app's `get_line_filters`, always the same one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments of a line with clean text. Textual keeps the result until the line changes."""
        return [
            each if each.control or each.text.isprintable() else Segment(clean_text(each.text), each.style)
            for each in segments
        ]
