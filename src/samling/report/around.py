"""What the report tells beside the agenda: the notes of the day, and when the network meets again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import day_report
from samling.domain.localtime import to_local
from samling.language import _
from samling.report.section import Section
from samling.wording import clock_time, long_date

if TYPE_CHECKING:
    from samling.domain.gathering import Note
    from samling.report.section import Matter


def notes(matter: Matter) -> Section | None:
    """The notes to the day's blocks, and those to the gathering as a whole."""
    titles = {block.id: block.title for block in matter.gathering.of_day(matter.number)}
    found = [note for note in matter.gathering.notes if note.block_id in titles or _is_of_the_whole(note, matter)]
    if not found:
        return None
    data = [
        {
            "written_at": to_local(note.written_at, matter.zone).isoformat(),
            "block": titles.get(note.block_id) if note.block_id else None,
            "text": note.text,
        }
        for note in found
    ]
    lines = tuple(_line(note, titles.get(note.block_id) if note.block_id else None, matter.zone) for note in found)
    return Section("notes", _("Notes"), data, lines)


def _is_of_the_whole(note: Note, matter: Matter) -> bool:
    """Whether a note that belongs to no block was written on the day, or before it where it is the first."""
    if note.block_id is not None:
        return False
    before = day_report.ended(matter.gathering, matter.number - 1) if matter.number > 1 else None
    is_last = matter.number == len(matter.gathering.days)
    ended = None if is_last else day_report.ended(matter.gathering, matter.number)
    return (before is None or note.written_at >= before) and (ended is None or note.written_at < ended)


def _line(note: Note, title: str | None, zone: str) -> str:
    parts = {"time": clock_time(note.written_at, zone), "title": title, "text": note.text}
    words = _("{time} {title}: {text}") if title else _("{time} {text}")
    return words.format(**parts)


def next_meeting(matter: Matter) -> Section | None:
    """When the network meets again: the gathering's next day, or the next gathering."""
    coming = [(day.date, matter.gathering.title) for day in matter.gathering.days if day.number > matter.number]
    coming += [
        (line.date, line.title)
        for line in matter.session.gatherings(matter.network.id)
        if line.id != matter.gathering.id and line.date > matter.day.date
    ]
    if not coming:
        return None
    date, title = min(coming)
    words = _("{date}: {title}").format(date=long_date(date), title=title)
    return Section("next", _("We meet again"), {"date": date.isoformat(), "title": title}, (words,))
