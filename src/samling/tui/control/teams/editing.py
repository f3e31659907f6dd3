"""What the keys on teams and people do: add, change, move, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import roles
from samling.domain.roll_finding import in_order
from samling.domain.seating.values import Member
from samling.language import _, ngettext

if TYPE_CHECKING:
    from samling.domain.roster import Limits, PersonChange, TeamChange
    from samling.domain.team import Person, Team
    from samling.tui.control.teams.desk import TeamsDesk


async def add_team(desk: TeamsDesk) -> None:
    """Add a team, and put the cursor on it."""
    from samling.tui.control.teams.forms import new_team_form

    def send(team: Team) -> None:
        after = desk.must("team-add", team=team).after
        desk.cursor = Member("team", after.teams[-1].id)

    await desk.ask(new_team_form(send))


async def add_person(desk: TeamsDesk) -> None:
    """Add somebody to the marked team, or beside the teams where a person beside them is marked, or nobody."""
    from samling.tui.control.teams.forms import new_person_form

    team = desk.team
    where = _("In the team “{team}”.").format(team=team.name) if team else _("Beside the teams.")

    def send(person: Person) -> None:
        before = {each.id for _team, each in desk.roster.everybody()}
        after = desk.must("person-add", person=person, team_id=team.id if team else None).after
        desk.cursor = next(Member("person", each.id) for _team, each in after.everybody() if each.id not in before)

    await desk.ask(new_person_form(where, roles.MEMBER if team else roles.GUEST, send))


async def edit(desk: TeamsDesk) -> None:
    """Change the marked person or team."""
    from samling.tui.control.teams.forms import edit_person_form, edit_team_form

    person, team = desk.person, desk.team
    if person is not None:

        def send_person(change: PersonChange) -> None:
            desk.must("person-edit", person_id=person.id, change=change)

        await desk.ask(edit_person_form(person, send_person))
    elif team is not None:

        def send_team(change: TeamChange) -> None:
            desk.must("team-edit", team_id=team.id, change=change)

        await desk.ask(edit_team_form(team, send_team))


async def move(desk: TeamsDesk) -> None:
    """Move the marked person to another team, or beside the teams."""
    from samling.tui.control.dialogs.chooser import Chooser

    person, at = desk.person, desk.team
    if person is None:
        desk.say(_("Mark the person who is to be moved."))
        return
    others = sorted((team for team in desk.roster.taking_part if team is not at), key=lambda team: in_order(team.name))
    options = [(str(team.id), team.name, team.unit or team.organisation) for team in others]
    if at is not None:
        options.append((_BESIDE, _("Beside the teams"), _("as a guest, or what their role says")))
    answer = await desk.ask(Chooser(_("Where does {person} go?").format(person=person.name), options))
    if answer is not None:
        desk.do("person-move", person_id=person.id, team_id=None if answer == _BESIDE else int(answer))


_BESIDE = "beside"


async def remove(desk: TeamsDesk) -> None:
    """Take the marked person or team out, when that is confirmed."""
    person, team = desk.person, desk.team
    if person is not None:
        text = _("They are taken off the list. u brings them back.")
        if await desk.confirmed(_("Remove {person}?").format(person=person.name), text, yes=_("Remove"), no=_("Keep")):
            desk.do("person-remove", person_id=person.id)
    elif team is not None:
        count = len(team.people)
        text = ngettext(
            "It goes with the {count} person in it, as if it had never been there. u brings it back.",
            "It goes with the {count} people in it, as if it had never been there. u brings it back.",
            count,
        ).format(count=count)
        title = _("Remove the team “{team}”?").format(team=team.name)
        if await desk.confirmed(title, text, yes=_("Remove"), no=_("Keep")):
            desk.do("team-remove", team_id=team.id)


def withdraw(desk: TeamsDesk) -> None:
    """Let the marked team take part no more, or again."""
    team = desk.team
    if team is not None:
        desk.do("team-bring-back" if team.withdrawn else "team-withdraw", team_id=team.id)


async def set_limits(desk: TeamsDesk) -> None:
    """Set what is advised of teams."""
    from samling.tui.control.teams.forms import limits_form

    def send(limits: Limits) -> None:
        desk.must("team-limits", limits=limits)

    await desk.ask(limits_form(desk.roster.limits, send))
