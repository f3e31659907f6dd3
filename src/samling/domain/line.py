"""One line of text as people type it: what is kept of it."""

from __future__ import annotations

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


_LAST_LETTERS = str.maketrans("æäøöå", "{{||}")


def alphabetical(text: str) -> str:
    """Return what to sort by so that names stand as in a Norwegian list: æ, ø and å last, whatever the case."""
    return text.casefold().translate(_LAST_LETTERS)
