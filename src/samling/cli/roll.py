"""`samling roll`: who is here. Ticks teams and people off, and tells who is missing and who is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.figures import day_figures
from samling.cli.place import Place, pass_place
from samling.cli.printing import echo_json
from samling.domain import roll_call, roll_finding, roll_words
from samling.domain.errors import N_, Refused
from samling.domain.localtime import iso
from samling.domain.roll_actions import ACTIONS, ROLL_CHAIN
from samling.language import _, language
from samling.wording import clock_time, deed, role_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Gathering
    from samling.domain.roll import Presence, Roll
    from samling.domain.roll_awaited import Awaited
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team
    from samling.session import Session

Json = dict[str, Any]


@click.group(
    invoke_without_command=True,
    help=_(
        "Who is here. Without a command it lists the teams and people, and who must be here for which block.\n\nA "
        "NAME is as much of a name as is needed to know who is meant."
    ),
    epilog=example("samling roll here kari mona"),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
@click.pass_context
def roll(context: click.Context, place: Place, as_json: bool) -> None:
    """Tell who is here, where no command is given."""
    if context.invoked_subcommand is not None:
        return
    with place.session() as session:
        gathering, roster, taken = session.in_use(), session.roster(), session.roll()
        figures = day_figures(session, gathering, place.moment(gathering) or session.now())
    awaited = _awaited(gathering, figures, roster, taken)
    if as_json:
        found = _json(gathering, figures, roster, taken)
        found["awaited"] = [_awaited_json(each, gathering) for each in awaited]
        echo_json(found)
    else:
        _print(gathering, figures, roster, taken, awaited)


def _awaited(gathering: Gathering, figures: Figures, roster: Roster, taken: Roll) -> tuple[Awaited, ...]:
    from samling.content.presence import load_requirements
    from samling.domain.roll_awaited import awaited

    return awaited(load_requirements(), gathering, figures, roster, taken)


# ticking


def _verb(name: str, action: str, whom: Callable[..., roll_call.Ticked], shown: str) -> click.Command:
    """A command that ticks whoever is named; `whom` adds those who go with them."""

    @click.command(name, help=_(ACTIONS[action].help), epilog=example(shown))
    @click.argument("names", nargs=-1, metavar="[NAME]...")
    @click.option("--team", "teams", multiple=True, metavar="NAME", help=_("A whole team; with names: people in it."))
    @click.option("--all", "everybody", is_flag=True, help=_("Every team that takes part."))
    @pass_place
    def command(place: Place, names: tuple[str, ...], teams: tuple[str, ...], everybody: bool) -> None:
        if sum(map(bool, (names or teams, everybody))) != 1:
            raise click.UsageError(_("Say who: a name, --team NAME or --all."))
        with place.session() as session:
            roster = session.roster()
            meant, who = _meant(roster, names, teams, everybody=everybody)
            ticked = whom(roster, session.roll(), teams=meant.teams, people=meant.people)
            if not ticked:
                raise Refused(_NOTHING[action], who=who)
            _do(place, session, action, ticked, who)

    return command


_NOTHING = {
    "arrive": N_("{who}: ticked off already."),
    "leave": N_("{who}: not here, so nobody can leave."),
    "absent": N_("{who}: not ticked off, so there is nothing to take away."),
}


def _meant(
    roster: Roster, names: tuple[str, ...], teams: tuple[str, ...], *, everybody: bool
) -> tuple[roll_call.Ticked, str]:
    """Return the ids of those who are named, and their names for the log."""
    if everybody:
        ids = tuple(team.id for team in roster.taking_part if team.id is not None)
        return roll_call.Ticked(teams=ids), _("all teams")
    named = [roll_finding.the_team(roster, name) for name in teams]
    for team in named:
        _check(team)
    if not names:
        return roll_call.Ticked(teams=_ids(named)), roll_words.names([team.name for team in named])
    if len(named) > 1:
        raise click.UsageError(_("Give one --team with names of people."))
    found = [roll_finding.the_person(roster, name, *named) for name in names]
    for where, _person in found:
        _check(where)
    people = [person for _team, person in found]
    return roll_call.Ticked(people=_ids(people)), roll_words.names([person.name for person in people])


def _check(team: Team | None) -> None:
    """Refuse a team that has withdrawn; who is in none may always be here."""
    if team is not None and team.withdrawn:
        raise Refused(N_("“{team}” has withdrawn. Bring it back with: samling team return"), team=team.name)


def _ids(some: list[Team] | list[Person]) -> tuple[int, ...]:
    return tuple(each.id for each in some if each.id is not None)


def _do(place: Place, session: Session, action: str, ticked: roll_call.Ticked, who: str) -> None:
    gathering = session.in_use()
    done = session.do(action, at=place.moment(gathering), who=who, teams=ticked.teams, people=ticked.people)
    _tell(session, deed(action, done.arguments, gathering.timezone))


def _tell(session: Session, what: str) -> None:
    click.echo(f"{what} · {roll_words.counted(roll_call.counts(session.roster(), session.roll()), _)}")


for _name, _action, _whom, _shown in (
    ("here", "arrive", roll_call.arriving, "samling roll here --team fall"),
    ("left", "leave", roll_call.leaving, "samling roll left kari"),
    ("absent", "absent", roll_call.unticking, "samling roll absent kari"),
):
    roll.add_command(_verb(_name, _action, _whom, _shown))


@roll.command(help=_("Take the last tick back; again and again further back."), epilog=example("samling roll undo"))
@pass_place
def undo(place: Place) -> None:
    """Take the last tick back."""
    with place.session() as session:
        done = session.undo(ROLL_CHAIN)
        _tell(session, deed("undo", {"action": done.action, **done.arguments}, session.in_use().timezone))


@roll.command(help=_("Bring forward the tick that was taken back last."), epilog=example("samling roll redo"))
@pass_place
def redo(place: Place) -> None:
    """Bring the last tick forward that was taken back."""
    with place.session() as session:
        done = session.redo(ROLL_CHAIN)
        _tell(session, deed("redo", {"action": done.action, **done.arguments}, session.in_use().timezone))


# as JSON


def _json(gathering: Gathering, figures: Figures, roster: Roster, taken: Roll) -> Json:
    counted = roll_call.counts(roster, taken)

    def said(found: Presence | None) -> Json:
        return _presence_json(found, gathering, figures)

    def person(each: Person) -> Json:
        named = {"id": each.id, "name": each.name, "roles": each.roles}
        return {**named, **said(roll_call.presence(taken, each))}

    def team(each: Team) -> Json:
        people = [person(one) for one in each.people]
        return {"id": each.id, "name": each.name, **said(roll_call.team_presence(taken, each)), "people": people}

    return {
        "is_taken": taken.is_taken,
        "teams_here": counted.teams,
        "teams_in_all": counted.all_teams,
        "people_here": counted.people,
        "people_in_all": counted.all_people,
        "teams": [team(each) for each in roster.taking_part],
        "others": [person(each) for each in roster.others],
    }


def _presence_json(found: Presence | None, gathering: Gathering, figures: Figures) -> Json:
    late = roll_call.late_by(gathering, figures, found.arrived_at) if found else None
    return {
        "state": "missing" if found is None else "here" if found.is_here else "left",
        "arrived_at": iso(found.arrived_at if found else None, gathering.timezone),
        "left_at": iso(found.left_at if found else None, gathering.timezone),
        "late_seconds": None if late is None else round(late.total_seconds()),
    }


def _awaited_json(each: Awaited, gathering: Gathering) -> Json:
    return {
        "requirement": each.requirement.id,
        "text": each.requirement.text.said(language()),
        "must": each.requirement.must,
        "source": each.requirement.source,
        "position": each.position,
        "starts_at": iso(each.starts_at, gathering.timezone),
        "missing": [
            {
                "team": missing.team.name if missing.team else None,
                "person": missing.person.name if missing.person else None,
            }
            for missing in each.missing
        ],
    }


# for people


def _print(gathering: Gathering, figures: Figures, roster: Roster, taken: Roll, awaited: tuple[Awaited, ...]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    if not roster.teams and not roster.others:
        console.print(Text(_("There are no teams yet. Take them in from a spreadsheet: samling team import FILE")))
        return
    console.print(Text(roll_words.counted(roll_call.counts(roster, taken), _), "bold"))
    if not taken.is_taken:
        console.print(Text(_("No roll call has been taken: everybody is reckoned with.")))
    for team in roster.taking_part:
        console.print(_line(team.name, "", roll_call.team_presence(taken, team), gathering, figures, is_team=True))
        for person in team.people:
            found = roll_call.presence(taken, person)
            console.print(_line(person.name, role_words(person.role), found, gathering, figures))
    if roster.others:
        console.print(Text(_("Beside the teams"), "bold"))
    for person in roster.others:
        found = roll_call.presence(taken, person)
        console.print(_line(person.name, role_words(person.role), found, gathering, figures))
    for each in awaited:
        when = clock_time(each.starts_at, gathering.timezone)
        title = gathering.block(each.position).title
        console.print(Text(f"! {when} {title}: {each.requirement.text.said(language())}", "bold"))
        console.print(Text(f"  {', '.join(roll_words.missing(each.missing, _))}"))


def _line(
    name: str, role: str, found: Presence | None, gathering: Gathering, figures: Figures, *, is_team: bool = False
) -> Text:
    from rich.text import Text

    sign, words = roll_words.sign(found), roll_words.came(found, gathering, figures, _)
    line = Text(f"{sign} {name}" if is_team else f"    {sign} {name}", "bold" if is_team else "")
    for each in filter(None, (role, words)):
        line.append(f" · {each}", "not bold")
    return line
