"""Generated lists of teams, written by another hand or by our own export, and read as what they were."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samling import language
from samling.content.spreadsheet import read_sheets
from samling.content.spreadsheet_out import csv_bytes
from samling.domain.roles import ROLES
from samling.domain.roster import Roster
from samling.domain.roster_export import table
from samling.domain.roster_intake import take_in
from samling.domain.roster_reading.understand import understand
from samling.domain.team import Person, Team, name_key
from samling.wording import role_words
from workbooks import xlsx

FIRST = ["Kari", "Åse", "Bjørn-Erik", "O'Hara", "Liv", "Per", "Íris", "Ægir", "=cmd", "-Ola", "@Siv", "+Mo", "'Bo"]
LAST = ["Vik", "Ødegård", "d'Angelo", "Næss, jr.", "Dal", "Moe", 'Berg "Bø"', "Lie"]
NAMES = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
PLAIN_NAMES = st.builds("{} {}".format, st.sampled_from(["Kari", "Åse", "Liv", "Per"]), st.sampled_from(["Vik", "Dal"]))
TEXTS = st.sampled_from(["", "Geriatri", "=1+1", "Nå; og da", 'Si "ja"', "-5 %", "Ventetid, 10 uker", "ÆØÅ æøå"])
TEAM_NAMES = st.sampled_from(["Fall", "Rett hjem", "=A1", "7", "Natt;ugla", "Åsgård", "O'Team", "Team 3", "1. mai"])
WORK = st.sampled_from(["", "lege", "sykepleier, natt", "+47"])

IN_TEAM = st.sampled_from([
    "member", "team-leader", "measurement-lead", "line-manager", "team-leader union-representative",
    "measurement-lead safety-representative",
])  # fmt: skip
BESIDE = st.sampled_from([role.id for role in ROLES.values() if not role.in_team])


def by_name(people: st.SearchStrategy[Person], most: int) -> st.SearchStrategy[tuple[Person, ...]]:
    """People whose names differ in more than case and spaces."""
    return st.lists(people, max_size=most, unique_by=lambda person: name_key(person.name)).map(tuple)


TEAMS = st.lists(
    st.builds(
        Team, TEAM_NAMES, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS,
        coach=st.sampled_from(["", "Eva Dal", "Eva Dal; Ida Mo"]),
        step=st.sampled_from(["", *"12345"]),
        people=by_name(st.builds(Person, NAMES, IN_TEAM, WORK), 6),
    ),
    max_size=5,
    unique_by=lambda team: name_key(team.name),
)  # fmt: skip
OTHERS = by_name(st.builds(Person, NAMES, BESIDE, WORK), 4)


class TestOurOwn:
    @pytest.mark.parametrize("spoken", ["en", "nb"])
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(teams=TEAMS, others=OTHERS)
    def test_an_export_is_read_as_what_it_was(self, spoken: str, teams: list[Team], others: tuple[Person, ...]) -> None:
        """Whatever the names and texts hold, a roster that is written and read again is the same, in both languages."""
        roster = take_in(Roster(1), teams, others).roster
        language.use(spoken)
        try:
            written = csv_bytes(table(roster, language._, role_words))
        finally:
            language.use("en")
        if not roster.teams and not roster.others:
            return
        (sheet,) = read_sheets(written, "f")
        found = understand(sheet)
        assert (found.errors, found.warnings, found.left_out) == ((), (), ())
        assert found.teams == roster.teams
        assert set(found.others) == set(roster.others)
        assert take_in(roster, found.teams, found.others).roster == roster

    @given(TEAMS, OTHERS)
    def test_no_cell_of_an_export_begins_a_formula(self, teams: list[Team], others: tuple[Person, ...]) -> None:
        """Read by any other program, no cell begins with what makes a formula."""
        roster = take_in(Roster(1), teams, others).roster
        written = csv_bytes(table(roster, language._, role_words)).decode("utf-8-sig")
        cells = [cell for row in csv.reader(StringIO(written, newline=""), delimiter=";") for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


HEADINGS = {
    "name": ["Team", "Teamnavn", "Navn på team", "TEAM NAME", "Forbedringsteam:"],
    "organisation": ["Foretak", "Organisasjon", "Helseforetak/kommune", "Organisation"],
    "unit": ["Enhet/avdeling", "Avdeling", "Unit", "Post"],
    "place": ["Sted", "Place", "By"],
    "aim": ["Mål", "Teamets mål", "Aim"],
    "coach": ["Veileder", "Navn på veileder", "Coach", "Forbedringsveileder"],
    "team-leader": ["Teamleder", "Team leader", "Leder av teamet", "Kontaktperson"],
    "measurement-lead": ["Måleansvarlig", "Maaleansvarlig", "Measurement lead", "Ansvarlig for målinger"],
    "line-manager": ["Nærmeste leder", "Line manager", "Lokal leder"],
    "members": ["Deltakere", "Øvrige deltakere", "Members", "Teammedlemmer (navn)"],
}
APART = ["\n", "; ", ", ", "\r\n", " ;\n"]
TITLES: list[list[list[object]]] = [
    [], [["Påmelding til Tørn kull 3"]], [["Påmelding"], [], ["Frist: 1. september", None, 2026]],
]  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> tuple[bytes, list[Team]]:
    """Draw a spreadsheet with one row a team, as organisers make them, and the teams that it says."""
    chosen = {key: draw(st.sampled_from(words)) for key, words in HEADINGS.items()}
    order = draw(st.permutations(["e-mail", *HEADINGS]))
    apart = draw(st.sampled_from(APART))
    names = draw(st.lists(st.sampled_from(["Fall", "Rett hjem", "Åsgård", "7"]), min_size=1, unique=True))
    teams: list[Team] = []
    rows: list[list[object]] = []
    for name in names:
        people = draw(st.lists(PLAIN_NAMES, min_size=3, max_size=6, unique=True))
        roles = [*("team-leader", "measurement-lead", "line-manager"), *["member"] * 3][: len(people)]
        texts: dict[str, Any] = {
            key: draw(st.sampled_from(["", "Geriatri", "Tromsø"])) for key in ("organisation", "unit", "place", "aim")
        }
        coach = draw(st.sampled_from(["", "Eva Dal"]))
        teams.append(Team(name, **texts, coach=coach, people=tuple(map(Person, people, roles))))
        cells: dict[str, object] = {
            **texts,
            "name": 7 if name == "7" else f"  {name} ",
            "coach": coach,
            "e-mail": "a@b.no",
        }
        cells |= dict(zip(roles[:3], people, strict=False))
        cells["members"] = apart.join(people[3:])
        rows.append([cells[key] or None for key in order])
    title = draw(st.sampled_from(TITLES))
    headings = ["E-post" if key == "e-mail" else chosen[key] for key in order]
    below = [each for row in rows for each in (row, [])] if draw(st.booleans()) else rows
    return xlsx([*title, headings, *below]), teams


class TestOthers:
    @settings(max_examples=25)
    @given(lists())
    def test_a_list_is_understood(self, made: tuple[bytes, list[Team]]) -> None:
        """Headings in any words, order and language, titles and empty rows: the teams are those that were written."""
        written, teams = made
        (sheet,) = read_sheets(written, "f")
        found = understand(sheet)
        assert found.errors == ()
        assert [each.sentence()[-29:] for each in found.left_out] == [": samling does not keep that."]
        assert [(team, set(team.people)) for team in _bare(found.teams)] == [
            (team, set(team.people)) for team in _bare(teams)
        ]

    @given(lists())
    @settings(max_examples=12)
    def test_read_twice_nobody_is_doubled(self, made: tuple[bytes, list[Team]]) -> None:
        """The same file again changes nothing."""
        (sheet,) = read_sheets(made[0], "f")
        found = understand(sheet)
        once = take_in(Roster(1), found.teams, found.others).roster
        assert take_in(once, found.teams, found.others).roster == once


def _bare(teams: list[Team] | tuple[Team, ...]) -> list[Team]:
    """Teams with their people in the order of their names: a column's place is not a person's."""
    return [
        Team(team.name, team.organisation, team.unit, team.place, aim=team.aim, coach=team.coach,
             people=tuple(sorted(team.people, key=lambda person: person.name)))
        for team in teams
    ]  # fmt: skip
