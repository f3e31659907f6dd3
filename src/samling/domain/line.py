"""Text that comes from outside, as people type it or as a file has it: what is kept of it."""

from __future__ import annotations

import re

from samling.domain.errors import N_, WrongUsage

LONGEST_LINE = 500


def clean_line(text: str, most: int = LONGEST_LINE) -> str:
    """Return a line with white space folded and control characters removed.

    Raises `WrongUsage` when nothing is left or it is longer than `most` characters.
    """
    folded = printable(text)
    if not folded:
        raise WrongUsage(N_("The text is empty."))
    if len(folded) > most:
        raise WrongUsage(N_("At most {most} characters; this has {count}."), most=most, count=len(folded))
    return folded


def printable(text: str) -> str:
    """Return text that commands no terminal and can be written as UTF-8, with white space folded."""
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())


_COMMANDS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 (with ESC) but tab and line feed, DEL, and C1 (with the one-character CSI)
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\u2028\u2029"  # end the line
    "\ud800-\udfff"  # halves of a character, which cannot be written at all
    "]"
)


def harmless(text: str) -> str:
    """Return text, of any number of lines, without what a terminal would obey instead of show."""
    return text if text.isprintable() else _COMMANDS.sub("", text)


_LAST_LETTERS = str.maketrans("æäøöå", "{{||}")


def alphabetical(text: str) -> str:
    """Return what to sort by so that names stand as in a Norwegian list: æ, ø and å last, whatever the case."""
    return text.casefold().translate(_LAST_LETTERS)
