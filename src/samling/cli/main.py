"""The entry point: choose the language, run the command, and turn every failure into words and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from samling import language
from samling.cli import terminal
from samling.domain.errors import SamlingError
from samling.domain.line import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence


_NEW_OBJECTS = 20_000


def main() -> None:
    """Run `samling` with the process's arguments and leave with its exit code.

    Nearly all that importing makes stays: Python's habit of looking for garbage after every 700 new objects would only
    make the start a tenth longer.
    """
    gc.set_threshold(_NEW_OBJECTS)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return the exit code. Nothing but an exit code ever comes out of here."""
    try:
        _write_readably()
        language.use(_language(arguments))
        return _run([_as_typed(each) for each in arguments])
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader (a pager, head) has gone: leave without Python complaining about its own flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:  # noqa: BLE001 - the last door: a bug must reach the user as a sentence
        return _report(fault)


def _run(arguments: Sequence[str]) -> int:
    import click

    from samling.cli.root import cli

    try:
        result = cli.main(_at_first(arguments), prog_name="samling", standalone_mode=False)
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        print(harmless(said.getvalue()), end="", file=sys.stderr)  # noqa: T201 - the error stream is where failures are told
        return error.exit_code
    except click.Abort:
        return 130
    except SamlingError as error:
        from samling.wording import say

        for line in (say(error), *getattr(error, "sentences", _none)(language._)):
            print(harmless(line), file=sys.stderr)  # noqa: T201 - the error stream is where failures are told
        return error.exit_code
    return result if isinstance(result, int) else 0


def _as_typed(word: str) -> str:
    """A word of the command line as a person can have typed it: a name that was pasted commands no terminal.

    Halves of characters stay: they stand for the bytes of a file's name that is no UTF-8. So does a link: one with such
    signs is refused, and never made into another.
    """
    if "://" in word:
        return word
    return "".join(each for each in word if harmless(each) or "\ud800" <= each <= "\udfff")


def _at_first(arguments: Sequence[str]) -> list[str]:
    """Put --at and its moment before the command, where it belongs: in a hurry it is typed after it."""
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    for place, word in enumerate(words[:end]):
        if word == "--at" or word.startswith("--at="):
            count = 2 if word == "--at" else 1
            return [*words[place : place + count], *words[:place], *words[place + count :]]
    return words


def _none(_translate: object) -> tuple[str, ...]:
    """A failure that has no more to tell than its one sentence."""
    return ()


def _write_readably() -> None:
    """Write what a terminal says it shows, and UTF-8 into files; what cannot be shown is a question mark, no crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            shown = terminal.encoding(os.environ) if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=shown, errors="replace")


def _language(arguments: Sequence[str]) -> str:
    """The language asked for with --lang, else by SAMLING_LANG, else by the system's locale.

    It is looked up before Click runs, because the help texts are made when the commands are loaded.
    """
    asked = os.environ.get("SAMLING_LANG", "")
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in language.LANGUAGES else language.from_environment(os.environ)


def _report(fault: Exception) -> int:
    """Keep the details of a bug in a file and say so in two lines."""
    import tempfile
    import traceback

    kept = Path(tempfile.gettempdir()) / "samling-fault.txt"
    try:
        kept.write_text("".join(traceback.format_exception(fault)), encoding="utf-8")
    except OSError:
        kept = Path("-")
    message = language._(
        "samling met a fault of its own: {fault}. What was saved is safe; open it again and it goes on.\n"
        "The details are in {file}."
    )
    print(message.format(fault=type(fault).__name__, file=kept), file=sys.stderr)  # noqa: T201
    return 1
