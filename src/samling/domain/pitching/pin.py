"""A judge's PIN: so that a colleague at the same laptop does not fill in the wrong sheet. It is no lock beyond that."""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused, WrongUsage

if TYPE_CHECKING:
    from samling.domain.pitching.judge import Judge

_ROUNDS = 50_000
_PIN = re.compile(r"\d{4,12}", re.ASCII)


def hashed(pin: str, salt: bytes) -> str:
    """Return what is kept of a PIN of 4 to 12 digits; `salt` is random bytes. Raises `WrongUsage` for another text."""
    if not _PIN.fullmatch(pin):
        raise WrongUsage(N_("A PIN has from 4 to 12 digits."))
    return f"{salt.hex()}:{_digest(pin, salt)}"


def check(judge: Judge, pin: str) -> None:
    """Raise `Refused` when the judge has a PIN and it is not this one."""
    if judge.pin_hash is None:
        return
    salt, _, kept = judge.pin_hash.partition(":")
    if not hmac.compare_digest(_digest(pin, bytes.fromhex(salt)), kept):
        raise Refused(N_("That is not the PIN of {judge}."), judge=judge.name)


def _digest(pin: str, salt: bytes) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode("utf-8", "replace"), salt, _ROUNDS).hex()
