"""What people read, in both languages: which one is chosen, how figures and the log are said, and the real commands."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click
import pytest

from samling import language, wording
from samling.domain.agenda import DayFigures
from samling.domain.errors import Refused
from samling.domain.gathering import Kind, Scene, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

OSLO = "Europe/Oslo"


@pytest.fixture(autouse=True)
def _afterwards_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Other tests read English."""
    monkeypatch.setenv("LANGUAGE", os.environ.get("LANGUAGE", ""))
    yield
    language.use("en")


class TestFromEnvironment:
    """Which language the system asks for."""

    @pytest.mark.parametrize(
        ("environment", "asked"),
        [
            ({"LANG": "nb_NO.UTF-8"}, "nb"),
            ({"LANG": "no_NO"}, "nb"),
            ({"LANG": "nn_NO.UTF-8"}, "nb"),
            ({"LANG": "en_GB.UTF-8"}, "en"),
            ({"LANG": "sv_SE.UTF-8"}, "en"),
            ({"LANG": "C"}, "en"),
            ({"LC_MESSAGES": "nb_NO.UTF-8", "LANG": "en_GB.UTF-8"}, "nb"),
            ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "nb_NO.UTF-8", "LANG": "nb_NO.UTF-8"}, "en"),
            ({"LC_ALL": "", "LANG": "nb_NO.UTF-8"}, "nb"),
        ],
    )
    def test_the_first_that_is_set(self, environment: Mapping[str, str], asked: str) -> None:
        """LC_ALL goes before LC_MESSAGES and that before LANG; any Norwegian is answered in bokmål."""
        assert language.from_environment(environment) == asked

    @pytest.mark.skipif(os.name == "nt", reason="Windows is asked for its own language then")
    def test_nothing_is_set(self) -> None:
        """Without a word from the system it is English."""
        assert language.from_environment({}) == "en"


class TestUse:
    """Speaking one language, and then the other."""

    def test_both_ways(self) -> None:
        """The language can be chosen again: nothing of the one before is left."""
        for chosen, said in (("nb", "i rute"), ("en", "on time"), ("nb", "i rute")):
            language.use(chosen)
            assert (language.language(), language._("on time")) == (chosen, said)

    def test_click_speaks_it(self) -> None:
        """What Click itself says comes out of our catalogue."""
        said = []
        for chosen in ("nb", "en"):
            language.use(chosen)
            said.append(click.NoSuchOption("--jsn").format_message())
        assert said == ["Valget '--jsn' finnes ikke.", "No such option '--jsn'."]

    def test_what_no_catalogue_holds(self) -> None:
        """A text without a translation is said as it stands; no text stays no text."""
        language.use("nb")
        assert language._("Ask about the ward") == "Ask about the ward"
        assert language._("") == ""

    @pytest.mark.parametrize(
        ("chosen", "said"),
        [("nb", ["0 dager", "1 dag", "2 dager"]), ("en", ["0 days", "1 day", "2 days"])],
    )
    def test_one_and_many(self, chosen: str, said: list[str]) -> None:
        """One is said otherwise than none and many."""
        language.use(chosen)
        assert [language.ngettext("{count} day", "{count} days", count) for count in range(3)] == said


def day(behind: float, end: str = "13:08") -> DayFigures:
    """A day so many minutes behind that ends at a clock time (UTC) of 16 January 2026."""
    moment = datetime.fromisoformat(f"2026-01-16T{end}+00:00")
    length = timedelta(minutes=behind)
    return DayFigures(number=1, planned_end=moment - length, expected_end=moment, behind=length, slack=timedelta(0))


PROMISED = datetime(2026, 1, 16, 13, 0, tzinfo=UTC)


class TestFigures:
    """How figures are said."""

    @pytest.mark.parametrize(
        ("behind", "nb", "en"),
        [
            (timedelta(minutes=8), "8 min forsinket", "8 min behind"),
            (timedelta(minutes=-2), "2 min foran", "2 min ahead"),
            (timedelta(seconds=29), "i rute", "on time"),
            (timedelta(0), "i rute", "on time"),
            (timedelta(hours=2, minutes=5), "2 t 5 min forsinket", "2 h 5 min behind"),
        ],
    )
    def test_behind_and_ahead(self, behind: timedelta, nb: str, en: str) -> None:
        """Behind and ahead are words, never a sign."""
        assert in_both(wording.behind_words, behind) == (nb, en)

    def test_the_day_in_a_line(self) -> None:
        """How the day stands, when it will be done, and what was promised."""
        assert in_both(wording.day_line, day(8), PROMISED, "UTC") == (
            "8 min forsinket · ferdig 13:08 · lovet 13:00",
            "8 min behind · done 13:08 · promised 13:00",
        )

    def test_a_day_without_an_end(self) -> None:
        """An empty day has a promise alone."""
        empty = DayFigures(number=1, planned_end=None, expected_end=None, behind=None, slack=None)
        assert in_both(wording.day_line, empty, PROMISED, OSLO) == ("lovet 14:00", "promised 14:00")

    def test_a_date_in_words(self) -> None:
        """Norwegian has a full stop after the number, and small letters."""
        assert in_both(wording.long_date, date(2026, 9, 16)) == ("ons. 16. september 2026", "Wed 16 September 2026")
        assert in_both(wording.long_date, date(2027, 5, 1)) == ("lør. 1. mai 2027", "Sat 1 May 2027")

    def test_a_length(self) -> None:
        """Minutes and seconds are short in both."""
        assert in_both(wording.minutes, 90) == ("1 min 30 s", "1 min 30 s")


