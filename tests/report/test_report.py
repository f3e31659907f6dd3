from __future__ import annotations

import json
from contextlib import closing
from datetime import timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from making import DATE, at
from opened import new_day, open_session
from samling.domain.day_report import latest_begun
from samling.domain.errors import Refused
from samling.domain.gathering import Kind, Turn
from samling.domain.plan import BlockChange, plan_day
from samling.domain.replan.proposals import outlook
from samling.domain.team import Person, Team
from samling.report.as_json import as_json
from samling.report.day import report
from samling.report.html import html
from samling.report.keeping import keep
from samling.report.markdown import line_of, markdown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.domain.gathering import Gathering
    from samling.report.section import Report, Section
    from samling.session import Session

HOSTILE = '<script>alert(1)</script> "x" & | [red] [a](http://x) `y` *z* \u202e # 1.'


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """A file with the blocks A, B and C of ten minutes from 15:00, promised to end at 15:30. It is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(tmp_path / "day.db", clock)) as opened:
        new_day(opened)
        opened.do("promise", number=1, end=at("15:30"))
        yield opened


def hold(session: Session, clock: FakeClock, *moments: str) -> None:
    """Press next at each of these times."""
    for moment in moments:
        clock.set(at(moment))
        session.do("next")


def made(session: Session, number: int = 1) -> Report:
    """Return the report of a day of the gathering in use."""
    return report(session, session.in_use(), number)


def section(session: Session, key: str, number: int = 1) -> Section | None:
    """Return the section of that key, where there is one."""
    return next((each for each in made(session, number).sections if each.key == key), None)


class TestAgenda:
    def test_planned_against_actual(self, session: Session, clock: FakeClock) -> None:
        """Each block stands with what was told and what it took, without its pauses."""
        hold(session, clock, "15:02", "15:14")
        clock.set(at("15:16"))
        session.do("pause")
        clock.set(at("15:19"))
        session.do("resume")
        hold(session, clock, "15:25", "15:31")
        found = section(session, "blocks")
        assert found is not None
        assert found.table is not None
        assert [row[2:] for row in found.table.rows] == [
            ("15:00–15:10", "10", "15:02–15:14", "12", "+2"),
            ("15:10–15:20", "10", "15:14–15:25", "8", "−2"),
            ("15:20–15:30", "10", "15:25–15:31", "6", "−4"),
        ]
        assert found.table.rows[1][1] == "B (paused 3 min)"
        assert [each["actual_seconds"] for each in found.data] == [720, 480, 360]
        assert made(session).lead[1:] == (
            "Started 15:02, planned 15:00.",
            "Done 15:31, 1 min after the promised 15:30.",
        )

    def test_what_was_dropped_or_changed(self, session: Session, clock: FakeClock) -> None:
        """Dropped, shortened and lengthened blocks are named; without any there is no such section."""
        hold(session, clock, "15:00")
        assert section(session, "changes") is None
        session.do("extend", seconds=120)
        session.do("extend", seconds=-60, position=2)
        session.do("drop", position=3)
        found = section(session, "changes")
        assert found is not None
        assert found.lines == ("Made 2 min longer: A", "Shortened by 1 min: B", "Dropped: C")

    def test_which_proposal_was_followed(self, session: Session, clock: FakeClock) -> None:
        """A proposal that was followed stands with its words; one that was taken back does not, until it is redone."""
        clock.set(at("15:05"))
        session.do("start")
        chosen = outlook(session.in_use(), clock()).proposals[0].id
        session.do("replan", proposal=chosen, sentence="Shorten 3 blocks: done 15:30")
        found = section(session, "proposals")
        assert found is not None
        assert found.lines == ("15:05 Shorten 3 blocks: done 15:30",)
        session.undo()
        assert section(session, "proposals") is None
        session.redo()
        assert section(session, "proposals") is not None


class TestAround:
    def test_the_notes_of_the_day(self, session: Session, clock: FakeClock) -> None:
        """A note stands with its block; one to the whole gathering by itself."""
        session.do("note", text="Before")
        hold(session, clock, "15:02")
        session.do("note", text="More pens")
        found = section(session, "notes")
        assert found is not None
        assert found.lines == ("15:00 Before", "15:02 A: More pens")

    def test_when_we_meet_again(self, session: Session, clock: FakeClock) -> None:
        """The next gathering is named with its date; without one there is nothing to say."""
        hold(session, clock, "15:02")
        first = session.in_use()
        assert section(session, "next") is None
        start = at("09:00", DATE + timedelta(days=49))
        session.new_gathering(title="Gathering 2", start=start, end=start + timedelta(hours=4), programme=None)
        session.use_gathering(first.id or 0)
        found = section(session, "next")
        assert found is not None
        assert found.data == {"date": "2026-11-04", "title": "Gathering 2"}

    def test_each_day_has_its_own(self, session: Session, clock: FakeClock) -> None:
        """Of two days each tells its own blocks and notes, and the first that there is another."""
        tomorrow = DATE + timedelta(days=1)
        session.do("add-day", day=plan_day(2, at("09:00", tomorrow), at("09:10", tomorrow), "Europe/Oslo"))
        session.do("add", change=BlockChange(title="D", planned_seconds=600), number=2)
        hold(session, clock, "15:00", "15:10", "15:20", "15:30")
        clock.set(at("09:00", tomorrow))
        session.do("note", text="Morning")
        session.do("next")
        assert [each["title"] for each in section(session, "blocks", 1).data] == ["A", "B", "C"]  # type: ignore[union-attr]
        assert section(session, "next", 1).data["date"] == "2026-09-17"  # type: ignore[union-attr]
        assert section(session, "notes", 1) is None
        assert [each["text"] for each in section(session, "notes", 2).data] == ["Morning"]  # type: ignore[union-attr]
        assert latest_begun(session.in_use()) == 2

    def test_a_day_that_has_not_begun(self, session: Session) -> None:
        """There is nothing to report of a day that nobody has started, and no fifth day."""
        with pytest.raises(Refused, match="not started"):
            made(session)
        with pytest.raises(Refused, match="no day 5"):
            made(session, 5)


class TestRoom:
    def test_who_was_here(self, session: Session, clock: FakeClock) -> None:
        """Teams are named and people counted, with when they came and left; without a roll there is no such section."""
        hold(session, clock, "15:00")
        assert section(session, "attendance") is None
        people = (Person("Oda Vik"), Person("Kari Nes"))
        session.do("team-add", team=Team("Havnvik", people=people))
        session.do("team-add", team=Team("Bergvik"))
        here = session.roster().teams[0].people[0].id
        session.do("arrive", people=(here,))
        found = section(session, "attendance")
        assert found is not None
        assert found.table is not None
        assert found.table.rows == (("Havnvik", "1 of 2", "15:00", "–"), ("Bergvik", "–", "did not come", "–"))
        assert "Oda" not in markdown(made(session)) + html(made(session)) + as_json(made(session))

    def test_how_long_each_team_had_the_floor(self, session: Session, clock: FakeClock) -> None:
        """The turns of a round stand with what each took, once the block is over."""
        session.do("round", turns=(Turn("Havnvik", team_id=1), Turn("Bergvik", team_id=2), Turn("Vik", team_id=3)))
        hold(session, clock, "15:00")
        for moment in ("15:00", "15:04"):
            clock.set(at(moment))
            session.do("turn")
        session.do("turn-skip", number=3)
        hold(session, clock, "15:09:30")
        found = section(session, "rounds")
        assert found is not None
        assert found.lines == ("A: Havnvik 4:00, Bergvik 5:30, Vik skipped",)
        assert [each["seconds"] for each in found.data[0]["turns"]] == [240, 330, None]


class Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.text += data


class TestWritten:
    def test_what_was_typed_stays_text(self, session: Session, clock: FakeClock) -> None:
        """A title full of markup is text in every form, and a sign that turns the line round is not in it."""
        session.do("edit", position=1, change=BlockChange(title=HOSTILE))
        hold(session, clock, "15:02")
        page = Page(html(made(session)))
        assert "script" not in page.tags
        assert '<script>alert(1)</script> "x" & | [red]' in page.text
        assert not {name for name, _value in page.attributes} & {"src", "href", "onload"}
        text = markdown(made(session))
        assert r"\<script\>alert(1)\</script\>" in text
        assert r"\[a\](http://x) \`y\` \*z\*" in text
        assert "\u202e" not in text + page.text
        row = next(line for line in text.splitlines() if line.startswith("| 1 "))
        assert row.replace(r"\|", "").count("|") == 8

    def test_a_line_begins_nothing(self) -> None:
        """A text that begins like a heading, a list or a number is none."""
        assert [line_of(each) for each in ("# a", "- b", "1. c", "2) d", "+ e", "12 f")] == [
            r"\# a",
            r"\- b",
            r"1\. c",
            r"2\) d",
            r"\+ e",
            "12 f",
        ]

    def test_json(self, session: Session, clock: FakeClock) -> None:
        """JSON holds the head and each section under its own key."""
        hold(session, clock, "15:02", "15:10", "15:20", "15:30")
        found = json.loads(as_json(made(session)))
        assert found["date"] == "2026-09-16"
        assert found["ended_at"] == "2026-09-16T15:30:00+02:00"
        assert [each["position"] for each in found["blocks"]] == [1, 2, 3]


class TestPitches:
    def test_when_each_began_and_what_it_took(self, session: Session, clock: FakeClock) -> None:
        """On the day of the pitches their times are told, none of what the jury made of them, and no team left out."""
        session.do("edit", position=2, change=BlockChange(kind=Kind.PITCHING))
        for name in ("Fjord", "Vidde"):
            session.do("team-add", team=Team(name))
        session.do("pitch-arrange", team_ids=tuple(team.id for team in session.roster().teams))
        hold(session, clock, "15:02", "15:10")
        assert section(session, "pitches") is None
        for moment, action in (("15:10:30", "pitch-start"), ("15:14", "pitch-phase"), ("15:15:30", "pitch-stop")):
            clock.set(at(moment))
            session.do(action)
        found = section(session, "pitches")
        assert found is not None
        assert found.table is not None
        fjord, vidde = found.table.rows
        assert fjord[:6] == ("1", "Fjord", "15:10:30", "3:30", "1:30", "30")
        assert vidde[:6] == ("2", "Vidde", "–", "–", "–", "–")

    def test_a_day_without_them_says_nothing(self, session: Session, clock: FakeClock) -> None:
        """A day on which nobody pitches has no such section."""
        hold(session, clock, "15:02", "15:10")
        assert section(session, "pitches") is None


class TestKept:
    def test_written_when_the_day_ends_and_never_over_another(self, tmp_path: Path, clock: FakeClock) -> None:
        """The end of the day writes it; ended again with another record, both are there; with the same, one is."""
        clock.set(at("15:00"))
        path = tmp_path / "day.db"
        ended: list[int] = []

        def at_day_end(session: Session, gathering: Gathering, number: int) -> str:
            ended.append(number)
            return keep(session, gathering, number, path)

        with closing(open_session(path, clock, at_day_end=at_day_end)) as session:
            new_day(session, 1)
            session.do("start")
            assert not list(tmp_path.glob("*report*"))
            clock.set(at("15:12"))
            done = session.do("next")
            first = tmp_path / "day-report-2026-09-16.html"
            assert done.more == f"Day report: {first}"
            page = first.read_bytes()
            session.undo()
            assert session.redo().more == f"Day report: {first}"
            assert first.read_bytes() == page
            session.do("reopen")
            clock.set(at("15:20"))
            session.do("finish")
            assert ended == [1, 1, 1]
        assert first.read_bytes() == page
        assert sorted(each.name for each in tmp_path.glob("*report*")) == [
            "day-report-2026-09-16-2.html",
            "day-report-2026-09-16-2.md",
            "day-report-2026-09-16.html",
            "day-report-2026-09-16.md",
        ]

    def test_a_name_that_is_taken_by_something_else(self, session: Session, clock: FakeClock, tmp_path: Path) -> None:
        """A folder of that name is left alone as a file is: the next name is taken."""
        hold(session, clock, "15:02", "15:10", "15:20", "15:30")
        (tmp_path / "day-report-2026-09-16.md").mkdir()
        (tmp_path / "day-report-2026-09-16-2.html").mkdir()
        said = keep(session, session.in_use(), 1, tmp_path / "day.db")
        assert said == f"Day report: {tmp_path / 'day-report-2026-09-16-3.html'}"

    def test_where_it_cannot_be_written(self, session: Session, clock: FakeClock, tmp_path: Path) -> None:
        """That it could not be written is said; the day has ended all the same."""
        hold(session, clock, "15:02", "15:10", "15:20", "15:30")
        said = keep(session, session.in_use(), 1, tmp_path / "gone" / "day.db")
        assert "could not be written" in said
