"""What a back-up would bring and take, in words and as JSON."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import click

from samling.cli.printing import echo_json
from samling.domain.errors import SamlingError
from samling.domain.holdings import Holdings
from samling.domain.line import alphabetical, printable
from samling.domain.localtime import DEFAULT_ZONE, to_local
from samling.language import _, ngettext
from samling.store import backups, restoring
from samling.wording import long_date, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.cli.place import Place
    from samling.session import Session
    from samling.store.backups import Backup
    from samling.store.database import Database

_NAMED = 5
"""So many gatherings or teams are named; of more, the first ones and how many more there are."""


def echo_difference(session: Session, source: Database) -> bool:
    """Tell what restoring would lose and bring, each over a line of its own; return whether it is nothing at all."""
    present, other = session.holdings(), restoring.holdings(source)
    lost, comes = present.without(other), other.without(present)
    if not lost.is_empty:
        click.echo(_("− This would be lost:"))
        _echo(lost)
    if not comes.is_empty:
        click.echo(_("+ This would come:"))
        _echo(comes)
    return lost.is_empty and comes.is_empty


def _echo(held: Holdings) -> None:
    for line in told(held):
        click.echo(f"    {printable(line)}")


def told(held: Holdings) -> Iterator[str]:
    """Yield what is held, in words, what a facilitator asks for first at the top."""
    if held.networks:
        yield _("Networks: {names}").format(names=_names(sorted(held.networks, key=alphabetical)))
    if held.gatherings:
        titles = [f"{title} ({long_date(day)})" for day, title in sorted(held.gatherings)]
        yield _("Gatherings: {names}").format(names=_names(titles))
    if held.span:
        yield _logged(held, *held.span)
    if held.teams:
        yield _("Teams: {names}").format(names=_names(sorted(held.teams, key=alphabetical)))
    for found, form in (
        (held.people, _("People: {count}")),
        (held.sheets, _("Sheets of judges, submitted: {count}")),
        (held.scores, _("Scores: {count}")),
        (held.answers, _("Answers to surveys: {count}")),
    ):
        if found:
            yield form.format(count=len(found))


def _names(names: list[str]) -> str:
    more = len(names) - _NAMED
    listed = ", ".join(names[:_NAMED])
    return _("{names} and {count} more").format(names=listed, count=more) if more > 0 else listed


def _logged(held: Holdings, first: datetime, last: datetime) -> str:
    count = len(held.log)
    number = ngettext("{count} thing that was done", "{count} things that were done", count).format(count=count)
    (begin, opening), (end, close) = (_day_and_time(each) for each in (first, last))
    if begin != end:
        return f"{number}: {begin} {opening} – {end} {close}"
    return f"{number}: {begin} {opening}" + ("" if opening == close else f"–{close}")


def _day_and_time(moment: datetime) -> tuple[str, str]:
    local = to_local(moment, DEFAULT_ZONE)
    return long_date(local.date()), f"{local:%H:%M}"


def echo_list(place: Place, *, as_json: bool) -> None:
    """List the back-ups with what differs in each, newest first."""
    present = _present(place)
    listed = [(each, _looked_at(each, present)) for each in backups.found(place.path)]
    if as_json:
        echo_json([{"file": str(each.path), "made": each.made.isoformat(), **_json(found)} for each, found in listed])
        return
    if not listed:
        click.echo(_("There is no back-up yet in {folder}").format(folder=backups.folder(place.path)))
        return
    click.echo(_("Back-ups in {folder}:").format(folder=backups.folder(place.path)))
    for each, found in listed:
        click.echo(f"  {each.path.name}  {_in_a_line(found)}")
    click.echo(_("Look at one, and restore it: samling restore NAME"))


Found = tuple[Holdings, Holdings] | str
"""What would be lost and what would come; or why it cannot be told."""


def _present(place: Place) -> Holdings | None:
    """What the file holds now; None where that cannot be read, which is when back-ups are looked for."""
    try:
        with place.session() as session:
            return session.holdings()
    except SamlingError:
        return None


def _looked_at(backup: Backup, present: Holdings | None) -> Found:
    try:
        with restoring.opened(backup.path) as source:
            held = restoring.holdings(source)
    except SamlingError as fault:
        return say(fault)
    now = present or Holdings()
    return now.without(held), held.without(now)


def _in_a_line(found: Found) -> str:
    if isinstance(found, str):
        return f"! {found}"
    lost, comes = found
    if lost.is_empty and comes.is_empty:
        return _("the same as now")
    signs = (("−", lost), ("+", comes))
    return printable(" · ".join(f"{sign} {next(told(held))}" for sign, held in signs if not held.is_empty))


def echo_json_of(place: Place, source: Database) -> None:
    """Print what restoring would lose and bring, as JSON."""
    present, other = _present(place) or Holdings(), restoring.holdings(source)
    echo_json(_json((present.without(other), other.without(present))))


def _json(found: Found) -> dict[str, Any]:
    if isinstance(found, str):
        return {"fault": found}
    lost, comes = found
    return {"same": lost.is_empty and comes.is_empty, "lost": _counts(lost), "comes": _counts(comes)}


def _counts(held: Holdings) -> dict[str, int]:
    return {each.name: len(getattr(held, each.name)) for each in fields(held)}
