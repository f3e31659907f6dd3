from __future__ import annotations

import random
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from samling.content import spreadsheet_package
from samling.content.spreadsheet import read_sheets
from samling.content.spreadsheet_out import csv_bytes
from samling.content.spreadsheet_text import rows_of
from samling.domain.reader import FileProblems
from workbooks import changed, ods, ods_row, package, workbook, xlsx

if TYPE_CHECKING:
    from samling.domain.sheet import Cell

ROWS = [["Team", "Navn"], ["Åsgård", "Kåre Ødegård"]]


def only(found: bytes) -> tuple[tuple[Cell, ...], ...]:
    """Read a file that has one sheet."""
    (sheet,) = read_sheets(found, "file")
    return sheet.rows


def refused(found: bytes) -> str:
    """Read a file that cannot be read; return why."""
    with pytest.raises(FileProblems) as caught:
        read_sheets(found, "file")
    return caught.value.sentences()[0]


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_encodings_and_separators(self, encoding: str, separator: str, end: str) -> None:
        """The same table comes out of every encoding, separator and line end that spreadsheets write."""
        text = end.join(separator.join(row) for row in ROWS) + end
        assert only(text.encode(encoding)) == tuple(map(tuple, ROWS))

    def test_commas_of_a_title_and_of_names_are_no_separators(self) -> None:
        """What makes a table of most rows stands between the cells, whatever the title row and the names hold."""
        text = "Påmelding, Tørn, høsten, 2026\nTeam;Deltakere;Leder\nA;Kari, Per;Ola\nB;Åse, Liv, Mo;Eva\n"
        assert rows_of(text, "f")[2] == ("A", "Kari, Per", "Ola")

    def test_a_cell_may_hold_line_breaks_quotation_marks_and_separators(self) -> None:
        """Within quotation marks everything is text, and the row is one row."""
        assert rows_of('a;"b\nc;""d"""\ne;f\n', "f") == (("a", 'b\nc;"d"'), ("e", "f"))

    def test_the_line_that_names_the_separator_is_no_row(self) -> None:
        """Excel's own first line "sep=," says what stands between the cells, and is not counted."""
        assert rows_of("sep=,\r\nTeam,Mål\r\nA,1;2\r\n", "f") == (("Team", "Mål"), ("A", "1;2"))

    def test_empty_rows_count(self) -> None:
        """Rows are counted as the spreadsheet does, the empty ones too."""
        assert rows_of("a;b\n\n;\nc;d\n", "f") == (("a", "b"), (), ("", ""), ("c", "d"))

    @pytest.mark.parametrize(
        ("found", "why"),
        [
            (b" \n\t\n", "The file is empty."),
            (b";;;\n;;;\n", "The file is empty."),
            (b"name\n\x00\n", "It is neither a spreadsheet nor a text file."),
            ("Team\nA".encode("utf-16-le"), "It is neither a spreadsheet nor a text file."),
            (b'a;b\nc;"d\ne;f\n', "Row 2 begins a text with a quotation mark that is never closed."),
            (b'a;b\nc;"d"x\n', "Something follows a closing quotation mark in row 2."),
            (b"a\n" * 100_000, "There are more than 5000 rows."),
            (b"%PDF-1.7 and more", "It is a PDF file."),
            (b"\n <html><table><tr><td>Team</td></tr></table></html>", "It is a web page."),
        ],
        ids=["blank", "no cells", "nul", "no mark", "open quote", "after quote", "rows", "pdf", "html"],
    )
    def test_what_is_no_table(self, found: bytes, why: str) -> None:
        """What cannot be read is told in a sentence."""
        assert why in refused(found)

    def test_a_cell_without_end(self) -> None:
        """A quotation mark that is closed a megabyte later is told as that."""
        assert "longer than any name" in refused(b'a;b\n"' + b"x" * 1_000_000 + b'";c\n')


