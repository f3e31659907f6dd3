"""What a rehearsal is summed up in when it is over: short, and honest."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain import storyline
from samling.domain.agenda import Progress, progress
from samling.domain.localtime import clock_near
from samling.domain.rehearsal.afterwards import days_held, overruns
from samling.domain.replan import sentences
from samling.language import _, ngettext
from samling.log_wording import told
from samling.session.players import REHEARSAL
from samling.wording import about, behind_words, clock_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from samling.domain.agenda import DayFigures
    from samling.domain.gathering import Gathering
    from samling.domain.rehearsal.afterwards import Chance, Chances
    from samling.session import Session
    from samling.store.log import LogEntry

_MOST = 5
_LATE = timedelta(minutes=-1)


def story(session: Session, said: Iterable[tuple[datetime, str]]) -> Iterator[str]:
    """Tell what happened from the beginning of the rehearsal on, and what was said, a line for each thing."""
    zone = session.in_use().timezone
    done = ((line.last.happened_at, told(line, zone)) for line in storyline.lines(_since_begun(session)))
    spoken = ((at, f"◇ {words}") for at, words in said)
    for at, words in sorted((*spoken, *done), key=lambda each: each[0]):
        yield f"{clock_time(at, zone)}  {words}"


def _since_begun(session: Session) -> list[LogEntry]:
    entries = session.log(session.in_use().id)
    begun = max((each.id or 0 for each in entries if each.action == "rehearse"), default=0)
    return [each for each in entries if (each.id or 0) >= begun]


def summary(session: Session, chances: Chances) -> Iterator[str]:
    """Tell how the day ended against the plan and the promise, what ran over, and what could have been done."""
    gathering, begun = session.in_use(), session.rehearsal()
    assert begun is not None, "a rehearsal was begun"
    yield _("Rehearsal of “{title}”").format(title=gathering.title)
    yield from _ends(session, gathering)
    yield from _overruns(gathering)
    yield from _could_have(session, gathering, chances)
    yield from _undone(session)
    yield _("The same troubles once more: --seed {seed}").format(seed=begun.seed)


def _ends(session: Session, gathering: Gathering) -> Iterator[str]:
    now, zone = session.now(), gathering.timezone
    days = days_held(gathering, now)
    if not days:
        yield _("The day was not started.")
    is_over = progress(gathering) is Progress.ENDED
    if days and not is_over:
        yield _("Closed at {time}. As it stood then:").format(time=clock_time(now, zone))
    for day in days:
        yield _day(gathering, day, is_over=is_over)


def _day(gathering: Gathering, day: DayFigures, *, is_over: bool) -> str:
    promised, zone = gathering.day(day.number).promised_end, gathering.timezone
    if day.planned_end is None or day.expected_end is None or day.behind is None:
        return _("Promised end {promised}.").format(promised=clock_time(promised, zone))
    words = (
        _("Planned end {planned}, promised {promised}, actual {actual}: {behind}.")
        if is_over
        else _("Planned end {planned}, promised {promised}, expected {actual}: {behind}.")
    )
    return words.format(
        planned=clock_near(day.planned_end, promised, zone),
        promised=clock_time(promised, zone),
        actual=clock_near(day.expected_end, promised, zone),
        behind=behind_words(day.behind),
    )


def _overruns(gathering: Gathering) -> Iterator[str]:
    found = overruns(gathering)
    if not found:
        yield _("No block ran over its time.")
        return
    yield ngettext("{count} block ran over its time:", "{count} blocks ran over their time:", len(found)).format(
        count=len(found)
    )
    for each in found[:_MOST]:
        ended = clock_time(each.ended_at, gathering.timezone)
        yield _("  {time}  {length} over in “{title}”").format(time=ended, length=about(each.by), title=each.title)


def _could_have(session: Session, gathering: Gathering, chances: Chances) -> Iterator[str]:
    """The proposals that were not followed, one a block; nothing where the day kept its promise all the same."""
    if not any(day.slack is not None and day.slack < _LATE for day in days_held(gathering, session.now())):
        return
    followed = {str(each.arguments.get("proposal")) for each in _since_begun(session) if each.action == "replan"}
    missed = [each for each in chances.found if each.proposal.id not in followed]
    if not missed:
        return
    yield _("What could have been done about it, with the key v:")
    for each in missed[:_MOST]:
        yield f"  {clock_time(each.at, gathering.timezone)}  {_proposed(each)}"


def _proposed(chance: Chance) -> str:
    return sentences.title(chance.before, chance.proposal, _)


def _undone(session: Session) -> Iterator[str]:
    count = sum(each.action == "undo" and each.who != REHEARSAL for each in _since_begun(session))
    if count:
        yield ngettext("You undid once.", "You undid {count} times.", count).format(count=count)
