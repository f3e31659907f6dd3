"""The engine alone, on a matrix as JSON has it: no form, no scale, no ladder. Read with every problem named.

The numbers come as `Decimal`, just as they were written, or as whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_
from samling.domain.reader import Reader, shown
from samling.domain.scoring.form import WHOLE
from samling.domain.scoring.matrix import Matrix, exact
from samling.domain.scoring.methods import Z_DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.scoring.methods import Scored

KEYS = ("teams", "eligible_teams", "judges", "scores", "criteria", "sheets", "id")
MOST_TEAMS = 500
MOST_JUDGES = 100
MOST_CRITERIA = 100
MOST_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """A matrix to be scored: all teams that were named, those in the field (its columns), and what they were given."""

    teams: tuple[str, ...]
    eligible: tuple[str, ...]
    matrix: Matrix


class MatrixReader(Reader):
    """Reads a matrix: totals under `scores`, or scores by criterion under `sheets`."""

    def read(self) -> Asked:
        """Return the matrix; raise `FileProblems` with all that is wrong."""
        teams = self._names("teams", MOST_TEAMS)
        judges = self._names("judges", MOST_JUDGES)
        chosen = self._eligible(teams)
        eligible = [each for each in teams if each in chosen]
        by_criterion = self.found.get("sheets") is not None
        given = self._sheets(judges, teams) if by_criterion else self._scores(judges, teams)
        self.finish()
        rows = [[given.get((judge, team)) for team in eligible] for judge in judges]
        return Asked(tuple(teams), tuple(eligible), exact(len(eligible), rows))

    def _names(self, key: str, most: int) -> list[str]:
        """Read a list of different names."""
        names = self.found.get(key)
        if not isinstance(names, list) or not 1 <= len(names) <= most:
            self.note(N_("{key} must be a list of 1 to {most} names."), key=key, most=most)
            return []
        seen: dict[str, None] = {}
        for name in names:
            if not isinstance(name, str) or not name.strip():
                self.note(N_("{key}: {found} is not a name."), key=key, found=shown(name))
            elif name in seen:
                self.note(N_("{key}: the name {name} stands more than once."), key=key, name=shown(name))
            else:
                seen[name] = None
        return list(seen)

    def _eligible(self, teams: list[str]) -> set[str]:
        """Read which teams are in the field; without a word about it, all."""
        if self.found.get("eligible_teams") is None:
            return set(teams)
        chosen = self.rows("eligible_teams")
        for name in chosen:
            if name not in teams:
                self.note(N_("{key}: {name} is not one of the teams."), key="eligible_teams", name=shown(name))
        return {name for name in chosen if isinstance(name, str)}

    def _scores(self, judges: list[str], teams: list[str]) -> dict[tuple[str, str], Fraction]:
        """Read totals: judge -> team -> number or null."""
        if self.found.get("scores") is None:
            self.note(N_("The file has neither scores nor sheets."))
        if self.found.get("criteria") is not None:
            self.note(N_("criteria are there, but no sheets with scores for them."))
        cells = self._cells("scores", judges, teams)
        return {
            (judge, team): number
            for judge, team, value in cells
            if (number := self._number(value, f"{shown(judge)}, {shown(team)}")) is not None
        }

    def _sheets(self, judges: list[str], teams: list[str]) -> dict[tuple[str, str], Fraction]:
        """Read sheets: judge -> team -> criterion -> number or null, and add each complete one up."""
        if self.found.get("scores") is not None:
            self.note(N_("The file has both scores and sheets: keep one of them."))
        weights = self._weights()
        read = {}
        for judge, team, sheet in self._cells("sheets", judges, teams):
            where = f"{shown(judge)}, {shown(team)}"
            given = self._object(sheet, where)
            for each in given:
                if weights and each not in weights:
                    self.note(N_("{where}: {found} is not one of the criteria."), where=where, found=shown(each))
            scores = [self._number(given.get(each), f"{where}, {shown(each)}") for each in weights]
            known = [score for score in scores if score is not None]
            if len(known) == len(weights):
                read[judge, team] = sum(map(mul, known, weights.values()), Fraction()) / WHOLE
        return read

    def _weights(self) -> dict[str, int]:
        """Read the criteria: id -> weight in whole per cent."""
        weights: dict[str, int] = {}
        criteria = self.found.get("criteria")
        if not isinstance(criteria, list) or not 1 <= len(criteria) <= MOST_CRITERIA:
            self.note(
                N_('criteria must be a list of 1 to {most}, as in [{{"id": "result", "weight": 25}}].'),
                most=MOST_CRITERIA,
            )
            return {}
        for at, criterion in enumerate(criteria, start=1):
            found = self._object(criterion, f"criteria[{at}]")
            id_, weight = found.get("id"), found.get("weight")
            if not isinstance(id_, str) or not id_.strip() or id_ in weights:
                self.note(N_("criteria[{number}] has no id of its own."), number=at)
            elif isinstance(weight, bool) or not isinstance(weight, int | Decimal) or weight not in range(WHOLE + 1):
                self.note(
                    N_("criteria[{number}]: a weight is whole per cent, not {found}."), number=at, found=shown(weight)
                )
            else:
                weights[id_] = int(weight)
        if len(weights) < len(criteria):
            return {}
        if sum(weights.values()) != WHOLE:
            self.note(N_("The weights add up to {sum} per cent, not 100."), sum=sum(weights.values()))
        return weights

    def _cells(self, key: str, judges: list[str], teams: list[str]) -> Iterator[tuple[str, str, object]]:
        """Yield judge, team and what stands there, of an object of objects; what is not there is left out."""
        known = set(teams)
        for judge, row in self._object(self.found.get(key), key).items():
            if judge not in judges:
                self.note(N_("{key}: {name} is not one of the judges."), key=key, name=shown(judge))
                continue
            for team, value in self._object(row, f"{key}, {shown(judge)}").items():
                if team not in known:
                    self.note(N_("{key}: {name} is not one of the teams."), key=key, name=shown(team))
                else:
                    yield judge, team, value

    def _object(self, value: object, where: str) -> dict[str, Any]:
        """Read an object; null is one with nothing in it."""
        if value is None or isinstance(value, dict):
            return value or {}
        self.note(N_("{where} must be an object, {{ ... }}, not {found}."), where=where, found=shown(value))
        return {}

    def _number(self, value: object, where: str) -> Fraction | None:
        """Read a score: any number that has not absurdly many digits, or null."""
        if value is None:
            return None
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            number = Decimal(value)
            exponent = number.as_tuple().exponent
            if isinstance(exponent, int) and number.adjusted() <= MOST_DIGITS and exponent >= -MOST_DIGITS:
                return Fraction(number)
        self.note(
            N_("{where}: a score is a number of at most {most} digits each side of the point, or null, not {found}."),
            where=where, most=MOST_DIGITS, found=shown(value),
        )  # fmt: skip
        return None


def matrix_from(found: object, file: str) -> Asked:
    """Read a matrix; raise `FileProblems` with all that is wrong."""
    return MatrixReader(file, found).read()


def answer(asked: Asked, found: Scored) -> dict[str, Any]:
    """Write scored teams as the answer of `pitch score`: exact fractions as text, decimals for z."""
    ranks = dict(zip(asked.eligible, found.values.ranks(), strict=True))
    said = dict(zip(asked.eligible, _said(found), strict=True))
    reasons = dict(zip(asked.eligible, found.reasons, strict=True))
    return {
        "method": found.method,
        "applied": found.applied,
        "values": {team: said[team] for team in asked.teams if said.get(team) is not None},
        "ranks": {team: ranks.get(team) for team in asked.teams},
        "unranked": [team for team in asked.eligible if ranks[team] is None],
        "reasons": {team: reason for team, reason in reasons.items() if reason},
    }


def _said(found: Scored) -> Iterator[str | None]:
    for team in range(len(found.values.numbers)):
        value = found.values[team]
        if value is None or found.method != "z":
            yield None if value is None else str(value)
        else:
            yield f"{Decimal(value.numerator) / value.denominator:.{Z_DECIMALS}f}"
