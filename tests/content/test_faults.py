"""What a wrong programme file is told: every fault at once, with line, key, what was found and what is allowed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from samling.content.faults import ContentFaults, Fault, key_words, plain, shown
from samling.content.programmes import load_programme
from samling.domain.errors import ContentInvalid, Term

GOOD = """\
title = "Dag"
[[blocks]]
title = "Start"
kind = "talk"
"""


def faults_of(path: Path, text: str) -> tuple[Fault, ...]:
    """Return the faults of a programme file with this text; none when it is right."""
    path.write_text(text, encoding="utf-8")
    try:
        load_programme(path)
    except ContentFaults as error:
        return error.faults
    return ()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a programme file that is still to be written."""
    return tmp_path / "dag.toml"


class TestOneFault:
    """A file that is right but for one line added to its block (line 5) or put before its title (line 1)."""

    @pytest.mark.parametrize(
        ("added", "key", "what", "instead"),
        [
            ("minutes = 0", "minutes", "found 0", "whole minutes from 1 to 1440"),
            ("minutes = -5", "minutes", "found -5", "whole minutes from 1 to 1440"),
            ("minutes = 1441", "minutes", "found 1441", "whole minutes from 1 to 1440"),
            ("minutes = 10.0", "minutes", "found 10.0", "whole minutes"),
            ("minutes = true", "minutes", "found true", "whole minutes"),
            ('minutes = "10"', "minutes", 'found "10"', "leave the key out when the block shares what is left"),
            ("minutes = []", "minutes", "found an empty list", "whole minutes"),
            ("minutes = { a = 1 }", "minutes", "found a table", "whole minutes"),
            ("minutes = 0x" + "f" * 90, "minutes", "found a number with very many digits", "whole minutes"),
            ("minutes = 2026-01-01", "minutes", "found 2026-01-01", "whole minutes"),
            ('steps = ["a"]', "steps[1]", 'found "a"', 'as in [{ title = "Quiet writing", minutes = 7 }]'),
            ('steps = [{ title = "a" }]', "steps[1].minutes", "the key minutes is missing", "whole minutes"),
            ("reserve = 3", "reserve", "found 3", "one line of text"),
            ("min_minutes = 0", "min_minutes", "found 0", "whole minutes from 1 to 1440"),
            ('flexible = "yes"', "flexible", 'found "yes"', "true or false, without quotation marks"),
            ("may_drop = 1", "may_drop", "found 1", "true or false"),
            ('fixed_start = "25:00"', "fixed_start", 'found "25:00"', 'a clock time, as in "09:15"'),
            ('fixed_start = "9.15"', "fixed_start", 'found "9.15"', "a clock time"),
            ("fixed_end = 09:15:30", "fixed_end", "found 09:15:30", "a clock time"),
            ("fixed_end = 915", "fixed_end", "found 915", "a clock time"),
            ("leader = 3", "leader", "found 3", "one line of text"),
            ('leader = "a\\nb"', "leader", "character number 2 is the control character U+000A", "one line of text"),
            ('content = "a\\u0007b"', "content", "character number 2 is the control character U+0007", "text"),
            pytest.param(
                *('content = "' + "x" * 10_001 + '"', "content", "found 10001 characters", "at most 10,000 characters"),
                id="long content",
            ),
            ('prompts = "Hva?"', "prompts", 'found "Hva?"', 'a list of at most 500 texts, as in ["one", "two"]'),
            ('prompts = ["a", 3]', "prompts[2]", "found 3", "a list of at most 500 texts"),
            pytest.param(
                "prompts = [" + "'a'," * 501 + "]", "prompts", "found 501 items", "at most 500", id="many prompts"
            ),
            ('prepares = ["team"]', "prepares[1]", 'found "team"', 'as in [{ role = "team", what = "poster" }]'),
            ('prepares = [{ role = "team" }]', "prepares[1].what", "the key what is missing", "one line of text"),
            (
                'links = [{ title = "x", url = "javascript:alert(1)" }]',
                "links[1].url",
                'found "javascript:alert(1)"',
                "begins with https:// or http://",
            ),
            ('links = [{ title = "x", url = "https://a b" }]', "links[1].url", 'found "https://a b"', "without spaces"),
            ("signal_minutes = [5, -1]", "signal_minutes[2]", "found -1", "each from 0 to 1440"),
            ('id = "Ny Øvelse"', "id", 'found "Ny Øvelse"', "small letters a to z and digits"),
            ("minuts = 5", "minuts", "there is no key minuts here; did you mean minutes?", "the keys id, title, kind"),
            ("xyzzy = 5", "xyzzy", "there is no key xyzzy here", "the keys id, title, kind"),
        ],
    )
    def test_within_a_block(self, file: Path, added: str, key: str, what: str, instead: str) -> None:
        """One wrong value is one fault, at its line and key, with what was found and what is allowed."""
        faults = faults_of(file, GOOD + added)
        assert [(fault.line, fault.key, fault.what()) for fault in faults] == [(5, f"blocks[1].{key}", what)]
        assert instead in faults[0].instead()

    @pytest.mark.parametrize(
        ("added", "key", "what"),
        [
            ('kind = "samling"', "kind", 'found "samling"'),
            ('kind = "gatherin"', "kind", 'found "gatherin"; did you mean gathering?'),
            ("number = 0", "number", "found 0"),
            ("minutes = 5000", "minutes", "found 5000"),
            ("proposal = 'ja'", "proposal", 'found "ja"'),
            ('titel = "x"', "titel", "there is no key titel here; did you mean title?"),
        ],
    )
    def test_at_the_top(self, file: Path, added: str, key: str, what: str) -> None:
        """The programme's own keys are checked in the same way."""
        faults = faults_of(file, f"{added}\n{GOOD}")
        assert [(fault.line, fault.key, fault.what()) for fault in faults] == [(1, key, what)]

    @pytest.mark.parametrize(
        ("title", "what"),
        [
            ('""', "this is empty"),
            ('"   "', "this is empty"),
            ('"a\\u001b[31mb"', "character number 2 is the control character U+001B"),
            ('"a\\u2028b"', "character number 2 is the control character U+2028"),
            pytest.param('"' + "x" * 1001 + '"', "found 1001 characters", id="long"),
        ],
    )
    def test_titles(self, file: Path, title: str, what: str) -> None:
        """A title must be one line that can be shown: not empty, not endless, nothing that commands a terminal."""
        faults = faults_of(file, GOOD.replace('"Start"', title))
        assert [(fault.line, fault.key, fault.what()) for fault in faults] == [(3, "blocks[1].title", what)]

    @pytest.mark.parametrize(
        "title", [pytest.param("x" * 500, id="long"), "[b]Pause[/b] 🎉", "שלום עולם", "Så er det mål: æøå ÆØÅ"]
    )
    def test_titles_that_are_fine(self, file: Path, title: str) -> None:
        """Long titles, brackets, emoji and text from right to left are titles like others."""
        file.write_text(GOOD.replace("Start", title), encoding="utf-8")
        assert load_programme(file).blocks[0].title == title

    def test_a_wrong_kind_names_them_all(self, file: Path) -> None:
        """Somebody who does not know the kinds is told all of them, and the nearest one."""
        (fault,) = faults_of(file, GOOD.replace('"talk"', '"brake"'))
        assert (fault.line, fault.what()) == (4, 'found "brake"; did you mean break?')
        kinds = "opening, talk, teamwork, sharing, exercise, status, pitching, evaluation, planning, information, break"
        assert fault.instead() == f"one of {kinds}"

    @pytest.mark.parametrize(
        ("text", "line"), [('title = "x"', 1), ('title = "x"\nblocks = []', 2), ('title = "x"\n[blocks]\na = 1', 2)]
    )
    def test_no_blocks(self, file: Path, text: str, line: int) -> None:
        """A programme without any block is none."""
        faults = faults_of(file, text)
        assert [(fault.line, fault.key) for fault in faults] == [(line, "blocks")]
        assert faults[0].instead() == "1 to 500 blocks, each under a heading [[blocks]]"


