"""What the doctor says of the computer, and of the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from samling.domain.errors import Term
from samling.domain.pitching.sentence import Sentence
from samling.domain.readiness import file, machine
from samling.domain.readiness.file import File
from samling.domain.readiness.finding import Level
from samling.domain.readiness.machine import Machine, Power, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samling.domain.readiness.finding import Finding

NOW = datetime(2026, 9, 15, 12, 0, tzinfo=UTC)
COMPUTER = Machine("Python", "Linux", "3.53.0", True, True, NOW, terminal=Terminal(80, 24, Sentence("256"), "UTF-8"))
WHOLE = File("day.db", "folder", NOW, free=10**9, last_change=NOW, last_backup=NOW)


def levels(findings: Iterable[Finding], wanted: Level) -> list[str]:
    """Return the ids of the findings of a level."""
    return [each.id for each in findings if each.level is wanted]


class TestMachine:
    def test_what_is_fine(self) -> None:
        """Nothing is to be done about a computer that has all that is needed."""
        assert levels(machine.findings(COMPUTER), Level.DO) == []

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ({"is_safe_sqlite": False}, "sqlite"),
            ({"zones": False}, "zones"),
            ({"now": datetime(1970, 1, 2, tzinfo=UTC)}, "clock"),
            ({"now": datetime(2099, 1, 2, tzinfo=UTC)}, "clock"),
            ({"power": Power(False, 49)}, "power"),
            ({"terminal": Terminal(79, 24, Sentence("256"), "UTF-8")}, "terminal"),
            ({"terminal": Terminal(80, 23, Sentence("256"), "UTF-8")}, "terminal"),
            ({"terminal": Terminal(80, 24, Sentence("256"), "ISO-8859-1")}, "letters"),
        ],
    )
    def test_what_is_to_be_done(self, change: dict[str, object], found: str) -> None:
        """Each thing that is wrong is found, and no other with it; every one says what to do."""
        findings = list(machine.findings(replace(COMPUTER, **change)))  # type: ignore[arg-type]
        assert levels(findings, Level.DO) == [found]
        assert all(each.todo for each in findings if each.level is not Level.OK)

    @pytest.mark.parametrize(
        ("power", "level"),
        [(Power(True, 3), Level.OK), (Power(False, 50), Level.NOTE), (Power(False), Level.NOTE), (None, None)],
    )
    def test_power(self, power: Power | None, level: Level | None) -> None:
        """Plugged in is fine however empty the battery; half full is worth knowing; what is unknown is not told."""
        found = [each.level for each in machine.findings(replace(COMPUTER, power=power)) if each.id == "power"]
        assert found == ([] if level is None else [level])

    def test_sleep_that_cannot_be_kept_away_never_keeps_it_from_being_ready(self) -> None:
        """It is told with what to do, which nobody can see that was done."""
        assert levels(machine.findings(replace(COMPUTER, awake=False)), Level.NOTE) == ["awake"]
        assert levels(machine.findings(replace(COMPUTER, awake=True)), Level.NOTE) == []

    def test_letters_are_known_by_any_of_their_names(self) -> None:
        """utf8, UTF-8 and utf-8 are the same."""
        for name in ("utf8", "UTF-8", "utf-8"):
            terminal = Terminal(80, 24, Sentence("256"), name)
            assert levels(machine.findings(replace(COMPUTER, terminal=terminal)), Level.DO) == []


class TestFile:
    def test_what_is_fine(self) -> None:
        """Nothing is to be done about a whole file with a new back-up."""
        assert levels(file.findings(WHOLE), Level.DO) == []

    @pytest.mark.parametrize(
        ("change", "found"),
        [
            ({"is_there": False, "last_change": None}, ["database"]),
            ({"fault": Sentence("no"), "last_change": None}, ["database"]),
            ({"damage": ("page 3",)}, ["database"]),
            ({"held": Sentence("held")}, ["held"]),
            ({"shared": Term("a synced folder")}, ["folder"]),
            ({"write_fault": "read-only"}, ["write"]),
            ({"free": 99_000_000}, ["space"]),
            ({"last_backup": None}, ["backup"]),
            ({"last_change": NOW + timedelta(hours=2), "last_backup": NOW + timedelta(hours=2)}, ["clock-behind"]),
        ],
    )
    def test_what_is_to_be_done(self, change: dict[str, object], found: list[str]) -> None:
        """Each thing that is wrong is found, and no other with it."""
        findings = list(file.findings(replace(WHOLE, **change)))  # type: ignore[arg-type]
        assert levels(findings, Level.DO) == found
        assert all(each.todo for each in findings if each.level is not Level.OK)

    @pytest.mark.parametrize(
        ("backup", "change", "fine"),
        [(6, 0, True), (7, 0, False), (30, 30, True), (30, 29, False)],
    )
    def test_the_age_of_the_back_up(self, backup: int, change: int, fine: bool) -> None:
        """A week is too old, in days ago, unless nothing has been done since it was made."""
        of_then = replace(WHOLE, last_backup=NOW - timedelta(days=backup), last_change=NOW - timedelta(days=change))
        assert (levels(file.findings(of_then), Level.DO) == []) is fine

    def test_a_demo_needs_no_back_up(self) -> None:
        """What is invented is not to be kept, and its clock is its own."""
        demo = replace(WHOLE, last_backup=None, is_demo=True, last_change=NOW + timedelta(days=30))
        assert levels(file.findings(demo), Level.DO) == []

    def test_older_tables_are_told(self) -> None:
        """A file of an earlier samling is renewed by itself: it is told, and nothing has to be done."""
        assert levels(file.findings(replace(WHOLE, is_older=True)), Level.NOTE) == ["tables"]
