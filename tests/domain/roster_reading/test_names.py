from __future__ import annotations

import pytest

from samling.domain.roster_reading import names
from samling.domain.roster_reading.names import Named


class TestPeople:
    @pytest.mark.parametrize(
        "text",
        [
            "Kari Vik\nPer Ås\nO'Hara", "Kari Vik; Per Ås; O'Hara", "Kari Vik, Per Ås, O'Hara",
            "Kari Vik, Per Ås og O'Hara", "Kari Vik & Per Ås and O'Hara", "Kari Vik/Per Ås/O'Hara",
            "- Kari Vik\n- Per Ås\n- O'Hara", "1. Kari Vik\n2) Per Ås\n• O'Hara\n\n", "Kari Vik\r\nPer Ås;O'Hara",
            "Kari Vik <kari@sykehus.no>; Per Ås, per.aas@sykehus.no; O'Hara",
            "Kari Vik 998 87 766\nPer Ås tlf: +47 99887766\nO'Hara",
        ],
    )  # fmt: skip
    def test_however_they_are_listed(self, text: str) -> None:
        """Lines, semicolons, commas, bullets; addresses and numbers are left out."""
        assert names.people(text) == [Named("Kari Vik"), Named("Per Ås"), Named("O'Hara")]

    @pytest.mark.parametrize(
        "text",
        [
            "Kari Vik (lege)\nPer Ås (sykepleier, ortopedisk)", "Kari Vik, lege\nPer Ås – sykepleier, ortopedisk",
            "Kari Vik (lege), Per Ås (sykepleier, ortopedisk)",
        ],
    )  # fmt: skip
    def test_with_what_they_are_at_work(self, text: str) -> None:
        """In brackets, or after a comma or a dash in small letters."""
        assert names.people(text) == [Named("Kari Vik", "lege"), Named("Per Ås", "sykepleier, ortopedisk")]

    def test_in_lines_and_between_commas(self) -> None:
        """Whole names are people of their own, wherever commas and lines stand; one that is turned round is one."""
        assert names.people("Per Dahl, Anne Øye og Bo Strøm\nLiv Kvam (lege, overlege)") == [
            Named("Per Dahl"), Named("Anne Øye"), Named("Bo Strøm"), Named("Liv Kvam", "lege, overlege"),
        ]  # fmt: skip
        assert names.people("Dahl, Per\nØye, Anne") == [Named("Dahl, Per"), Named("Øye, Anne")]
        assert names.people("Per Dahl, Kirurgisk avdeling\nLiv Kvam, lege") == [
            Named("Per Dahl, Kirurgisk avdeling"), Named("Liv Kvam", "lege"),
        ]  # fmt: skip

    def test_one_with_a_profession_is_one(self) -> None:
        """A small letter after the comma begins no name, unless all are written so."""
        assert names.people("Liv Kvam, fysioterapeut") == [Named("Liv Kvam", "fysioterapeut")]
        assert names.people("liv, per") == [Named("liv"), Named("per")]

    @pytest.mark.parametrize(
        "text", ["", "–", "5", "?", "Ingen", "Ikke avklart", "N/A", "vakant", "kari@x.no", "- \n -"]
    )
    def test_nobody(self, text: str) -> None:
        """Counts, dashes and words for nobody name nobody."""
        assert names.people(text) == names.one_or_two(text) == []

    def test_a_cell_for_one(self) -> None:
        """There a comma is part of the name; two people are still two."""
        assert names.one_or_two("Nordmann, Kari") == [Named("Nordmann, Kari")]
        assert names.one_or_two("Kari Vik og Per Ås") == [Named("Kari Vik"), Named("Per Ås")]
        assert names.one_or_two("Kari Vik, Per Ås") == [Named("Kari Vik"), Named("Per Ås")]
        assert names.one_or_two("Kari Vik, lege") == [Named("Kari Vik", "lege")]

    def test_coaches(self) -> None:
        """The names as they are written; nobody is nobody."""
        assert names.coaches("Ingrid Moe (UNN) og Per Ås;\n-") == ["Ingrid Moe (UNN)", "Per Ås"]
        assert names.coaches("Ingrid Moe, Per Ås") == ["Ingrid Moe", "Per Ås"]
        assert names.coaches("Moe, Ingrid") == ["Moe, Ingrid"]

    @pytest.mark.parametrize(
        "text", ["Liv Moe, liv@x.no", "Liv Moe <liv@x.no>", "Liv Moe 998 87 766", "Liv Moe, liv@x.no, 99887766"]
    )
    def test_no_address_is_kept_of_a_coach(self, text: str) -> None:
        """Neither an address nor a number beside the name."""
        assert names.coaches(text) == ["Liv Moe"]


class TestRoles:
    @pytest.mark.parametrize(
        ("text", "role", "strange"),
        [
            ("Teamleder", "team-leader", ""), ("team-leader", "team-leader", ""),
            ("MÅLEANSVARLIG", "measurement-lead", ""),
            ("Teamleder og verneombud", "team-leader safety-representative", ""),
            ("Medlem/tillitsvalgt", "union-representative", ""), ("Direktør", "director", ""), ("", "", ""),
            ("sykepleier", "", "sykepleier"), ("Teamleder, sykepleier", "team-leader", "sykepleier"),
        ],
    )  # fmt: skip
    def test_words_for_them(self, text: str, role: str, strange: str) -> None:
        """One or several, in either language; what is no role is told apart."""
        assert names.roles_in(text) == (role, strange)

    def test_ticks(self) -> None:
        """A cross or a yes is a tick, a no or nothing is none, and a name is neither."""
        assert [names.ticked(each) for each in ("x", "X ", "Ja", "TRUE", "✓", "1")] == [True] * 6
        assert [names.ticked(each) for each in ("", "nei", "FALSE")] == [False] * 3
        assert names.ticked("Kari") is None
