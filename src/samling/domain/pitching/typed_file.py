"""Sheets on paper as a secretary has typed them into a spreadsheet: one row a sheet, a column for each criterion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from samling.domain.errors import N_, SamlingError
from samling.domain.line import printable
from samling.domain.pitching import form
from samling.domain.pitching.finding import the_judge, whose_sheet
from samling.domain.pitching.paper import Typed
from samling.domain.roster_reading.found import NotUnderstood, Remark
from samling.domain.sheet import is_empty, text_of, undefused
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.form import Criterion
    from samling.domain.sheet import Cell, Sheet

    Found = TypeVar("Found")

_NAMES = {"judge": ("judge", "dommer"), "team": ("team", "lag"), "comment": ("comment", "kommentar")}
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


def read_typed(sheet: Sheet, pitching: Pitching, file: str) -> tuple[Typed, ...]:
    """Return the sheets that were typed into a spreadsheet; an empty cell is a missing score.

    Raises `NotUnderstood` with everything that is wrong, by row and column, `file` being the name of it all; `Refused`
    without a form in use.
    """
    return _Reading(sheet, pitching, file).typed()


class _Reading:
    """Reads a sheet row by row and notes what is wrong, to tell it all at once."""

    def __init__(self, sheet: Sheet, pitching: Pitching, file: str) -> None:
        self.pitching = pitching
        self.file = file
        self.criteria = form.in_use(pitching).form.criteria
        self.errors: list[Remark] = []
        rows = [(number, row) for number, row in enumerate(sheet.rows, start=1) if not all(map(is_empty, row))]
        self.rows = rows[1:]
        self.columns = self._columns(rows[0][1])

    def _columns(self, headings: Sequence[Cell]) -> dict[str, int]:
        """Where what stands, counted from 0: judge, team, comment, and each criterion by its id."""
        keys = [name_key(text_of(cell)) for cell in headings]
        known = _NAMES | {each.id: (name_key(each.id), name_key(each.name)) for each in self.criteria}
        columns = {name: at for name, names in known.items() for at in _places(keys, names)}
        for name in ("judge", "team", *(each.id for each in self.criteria)):
            if name not in columns:
                self.errors.append(Remark(N_("there is no column “{name}”."), {"name": known[name][-1]}))
        self._finish()
        return columns

    def typed(self) -> tuple[Typed, ...]:
        """Return the sheets; raise `NotUnderstood` if anything is wrong."""
        found: dict[tuple[int, int], Typed] = {}
        for number, row in self.rows:
            each = self._row(number, row)
            if each is None:
                continue
            if (each.judge_id, each.team_id) in found:
                self.errors.append(
                    Remark(N_("the sheet of this judge for this team stands above already."), row=number)
                )
            found[each.judge_id, each.team_id] = each
        self._finish()
        return tuple(found.values())

    def _row(self, number: int, row: Sequence[Cell]) -> Typed | None:
        texts = {name: undefused(text_of(row[at])).strip() for name, at in self.columns.items() if at < len(row)}
        judge = self._found(number, "judge", lambda: the_judge(self.pitching, texts.get("judge", "")))
        team_id = self._found(number, "team", lambda: whose_sheet(self.pitching, texts.get("team", "")))
        given = {each.id: self._score(number, each, texts.get(each.id, "")) for each in self.criteria}
        if judge is None or judge.id is None or team_id is None:
            return None
        scores = {name: score for name, score in given.items() if score is not None}
        return Typed(judge.id, team_id, scores, printable(texts.get("comment", "")))

    def _score(self, number: int, criterion: Criterion, text: str) -> int | None:
        """Return a score; None for an empty cell. What is no whole number is left for the form to refuse."""
        value = int(text) if _WHOLE.fullmatch(text) else text
        return self._found(number, criterion.id, lambda: form.checked(criterion, value)) if text else None

    def _found(self, number: int, name: str, find: Callable[[], Found]) -> Found | None:
        """Return what is found in a column; where it is refused, note why and return None."""
        try:
            return find()
        except SamlingError as fault:
            self.errors.append(Remark(fault.template, fault.parts, number, self.columns[name]))
            return None

    def _finish(self) -> None:
        if self.errors:
            raise NotUnderstood(self.file, self.errors)


def _places(keys: Sequence[str], names: Iterable[str]) -> list[int]:
    """The first column that is called by one of the names; none where none is."""
    return [at for at, key in enumerate(keys) if key in set(names)][:1]
