"""A wireless network as a code holds it, so that guests join by scanning.

The form is the one that phones read, WIFI:T:WPA;S:name;P:password;; (the barcode contents of ZXing, which Android and
iOS follow). The password is never shown in a repr.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from samling.domain.errors import N_, WrongUsage

_MOST_NAME = 32
_MARKS = re.compile(r'([\\;,:"])')
_HEX = re.compile(r"[0-9A-Fa-f]+")


class Security(Enum):
    """How a network is guarded, as a code names it. WPA is every kind of WPA."""

    WPA = "WPA"
    WEP = "WEP"
    NONE = "nopass"


@dataclass(frozen=True, slots=True)
class Wireless:
    """A network that has been checked."""

    name: str
    security: Security
    password: str = field(repr=False)
    hidden: bool = False

    @property
    def payload(self) -> str:
        """What the code holds."""
        fields = [("T", self.security.value), ("S", _escaped(self.name))]
        fields += [("P", _escaped(self.password))] if self.security is not Security.NONE else []
        fields += [("H", "true")] if self.hidden else []
        return f"WIFI:{''.join(f'{key}:{value};' for key, value in fields)};"


def wireless(name: str, security: Security, password: str = "", *, hidden: bool = False) -> Wireless:
    """Check a network; raises `WrongUsage` for a name or password that no network can have. Neither says the password.

    A name has 1 to 32 bytes; a WPA password 8 to 63, or 64 hexadecimal digits (IEEE 802.11); a WEP key 5, 13 or 16
    characters, or twice as many hexadecimal digits.
    """
    size = len(name.encode("utf-8", "replace"))
    if not name.isprintable() or not 1 <= size <= _MOST_NAME:
        raise WrongUsage(
            N_("The name of a network has 1 to {most} bytes and no line ends; this has {count}."),
            most=_MOST_NAME, count=size,
        )  # fmt: skip
    if security is Security.NONE:
        return Wireless(name, security, "", hidden)
    if not password.isprintable() or not _can_be(security, password):
        raise WrongUsage(
            N_("A WPA password has 8 to 63 characters. This cannot be one.")
            if security is Security.WPA
            else N_("A WEP key has 5, 13 or 16 characters, or 10, 26 or 32 hexadecimal digits. This cannot be one.")
        )
    return Wireless(name, security, password, hidden)


def _can_be(security: Security, password: str) -> bool:
    size, is_hex = len(password.encode()), bool(_HEX.fullmatch(password))
    if security is Security.WPA:
        return 8 <= size <= 63 or (size == 64 and is_hex)
    return size in {5, 13, 16} or (size in {10, 26, 32} and is_hex)


def _escaped(text: str) -> str:
    """Mark the signs that mean something in the form."""
    return _MARKS.sub(r"\\\1", text)
