"""A link that people scan: whether a phone can open it, and from how far away its code can be read.

Nothing is ever fetched. The limits in bytes were measured on codes in error correction M, the least that samling draws:
version 3 holds 42 bytes and is read from the back of a room, version 5 holds 84, version 10 holds 213.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import SplitResult, quote, urlencode, urlsplit

from samling.domain.errors import N_, WrongUsage, filled
from samling.domain.line import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

BACK_ROW = 42
DENSE = 84
MOST_ON_SCREEN = 213
MOST_IN_A_CODE = 2331
"""Bytes that a code holds: read from the back row, read at all from there, read from a screen, held by the largest."""

_SHOWN = 40
_SCHEME = re.compile(r"([a-z][a-z0-9+-]*):", re.IGNORECASE)
_BARE_HOST = re.compile(r"[^\s/?#@:]+\.[^\s/?#@:.]{2,}(:\d+)?([/?#]|$)")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IN_PATH = "/:@!$&'()*+,;=~%"
_IN_QUERY = _IN_PATH + "?"


class Weight(Enum):
    """How much a finding matters."""

    FINE = "fine"
    NOTE = "note"
    WARNING = "warning"
    PAPER = "paper only"
    """A code on a screen is refused; on paper it can be read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be said about a link: how much it matters, and a sentence in English with its parts."""

    weight: Weight
    template: str
    parts: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Say it; `translate` turns a marked text into the language in use."""
        return filled(self.template, self.parts, translate)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that has been checked: `text` as people read it, `payload` as a code holds it, in ASCII alone.

    Letters outside ASCII are percent-encoded, and in the host written as IDNA does: no reader has to guess.
    """

    text: str
    payload: str

    @property
    def host(self) -> str:
        """Where it leads, as people read it."""
        return urlsplit(self.text).hostname or ""

    @property
    def size(self) -> int:
        """Bytes of the payload."""
        return len(self.payload)


def checked(text: str, parameters: Sequence[tuple[str, str]] = ()) -> Link:
    """Check a link and append parameters to its query; raises `WrongUsage` with the first thing that is wrong."""
    _refuse_signs(text)
    parts = _with(_split(text), parameters)
    host = _encoded_host(parts.hostname or "")
    payload = parts._replace(
        netloc=f"{host}{_port(parts)}",
        path=_encoded(parts.path, _IN_PATH),
        query=_encoded(parts.query, _IN_QUERY),
        fragment=_encoded(parts.fragment, _IN_QUERY),
    ).geturl()
    if len(payload) > MOST_IN_A_CODE:
        raise WrongUsage(
            N_("The link is too long for any code: {count} bytes. At most {most} fit."),
            count=len(payload), most=MOST_IN_A_CODE,
        )  # fmt: skip
    return Link(parts.geturl(), payload)


def parameter(text: str) -> tuple[str, str]:
    """Read a parameter as it is typed, "samling=2"; raises `WrongUsage` for anything else."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not text.isprintable():
        raise WrongUsage(N_("Write a parameter as NAME=VALUE, such as samling=2, not “{text}”."), text=_cut(text))
    return name.strip(), value.strip()


def findings(link: Link) -> tuple[Finding, ...]:
    """Tell what is worth knowing about a link before it is shown: first how far its code can be read."""
    found = [reach(link.size)]
    parts = urlsplit(link.payload)
    host = parts.hostname or ""
    if parts.scheme == "http":
        found.append(Finding(Weight.NOTE, N_("It begins with http://: what is answered there can be read on its way.")))
    if "." not in host and ":" not in host:
        found.append(
            Finding(
                Weight.WARNING, N_("“{host}” is a name without a dot: phones on another network will not find it."),
                {"host": host},
            )
        )  # fmt: skip
    if "xn--" in host:
        found.append(
            Finding(Weight.NOTE, N_("Some phones show the address as {host} before they open it."), {"host": host})
        )
    return tuple(found)


def reach(size: int) -> Finding:
    """Tell how far away a code of so many bytes can be read."""
    parts = {"count": size, "good": BACK_ROW, "dense": DENSE, "most": MOST_ON_SCREEN}
    if size <= BACK_ROW:
        return Finding(Weight.FINE, N_("{count} bytes: short enough for the back row."), parts)
    if size <= DENSE:
        return Finding(Weight.NOTE, N_("{count} bytes: with at most {good} it is read from farther away."), parts)
    if size <= MOST_ON_SCREEN:
        return Finding(
            Weight.WARNING,
            N_("{count} bytes make a dense code that the back row will not read. Use a link of at most {dense}."),
            parts,
        )
    return Finding(
        Weight.PAPER, N_("{count} bytes are too many for a screen, which takes {most}. Print the code on paper."), parts
    )


