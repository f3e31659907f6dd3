"""`samling survey add`, `edit`, `remove`, `forget`, `undo` and `redo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.survey.choosing import chosen
from samling.cli.team.changing import tell
from samling.domain import link
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.localtime import parse_date
from samling.domain.survey.actions import SURVEYS_CHAIN
from samling.domain.survey.answer_actions import ANSWERS_CHAIN
from samling.domain.survey.values import Survey, SurveyChange
from samling.language import _

if TYPE_CHECKING:
    from samling.session import Session

_PARAMETERS = click.option(
    "--param", "parameters", metavar="NAME=VALUE", multiple=True,
    help=_("Put this at the end of the link; the value {team} is each team's name."),
)  # fmt: skip
_QUESTIONS = click.option("--questions", metavar="ID", help=_("The questions it asks: see `survey questions list`."))
_WHEN = click.option("--when", metavar="YYYY-MM-DD", help=_("The day on which it is answered."))


@click.command(
    help=_(
        "Add a survey by its link: Questback, Microsoft Forms, Nettskjema or anything else. It is about the "
        "gathering in use, another one, or the whole network. Nothing is fetched."
    ),
    epilog=example("samling survey add --title Evaluering --url https://nettskjema.no/a/123 --param samling=2"),
)
@click.option("--title", required=True, metavar="TEXT", help=_("What stands over the code."))
@click.option("--url", required=True, metavar="LINK", help=_("Where it is answered."))
@click.option("--gathering", type=int, metavar="ID", help=_("The gathering it is about, if not the one in use."))
@click.option("--network", "of_network", is_flag=True, help=_("It is about the whole network."))
@_WHEN
@_PARAMETERS
@_QUESTIONS
@pass_place
def add(
    place: Place, *, title: str, url: str, gathering: int | None, of_network: bool, when: str | None,
    parameters: tuple[str, ...], questions: str | None,
) -> None:  # fmt: skip
    """Add a survey."""
    if of_network and gathering is not None:
        raise WrongUsage(N_("Give --gathering or --network: one of the two."))
    with place.session() as session:
        survey = Survey(
            title=title,
            url=url,
            gathering_id=None if of_network else _gathering_id(session, gathering),
            date=parse_date(when) if when else None,
            parameters=tuple(map(link.parameter, parameters)),
            question_set=_question_set(questions) or "",
        )
        done = session.do("survey-add", survey=survey)
        tell(done, session)
        _say_findings(done.after.surveys[-1])


def _gathering_id(session: Session, gathering_id: int | None) -> int | None:
    """The id of a gathering of the network in use: the one that is named, else the one in use, if there is one."""
    if gathering_id is None:
        in_use = session.snapshot().gathering
        return in_use.id if in_use else None
    found = session.gathering(gathering_id)
    if found.network_id != session.network_in_use().id:
        raise Refused(N_("Gathering {id} belongs to another network."), id=gathering_id)
    return found.id


def _question_set(question_set: str | None) -> str | None:
    """The id of a question set, which must be there."""
    if not question_set:
        return question_set
    from samling.content.surveys import find_questions

    return find_questions(question_set).id


def _say_findings(survey: Survey) -> None:
    for each in link.findings(survey.link()):
        click.echo(each.sentence(_))


@click.command(
    help=_("Change a survey. With another link its code is to be tried again."),
    epilog=example("samling survey edit 2 --title Evaluering"),
)
@click.argument("survey_id", metavar="ID", type=int)
@click.option("--title", metavar="TEXT", help=_("What stands over the code."))
@click.option("--url", metavar="LINK", help=_("Where it is answered."))
@click.option("--when", metavar="YYYY-MM-DD", help=_("The day on which it is answered; empty for no day."))
@_PARAMETERS
@click.option("--no-param", is_flag=True, help=_("Take all of these away."))
@_QUESTIONS
@pass_place
def edit(
    place: Place, *, survey_id: int, title: str | None, url: str | None, when: str | None,
    parameters: tuple[str, ...], no_param: bool, questions: str | None,
) -> None:  # fmt: skip
    """Change a survey."""
    change = SurveyChange(
        title=title,
        url=url,
        parameters=tuple(map(link.parameter, parameters)) if parameters or no_param else None,
        question_set=_question_set(questions),
        date=parse_date(when) if when else None,
        anytime=when == "",
    )
    if change == SurveyChange():
        raise click.UsageError(_("Say what to change: --title, --url or another option."))
    with place.session() as session:
        done = session.do("survey-edit", survey_id=survey_id, change=change)
        tell(done, session)
        if url is not None or change.parameters is not None:
            _say_findings(done.after.survey(survey_id))


@click.command(help=_("Take a survey out."), epilog=example("samling survey remove 2"))
@click.argument("survey_id", metavar="ID", type=int)
@pass_place
def remove(place: Place, survey_id: int) -> None:
    """Take a survey out."""
    with place.session() as session:
        if count := len(session.answers().of(session.surveys().survey(survey_id).id or 0)):
            raise Refused(
                N_("The survey has answers, {count} of them. First take these out: samling survey forget {id}"),
                count=count, id=survey_id,
            )  # fmt: skip
        tell(session.do("survey-remove", survey_id=survey_id), session)


@click.command(help=_("Take all answers to a survey out."), epilog=example("samling survey forget 2"))
@click.argument("survey_id", metavar="ID", type=int)
@pass_place
def forget(place: Place, survey_id: int) -> None:
    """Take all answers to a survey out."""
    with place.session() as session:
        survey = chosen(session, survey_id)
        if not session.answers().of(survey_id):
            raise Refused(N_("“{title}” has no answers."), title=survey.title)
        tell(session.do("answers-forget", survey_id=survey_id, title=survey.title), session)


def _turn(name: str, told: str, shown: str) -> click.Command:
    """`undo` or `redo`, of surveys or of answers."""

    @click.command(name, help=told, epilog=example(shown))
    @click.option("--answers", is_flag=True, help=_("Of answers: taken in, typed in or taken out."))
    @pass_place
    def command(place: Place, answers: bool) -> None:
        with place.session() as session:
            turn: Any = session.undo if name == "undo" else session.redo
            tell(turn(ANSWERS_CHAIN if answers else SURVEYS_CHAIN), session, name)

    return command


undo = _turn(
    "undo",
    _("Take the last change of surveys back, or of answers; again and again."),
    "samling survey undo --answers",
)
redo = _turn("redo", _("Bring forward what was undone last."), "samling survey redo")