class TestFaultsBetweenKeys:
    def test_the_same_id_twice(self, file: Path) -> None:
        """A second block with an id that is taken is named, with the line of the first."""
        block = '[[blocks]]\nid = "start"\ntitle = "a"\nkind = "talk"\n'
        (fault,) = faults_of(file, f'title = "x"\n{block}{block}')
        assert (fault.line, fault.key) == (7, "blocks[2].id")
        assert fault.what() == 'found "start", which the block in line 3 has already'

    def test_a_minimum_above_the_length(self, file: Path) -> None:
        """The shortest length cannot be longer than the length."""
        (fault,) = faults_of(file, f"{GOOD}minutes = 10\nmin_minutes = 11\n")
        assert (fault.line, fault.what(), fault.instead()) == (6, "found 11", "at most the block's own 10 minutes")

    def test_a_fixed_end_at_the_fixed_start(self, file: Path) -> None:
        """A block that ends at the minute it starts is refused, in either notation of a clock time."""
        (fault,) = faults_of(file, f'{GOOD}fixed_start = "09:00"\nfixed_end = 09:00:00\n')
        assert (fault.line, fault.key) == (6, "blocks[1].fixed_end")

    def test_a_fixed_end_past_midnight(self, file: Path) -> None:
        """An end earlier than the start is on the next day, and fine."""
        assert faults_of(file, f'{GOOD}fixed_start = "23:00"\nfixed_end = "00:30"\n') == ()

    def test_they_show_beside_other_faults(self, file: Path) -> None:
        """A wrong value in one block hides neither a repeated id nor a wrong minimum in another."""
        text = f'{GOOD}id = "a"\nminutes = "ti"\n[[blocks]]\nid = "a"\ntitle = "b"\nkind = "talk"\nminutes = 5\n'
        faults = faults_of(file, text + "min_minutes = 6\n")
        assert [(fault.line, fault.key) for fault in faults] == [
            (6, "blocks[1].minutes"),
            (8, "blocks[2].id"),
            (12, "blocks[2].min_minutes"),
        ]


