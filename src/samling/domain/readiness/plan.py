"""What is to be said of the plan for the gathering in use: its days, its teams, its pitches and its surveys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.agenda import Progress
from samling.domain.errors import N_
from samling.domain.gathering import Kind, Scene
from samling.domain.pitching.sentence import Sentence
from samling.domain.readiness.finding import Finding, do, judged, note, ok

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.gathering import Day, Gathering
    from samling.domain.pitching.values import Pitching
    from samling.domain.roster import Roster
    from samling.domain.survey.values import Survey, Surveys


@dataclass(frozen=True, slots=True)
class Planned:
    """What the file holds for the gathering in use, and the date it is in the gathering's own zone.

    `other_zone` says that this machine keeps another time than the gathering. `faulty` are the user's own content
    files that cannot be used.
    """

    gathering: Gathering
    roster: Roster
    pitching: Pitching
    surveys: Surveys
    today: date
    other_zone: bool = False
    faulty: tuple[str, ...] = ()


def findings(planned: Planned) -> Iterator[Finding]:
    """Yield what is to be said of the plan."""
    yield _dates(planned)
    yield from _rehearsed(planned)
    yield from _blocks(planned.gathering)
    for day in planned.gathering.days:
        yield from _day(planned.gathering, day)
    yield _teams(planned.roster)
    if any(block.kind is Kind.PITCHING for block in planned.gathering.blocks):
        yield from _pitches(planned.pitching)
    yield from _surveys(planned)
    yield _projector(planned.gathering)
    if planned.other_zone:
        what = Sentence(N_("This computer's clock is in another time zone than the gathering"))
        zone = planned.gathering.timezone
        yield note(
            "timezone", what, Sentence(N_("samling shows the times of {zone}, whatever the computer's."), zone=zone)
        )
    for name in planned.faulty:
        what = Sentence(N_("Your own file {name} cannot be used"), name=name)
        yield do("content", what, Sentence(N_("See what is wrong in it: check, of programme, room or pitch form.")))


def _dates(planned: Planned) -> Finding:
    gathering = planned.gathering
    what = Sentence(N_("Gathering: “{title}”, {date}"), title=gathering.title, date=gathering.date)
    over = gathering.days[-1].date < planned.today
    todo = Sentence(N_("That day has been: choose the one that comes (samling gathering use), or plan it."))
    return judged("gathering", what, todo, fine=not over)


def _rehearsed(planned: Planned) -> Iterator[Finding]:
    """A day that has begun before its date was rehearsed: its clocks would go on from there."""
    if any(day.is_frozen and day.date > planned.today for day in planned.gathering.days):
        what = Sentence(N_("The day has been started already, for a rehearsal"))
        yield do("rehearsed", what, Sentence(N_("Put it back to before its first start: samling gathering reset")))


def _blocks(gathering: Gathering) -> Iterator[Finding]:
    if agenda.progress(gathering) is Progress.ENDED and gathering.blocks:
        return
    empty = [day for day in gathering.days if not gathering.of_day(day.number)]
    yield judged(
        "blocks",
        Sentence(N_("Plan: {count} blocks"), count=len(gathering.blocks)),
        Sentence(N_("Add blocks to day {number}: samling agenda add"), number=empty[0].number if empty else 1),
        fine=not empty,
    )
    missing = next(gathering.positions(lambda block: block.planned_seconds == 0 and block.fixed_end is None), None)
    if missing is not None:
        title = gathering.block(missing).title
        what = Sentence(N_("Block {position}, “{title}”, has no length"), position=missing, title=title)
        yield do("lengths", what, Sentence(N_("Give it one, or share the time left: samling agenda lay-out")))


def _day(gathering: Gathering, day: Day) -> Iterator[Finding]:
    end = agenda.plan_end(gathering, day)
    if end is None:
        return
    over = -agenda.unplanned(gathering, day)
    if over > timedelta(0):
        what = Sentence(
            N_("Day {number} is planned to end {length} after its promised end"), number=day.number, length=over
        )
        yield do("fits", what, Sentence(N_("Shorten or drop blocks, or change what is promised: samling replan")))
    else:
        yield ok("fits", Sentence(N_("Day {number} ends by its promised end"), number=day.number))


def _teams(roster: Roster) -> Finding:
    count = len(roster.taking_part)
    todo = Sentence(N_("Take the teams in from a spreadsheet: samling team import FILE"))
    return judged("teams", Sentence(N_("Teams: {count}"), count=count), todo, fine=count > 0)


def _pitches(pitching: Pitching) -> Iterator[Finding]:
    judges = sum(1 for judge in pitching.judges if judge.voting)
    todo = Sentence(N_("Add the judges: samling judge add NAME"))
    yield judged("judges", Sentence(N_("Judges: {count}"), count=judges), todo, fine=judges > 0)
    if pitching.forms:
        yield ok("form", Sentence(N_("Scoring form: “{title}”"), title=pitching.forms[-1].form.title))
    else:
        what = Sentence(N_("Scoring form: there is none"))
        yield do("form", what, Sentence(N_("Choose one: samling pitch form list, and samling pitch form use ID")))


def _surveys(planned: Planned) -> Iterator[Finding]:
    for survey in _of_day(planned):
        yield judged(
            "survey",
            Sentence(N_("Survey: “{title}”"), title=survey.title)
            if survey.tried_at
            else Sentence(N_("Survey: the code of “{title}” has not been tried"), title=survey.title),
            Sentence(N_("Scan it with a phone, and tick it off: samling survey check {id}"), id=survey.id),
            fine=survey.tried_at is not None,
        )


def _of_day(planned: Planned) -> list[Survey]:
    """The gathering's own surveys, the one that the projector would show, and the network's of one of its dates."""
    gathering, surveys = planned.gathering, planned.surveys
    dates = {day.date for day in gathering.days}
    shown = surveys.on_show(gathering.id, gathering.display.survey_id)
    own = surveys.of_gathering(gathering.id)
    return [each for each in surveys.surveys if each in own or each is shown or each.date in dates]


def _projector(gathering: Gathering) -> Finding:
    display = gathering.display
    scene = Scene.BLACK if display.black else display.scene
    what = Sentence(N_("Projector: shows “{scene}”"), scene=scene)
    todo = Sentence(N_("Let it follow the agenda again: samling screen show auto"))
    return judged("projector", what, todo, fine=scene not in (Scene.BLACK, Scene.MESSAGE, Scene.LINK))