class TestWorkbook:
    def test_cells_as_they_are_shown(self) -> None:
        """Whole numbers have no decimals, ticks are words, dates and times stay what they are."""
        noon = datetime(2026, 5, 1, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zones
        row = ["x", 7, 7.5, True, date(2026, 5, 1), noon, time(9, 5), None]
        assert only(xlsx([row, ["y"] * 8]))[0] == (
            "x", "7", "7.5", "TRUE", date(2026, 5, 1), noon, time(9, 5), "",
        )  # fmt: skip

    def test_what_a_formula_came_to(self) -> None:
        """Of a formula its kept result is read."""
        plain = xlsx([["Team"], [41]])
        assert only(changed(plain, "xl/worksheets/sheet1.xml", "<v>41</v>", "<f>40+2</f><v>42</v>")) == (
            ("Team",),
            ("42",),
        )

    def test_a_formula_that_has_not_been_worked_out(self) -> None:
        """Without a result it would be taken for an empty cell, so it is told; one that comes to nothing is nothing."""
        plain, part = xlsx([["Team"], [41]]), "xl/worksheets/sheet1.xml"
        for formula in ("<f>40+2</f>", "<f>40+2</f><v></v>", "<f>40+2</f><v/>", '<f t="shared" si="0"/>'):
            assert "Cell A2 holds a formula" in refused(changed(plain, part, "<v>41</v>", formula))
        nothing = changed(plain, part, 't="n"><v>41</v>', 't="str"><f>IF(1,"","")</f><v></v>')
        assert only(nothing) == (("Team",), ("",))

    def test_every_formula_without_a_result_is_told(self) -> None:
        """All at once, each with its cell."""
        part = "xl/worksheets/sheet1.xml"
        found = changed(
            changed(xlsx([["Team"], [41], [43]]), part, "<v>41</v>", "<f>A1</f>"), part, "<v>43</v>", "<f/>"
        )
        with pytest.raises(FileProblems) as caught:
            read_sheets(found, "file")
        assert [each.split(" holds")[0] for each in caught.value.sentences()] == ["Cell A2", "Cell A3"]

    def test_an_error_that_a_cell_shows(self) -> None:
        """It is read as it is shown, and not as an empty cell; the same letters elsewhere stay."""
        book = xlsx([["Team"], ['t="e"'], [41]])
        shown = changed(book, "xl/worksheets/sheet1.xml", 't="n"><v>41</v>', 't="e"><f>A9</f><v>#REF!</v>')
        assert only(shown) == (("Team",), ('t="e"',), ("#REF!",))

    def test_rows_and_columns_are_counted_from_the_first(self) -> None:
        """Empty rows and columns before the table are there, so that places are called as in the spreadsheet."""
        assert only(xlsx([[], [], [None, "Team"]])) == (("", ""), ("", ""), ("", "Team"))

    def test_merged_cells(self) -> None:
        """Cells merged downwards all hold what they show; across, the first alone."""
        rows: list[list[object]] = [["Tittel", None, None], ["A", "Kari", "x"], [None, "Per", "y"], ["B", "Ola", "z"]]
        found = only(xlsx(rows, merged=["A1:C1", "A2:A3"]))
        assert found == (("Tittel", "", ""), ("A", "Kari", "x"), ("A", "Per", "y"), ("B", "Ola", "z"))

    def test_the_sheets_that_are_seen_and_hold_something(self) -> None:
        """Hidden and empty sheets are not read; the others are, in their order, with their names."""
        book = workbook({"Skjult": ROWS, "Tom": [], "Team": ROWS, "Annet": [["x"]]}, hidden=["Skjult"])
        assert [sheet.name for sheet in read_sheets(book, "f")] == ["Team", "Annet"]

    def test_libreoffice(self) -> None:
        """An .ods file is read like the others, whatever rows it repeats to the end of the sheet."""
        end = ods_row("", times=1_048_570)
        found = only(ods(ods_row("Team", "Navn") + ods_row("", times=2) + ods_row("Åsgård", "Kari") + end))
        assert found == (("Team", "Navn"), ("", ""), ("", ""), ("Åsgård", "Kari"))

    @pytest.mark.parametrize(
        ("found", "why"),
        [
            (workbook({"Tom": []}), "The file is empty."),
            (b"PK\x03\x04 and the rest", "The spreadsheet is damaged"),
            (xlsx(ROWS)[:-300], "The spreadsheet is damaged"),
            (package({"word/document.xml": "<x/>"}), "It is not a spreadsheet that samling can read."),
            (package({"xl/workbook.bin": "x"}), "It is not a spreadsheet that samling can read."),
            (package({"xl/workbook.xml": "<x/>"}), "The spreadsheet is damaged"),
            (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
            (ods(ods_row("a"), "<manifest:encryption-data/>"), "protected with a password"),
            (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old kind (.xls)"),
            (xlsx([["a"]] * 5001), "There are more than 5000 rows."),
            (xlsx([["a"] * 201]), "There are more than 200 columns."),
            (ods(ods_row("a", times=6000)), "There are more than 5000 rows."),
            (ods(ods_row("a") + ods_row("", times=1_000_000) + ods_row("b")), "There are more than 5000 rows."),
        ],
        ids=[
            "empty", "zip", "cut", "word", "binary", "hollow", "password", "ods password", "xls", "rows", "columns",
            "repeated", "far",
        ],
    )  # fmt: skip
    def test_what_is_no_list(self, found: bytes, why: str) -> None:
        """What is damaged, protected, another kind of file or far too large is told in a sentence."""
        assert why in refused(found)

    def test_a_cell_at_the_end_of_the_sheet(self) -> None:
        """One far cell, for which the library would make room for 17 thousand million, is refused before that."""
        near = xlsx([["Team"], ["A"]])
        assert "rows" in refused(changed(near, "xl/worksheets/sheet1.xml", 'r="A2"', 'r="XFD1048576"'))
        assert "columns" in refused(changed(near, "xl/worksheets/sheet1.xml", 'r="A2"', 'r="XFD2"'))

    def test_a_bomb(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A small file that unpacks to more than it may is refused, and so is one text that stands in every cell."""
        monkeypatch.setattr(spreadsheet_package, "MOST_BYTES", 100_000)
        big = package({"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": " " * 200_000})
        assert "far more than a list" in refused(big)
        monkeypatch.setattr(spreadsheet_package, "MOST_TEXT", 100_000)
        assert "far more than a list" in refused(xlsx([["x" * 1000] * 20] * 10))

    def test_formatting_alone_is_nothing(self) -> None:
        """Cells with a style and no content, as Excel leaves them to the end of the sheet, are no rows."""
        styled = changed(
            xlsx(ROWS),
            "xl/worksheets/sheet1.xml",
            "</sheetData>",
            '<row r="90000"><c r="A90000" s="0"/></row></sheetData>',
        )
        assert len(only(styled)) == 2

    def test_damaged_files_are_told(self) -> None:
        """Whatever is changed in the parts of a file, it is read or refused, and nothing else is raised."""
        with ZipFile(BytesIO(xlsx(ROWS, merged=["A1:A2"]))) as opened:
            parts = {name: opened.read(name).decode("utf-8") for name in opened.namelist()}
        chance = random.Random(1)
        ended = {"read": 0, "refused": 0}
        for _round in range(300):
            name = chance.choice([each for each in parts if each.startswith("xl/")])
            at = chance.randrange(len(parts[name]))
            spoilt = (
                parts[name][:at] + chance.choice(["", "<", "x", "9", '"']) + parts[name][at + chance.randrange(9) :]
            )
            try:
                read_sheets(package({**parts, name: spoilt}), "f")
                ended["read"] += 1
            except FileProblems:
                ended["refused"] += 1
        assert all(ended.values())


class TestWriting:
    def test_as_norwegian_excel_opens_it(self) -> None:
        """UTF-8 with its mark, semicolons, CRLF; what could part cells or rows stands within quotation marks."""
        assert csv_bytes([["Team", "Mål"], ["Åse; Per", 'si "hei"\nnå']]) == (
            b"\xef\xbb\xbfTeam;M\xc3\xa5l\r\n" + '"Åse; Per";"si ""hei""\nnå"\r\n'.encode()
        )

    @pytest.mark.parametrize("text", ["=cmd", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=x", "''-1"])
    def test_no_formula_comes_out(self, text: str) -> None:
        """What begins like a formula gets a quotation mark before it."""
        (row,) = only(csv_bytes([[text, "x"]]))
        assert row == (f"'{text}", "x")

    @pytest.mark.parametrize("text", ["O'Hara", "'sitat'", "5 % = alt", "navn@sted", ""])
    def test_other_texts_stay(self, text: str) -> None:
        """Nothing is done to a text that is none."""
        assert csv_bytes([[text, "x"]]).decode("utf-8-sig") == f"{text};x\r\n"
