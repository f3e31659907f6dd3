"""A repair as a plain object, as JSON has it: read with every problem named, and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_
from samling.domain.grouping.exchange import MOST_PEOPLE
from samling.domain.grouping.instance import pair, pairs_at
from samling.domain.grouping.repair import Announced
from samling.domain.reader import Reader, shown

if TYPE_CHECKING:
    from samling.domain.grouping.instance import Pair, Table
    from samling.domain.grouping.repair import Repair

KEYS = ("earlier_rounds", "announced", "absent", "late", "table_min", "table_max", "together", "forbid", "id")
Label = int | str


class RepairReader(Reader):
    """Reads what was announced and what has changed. People go by whatever number or name the file gives them."""

    def read(self) -> tuple[Announced, tuple[Label, ...]]:
        """Return the announced seating, its people numbered from 0, and what the file calls them."""
        self.number: dict[Label, int] = {}
        for key in ("announced", "table_min", "table_max"):
            if key not in self.found:
                self.note(N_("{key} is missing."), key=key)
        tables = self._round(self.rows("announced"), "announced")
        earlier = [
            self._round(each, f"earlier_rounds[{at + 1}]") for at, each in enumerate(self.rows("earlier_rounds"))
        ]
        absent, late = self._people("absent"), self._people("late")
        for both in sorted(set(absent) & set(late)):
            self.note(N_("{person} is both absent and late."), person=shown(self._label(both)))
        least, most = (
            self.whole(self.found.get(key, 0), key, 0, MOST_PEOPLE) or 0 for key in ("table_min", "table_max")
        )
        if least > most:
            self.note(N_("table_min is {least}, more than table_max, {most}."), least=least, most=most)
        together, forbid = self._pairs("together"), self._pairs("forbid")
        self.finish()
        met = frozenset(both for one in earlier for table in one for both in pairs_at(table))
        return (
            Announced(tables, frozenset(absent), tuple(late), least, most, met, together, forbid),
            tuple(self.number),
        )

    def _label(self, number: int) -> Label:
        return list(self.number)[number]

    def _person(self, value: object, key: str) -> int | None:
        if isinstance(value, int | str) and not isinstance(value, bool) and value != "":
            return self.number.setdefault(value, len(self.number))
        self.note(N_("{key}: {found} is neither a number nor a name."), key=key, found=shown(value))
        return None

    def _people(self, key: str) -> list[int]:
        read = (self._person(each, key) for each in self.rows(key))
        return [each for each in read if each is not None]

    def _round(self, tables: object, key: str) -> tuple[Table, ...]:
        """Read the tables of a round, in which everybody sits once."""
        if not isinstance(tables, list) or not all(isinstance(each, list) for each in tables):
            self.note(N_("{key} must be a list of tables, each a list of people."), key=key)
            return ()
        if sum(map(len, tables)) > MOST_PEOPLE or len(tables) > MOST_PEOPLE:
            self.note(N_("{key} has more than {most} people."), key=key, most=MOST_PEOPLE)
            return ()
        read = tuple(
            tuple(person for each in table if (person := self._person(each, key)) is not None) for table in tables
        )
        seated = [person for table in read for person in table]
        for person in sorted({each for each in seated if seated.count(each) > 1}):
            self.note(N_("{key}: {person} sits in two places."), key=key, person=shown(self._label(person)))
        return read

    def _pairs(self, key: str) -> tuple[Pair, ...]:
        read = []
        for each in self.rows(key):
            both = [self._person(one, key) for one in each] if isinstance(each, list) else []
            if len(both) != 2 or both[0] is None or both[1] is None or both[0] == both[1]:
                self.note(N_("{key}: {found} is not a pair of people, as in [0, 1]."), key=key, found=shown(each))
            else:
                read.append(pair(both[0], both[1]))
        return tuple(dict.fromkeys(read))


def repair_from(found: object, file: str) -> tuple[Announced, tuple[Label, ...]]:
    """Read a repair to be made; raise `FileProblems` with all that is wrong."""
    return RepairReader(file, found).read()


def repaired(repair: Repair, labels: tuple[Label, ...]) -> dict[str, Any]:
    """Write a repair as the answer of `groups repair-instance`."""
    return {
        "schedule": [[labels[person] for person in table] for table in repair.tables],
        "moves": repair.cost.moves,
        "repeats": repair.cost.repeats,
    }
