"""How proposals are told, in whole sentences: what each does, why, and what cannot be reached.

Figures are those of the agenda: clock times and lengths to the nearest minute. `translate` turns a marked text into
the language of the window or command.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.localtime import clock, clock_near
from samling.domain.replan.proposals import Kind
from samling.domain.replan.steps import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samling.domain.gathering import Gathering
    from samling.domain.replan.proposals import Change, Outlook, Proposal

    Translate = Callable[[str], str]

_MANY = 4
"""From so many blocks on they are counted instead of named: a sentence is read at a glance."""

_DAYS_FROM_HOURS = 48

_ONE = {
    Kind.SHORTEN: N_("take {count} min from {title} ({before} to {after})"),
    Kind.DROP: N_("drop {title} ({before} min, may be left out)"),
    Kind.LENGTHEN: N_("give {count} min to {title} ({before} to {after})"),
    Kind.RESTORE: N_("bring back {title} ({after} min)"),
}
_EACH = {
    Kind.SHORTEN: N_("shorten {blocks} blocks by {least} min each"),
    Kind.DROP: N_("drop {blocks} blocks that may be left out ({least} min each)"),
    Kind.LENGTHEN: N_("give {least} min to each of {blocks} blocks"),
    Kind.RESTORE: N_("bring back {blocks} blocks of {least} min"),
}
_UNEQUAL = {
    Kind.SHORTEN: N_("shorten {blocks} blocks by {least} to {most} min"),
    Kind.DROP: N_("drop {blocks} blocks that may be left out ({least} to {most} min)"),
    Kind.LENGTHEN: N_("give {least} to {most} min to each of {blocks} blocks"),
    Kind.RESTORE: N_("bring back {blocks} blocks of {least} to {most} min"),
}
_EACH_BREAK = N_("shorten {blocks} breaks by {least} min each")
_UNEQUAL_BREAKS = N_("shorten {blocks} breaks by {least} to {most} min")
_HALVE = N_("halve {title} ({before} to {after} min)")
_BACK = N_("give {count} min back to {title} ({before} to {after})")

_WHY = {
    Way.FLEXIBLE: N_("Flexible blocks give time first."),
    Way.LEAVE_OUT: N_("The plan says that this may be left out."),
    Way.BREAKS: N_("A shorter break, and the rest stays as it is."),
    Way.EVERYTHING: N_("Everything that is left gives a little, in proportion, and nothing goes below its shortest."),
    Way.COMBINED: N_("No single step is enough, so they are taken together."),
    Way.GIVE_BACK: N_("There is time to give back what was taken."),
    Way.LENGTHEN: N_("Flexible blocks take up the time to spare."),
    Way.BRING_BACK: N_("There is time for what was dropped."),
}
_WHY_HALVE = N_("The plan says that this may be done in half the time.")
_ORDER = (Kind.RESTORE, Kind.DROP, Kind.SHORTEN, Kind.LENGTHEN)


def title(gathering: Gathering, proposal: Proposal, translate: Translate) -> str:
    """Return what a proposal does and when the day is done: "Take 8 min from team time (45 to 37): done 13:00"."""
    time = _done(gathering, proposal)
    if proposal.way is Way.LEAVE:
        return translate(N_("Leave it: done {time}")).format(time=time)
    said = ", ".join(_clauses(gathering, proposal, translate))
    return translate(N_("{changes}: done {time}")).format(changes=said[:1].upper() + said[1:], time=time)


def _done(gathering: Gathering, proposal: Proposal) -> str:
    """When the day is done; a dash for one that has nothing in it."""
    if proposal.expected_end is None or proposal.slack is None:
        return "–"
    return clock_near(proposal.expected_end, proposal.expected_end + proposal.slack, gathering.timezone)


def _clauses(gathering: Gathering, proposal: Proposal, translate: Translate) -> Iterator[str]:
    for kind in _ORDER:
        changes = [change for change in proposal.changes if change.kind is kind]
        if len(changes) >= _MANY:
            yield _counted(proposal.way, kind, changes, translate)
            continue
        for change in changes:
            yield translate(_template(proposal.way, change)).format(
                title=gathering.block(change.position).title,
                count=_minutes(change.seconds),
                before=_minutes(change.before or 0),
                after=_minutes(change.after or 0),
            )


def _template(way: Way, change: Change) -> str:
    if way is Way.LEAVE_OUT and change.kind is Kind.SHORTEN:
        return _HALVE
    return _BACK if way is Way.GIVE_BACK else _ONE[change.kind]


def _counted(way: Way, kind: Kind, changes: Sequence[Change], translate: Translate) -> str:
    many = [_minutes(change.seconds) for change in changes]
    if way is Way.BREAKS:
        template = _EACH_BREAK if min(many) == max(many) else _UNEQUAL_BREAKS
    else:
        template = _EACH[kind] if min(many) == max(many) else _UNEQUAL[kind]
    return translate(template).format(blocks=len(changes), least=min(many), most=max(many))


def why(gathering: Gathering, outlook: Outlook, proposal: Proposal, translate: Translate) -> str:
    """Return the reason for a proposal in a sentence; where the promise cannot be met, that and by how much."""
    if proposal.way is Way.LEAVE:
        return _how_it_ends(outlook, gathering.timezone, translate)
    drops = any(change.kind is Kind.DROP for change in proposal.changes)
    halves = proposal.way is Way.LEAVE_OUT and not drops
    return shortfall(gathering, outlook, translate) or translate(_WHY_HALVE if halves else _WHY[proposal.way])


def shortfall(gathering: Gathering, outlook: Outlook, translate: Translate) -> str:
    """Return what no proposal can make good, with numbers; nothing where the promise can be met."""
    if not outlook.shortfall:
        return ""
    nearest = outlook.promised_end + outlook.shortfall
    template = (
        N_("At least {length} over, even with everything taken: protected blocks alone need until {time}")
        if outlook.protected_end >= nearest
        else N_("At least {length} over, even with everything taken: at its shortest the day is done {time}")
    )
    length = _length(max(1, _minutes(outlook.shortfall.total_seconds())), translate)
    return translate(template).format(length=length, time=clock_near(nearest, outlook.promised_end, gathering.timezone))


def _how_it_ends(outlook: Outlook, timezone: str, translate: Translate) -> str:
    slack = outlook.slack or timedelta(0)
    count = _minutes(abs(slack).total_seconds())
    length = _length(count, translate)
    if not count:
        template = N_("As promised, {time}.")
    else:
        early, late = N_("{length} before the promised {time}."), N_("{length} after the promised {time}.")
        template = early if slack > timedelta(0) else late
    return translate(template).format(length=length, time=clock(outlook.promised_end, timezone))


def _length(minutes: int, translate: Translate) -> str:
    hours, rest = divmod(minutes, 60)
    if hours < 2:
        return translate(N_("{count} min")).format(count=minutes)
    if hours >= _DAYS_FROM_HOURS:  # a day that was never held
        return translate(N_("{days} days")).format(days=round(hours / 24))
    return translate(N_("{hours} h {count} min")).format(hours=hours, count=rest)


def _minutes(seconds: float) -> int:
    return int(seconds + 30) // 60
