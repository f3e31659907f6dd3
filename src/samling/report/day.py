"""The report of a day: its head, and the sections it is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from samling.domain import day_report
from samling.domain.errors import N_, Refused
from samling.domain.localtime import iso
from samling.language import _
from samling.report import pitches
from samling.report.agenda import blocks, changes, followed
from samling.report.around import next_meeting, notes
from samling.report.evaluation import expectations, survey
from samling.report.room import attendance, groups, rounds
from samling.report.section import Matter, Report, Section
from samling.wording import about, clock_time, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.gathering import Gathering
    from samling.session import Session

SECTIONS: tuple[Callable[[Matter], Section | None], ...] = (
    blocks,
    changes,
    followed,
    attendance,
    groups,
    rounds,
    pitches.of_the_day,
    notes,
    expectations,
    survey,
    next_meeting,
)
"""The sections, in the order of the report."""


def report(session: Session, gathering: Gathering, number: int) -> Report:
    """Return the report of day `number`; raise `Refused` when there is no such day, or it has not been started."""
    day = gathering.day(number)
    if day_report.started(gathering, number) is None:
        raise Refused(N_("The day has not started: there is nothing to report yet."))
    matter = Matter(session, session.network_in_use(), gathering, number)
    title = _("Day report: {network}, gathering {number}: {title}")
    return Report(
        title=title.format(network=matter.network.name, number=gathering.number, title=gathering.title),
        lead=(long_date(day.date), *_times(matter)),
        sections=tuple(section for make in SECTIONS if (section := make(matter)) is not None),
        data=_head(matter),
    )


def _times(matter: Matter) -> Iterator[str]:
    """When the day began and ended, against what was told and promised."""
    gathering, zone, day = matter.gathering, matter.zone, matter.day
    began, ended = day_report.started(gathering, matter.number), day_report.ended(gathering, matter.number)
    if began:
        words = _("Started {time}, planned {planned}.")
        yield words.format(time=clock_time(began, zone), planned=clock_time(day.planned_start, zone))
    if ended is None:
        yield _("The day is not over yet.")
        return
    late = ended - day.promised_end
    promised = clock_time(day.promised_end, zone)
    if abs(late).total_seconds() < 30:
        yield _("Done {time}, as promised.").format(time=clock_time(ended, zone))
    else:
        words = (
            _("Done {time}, {length} after the promised {promised}.")
            if late.total_seconds() > 0
            else _("Done {time}, {length} before the promised {promised}.")
        )
        yield words.format(time=clock_time(ended, zone), length=about(late), promised=promised)


def _head(matter: Matter) -> dict[str, object]:
    gathering, day, zone = matter.gathering, matter.day, matter.zone
    return {
        "network": {"id": matter.network.id, "name": matter.network.name},
        "gathering": {"id": gathering.id, "number": gathering.number, "title": gathering.title},
        "day": matter.number,
        "date": day.date.isoformat(),
        "planned_start": iso(day.planned_start, zone),
        "started_at": iso(day_report.started(gathering, matter.number), zone),
        "promised_end": iso(day.promised_end, zone),
        "ended_at": iso(day_report.ended(gathering, matter.number), zone),
    }
