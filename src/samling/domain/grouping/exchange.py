"""Draws and repairs as plain objects, as JSON has them: read with every problem named, and written.

The format stands in the project's page on sharing groups. What is added to it here: `soft` (attributes that should
differ last of all), `at` ([[person, table], ...]), sizes that hold more seats than there are people, and null for an
attribute that is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, Term
from samling.domain.grouping.instance import Instance, Value, even_sizes, fill, pair, tables_for
from samling.domain.reader import Reader, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.grouping.instance import Pair, Schedule
    from samling.domain.grouping.pins import Pin
    from samling.domain.grouping.solve import Draw

MOST_PEOPLE = 1000
MOST_ROUNDS = 200
KEYS = (
    "n", "people", "rounds", "sizes", "attrs", "apart", "balance", "soft", "history", "together", "forbid", "at", "id",
)  # fmt: skip


class InstanceReader(Reader):
    """Reads a draw to be made."""

    def read(
        self, *, tables: int | None = None, size: int | None = None, rounds: int | None = None
    ) -> tuple[Instance, tuple[str, ...]]:
        """Return the instance and the names of its people (empty where they are numbers).

        `tables` or `size` set the tables, and `rounds` how many rounds, instead of what the file says.
        """
        people, names = self._people()
        if not people:
            self.finish()
        self.person_of = {name: at for at, name in enumerate(names)}
        how_many = rounds or self._rounds()
        sizes = self._sizes(people, how_many, tables, size)
        attributes = self._attributes(people)
        instance = Instance(
            people,
            sizes,
            attributes,
            **{key: self._names_of(key, attributes) for key in ("apart", "balance", "soft")},
            history=self._history(people),
            together=self._pairs("together", people),
            forbid=self._pairs("forbid", people),
            at=self._at(people, sizes),
        )
        self.finish()
        return instance, names

    def _people(self) -> tuple[int, tuple[str, ...]]:
        names = self.found.get("people")
        if names is None:
            if "n" not in self.found:
                self.note(N_("The file says neither n (how many people) nor people (their names)."))
                return 0, ()
            return self.whole(self.found["n"], "n", 1, MOST_PEOPLE) or 0, ()
        if isinstance(names, int) and "n" not in self.found:
            return self.whole(names, "people", 1, MOST_PEOPLE) or 0, ()
        if not isinstance(names, list) or not all(isinstance(each, str) and each.strip() for each in names):
            self.note(N_("people must be a list of names."))
            return 0, ()
        if not 1 <= len(names) <= MOST_PEOPLE:
            self.note(
                N_("There are {count} people; from 1 to {most} can be seated."), count=len(names), most=MOST_PEOPLE
            )
        for name in sorted({each for each in names if names.count(each) > 1} if len(names) <= MOST_PEOPLE else ()):
            self.note(N_("The name {name} stands more than once among the people."), name=shown(name))
        if "n" in self.found and self.found["n"] != len(names):
            self.note(N_("n is {n}, but people has {count} names."), n=shown(self.found["n"]), count=len(names))
        return len(names), tuple(names)

    def _rounds(self) -> int:
        sizes = self.found.get("sizes")
        given = len(sizes) if isinstance(sizes, list) and sizes and isinstance(sizes[0], list) else 1
        return self.whole(self.found.get("rounds", given), "rounds", 1, MOST_ROUNDS) or 0

    def _sizes(self, people: int, rounds: int, tables: int | None, size: int | None) -> tuple[tuple[int, ...], ...]:
        if tables or size:
            return (even_sizes(people, min(people, tables or tables_for(people, size or 1))),) * rounds
        given = self.rows("sizes")
        if not given:
            self.note(N_("sizes is missing: a list of how many sit at each table (or give --tables or --size)."))
            return ()
        lists = given if all(isinstance(each, list) for each in given) else [given] * max(1, rounds)
        if rounds and len(lists) != rounds:
            self.note(N_("sizes has {count} lists for {rounds} rounds."), count=len(lists), rounds=rounds)
        read: dict[int, tuple[int, ...]] = {}
        return tuple(
            read.setdefault(id(each), self._room(each, at, people)) if id(each) not in read else read[id(each)]
            for at, each in enumerate(lists)
        )

    def _room(self, seats: list[Any], at: int, people: int) -> tuple[int, ...]:
        """Read the tables of a round: with more seats than people some stay empty, with fewer there is no draw."""
        if (
            not all(isinstance(each, int) and not isinstance(each, bool) and 1 <= each <= MOST_PEOPLE for each in seats)
            or not 0 < len(seats) <= MOST_PEOPLE
        ):
            self.note(N_("sizes must be whole numbers from 1, one a table (round {round})."), round=at + 1)
            return ()
        missing = people - sum(seats)
        if missing > 0:
            self.note(
                N_("Round {round} has {seats} seats for {people} people: {missing} are missing."),
                round=at + 1,
                seats=sum(seats),
                people=people,
                missing=missing,
            )
            return ()
        return tuple(seats) if missing == 0 else fill(seats, people)

    def _attributes(self, people: int) -> dict[str, tuple[Value, ...]]:
        given = self.found.get("attrs", {})
        if not isinstance(given, dict):
            self.note(N_("attrs must be an object: name, and a list with a value for each person."))
            return {}
        read = {}
        for name, values in given.items():
            if not isinstance(values, list) or len(values) != people:
                self.note(
                    N_("attrs.{name} must be a list of {count} values, one a person."), name=shown(name), count=people
                )
            elif not all(each is None or isinstance(each, str | int | float) for each in values):
                self.note(N_("attrs.{name} may hold texts and numbers alone."), name=shown(name))
            else:
                read[name] = tuple(values)
        return read

    def _names_of(self, key: str, attributes: dict[str, tuple[Value, ...]]) -> tuple[str, ...]:
        given = self.found.get("attrs")
        names = self.rows(key)
        for name in names:
            if not isinstance(name, str) or not isinstance(given, dict) or name not in given:
                self.note(N_("{key} names {name}, which is not in attrs."), key=key, name=shown(name))
        return tuple(dict.fromkeys(each for each in names if isinstance(each, str) and each in attributes))

    def _person(self, value: object, key: str, people: int) -> int | None:
        """Read a person: their number, or their name where the file has names."""
        if isinstance(value, str) and value in self.person_of:
            return self.person_of[value]
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < people:
            return value
        self.note(N_("{key}: there is no person {found}."), key=key, found=shown(value))
        return None

    def _history(self, people: int) -> dict[Pair, int]:
        given = self.found.get("history", {})
        if not isinstance(given, dict):
            self.note(N_('history must be an object such as {{"0,1": 2}}: two people, and how often they have met.'))
            return {}
        read: dict[Pair, int] = {}
        for key, times in given.items():
            parts = [each.strip() for each in key.split(",")]
            if (
                len(parts) != 2
                or not all(each.isascii() and each.isdigit() and int(each[:9]) < people for each in parts)
                or int(parts[0]) == int(parts[1])
            ):
                self.note(N_("history: {key} is not two different people, as in 0,1."), key=shown(key))
                continue
            count = self.whole(times, f"history {key}", 0, 1_000_000)
            if count:
                both = pair(int(parts[0]), int(parts[1]))
                read[both] = read.get(both, 0) + count
        return read

    def _pairs(self, key: str, people: int) -> tuple[Pair, ...]:
        read = []
        for each in self.rows(key):
            if not isinstance(each, list) or len(each) != 2:
                self.note(N_("{key}: {found} is not a pair of people, as in [0, 1]."), key=key, found=shown(each))
                continue
            both = [self._person(one, key, people) for one in each]
            if both[0] is None or both[1] is None:
                continue
            if both[0] == both[1]:
                self.note(N_("{key}: {found} is the same person twice."), key=key, found=shown(each[0]))
                continue
            read.append(pair(both[0], both[1]))
        return tuple(dict.fromkeys(read))

    def _at(self, people: int, sizes: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, int], ...]:
        tables = min(map(len, sizes), default=0)
        read = []
        for each in self.rows("at"):
            if not isinstance(each, list) or len(each) != 2:
                self.note(N_("at: {found} is not a person and a table, as in [0, 1]."), found=shown(each))
                continue
            person = self._person(each[0], "at", people)
            table = self.whole(each[1], Term(N_("at: the table")), 0, max(0, tables - 1))
            if person is not None and table is not None:
                read.append((person, table))
        return tuple(dict.fromkeys(read))


def instance_from(found: object, file: str, **given: int | None) -> tuple[Instance, tuple[str, ...]]:
    """Read a draw to be made; raise `FileProblems` with all that is wrong."""
    return InstanceReader(file, found).read(**given)


def answer(draw: Draw, names: Sequence[str], seed: int, seconds: float) -> dict[str, Any]:
    """Write a draw as the answer of `groups solve`; people by name where the file named them."""
    score, bounds = draw.score, draw.bounds
    return {
        "schedule": named(draw.schedule, names),
        "repeats": score.repeats,
        "apart_violations": score.apart,
        "balance_excess": score.balance,
        "bounds": {
            "repeats": bounds.repeats,
            "apart_violations": bounds.apart,
            "balance_excess": bounds.balance,
        },
        "proved_optimal": draw.is_proved,
        "seed": seed,
        "iterations": draw.iterations,
        "seconds": seconds,
    }


def named(schedule: Schedule, names: Sequence[str]) -> list[list[list[Any]]]:
    """Return a schedule as lists, people by name where there are names."""
    return [[[names[each] if names else each for each in table] for table in tables] for tables in schedule]


def infeasible(pins: Sequence[Pin]) -> dict[str, Any]:
    """Write the clash of pins as the answer of `groups solve`."""
    return {
        "infeasible": True,
        "conflict": [
            {"pin": each.kind, "people": list(each.people)} | ({} if each.table is None else {"table": each.table})
            for each in pins
        ],
    }