class TestWords:
    """The words for what a thing is."""

    @pytest.mark.parametrize(
        ("state", "nb", "en"),
        [
            (State.PENDING, "ikke startet", "pending"),
            (State.RUNNING, "i gang", "running"),
            (State.PAUSED, "på pause", "paused"),
            (State.DONE, "ferdig", "done"),
            (State.DROPPED, "utelatt", "dropped"),
        ],
    )
    def test_states(self, state: State, nb: str, en: str) -> None:
        """A state reads well by itself and after "er"."""
        assert in_both(wording.state_word, state) == (nb, en)

    def test_every_kind_and_scene(self) -> None:
        """Every kind of block and everything the projector can show has a word of its own in both languages."""
        for chosen in language.LANGUAGES:
            language.use(chosen)
            for said in ([wording.kind_word(each) for each in Kind], [wording.scene_word(each) for each in Scene]):
                assert len({each for each in said if each}) == len(said)

    def test_the_words_of_the_field(self) -> None:
        """The words that the people in the room use themselves."""
        language.use("nb")
        assert wording.kind_word(Kind.SHARING) == "deling på tvers"
        assert wording.kind_word(Kind.TEAMWORK) == "teamarbeid"
        assert wording.scene_word(Scene.AGENDA) == "agenda"
        assert wording.who_word("timer") == "tidtakeren"


class TestLog:
    """What was done, as the log tells it."""

    @pytest.mark.parametrize(
        ("action", "arguments", "nb", "en"),
        [
            ("start", {"title": "Målinger"}, "Startet «Målinger»", "Started “Målinger”"),
            (
                "extend",
                {"title": "Pause", "seconds": -300},
                "Endret lengden på «Pause» med −5 min",
                "Changed the length of “Pause” by −5 min",
            ),
            (
                "until",
                {"title": "Tiltak", "end": "2026-09-16T08:35:00+00:00"},
                "«Tiltak» varer til 10:35",
                "“Tiltak” lasts until 10:35",
            ),
            (
                "undo",
                {"action": "drop", "title": "Pause"},
                "Angret: Utelot «Pause»",
                "Undone: Dropped “Pause”",
            ),
            ("redo", {"action": "pause", "title": "A"}, "Gjort igjen: Tok pause i «A»", "Redone: Paused “A”"),
            ("show", {"scene": "black"}, "Storskjermen viser: svart", "The projector shows black"),
            ("network-new", {"name": "Tørn"}, "Laget nettverket Tørn", "Made the network Tørn"),
        ],
    )
    def test_deeds(self, action: str, arguments: dict[str, Any], nb: str, en: str) -> None:
        """A line of the log is made when it is read, so that it is in the reader's language."""
        assert in_both(wording.deed, action, arguments, OSLO) == (nb, en)

    def test_a_refusal(self) -> None:
        """A refusal is said with its state in words."""
        template = "Block {position}, “{title}”, is {state}: only a pending block can be started."
        error = Refused(template, position=3, title="Målinger", state=State.DONE)
        assert in_both(wording.say, error) == (
            "Programpost 3, «Målinger», er ferdig: Bare en som ikke har startet, kan startes.",
            "Block 3, “Målinger”, is done: only a pending block can be started.",
        )


def in_both(words: Any, *arguments: Any) -> tuple[str, str]:  # noqa: ANN401 - any of the functions of wording.py
    """Return what a function says in bokmål and in English."""
    said = []
    for chosen in ("nb", "en"):
        language.use(chosen)
        said.append(words(*arguments))
    return said[0], said[1]


