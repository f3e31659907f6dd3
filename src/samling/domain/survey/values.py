"""The surveys of a network: where each is answered, about what, and whether its code has been tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from samling.domain import link
from samling.domain.errors import N_, Refused
from samling.domain.line import clean_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.link import Link

Parameters = tuple[tuple[str, str], ...]

TEAM = "{team}"
"""What a parameter may have as its value, so that every team has a code of its own: the team's name."""

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey that lies with a survey tool, and the link to it.

    It is about a gathering or, with `gathering_id` None, about the whole network. `date` is when it is to be answered,
    `question_set` the id of the questions it asks, `parameters` stand at the end of its link. `tried_at` (UTC) is when
    somebody scanned its code for a trial, after the link was last changed.
    """

    title: str
    url: str
    gathering_id: int | None = None
    date: date | None = None
    parameters: Parameters = ()
    question_set: str = ""
    tried_at: datetime | None = None
    id: int | None = None

    def link(self, team: str | None = None) -> Link:
        """Return its link for a team or, where none is named, for everybody: without the team's parameter.

        Raises `WrongUsage` where it is no link, which one that is kept always is.
        """
        values = ((name, team if value == TEAM else value) for name, value in self.parameters)
        return link.checked(self.url, [(name, value) for name, value in values if value is not None])

    @property
    def is_of_each_team(self) -> bool:
        """Whether every team has a code of its own."""
        return any(value == TEAM for _name, value in self.parameters)


@dataclass(frozen=True, slots=True)
class SurveyChange:
    """What an edit changes; None leaves a field as it is. `anytime` takes the date away."""

    title: str | None = None
    url: str | None = None
    parameters: Parameters | None = None
    question_set: str | None = None
    date: date | None = None
    anytime: bool = False


@dataclass(frozen=True, slots=True)
class Surveys:
    """The surveys of a network, in the order in which they were added."""

    network_id: int
    surveys: tuple[Survey, ...] = ()

    def survey(self, survey_id: int) -> Survey:
        """Return a survey; raise `Refused` when there is none with that id."""
        found = next((each for each in self.surveys if each.id == survey_id), None)
        if found is None:
            raise Refused(N_("There is no survey {id}. `samling survey list` shows those there are."), id=survey_id)
        return found

    def of_gathering(self, gathering_id: int | None) -> tuple[Survey, ...]:
        """Return those about a gathering, or (None) about the whole network."""
        return tuple(each for each in self.surveys if each.gathering_id == gathering_id)

    def on_show(self, gathering_id: int | None, chosen: int | None = None) -> Survey | None:
        """Return the survey that a gathering shows: the chosen one, else its own, else the network's; the newest."""
        named = tuple(each for each in self.surveys if each.id == chosen and chosen is not None)
        found = named or self.of_gathering(gathering_id) or self.of_gathering(None)
        return found[-1] if found else None


def add(surveys: Surveys, survey: Survey) -> Surveys:
    """Add a survey. Raises `WrongUsage` for an empty title or what is no link."""
    return replace(surveys, surveys=(*surveys.surveys, _cleaned(replace(survey, id=None, tried_at=None))))


def edit(surveys: Surveys, survey_id: int, change: SurveyChange) -> Surveys:
    """Change a survey. With another link its code has not been tried."""

    def changed(survey: Survey) -> Survey:
        edited = replace(
            survey,
            title=survey.title if change.title is None else change.title,
            url=survey.url if change.url is None else change.url,
            parameters=survey.parameters if change.parameters is None else change.parameters,
            question_set=survey.question_set if change.question_set is None else change.question_set,
            date=None if change.anytime else change.date or survey.date,
        )
        moved = (edited.url, edited.parameters) != (survey.url, survey.parameters)
        return _cleaned(replace(edited, tried_at=None) if moved else edited)

    return _with(surveys, survey_id, changed)


def remove(surveys: Surveys, survey_id: int) -> Surveys:
    """Take a survey out."""
    gone = surveys.survey(survey_id)
    return replace(surveys, surveys=tuple(each for each in surveys.surveys if each is not gone))


def tick_off(surveys: Surveys, at: datetime, survey_id: int, *, works: bool = True) -> Surveys:
    """Note that its code was scanned for a trial and led to the survey, or (not `works`) that it has to be tried."""
    return _with(surveys, survey_id, lambda survey: replace(survey, tried_at=at if works else None))


def _with(surveys: Surveys, survey_id: int, change: Callable[[Survey], Survey]) -> Surveys:
    old = surveys.survey(survey_id)
    new = change(old)
    return replace(surveys, surveys=tuple(new if each is old else each for each in surveys.surveys))


def _cleaned(survey: Survey) -> Survey:
    """Return the survey as it is kept; raise `WrongUsage` for what cannot be."""
    cleaned = replace(
        survey,
        title=clean_line(survey.title, _LONGEST_TITLE),
        url=survey.url.strip(),
        parameters=tuple((clean_line(name), printable(value)) for name, value in survey.parameters),
        question_set=printable(survey.question_set),
    )
    cleaned.link("Team")
    return cleaned
