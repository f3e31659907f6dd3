from __future__ import annotations

from datetime import date, time

import pytest

from samling.domain.roster_reading.understand import understand
from samling.domain.sheet import Cell, Sheet
from samling.domain.team import Person, Team


def sheet(*rows: tuple[Cell, ...]) -> Sheet:
    """Return a sheet of rows, the first of which is row 1."""
    return Sheet(rows)


def texts(*lines: str) -> Sheet:
    """Return a sheet of lines with a stroke between the cells."""
    return Sheet(tuple(tuple(line.split("|")) for line in lines))


class TestOneRowATeam:
    def test_everything_of_it(self) -> None:
        """Every column of a team is read, whatever its place; coaches are beside the teams."""
        found = understand(
            texts(
                "Veileder|Måleansvarlig|Team|Foretak|Enhet|Sted|Tema|Problem|Mål|Teamleder|Nærmeste leder|Deltakere",
                "Eva Dal|Liv Moe|Fall|HF|Geri|Tromsø|Fall|Mange|Ingen|Terje Li (lege)|Bo Å|Kari, Per",
            )
        )
        assert (found.errors, found.warnings, found.left_out) == ((), (), ())
        (team,) = found.teams
        assert team == Team(
            "Fall", "HF", "Geri", "Tromsø", "Fall", "Mange", "Ingen", "Eva Dal",
            (
                Person("Liv Moe", "measurement-lead"), Person("Terje Li", "team-leader", "lege"),
                Person("Bo Å", "line-manager"), Person("Kari"), Person("Per"),
            ),
        )  # fmt: skip
        assert found.others == (Person("Eva Dal", "coach"),)

    def test_how_far_it_has_come(self) -> None:
        """A column of the self-assessment is read as the team's step; what is no step is told of in its place."""
        found = understand(Sheet((("Team", "Trinn i selvevalueringen"), ("A", "3"), ("B", "Trinn 2"), ("C", ""))))
        assert [team.step for team in found.teams] == ["3", "2", ""]
        found = understand(texts("Team|Selvevaluering", "A|3", "B|3,5"))
        assert [each.sentence() for each in found.errors] == [
            "row 3, column B: “3,5” is not a step of the self-assessment: 1, 2, 3, 4 or 5."
        ]

    def test_one_who_has_two_roles(self) -> None:
        """Who stands in two columns of a team is one person with both roles, and with the profession of either."""
        (team,) = understand(texts("Team|Teamleder|Måleansvarlig|Deltakere", "A|Kari Vik|kari vik (lege)|Per")).teams
        assert team.people == (Person("Kari Vik", "team-leader measurement-lead", "lege"), Person("Per"))

    def test_nothing_is_said_of_roles(self) -> None:
        """A list of teams and names says nothing of roles, so that those that are known stay."""
        (team,) = understand(texts("Team|Deltakere", "A|Kari, Per")).teams
        assert [person.role for person in team.people] == ["", ""]

    def test_a_team_that_stands_twice(self) -> None:
        """Two rows of one name are one team; another spelling, and other words for the same, are told of in place."""
        found = understand(texts("Team|Enhet|Deltakere", "Fall|Geri|Kari", " fall|Kir|Per"))
        assert [(team.name, team.unit, len(team.people)) for team in found.teams] == [("Fall", "Geri", 2)]
        assert [each.sentence() for each in found.warnings] == [
            "row 3, column A: “fall” is read as the team “Fall” of row 2.",
            "row 3, column B: “Kir” is not what row 2 says of the team; “Geri” is kept.",
        ]

    def test_names_of_teams_that_are_nearly_alike(self) -> None:
        """Two that differ by spaces or signs alone stay two, and that is said: they may be one."""
        found = understand(texts("Team|Veileder", "Nattugla|Eva", "Natt ugla|Eva", "Natt-ugla|Eva", "Uglene|Eva"))
        assert [team.name for team in found.teams] == ["Nattugla", "Natt ugla", "Natt-ugla", "Uglene"]
        assert [each.sentence() for each in found.warnings] == [
            f"row {row}, column A: “{name}” is nearly “Nattugla” of row 2: is it the same team?"
            for row, name in ((3, "Natt ugla"), (4, "Natt-ugla"))
        ]

    def test_numbers_of_people_are_no_people(self) -> None:
        """A count where names should be names nobody, and that is said."""
        found = understand(texts("Team|Deltakere|Teamleder", "A|5|–"))
        assert found.teams == (Team("A"),)
        assert [each.sentence() for each in found.warnings] == [
            "row 2, column B: “5” is read as nobody.",
            "row 2, column C: “–” is read as nobody.",
        ]


