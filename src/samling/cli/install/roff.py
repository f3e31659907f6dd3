"""Pages for `man`, written in its own language: roff, with the macros that every system has (man.7)."""

from __future__ import annotations

from collections.abc import Iterable

Lines = Iterable[str]


def text(words: str) -> str:
    """Return words that roff prints just as they are: no backslash, and no dot or quote that begins a line, acts."""
    shown = words.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in shown.split("\n"))


def title(name: str, version: str) -> str:
    """Return the first line of a page of section 1."""
    return f'.TH "{_argument(name.upper())}" 1 "" "samling {_argument(version)}" "samling"'


def heading(words: str) -> str:
    """Return a section's heading."""
    return f'.SH "{_argument(words)}"'


def paragraphs(words: str) -> Lines:
    """Yield a help text: paragraphs that are filled, and those behind Click's backspace sign as they stand."""
    for number, paragraph in enumerate(words.strip().split("\n\n")):
        if number:
            yield ".PP"
        if paragraph.startswith("\b\n"):
            yield from as_it_stands(paragraph.removeprefix("\b\n").split("\n"))
        else:
            yield text(" ".join(paragraph.split()))


def as_it_stands(lines: Lines) -> Lines:
    """Yield lines that are neither filled nor broken, a little to the right."""
    yield from (".RS 4", ".nf", *(text(line) for line in lines), ".fi", ".RE")


def entry(term: str, words: str) -> Lines:
    """Yield a term and, indented below it, what it means."""
    yield from (".TP", f"\\fB{text(term)}\\fR", text(" ".join(words.split())) or "\\&")


def _argument(words: str) -> str:
    """What stands between quotation marks in a request."""
    return text(" ".join(words.split())).replace('"', "\\(dq")
