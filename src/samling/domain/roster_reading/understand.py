"""From a sheet to teams and people: one row a team, one row a person, or some of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import roles
from samling.domain.errors import N_, WrongUsage
from samling.domain.roster_reading import headings, names, words
from samling.domain.roster_reading.cells import NAMES, fault, is_sum, kept
from samling.domain.roster_reading.drafts import Drafts, TeamDraft
from samling.domain.roster_reading.found import Remark, Understood, shown
from samling.domain.roster_reading.left_out import is_read, left_out
from samling.domain.sheet import Cell, Sheet, column_name, is_empty, text_of, undefused
from samling.domain.team import Person, name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.domain.roster_reading.headings import Column

_TEXTS = ("organisation", "unit", "place", "theme", "problem", "aim", "step")
_NOT_ROLES = (roles.COACH, roles.MEMBER)


def understand(sheet: Sheet) -> Understood:
    """Read a sheet. Whatever is wrong stands in the answer, each with its row and column; nothing is raised."""
    found = headings.find(sheet)
    if found is None:
        template = N_("No row of headings was found. Write one above the list, such as: {example}")
        return Understood(errors=(Remark(template, {"example": "Team; Teamleder; Veileder; Deltakere"}),))
    at, columns = found
    read = tuple(column for column in columns if is_read(column))
    reading = _Reading(read)
    if not reading.is_enough():
        template = N_("No column has the names of the teams. Give it a heading such as {example}.")
        return Understood(read, errors=(Remark(template, {"example": "Team"}, at + 1),))
    for number, row in enumerate(sheet.rows[at + 1 :], start=at + 2):
        reading.row(number, row)
    teams, others = reading.drafts.finished()
    errors = reading.drafts.errors
    if not teams and not others and not errors:
        errors.append(Remark(N_("There is nobody in the file: no row below the headings.")))
    return Understood(
        columns=read,
        teams=teams,
        others=others,
        left_out=(*left_out(sheet, at, columns), *reading.left_out),
        warnings=(*reading.drafts.warnings, *reading.of_above()),
        errors=tuple(errors),
    )


def chosen(sheets: Sequence[Sheet], name: str | None) -> tuple[Sheet, Understood]:
    """Return the sheet of that name, else the first that has headings, with what was understood of it.

    Raises `WrongUsage` where there is none of that name.
    """
    named = [sheet for sheet in sheets if name is None or sheet.name.casefold() == name.casefold()]
    if not named:
        raise WrongUsage(
            N_("There is no sheet “{name}” with anything in it. There are: {names}."),
            name=name, names=", ".join(sheet.name for sheet in sheets),
        )  # fmt: skip
    read = [(sheet, understand(sheet)) for sheet in named]
    return next((each for each in read if each[1].columns), read[0])


class _Reading:
    """Reads the rows below the headings, one by one, into drafts."""

    def __init__(self, columns: Sequence[Column]) -> None:
        """Take the columns that are read."""
        self.drafts = Drafts()
        self.left_out: list[Remark] = []
        self._columns = columns
        self._at = {column.meaning: column.at for column in columns}
        self._says_roles = any(each == words.ROLE or each in roles.ROLES for each in self._at if each not in _NOT_ROLES)
        self._above: TeamDraft | None = None
        self._of_above: list[tuple[TeamDraft, list[int]]] = []

    def is_enough(self) -> bool:
        """Whether the columns name teams, or people with roles, who can stand beside the teams."""
        return words.TEAM in self._at or (words.ROLE in self._at and any(each in self._at for each in NAMES))

    def of_above(self) -> Iterator[Remark]:
        """What there is to say of rows without a team that were read as of the one above them."""
        for team, rows in self._of_above:
            parts = {"team": shown(team.name), "last": rows[-1]}
            if len(rows) == 1:
                yield Remark(N_("No team is named here; read as “{team}”, as above."), parts, rows[0])
            else:
                yield Remark(
                    N_("From here to row {last} no team is named; read as “{team}”, as above."), parts, rows[0]
                )

    def row(self, number: int, row: Sequence[Cell]) -> None:
        """Read a row."""
        cells = {
            column.at: row[column.at]
            for column in self._columns
            if column.at < len(row) and not is_empty(row[column.at])
        }
        if not cells:
            self._above = None
        elif headings.is_repeated(self._columns, row):
            self.left_out.append(Remark(N_("The headings stand here once more."), row=number))
        elif is_sum(cells):
            self.left_out.append(Remark(N_("It is a sum."), row=number))
        elif self._is_sound(number, cells):
            self._read(number, cells)

    def _is_sound(self, number: int, cells: Mapping[int, Cell]) -> bool:
        """Whether no cell shows an error, and names stand where they should; what is wrong is told of."""
        fine = True
        for column in self._columns:
            wrong = fault(column, cells.get(column.at, ""))
            if wrong is not None:
                template, parts = wrong
                self.drafts.wrong(number, column.at, template, **parts)
                fine = False
        return fine

    def _read(self, number: int, cells: Mapping[int, Cell]) -> None:
        person = self._person(number, cells)
        is_beside = person is not None and bool(person.role) and not roles.is_in_team(person.role)
        team = self._team(number, cells, is_beside=is_beside)
        if team is None and not is_beside:
            return
        if team is not None:
            self._above = team
            for key in _TEXTS:
                if key in self._at and self._at[key] in cells:
                    self.drafts.text(team, key, kept(cells[self._at[key]]), number, self._at[key])
        if person is not None:
            self._place(team, person, number)
        for column in self._columns:
            if column.at in cells:
                self._people(team, column, number, text_of(cells[column.at]))

    def _person(self, number: int, cells: Mapping[int, Cell]) -> Person | None:
        """The one whom the row is about, if it is about one."""
        written = " ".join(self._cell(cells, each) for each in NAMES).strip()
        if not written:
            return None
        name = names.without_contact(written)
        if not names.is_somebody(name):
            self.drafts.warn(number, self._name_at, N_("“{found}” is read as nobody."), found=shown(written))
            return None
        role, strange = names.roles_in(self._cell(cells, words.ROLE))
        profession = self._cell(cells, words.PROFESSION)
        if strange:
            kept = not profession
            profession = profession or strange
            self.drafts.warn(
                number,
                self._at[words.ROLE],
                N_("“{found}” is not a role; kept as the profession.") if kept else N_("“{found}” is not a role."),
                found=shown(strange),
            )
        ticked = [each for each in roles.ROLES if each in self._at and names.ticked(self._cell(cells, each))]
        if self._says_roles:
            role = roles.joined(role, *ticked) or roles.MEMBER
        return Person(name, role, profession)

    @property
    def _name_at(self) -> int:
        """The first column of people's names."""
        return next(self._at[each] for each in NAMES if each in self._at)

    def _cell(self, cells: Mapping[int, Cell], meaning: str) -> str:
        return kept(cells.get(self._at.get(meaning, -1), ""))

    def _team(self, number: int, cells: Mapping[int, Cell], *, is_beside: bool) -> TeamDraft | None:
        """The team of a row: the one that is named, else the one above where nothing speaks against that."""
        name = self._cell(cells, words.TEAM)
        if name:
            return self.drafts.team(name, number, self._at[words.TEAM])
        if is_beside:
            return None
        above = self._above
        if above is None or any(self._contradicts(above, key, cells) for key in _TEXTS):
            template = N_(
                "No team is named, and no column has the names of the teams: one with a heading such as Team."
            )
            if words.TEAM in self._at:
                template = N_("No team is named. Write it in column {letter}.")
            self.drafts.wrong(number, None, template, letter=column_name(self._at.get(words.TEAM, 0)))
            return None
        if self._of_above and self._of_above[-1][0] is above and self._of_above[-1][1][-1] == number - 1:
            self._of_above[-1][1].append(number)
        else:
            self._of_above.append((above, [number]))
        return above

    def _contradicts(self, team: TeamDraft, key: str, cells: Mapping[int, Cell]) -> bool:
        found = self._cell(cells, key)
        return bool(found) and key in team.texts and name_key(team.texts[key][0]) != name_key(found)

    def _place(self, team: TeamDraft | None, person: Person, number: int) -> None:
        if roles.COACH in person.role.split() and not roles.is_in_team(person.role):
            self.drafts.coach(team, person.name, number, self._name_at)
            team = None
        self.drafts.person(team, person, number, self._name_at, alone=roles.COACH not in person.role.split())

    def _people(self, team: TeamDraft | None, column: Column, number: int, text: str) -> None:
        """Read the people whom a column names: a coach, those with a role, members."""
        if column.meaning == roles.COACH:
            for name in names.coaches(undefused(text)):
                self.drafts.coach(team, name, number, column.at)
        elif team is not None and (column.meaning == words.MEMBERS or column.meaning in roles.ROLES):
            is_list = column.meaning == words.MEMBERS
            if names.ticked(text) is not None:
                return
            found = names.people(text) if is_list else names.one_or_two(text)
            role = column.meaning if not is_list else roles.MEMBER if self._says_roles else ""
            for each in found:
                self.drafts.person(team, Person(each.name, role, each.profession), number, column.at, alone=False)
            if not found:
                self.drafts.warn(number, column.at, N_("“{found}” is read as nobody."), found=shown(text))