class TestOneRowAPerson:
    def test_everything_of_them(self) -> None:
        """Name, team, role and profession; what is no role is kept as the profession where there is none."""
        found = understand(
            texts(
                "Fornavn|Etternavn|Team|Rolle|Yrke",
                "Kari|Vik|A|Teamleder|lege",
                "Per|Ås|B|Sykepleier|",
                "Ola|Li|A||",
            )
        )
        assert [(team.name, team.people) for team in found.teams] == [
            ("A", (Person("Kari Vik", "team-leader", "lege"), Person("Ola Li"))),
            ("B", (Person("Per Ås", "member", "Sykepleier"),)),
        ]
        assert [each.sentence() for each in found.warnings] == [
            "row 3, column D: “Sykepleier” is not a role; kept as the profession."
        ]

    def test_names_stay_whole(self) -> None:
        """Commas, apostrophes, brackets and line breaks are part of a name that has a cell to itself."""
        found = understand(sheet(("Navn", "Team"), ("O'Hara, Ida", "A"), ("Jo\nBerg", "A"), ("Bo (Bodø)", "A")))
        assert [person.name for person in found.teams[0].people] == ["O'Hara, Ida", "Jo Berg", "Bo (Bodø)"]

    def test_addresses_are_not_kept(self) -> None:
        """What stands beside a name to reach somebody by is left out; where there is nothing else, nobody is named."""
        found = understand(
            texts("Team|Navn", "A|Kari Vik <kari@x.no>", "A|Per Ås, tlf. 998 87 766", "A|bo@x.no", "A|vakant")
        )
        assert [person.name for person in found.teams[0].people] == ["Kari Vik", "Per Ås"]
        assert [each.sentence() for each in found.warnings] == [
            "row 4, column B: “bo@x.no” is read as nobody.",
            "row 5, column B: “vakant” is read as nobody.",
        ]

    def test_people_beside_the_teams(self) -> None:
        """A director needs no team; a coach with a team guides it, and is not in it."""
        found = understand(texts("Navn|Team|Rolle", "Bo||Direktør", "Kari|A|Medlem", "Eva|A|Veileder", "Eva|B|coach"))
        assert found.teams == (Team("A", coach="Eva", people=(Person("Kari"),)), Team("B", coach="Eva"))
        assert found.others == (Person("Bo", "director"), Person("Eva", "coach"))
        assert found.errors == found.warnings == ()

    def test_the_team_of_the_row_above(self) -> None:
        """Where the team is written once for several rows, they are read as of it, and that is said."""
        found = understand(texts("Team|Navn|Rolle", "A|Kari|Teamleder", "|Per|", "|Ola|", "B|Siv|", "|Ann|"))
        assert [len(team.people) for team in found.teams] == [3, 2]
        assert [each.sentence() for each in found.warnings] == [
            "row 3: From here to row 4 no team is named; read as “A”, as above.",
            "row 6: No team is named here; read as “B”, as above.",
        ]

    def test_no_team_to_be_read_as(self) -> None:
        """At the top, after an empty row, or where something else is said of the team: an error with its place."""
        found = understand(texts("Team|Navn|Enhet", "|Per|", "A|Kari|Geri", "|Ola|Kir", "|Siv|geri", "||", "|Ann|"))
        assert [each.sentence() for each in found.errors] == [
            f"row {row}: No team is named. Write it in column A." for row in (2, 4, 7)
        ]

    def test_who_stands_twice(self) -> None:
        """Names that differ only in case or spaces are one person, and that is said; the ticks of a row are roles."""
        found = understand(texts("Navn|Team|Teamleder|Rolle", "Kari Vik|A|x|", "KARI  VIK|a|nei|Tillitsvalgt"))
        assert found.teams[0].people == (Person("Kari Vik", "team-leader union-representative"),)
        assert [each.sentence() for each in found.warnings] == [
            "row 3, column B: “a” is read as the team “A” of row 2.",
            "row 3, column A: KARI VIK stands in row 2 already; read as one person.",
        ]

    def test_both_ways_at_once(self) -> None:
        """What is said of the team beside every person is said once; its leader is not doubled."""
        found = understand(texts("Team|Veileder|Teamleder|Navn|Yrke", "A|Eva|Kari|Kari|lege", "A|Eva|Kari|Per|lege"))
        assert found.teams[0].people == (Person("Kari", "team-leader", "lege"), Person("Per", "member", "lege"))
        assert found.warnings == ()


