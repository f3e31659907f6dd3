"""A network's gatherings, run by the real programs in real terminals, and looked at afterwards by a checker of its own.

The suite runs a few of the days; `SAMLING_LONG=1` runs them all, with twelve judges.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if os.name != "posix":
    pytest.skip("a pseudo-terminal needs POSIX", allow_module_level=True)

import networks
from checker import check
from holding import hold
from laptop import Laptop
from starting import found
from tamperings import OF_ANY_DAY, OF_PITCHES, OF_SHARING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import OpenTerminal
    from holding import Day

LONG = bool(os.environ.get("SAMLING_LONG"))


def held(
    laptop: Laptop, teams: tuple[str, ...], days: tuple[Day, ...], tamperings: tuple[tuple[str, str], ...]
) -> None:
    """Hold the days; the checker must find every acknowledged deed in the file, and must see what is tampered with."""
    found(laptop, "Fjordhelse", teams)
    reports = {number: hold(laptop, day) for number, day in enumerate(days, start=1)}
    assert check(laptop.file, laptop.journal, reports) == []
    for statement, fault in tamperings:
        copy = tampered(laptop.file, statement)
        faults = check(copy, laptop.journal, reports)
        assert any(fault in each for each in faults), (statement, faults)
    reports[1]["blocks"][0]["added_seconds"] += 60
    reports[1]["attendance"][0]["people"] += 1
    told = [fault.partition(" 1, ")[0] for fault in check(laptop.file, laptop.journal, reports)]
    assert told == ["day report, block", "day report, team"]


def tampered(file: Path, statement: str) -> Path:
    """Return a copy of the file to which something has been done."""
    copy = file.with_name("tampered.db")
    shutil.copy(file, copy)
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute(statement).rowcount > 0, "nothing was tampered with"
        database.commit()
    return copy


def test_twelve_teams(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    """Twelve teams from the kick-off to the award: all that a screen acknowledged is in the file, and nothing else."""
    days = networks.TWELVE_WHOLE if LONG else networks.TWELVE_IN_SHORT
    held(Laptop(tmp_path, open_terminal), networks.TWELVE, days, OF_ANY_DAY + OF_PITCHES)


def test_nine_teams(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    """Nine teams share in twos and a three, one of them leaves, and nobody whom it was promised meets again."""
    days = networks.NINE_WHOLE if LONG else networks.NINE_IN_SHORT
    held(Laptop(tmp_path, open_terminal), networks.NINE, days, OF_ANY_DAY + OF_SHARING)


def test_the_checker_knows_nothing_of_samling() -> None:
    """It loads where samling cannot be imported: what is wrong there cannot be wrong in the same way here."""
    script = f"import sys; sys.modules['samling'] = None; sys.path[:0] = {sys.path!r}; import checker"
    subprocess.run([sys.executable, "-c", script], check=True)
