"""`samling survey list` and `show`: the surveys of the network, and what is to be said of their links."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.survey.choosing import chosen
from samling.domain.localtime import to_local
from samling.language import _
from samling.wording import clock_time, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.network import GatheringLine
    from samling.domain.survey.values import Survey
    from samling.session import Session


@click.command("list", help=_("List the surveys of the network."), epilog=example("samling survey list --json"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the surveys."""
    with place.session() as session:
        rows = [survey_json(each, session) for each in session.surveys().surveys]
        about = _about(session)
        surveys = session.surveys().surveys
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not surveys:
        click.echo(_("There is no survey yet. Add one: samling survey add --title TITLE --url LINK"))
    for each in surveys:
        tried = "✓" if each.tried_at else "○"
        click.echo(f"{each.id}  {tried} {each.title} · {about.get(each.gathering_id, _('the whole network'))}")
        click.echo(f"     {each.link().text}")


@click.command(help=_("Show a survey, and what is to be said of its link."), epilog=example("samling survey show 2"))
@click.argument("survey_id", metavar="[ID]", type=int, required=False)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def show(place: Place, survey_id: int | None, as_json: bool) -> None:
    """Show a survey."""
    with place.session() as session:
        survey = chosen(session, survey_id)
        found = survey_json(survey, session)
        lines = tuple(survey_lines(survey, session))
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


def survey_lines(survey: Survey, session: Session) -> Iterator[str]:
    """Tell a survey: its link with what is to be said of it, what it is about, and whether its code was tried."""
    from samling.domain.link import findings

    zone = session.network_in_use().timezone
    link = survey.link()
    yield f"{survey.id}  {survey.title}"
    yield f"   {link.text}"
    if survey.is_of_each_team:
        yield f"   {_('Every team has a link of its own.')}"
    for each in findings(link):
        yield f"   {each.sentence(_)}"
    yield f"   {_('About: {what}').format(what=_about(session).get(survey.gathering_id, _('the whole network')))}"
    if survey.date is not None:
        yield f"   {_('When: {date}').format(date=long_date(survey.date))}"
    if survey.question_set:
        yield f"   {_('Questions: {id}').format(id=survey.question_set)}"
    if survey.tried_at is None:
        yield f"   {_('○ The code has not been tried yet: samling survey check')}"
    else:
        day, time = to_local(survey.tried_at, zone).date(), clock_time(survey.tried_at, zone)
        yield f"   {_('✓ The code was tried {date} at {time}.').format(date=long_date(day), time=time)}"


def _about(session: Session) -> dict[int | None, str]:
    """What surveys are about, by the gatherings' ids."""
    return {line.id: _called(line) for line in session.gatherings()}


def _called(line: GatheringLine) -> str:
    return _("gathering {number}: {title}").format(number=line.number, title=line.title)


def survey_json(survey: Survey, session: Session) -> dict[str, Any]:
    """Write a survey as JSON has it."""
    from samling.domain.link import findings

    zone, link = session.network_in_use().timezone, survey.link()
    return {
        "id": survey.id,
        "title": survey.title,
        "url": survey.url,
        "parameters": dict(survey.parameters),
        "link": link.text,
        "encoded": link.payload,
        "bytes": link.size,
        "gathering": survey.gathering_id,
        "date": survey.date.isoformat() if survey.date else None,
        "question_set": survey.question_set or None,
        "tried_at": to_local(survey.tried_at, zone).isoformat() if survey.tried_at else None,
        "findings": [{"weight": each.weight.value, "sentence": each.sentence(_)} for each in findings(link)],
    }