# --- Reading a link --------------------------------------------------------------------------------------------------


def _refuse_signs(text: str) -> None:
    """Refuse what no link can hold: nothing at all, blanks, line ends and what cannot be seen."""
    if not text.strip():
        raise WrongUsage(N_("The link is empty."))
    for at, sign in enumerate(text):
        if sign in "\r\n":
            raise WrongUsage(N_("The link goes over several lines. Give it as one."))
        if sign.isspace():
            raise WrongUsage(
                N_("There is a space in the link, after “{text}”. Take it out, or write it as %20."),
                text=_cut(text[:at], end=True),
            )
        if not sign.isprintable():
            raise WrongUsage(
                N_("There is a sign in the link that cannot be seen, {sign}, after “{text}”. Take it out."),
                sign=f"U+{ord(sign):04X}", text=_cut(text[:at], end=True),
            )  # fmt: skip


def _split(text: str) -> SplitResult:
    """Take a link apart; refuse another scheme, a name or password in it, and what has no host."""
    scheme = _SCHEME.match(text)
    if scheme is None or scheme[1].casefold() not in ("http", "https"):
        _refuse_scheme(text, scheme[1] if scheme else "")
    try:
        parts = urlsplit(text)
    except ValueError:
        _refuse_host(text)
    if "@" in parts.netloc:
        raise WrongUsage(N_("There is a user name or a password in the link, before the @. Everybody would read it."))
    if not parts.hostname:
        raise WrongUsage(N_("The link has no address after {scheme}://, such as nettskjema.no."), scheme=parts.scheme)
    return parts


def _refuse_scheme(text: str, scheme: str) -> NoReturn:
    if _BARE_HOST.match(text):
        raise WrongUsage(N_("A link begins with https://. Write https://{text}"), text=_cut(text))
    if scheme:
        raise WrongUsage(N_("A link begins with https:// or http://, not with “{scheme}:”."), scheme=_cut(scheme))
    raise WrongUsage(N_("A link begins with https:// or http://, not with “{text}”."), text=_cut(text))


def _refuse_host(host: str) -> NoReturn:
    raise WrongUsage(N_("“{host}” cannot be an address on the net."), host=_cut(host))


def _encoded_host(host: str) -> str:
    """Return a host as the net writes it: Unicode by the rules of IDNA 2008, an IPv6 address in brackets."""
    import idna

    try:
        if ":" in host:
            return f"[{_address(host)}]"
        named = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
        labels = named.removesuffix(".").split(".")
        if labels[-1].isdigit():
            return _address(named)
    except ValueError:
        _refuse_host(host)
    if len(named) > 253 or not all(map(_LABEL.fullmatch, labels)):
        _refuse_host(host)
    return named


def _address(host: str) -> str:
    """Return a numeric address; raises ValueError for one that cannot be, or that only one machine understands."""
    from ipaddress import ip_address

    if "%" in host:
        raise ValueError(host)
    return str(ip_address(host))


def _port(parts: SplitResult) -> str:
    try:
        return f":{parts.port}" if parts.port else ""
    except ValueError:
        _refuse_host(parts.netloc)


def _with(parts: SplitResult, parameters: Sequence[tuple[str, str]]) -> SplitResult:
    """The same link with parameters at the end of its query, before any #."""
    added = urlencode(parameters, quote_via=quote, safe="")
    return parts._replace(query="&".join(filter(None, (parts.query, added))))


def _encoded(part: str, safe: str) -> str:
    """Percent-encode what a link may not hold; what is encoded already stays, a percent sign alone becomes %25."""
    return quote(_BARE_PERCENT.sub("%25", part), safe=safe)


def _cut(text: str, *, end: bool = False) -> str:
    """A link's beginning, or its end, as short as a sentence can bear, and safe to show."""
    if len(text) > _SHOWN:
        text = f"…{text[-_SHOWN:]}" if end else f"{text[:_SHOWN]}…"
    return printable(text)
