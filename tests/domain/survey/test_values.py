"""Surveys: their links, which of them a gathering shows, and when a code has to be tried again."""

from __future__ import annotations

from datetime import date

import pytest

from making import at
from samling.domain.errors import Refused, WrongUsage
from samling.domain.survey.values import Survey, SurveyChange, Surveys, add, edit, remove, tick_off

FIRST = Survey("Evaluering", "https://nettskjema.no/a/1", gathering_id=1, id=1)
SECOND = Survey("Evaluering", "https://nettskjema.no/a/2", gathering_id=2, id=2)
WHOLE = Survey("Nettverket", "https://forms.office.com/r/x", id=3)
ALL = Surveys(1, (FIRST, SECOND, WHOLE))


class TestLink:
    def test_parameters_stand_at_its_end(self) -> None:
        """What is given as a parameter is part of the link, in its order."""
        survey = Survey("E", "https://nettskjema.no/a/1?x=1", parameters=(("samling", "2"), ("dag", "1")))
        assert survey.link().text == "https://nettskjema.no/a/1?x=1&samling=2&dag=1"

    def test_each_team_has_its_own(self) -> None:
        """The team's parameter is the team's name where a team is named, and not there for everybody."""
        survey = Survey("E", "https://nettskjema.no/a/1", parameters=(("team", "{team}"), ("samling", "2")))
        assert survey.is_of_each_team
        assert survey.link().text == "https://nettskjema.no/a/1?samling=2"
        assert survey.link("Ås & co").payload == "https://nettskjema.no/a/1?team=%C3%85s%20%26%20co&samling=2"

    @pytest.mark.parametrize(
        "url", ["", "javascript:alert(1)", "file:///etc/passwd", "https://a b.no", "https://u:p@a.no"]
    )
    def test_what_is_no_link_is_never_kept(self, url: str) -> None:
        """A survey is neither added with such a link nor changed to it."""
        with pytest.raises(WrongUsage):
            add(Surveys(1), Survey("E", url))
        with pytest.raises(WrongUsage):
            edit(ALL, 1, SurveyChange(url=url))

    def test_a_title_is_one_clean_line(self) -> None:
        """Line ends and what commands a terminal are taken out of a title; nothing left is refused."""
        assert add(Surveys(1), Survey("\x1b[31mEn\n to", FIRST.url)).surveys[0].title == "[31mEn to"
        with pytest.raises(WrongUsage):
            add(Surveys(1), Survey(" \n", FIRST.url))


class TestOnShow:
    def test_the_gatherings_own_goes_first(self) -> None:
        """A gathering shows its own survey; one without shows the network's; one that was chosen goes before both."""
        assert ALL.on_show(1) is FIRST
        assert ALL.on_show(7) is WHOLE
        assert ALL.on_show(1, chosen=2) is SECOND

    def test_the_newest_of_several(self) -> None:
        """Of two surveys about one gathering the one that was added last is shown."""
        newer = Survey("Ny", FIRST.url, gathering_id=1, id=4)
        assert Surveys(1, (FIRST, WHOLE, newer)).on_show(1) is newer

    def test_one_that_is_gone_is_not_missed(self) -> None:
        """A chosen survey that was removed leaves its place to the one that fits."""
        assert remove(ALL, 2).on_show(1, chosen=2) == FIRST

    def test_none(self) -> None:
        """Without surveys there is nothing to show."""
        assert Surveys(1).on_show(1, chosen=9) is None


class TestTried:
    def test_it_is_remembered_and_taken_back(self) -> None:
        """A code that was tried is known with its time, until somebody says that it has to be tried again."""
        tried = tick_off(ALL, at("08:15"), 1)
        assert [each.tried_at for each in tried.surveys] == [at("08:15"), None, None]
        assert tick_off(tried, at("08:20"), 1, works=False) == ALL

    @pytest.mark.parametrize(
        "change", [SurveyChange(url="https://nettskjema.no/a/9"), SurveyChange(parameters=(("samling", "3"),))]
    )
    def test_another_link_has_to_be_tried(self, change: SurveyChange) -> None:
        """Whatever changes the link takes the tick off; another title or date does not."""
        tried = tick_off(ALL, at("08:15"), 1)
        assert edit(tried, 1, change).survey(1).tried_at is None
        kept = edit(tried, 1, SurveyChange(title="Ny", date=date(2026, 9, 16))).survey(1)
        assert (kept.title, kept.date, kept.tried_at) == ("Ny", date(2026, 9, 16), at("08:15"))

    def test_a_new_one_is_untried(self) -> None:
        """Nothing that is added counts as tried, whatever it says of itself."""
        said = Survey("E", FIRST.url, tried_at=at("08:15"), id=77)
        added = add(ALL, said).surveys[-1]
        assert (added.tried_at, added.id) == (None, None)

    def test_an_unknown_one(self) -> None:
        """What is asked of a survey that is not there is refused."""
        with pytest.raises(Refused, match="no survey 9"):
            remove(ALL, 9)
        with pytest.raises(Refused, match="no survey 9"):
            edit(ALL, 9, SurveyChange())
        with pytest.raises(Refused, match="no survey 9"):
            tick_off(ALL, at("08:15"), 9)
