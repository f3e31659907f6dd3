from __future__ import annotations

import pytest

from samling.domain.roster_reading.headings import column, find
from samling.domain.sheet import Sheet


def meanings(*headings: str) -> list[str | None]:
    """Return what the columns of a sheet with these headings are taken for."""
    found = find(Sheet((headings, ("x",) * len(headings))))
    return [] if found is None else [each.meaning for each in found[1]]


class TestOneHeading:
    @pytest.mark.parametrize(
        ("heading", "meaning"),
        [
            ("Team", "team"), ("Teamnavn", "team"), ("Navn på team", "team"), ("NAVN PÅ TEAMET:", "team"),
            ("Forbedringsteam", "team"), ("Hva heter teamet?", "team"), ("Team name *", "team"), ("teamnamn", "team"),
            ("Lagets navn", None), ("Foretak", "organisation"), ("Helseforetak / kommune", "organisation"),
            ("HF", "organisation"), ("Enhet/avdeling", "unit"), ("Enhet / avdeling (klinikk)", "unit"),
            ("Avdeling og post", "unit"), ("Arbeidssted", "unit"), ("Sted", "place"), ("Sykehus", "place"),
            ("Tema", "theme"), ("Tema for forbedringsarbeidet", "theme"), ("Problemstilling", "problem"),
            ("Mål", "aim"), ("Teamets mål", "aim"), ("SMART-mål", "aim"), ("Veileder", "coach"),
            ("Veileder(e)", "coach"), ("Navn på veileder", "coach"), ("Forbedringsveileder", "coach"),
            ("Improvement coach", "coach"), ("Teamleder", "team-leader"), ("Team-leder", "team-leader"),
            ("Leder av teamet", "team-leader"), ("Navn på teamleder:", "team-leader"), ("Team leader", "team-leader"),
            ("Kontaktperson", "team-leader"), ("Måleansvarlig", "measurement-lead"),
            ("Maaleansvarlig", "measurement-lead"), ("Ansvarlig for målinger", "measurement-lead"),
            ("Measurement lead", "measurement-lead"), ("Nærmeste leder", "line-manager"),
            ("Naermeste leder", "line-manager"), ("Enhetsleder", "unit-manager"),
            ("Tillitsvalgt/verneombud", "union-representative"), ("Verneombud", "safety-representative"),
            ("Deltakere", "members"), ("Øvrige deltakere", "members"), ("Andre teammedlemmer", "members"),
            ("Members", "members"), ("Hvem er med?", "members"), ("Rolle", "role"), ("Rolle i teamet", "role"),
            ("Yrke", "profession"), ("Profesjon/stilling", "profession"), ("Job title", "profession"),
            ("Fornavn", "first-name"), ("Etternavn", "last-name"), ("Fullt navn", "person"),
            ("Fornavn og etternavn", "person"), ("E-post", "not-kept"), ("Teamleders e-postadresse", "not-kept"),
            ("Epost teamleder", "not-kept"), ("Mobil", "not-kept"), ("Tlf. (jobb)", "not-kept"),
            ("Allergier", "not-kept"), ("Kommentar", "not-kept"), ("Antall deltakere", "not-kept"),
            ("Fullføringstidspunkt", "not-kept"),
        ],
    )  # fmt: skip
    def test_what_people_call_it(self, heading: str, meaning: str | None) -> None:
        """Case, signs, filling words, two words with a stroke between and letters written around are understood."""
        assert column(0, heading).meaning == meaning

    @pytest.mark.parametrize("heading", ["Teamlder", "Måleansvarlg", "Veilederr", "Organisasjn", "Profesjion"])
    def test_slips_of_the_fingers(self, heading: str) -> None:
        """One letter too many or too few is still the word."""
        assert column(0, heading).meaning

    @pytest.mark.parametrize("heading", ["", "?", "Kaffe", "Påmeldte team til Tørn, høsten 2026", "Team 1", "x" * 5000])
    def test_what_says_nothing(self, heading: str) -> None:
        """Titles, values and other words are no headings."""
        assert column(0, heading).meaning is None


class TestTogether:
    def test_navn_is_what_is_left(self) -> None:
        """Beside a column of teams it is the person's name, beside roles alone the team's."""
        assert meanings("Navn", "Team") == ["person", "team"]
        assert meanings("Navn", "Teamleder", "Veileder") == ["team", "team-leader", "coach"]
        assert meanings("Navn", "Rolle") == ["person", "role"]

    def test_leder_alone_leads_the_team(self) -> None:
        """A plain "Leder" is the team's own where no other column is; beside a team leader it is the line manager."""
        assert meanings("Team", "Leder") == ["team", "team-leader"]
        assert meanings("Team", "Teamleder", "Leder") == ["team", "team-leader", "line-manager"]
        assert meanings("Team", "Nærmeste leder") == ["team", "line-manager"]

    def test_participants(self) -> None:
        """One a row beside their profession, a list beside the roles of a team, or a column for each."""
        assert meanings("Deltaker", "Team", "Yrke") == ["person", "team", "profession"]
        assert meanings("Team", "Teamleder", "Deltaker") == ["team", "team-leader", "members"]
        assert meanings("Team", "Deltakere", "Rolle") == ["team", "person", "role"]
        assert meanings("Team", "Deltaker 1", "Deltaker 2") == ["team", "members", "members"]

    def test_two_columns_of_one_kind(self) -> None:
        """The first is read; where they are numbered, all are."""
        assert meanings("Team", "Veileder", "Coach") == ["team", "coach", None]
        assert meanings("Team", "Tillitsvalgt 1", "Tillitsvalgt 2") == [
            "team", "union-representative", "union-representative",
        ]  # fmt: skip

    def test_a_project_is_a_team_or_what_it_works_on(self) -> None:
        """Where the teams have a column of their own, the project is their theme."""
        assert meanings("Prosjekt", "Veileder") == ["team", "coach"]
        assert meanings("Team", "Prosjekt") == ["team", "theme"]


class TestWhichRow:
    def test_below_a_title(self) -> None:
        """Titles, notes and empty rows above the headings are passed over; so are words of roles below them."""
        rows = (
            ("Påmelding til Tørn", "", ""),
            (),
            ("Frist: 1. september", "", ""),
            ("Navn", "Team", "Rolle"),
            ("Kari", "A", "Teamleder"),
            ("Per", "A", "Veileder"),
        )
        found = find(Sheet(rows))
        assert found is not None
        assert found[0] == 3

    def test_a_list_of_one_column(self) -> None:
        """One heading is enough where there is one column, and too few where there are more."""
        assert find(Sheet((("Team",), ("A",)))) is not None
        assert find(Sheet((("Team", "x"), ("A", "y")))) is None

    @pytest.mark.parametrize(
        "rows",
        [(), ((),), (("x", "y"), ("1", "2")), (("Kari Vik", "Team 1", "lege"), ("Per Ås", "Team 2", "lege"))],
    )
    def test_no_headings(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """A sheet without headings has none."""
        assert find(Sheet(rows)) is None