class TestCommands:
    """The real program, in the language that was asked for."""

    @pytest.fixture
    def run(self, tmp_path: Path) -> Run:
        """Runs samling with these arguments and variables, on a database of its own."""
        return Run(tmp_path)

    @pytest.mark.parametrize(
        ("arguments", "environment", "first"),
        [
            (["--lang", "nb"], {"SAMLING_LANG": "en", "LANG": "en_GB.UTF-8"}, "Bruk:"),
            (["--lang=en"], {"SAMLING_LANG": "nb", "LANG": "nb_NO.UTF-8"}, "Usage:"),
            ([], {"SAMLING_LANG": "nb", "LC_ALL": "en_GB.UTF-8"}, "Bruk:"),
            ([], {"SAMLING_LANG": "en", "LC_ALL": "nb_NO.UTF-8"}, "Usage:"),
            ([], {"LC_ALL": "nb_NO.UTF-8", "LANG": "en_GB.UTF-8", "LANGUAGE": "en"}, "Bruk:"),
            ([], {"LANG": "nb_NO.UTF-8"}, "Bruk:"),
            ([], {"LANG": "C.UTF-8", "LANGUAGE": "nb"}, "Usage:"),
        ],
    )
    def test_who_is_asked_first(
        self, run: Run, arguments: list[str], environment: Mapping[str, str], first: str
    ) -> None:
        """--lang goes before SAMLING_LANG and that before the locale; Click's own words follow ours."""
        done = run(*arguments, "--help", **environment)
        assert done.stdout.startswith(first)
        assert ("Kjør dagen på en samling" in done.stdout) == (first == "Bruk:")

    def test_help_holds_no_english(self, run: Run) -> None:
        """Every word of the first help page is bokmål, but for the names that are typed."""
        said = run("--lang", "nb", "--help").stdout
        assert "Valg:" in said
        assert "Kommandoer:" in said
        assert "Vis denne hjelpen." in said
        for word in ("Usage", "Options", "Commands", " the ", " and ", "Show"):
            assert word not in said

    def test_wrong_usage(self, run: Run) -> None:
        """Click's complaints are translated whole, and leave with 2 as ever."""
        done = run("--lang", "nb", "status", "--jsn")
        assert done.returncode == 2
        assert done.stderr.splitlines() == [
            "Bruk: samling status [OPTIONS]",
            "Prøv 'samling status --help' for å få hjelp.",
            "",
            "Feil: Valget '--jsn' finnes ikke. Mente du '--json'?",
        ]

    def test_a_language_that_samling_does_not_speak(self, run: Run) -> None:
        """It is wrong usage, told in the language of the system."""
        done = run("--lang", "sv", "status", LANG="nb_NO.UTF-8")
        assert (done.returncode, done.stdout) == (2, "")
        assert "Feil: Ugyldig verdi for '--lang': 'sv' er ikke en av 'nb', 'en'." in done.stderr

    def test_a_refusal(self, run: Run) -> None:
        """What is refused is told in the language asked for, and leaves with 1."""
        done = run("--lang", "nb", "status")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "Det finnes ingen samling ennå. Begynn med: samling network new NAVN\n"

    def test_a_first_day(self, run: Run) -> None:
        """From nothing to a running block, in bokmål; the data are the same in both languages."""
        run("network", "new", "Tørn kull 3", lang="nb")
        hints = run("gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00", lang="nb")
        assert hints.stderr == "Ikke fordelt ennå: 240 min.\n"
        run("agenda", "add", "Målinger", "--minutes", "60", lang="nb")
        started = run("--at", "2026-09-16T09:08:00+02:00", "agenda", "start", lang="nb")
        assert started.stdout == "Startet «Målinger» · 8 min forsinket · ferdig 10:08 · lovet 13:00\n"
        shown = [run("--at", "09:10", "status", lang=lang).stdout for lang in ("nb", "en")]
        assert "samling 1: Samling" in shown[0]
        assert "i gang 58:00" in shown[0]
        assert "gathering 1: Samling" in shown[1]
        assert "running 58:00" in shown[1]
        data = [run("--at", "09:10", "status", "--json", lang=lang).stdout for lang in ("nb", "en")]
        assert data[0] == data[1]

    def test_a_file_with_faults(self, run: Run, tmp_path: Path) -> None:
        """What is wrong with a file is told in bokmål, line by line; its keys keep their names."""
        file = tmp_path / "own.toml"
        file.write_text('title = "Vår"\n[[blocks]]\ntitle = "A"\nkind = "tlak"\n', encoding="utf-8")
        done = run("programme", "check", str(file), lang="nb")
        assert done.returncode == 3
        assert done.stderr.splitlines()[0] == f"{file} kan ikke brukes: 1 feil."
        assert 'linje 4, blocks[1].kind: her står "tlak"; mente du talk?' in done.stderr
        assert "Lov: ett av disse: opening, talk, " in done.stderr


class Run:
    """Runs the program in a process of its own, in an environment that says nothing but what the test says."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def __call__(self, *arguments: str, lang: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        """Run it, speaking `lang` where one is given."""
        around = {
            **{name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ},
            "HOME": str(self._home),
            "SAMLING_DB": str(self._home / "samling.db"),
            **({"SAMLING_LANG": lang} if lang else {}),
            **environment,
        }
        return subprocess.run(
            [sys.executable, "-m", "samling", *arguments],
            capture_output=True,
            encoding="utf-8",
            env=around,
            check=False,
            stdin=subprocess.DEVNULL,
        )
