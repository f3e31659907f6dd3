"""The pattern of dark and light modules that holds a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.link import Weight, reach

BORDER = 4
"""Light modules that readers need on every side (ISO/IEC 18004)."""

LEAST = 17 + 2 * BORDER
"""Modules across, with the border, less the four that each version adds."""

Correction = Literal["M", "Q", "H"]


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its modules row by row without the border (True is dark), its version from 1 to 40, its error correction.

    M repairs 15 % of the code, Q 25 %, H 30 %.
    """

    modules: tuple[tuple[bool, ...], ...]
    version: int
    correction: Correction

    @property
    def across(self) -> int:
        """Modules in a row, with the border."""
        return len(self.modules) + 2 * BORDER

    def bordered(self) -> list[tuple[bool, ...]]:
        """Every row with the border around."""
        edge, blank = (False,) * BORDER, (False,) * self.across
        return [*[blank] * BORDER, *((*edge, *row, *edge) for row in self.modules), *[blank] * BORDER]


def code(text: str) -> Code:
    """Return the smallest code of a text in correction M, and in Q or H where the version stays the same.

    Raises `WrongUsage` for a text that is empty or too long for any code.
    """
    from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q
    from qrcode.main import QRCode

    if not text:
        raise WrongUsage(N_("The text is empty."))
    version = _version(text, ERROR_CORRECT_M)
    if version is None:
        raise WrongUsage(N_("The text is too long for any code."))
    levels: tuple[tuple[Correction, int], ...] = (
        ("H", ERROR_CORRECT_H),
        ("Q", ERROR_CORRECT_Q),
        ("M", ERROR_CORRECT_M),
    )
    correction, level = next(each for each in levels if _version(text, each[1]) == version)
    made = QRCode(version=version, error_correction=level)
    made.add_data(text)
    made.make(fit=False)
    return Code(tuple(map(tuple, made.modules)), version, correction)


def screen_code(text: str) -> Code:
    """Return the code of a text that is to be read from a screen.

    Raises `Refused` for a text of more bytes than are read from one, `WrongUsage` as `code` does.
    """
    far = reach(len(text.encode()))
    if far.weight is Weight.PAPER:
        raise Refused(far.template, **far.parts)
    return code(text)


def capacity(version: int) -> int:
    """Return how many bytes a version holds in correction M; 0 for a version that there is not."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.util import BIT_LIMIT_TABLE

    if not 1 <= version <= 40:
        return 0
    header = 4 + (8 if version < 10 else 16)  # the mode, and the count of bytes
    return int((BIT_LIMIT_TABLE[ERROR_CORRECT_M][version] - header) // 8)


def _version(text: str, level: int) -> int | None:
    """The smallest version that holds a text; None where none does."""
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode

    trial = QRCode(error_correction=level)
    trial.add_data(text)
    try:
        return int(trial.best_fit())
    except (DataOverflowError, ValueError):  # 8.2 refuses its own version 41 as a wrong value
        return None
