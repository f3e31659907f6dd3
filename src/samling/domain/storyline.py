"""The log as a story: what belongs together is one line, told where the last of it happened.

Folded are what a judge gives on one sheet until it is submitted, the same block being made longer again and again, and
teams or people ticked off one after another. Nothing is left out: every line holds the entries it tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import datetime


class Change(Protocol):
    """What became of one row: its columns after, or None where it went."""

    @property
    def table(self) -> str:
        """The table."""

    @property
    def key(self) -> Sequence[Any]:
        """What names the row."""

    @property
    def after(self) -> Mapping[str, Any] | None:
        """The columns that have another value now, or all of a new row's."""


class Entry(Protocol):
    """One entry of the log, as `samling.store.log` keeps it."""

    @property
    def id(self) -> int | None:
        """Its number."""

    @property
    def gathering_id(self) -> int | None:
        """Whose it is."""

    @property
    def happened_at(self) -> datetime:
        """When it happened (UTC)."""

    @property
    def recorded_at(self) -> datetime:
        """When it was recorded (UTC)."""

    @property
    def who(self) -> str:
        """Which window it was done in."""

    @property
    def action(self) -> str:
        """What was done."""

    @property
    def arguments(self) -> dict[str, Any]:
        """With what."""

    @property
    def changes(self) -> Sequence[Change]:
        """What became of the rows."""

    @property
    def of(self) -> int | None:
        """Which entry an undo or redo is about."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a judge did on a sheet: how many criteria have a score then, of how many, and whether it was submitted."""

    scored: int
    criteria: int
    submitted: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story: its entries, oldest first. `sheet` is there where they are what was given on a sheet.

    `about` is the entry that an undo or redo turned back, where the log holds it.
    """

    entries: tuple[Entry, ...]
    sheet: Sheet | None = None
    about: Entry | None = None

    @property
    def last(self) -> Entry:
        """The entry that says when it was, and by whom."""
        return self.entries[-1]


_ON_SHEET = ("sheet-score", "sheet-comment", "sheet-submit")
_IN_A_ROW = ("arrive", "leave", "absent", "extend")
_TURNED = ("undo", "redo")


def lines(entries: Sequence[Entry]) -> list[Line]:
    """Return the log, oldest first, as the lines of its story."""
    known = {each.id: each for each in entries}
    marks, made = _Marks(), _Groups()
    told: dict[int, Sheet] = {}
    for entry in entries:
        marks.follow(entry)
        sheet = _sheet_of(entry)
        group = made.of_sheet(sheet, entry) if sheet is not None else made.of_others(entry)
        if sheet is not None:
            told[id(group)] = marks.sheet(entry)
    return [Line(tuple(each), told.get(id(each)), known.get(each[-1].of)) for each in made.in_order()]


class _Groups:
    """The entries by line, in the order of the latest of each."""

    def __init__(self) -> None:
        self._made: dict[int, list[Entry]] = {}
        self._open: dict[Hashable, list[Entry]] = {}

    def of_sheet(self, sheet: Hashable, entry: Entry) -> list[Entry]:
        """Put an entry with the others of its sheet until that is submitted: their line comes last then."""
        group = self._open.pop(sheet, [])
        self._made.pop(id(group), None)
        self._made[id(group)] = group
        group.append(entry)
        if entry.action != "sheet-submit":
            self._open[sheet] = group
        return group

    def of_others(self, entry: Entry) -> list[Entry]:
        """Put an entry with those just before it, where it is more of the same, or on a line of its own."""
        latest = next(reversed(self._made.values()), [])
        group = latest if latest and _goes_on(latest[-1], entry) else []
        self._made[id(group)] = group
        group.append(entry)
        return group

    def in_order(self) -> Iterable[list[Entry]]:
        """Return the groups."""
        return self._made.values()


def _sheet_of(entry: Entry) -> Hashable | None:
    """Which sheet something was given on; None for all else."""
    action = entry.arguments.get("action", "") if entry.action in _TURNED else entry.action
    if action not in _ON_SHEET or (entry.action in _TURNED and action == "sheet-submit"):
        return None
    return entry.gathering_id, entry.arguments.get("judge_id"), entry.arguments.get("team_id")


def _goes_on(before: Entry, entry: Entry) -> bool:
    """Whether an entry is more of the same as the one before it."""
    return entry.action in _IN_A_ROW and _likeness(before) == _likeness(entry)


def _likeness(entry: Entry) -> Hashable:
    about = (entry.arguments.get("position"), entry.arguments.get("title")) if entry.action == "extend" else None
    return entry.action, entry.who, entry.gathering_id, about


class _Marks:
    """Which criteria have a score on every sheet, and how many criteria each gathering's newest form has."""

    def __init__(self) -> None:
        self._scores: dict[tuple[Any, ...], dict[int, dict[str, bool]]] = {}
        self._forms: dict[int, dict[int, int]] = {}

    def follow(self, entry: Entry) -> None:
        """Take in what an entry changed."""
        for change in entry.changes:
            if change.table == "score":
                judge_id, team_id, version, criterion = change.key
                given = change.after is not None and change.after.get("value") is not None
                self._scores.setdefault((judge_id, team_id), {}).setdefault(version, {})[criterion] = given
            elif change.table == "scoring_criterion" and change.after is not None:
                gathering_id, version, number = change.key
                known = self._forms.setdefault(gathering_id, {})
                known[version] = max(known.get(version, 0), number)

    def sheet(self, entry: Entry) -> Sheet:
        """Return how the sheet that an entry is about stands now: its newest version, on the newest form."""
        versions = self._scores.get((entry.arguments.get("judge_id"), entry.arguments.get("team_id")), {})
        marks = versions[max(versions)] if versions else {}
        forms = self._forms.get(entry.gathering_id or 0, {})
        return Sheet(sum(marks.values()), forms[max(forms)] if forms else len(marks), entry.action == "sheet-submit")