class TestManyFaults:
    TEXT = """\
titel = "x"
minutes = 0

[[blocks]]
kind = "pauze"
prompts = [
  "a",
  3,
]

[[blocks]]
title = "ok"
kind = "talk"
minutes = "ten"
"""

    def test_every_fault_at_once_in_order(self, file: Path) -> None:
        """All faults of a file are told together, in the order of its lines."""
        faults = faults_of(file, self.TEXT)
        assert [(fault.line, fault.key) for fault in faults] == [
            (1, "title"),
            (1, "titel"),
            (2, "minutes"),
            (4, "blocks[1].title"),
            (5, "blocks[1].kind"),
            (8, "blocks[1].prompts[2]"),
            (14, "blocks[2].minutes"),
        ]

    def test_the_error_says_how_many_and_which(self, file: Path) -> None:
        """The error is a typed one with a count for the headline; as text it has a line for each fault."""
        file.write_text(self.TEXT, encoding="utf-8")
        with pytest.raises(ContentInvalid) as caught:
            load_programme(file)
        assert caught.value.exit_code == 3
        headline, *lines = str(caught.value).splitlines()
        assert headline == f"{file} cannot be used: 7 errors."
        assert lines[2] == f"{file}, line 2, minutes: found 0. Allowed: whole minutes from 1 to 1440."

    def test_nothing_of_pydantics_own_is_said(self, file: Path) -> None:
        """No sentence has the words of the library that found the fault."""
        told = " ".join(f"{fault.what()} {fault.instead()}" for fault in faults_of(file, self.TEXT))
        assert not re.search(r"[Ii]nput|pydantic|should be|[Vv]alid|type=", told)

    def test_thousands_are_counted_and_not_listed(self, file: Path) -> None:
        """Two hundred faults are told one by one; of the rest, how many there are."""
        faults = faults_of(file, GOOD + "\n".join(f"key{number} = 1" for number in range(5000)))
        assert len(faults) == 201
        assert faults[-1].what() == "there are 4800 more errors"

    def test_every_sentence_can_be_translated(self, file: Path) -> None:
        """Each part of a sentence that is words is handed to the translator, with its places for values unfilled."""
        asked: list[str] = []

        def translate(text: str) -> str:
            asked.append(text)
            return text

        (fault,) = faults_of(file, f"{GOOD}minutes = {{ a = 1 }}")
        said = fault.sentence(translate)
        assert {"found {found}", "a table", "line {line}", "Allowed: {allowed}."} < set(asked)
        assert said == fault.sentence()


class TestShown:
    @pytest.mark.parametrize(
        ("value", "words"),
        [
            ("a\x1b[2J\u202eb", '"aU+001B[2JU+202Eb"'),
            ("x" * 100, '"' + "x" * 59 + '…"'),
            (False, "false"),
            (date(2026, 2, 1), "2026-02-01"),
            ([1], "a list"),
            ({}, "a table"),
        ],
    )
    def test_values(self, value: object, words: str) -> None:
        """What was found is shown short, on one line, as the file writes it, and can do nothing to a terminal."""
        assert shown(value) == words

    def test_words_are_marked_for_translation(self) -> None:
        """A word that stands for a value is told apart from the value itself."""
        assert isinstance(shown([]), Term)
        assert not isinstance(shown("a list"), Term)

    def test_keys_in_words(self) -> None:
        """A path counts list places from 1 and cannot carry control characters either."""
        assert key_words(("blocks", 0, "links", 11, "url\x07")) == "blocks[1].links[12].urlU+0007"
        assert plain("kort") == "kort"