class TestWhatIsNotRead:
    def test_columns(self) -> None:
        """Each column that is left out is told, by its letter, with why."""
        found = understand(texts("Team|E-post|Leder|Veileder|Coach|Kaffe|", "A|a@b.no|Kari|Eva|Ida|ja|hm", "B||||||"))
        assert [each.sentence() for each in found.left_out] == [
            "column B: “E-post”: samling does not keep that.",
            "column E: “Coach”: another column says the same.",
            "column F: “Kaffe”: samling does not know what that is.",
            "column G: It has no heading.",
        ]

    def test_rows(self) -> None:
        """Sums and headings that stand once more are no teams."""
        found = understand(texts("Team|Veileder", "A|Eva", "Team|Veileder", "B|Eva", "Totalt|2"))
        assert [team.name for team in found.teams] == ["A", "B"]
        assert [each.sentence() for each in found.left_out] == [
            "row 3: The headings stand here once more.",
            "row 5: It is a sum.",
        ]


class TestErrors:
    def test_dates_and_numbers_where_names_should_be(self) -> None:
        """A team called "1. mai" that became a date, and a number for a person, are told with their places."""
        found = understand(
            sheet(
                ("Team", "Navn", "Teamleder"),
                (date(2026, 5, 1), "Kari", ""),
                ("A", "7", ""),
                ("B", "Siv", date(2026, 6, 2)),
            )
        )
        assert [each.sentence() for each in found.errors] == [
            "row 2, column A: This is a date, 2026-05-01, where a name should be. Write it as text: with ' before it.",
            "row 3, column B: This is a number, 7, where a name should be.",
            "row 4, column C: This is a date, 2026-06-02, where a name should be. Write it as text: with ' before it.",
        ]

    def test_a_time_where_a_name_should_be(self) -> None:
        """A time of day is called that."""
        (error,) = understand(sheet(("Team", "Navn"), ("A", time(9, 3)))).errors
        assert error.sentence().startswith("row 2, column B: This is a time, 09:03:00, where a name should be.")

    def test_errors_that_cells_show(self) -> None:
        """Each in a column that is read is told with its place, in either language; another column's is not."""
        found = understand(texts("Team|Navn|Mål|Kaffe", "A|#I/T|#REF!|#REF!", "#N/A|Per||", "B|Siv||#N/A"))
        assert [each.sentence() for each in found.errors] == [
            "row 2, column B: The cell shows an error, #I/T. Put it right in the spreadsheet.",
            "row 2, column C: The cell shows an error, #REF!. Put it right in the spreadsheet.",
            "row 3, column A: The cell shows an error, #N/A. Put it right in the spreadsheet.",
        ]

    def test_no_column_of_teams(self) -> None:
        """Where people with roles in a team have no column of teams, each is told that it is missing."""
        (error,) = understand(texts("Navn|Rolle", "Bo|Direktør", "Kari|Teamleder")).errors
        assert error.sentence().startswith("row 3: No team is named, and no column has the names of the teams")

    def test_a_date_elsewhere_is_text(self) -> None:
        """What is no name may be a date."""
        assert understand(sheet(("Team", "Mål"), ("A", date(2026, 5, 1)))).teams == (Team("A", aim="2026-05-01"),)

    def test_texts_without_end(self) -> None:
        """Names and texts that are too long are told with their places, all at once."""
        found = understand(texts("Team|Mål|Deltakere", f"{'x' * 501}||", f"A|{'y' * 2001}|", f"B||{'z' * 501}"))
        assert [(each.row, each.column) for each in found.errors] == [(4, 2), (2, 0), (3, 1)]

    def test_cells_without_end(self) -> None:
        """A cell that holds more than any list of people is not searched for names, and is told with its place."""
        found = understand(texts("Team|Deltakere|Veileder", f"A|{' ' * 30_000}x|", f"B||{'a, ' * 10_000}", "C|Kari|"))
        assert [each.sentence() for each in found.errors] == [
            "row 2, column B: At most 5000 characters; this has 30001.",
            "row 3, column C: At most 5000 characters; this has 30000.",
        ]

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            (("x|y", "1|2"), "No row of headings was found."),
            (("Veileder|Teamleder", "Eva|Kari"), "row 1: No column has the names of the teams."),
            (("Team|Veileder", "|", "|"), "There is nobody in the file"),
        ],
    )
    def test_nothing_to_read(self, rows: tuple[str, ...], said: str) -> None:
        """No headings, no column of teams, nothing below: one sentence that says what to do."""
        (error,) = understand(texts(*rows)).errors
        assert said in error.sentence()

    def test_what_could_be_a_formula(self) -> None:
        """The quotation mark that an export has put before such a text is taken off; it is a name like another."""
        found = understand(sheet(("Team", "Navn"), ("'=A1", "'-Per"), ("=A1", "O'Hara")))
        assert found.teams == (Team("=A1", people=(Person("-Per", ""), Person("O'Hara", ""))),)
