"""The terminal that a window opens in: whether it can be drawn there, and in what state the terminal is left."""

from __future__ import annotations

import codecs
import sys
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping


def check(environment: Mapping[str, str]) -> None:
    """Raise `Refused`, with what to do, where nothing or only nonsense would be seen.

    A window needs a terminal that places text where it is told, and that shows UTF-8.
    """
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refused(N_("A window needs a terminal. Open one and run samling there; `samling status` works without."))
    if environment.get("TERM") == "dumb":
        raise Refused(
            N_(
                "This terminal (TERM=dumb) cannot place text on the screen, so no window can be drawn in it. Open "
                "another one; `samling status` works here."
            )
        )
    if encoding(environment) != _UTF8:
        raise Refused(
            N_(
                "This terminal is set to {encoding}, which has neither the lines nor the large figures of a window. "
                "Set it to UTF-8, and start samling with LC_ALL=C.UTF-8 before the command."
            ),
            encoding=encoding(environment),
        )


def tidy() -> None:
    """Let the terminal echo and edit lines again where a program that was killed has left it as it had it.

    A window gives back what it found when it opened, and so must find what a shell needs. (Windows puts that right by
    itself.)
    """
    if sys.platform == "win32":
        return
    import termios

    found = termios.tcgetattr(sys.stdin)
    usable = found.copy()
    usable[0] |= termios.ICRNL | termios.IXON
    usable[1] |= termios.OPOST
    usable[3] |= termios.ICANON | termios.ECHO | termios.IEXTEN | termios.ISIG
    if not found[3] & termios.ICANON:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, usable)


def encoding(environment: Mapping[str, str]) -> str:
    """Return the character set that the locale names, as Python calls it: "iso8859-1" of "nb_NO.ISO-8859-1".

    The plain C locale names none, and Python takes it for UTF-8 (PEP 538); so is a locale that is not installed. One
    without a character set in its name has it by agreement, which the C library knows. An unknown one is as ASCII.
    """
    named = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "C")
    if sys.platform == "win32" or named in ("C", "POSIX"):
        return _UTF8
    given = named.partition(".")[2].partition("@")[0]
    return _codec(given) if given else _by_agreement()


_UTF8 = "utf-8"


def _by_agreement() -> str:
    import locale  # nearly every locale names its character set

    found = _codec(locale.nl_langinfo(locale.CODESET))
    return _UTF8 if found == "ascii" else found


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return "ascii"
