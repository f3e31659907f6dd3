"""The forms for a team, a person and what is advised."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from samling.domain import roles
from samling.domain.line import clean_line
from samling.domain.roster import Limits, PersonChange, TeamChange
from samling.domain.roster_reading.names import the_role
from samling.domain.team import Person, Team
from samling.language import _
from samling.tui.control.dialogs.form import Field, Form, whole_number
from samling.wording import role_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def new_team_form(send: Callable[[Team], object]) -> Form:
    """Return a form for a new team."""
    return Form(_("Add a team"), _team_fields(Team("")), lambda values: send(Team(**values)), verb=_("Add"))


def edit_team_form(team: Team, send: Callable[[TeamChange], object]) -> Form:
    """Return a form with what is known of a team; an empty field clears it."""
    title = _("Edit “{title}”").format(title=team.name)
    return Form(title, _team_fields(team), lambda values: send(TeamChange(**values)))


def _team_fields(team: Team) -> list[Field]:
    return [
        Field("name", _("Name"), team.name, read=clean_line),
        Field("organisation", _("Organisation"), team.organisation, _("trust or municipality")),
        Field("unit", _("Unit"), team.unit, _("ward or service")),
        Field("place", _("Place"), team.place),
        Field("theme", _("Theme"), team.theme),
        Field("problem", _("Problem"), team.problem),
        Field("aim", _("Aim"), team.aim),
        Field("coach", _("Coach"), team.coach, _("several with ; between")),
        Field("step", _("Step"), team.step, _("of the self-assessment, 1 to 5")),
    ]


def new_person_form(where: str, role: str, send: Callable[[Person], object]) -> Form:
    """Return a form for somebody new; `where` says where they go, `role` what they are when nothing else is said."""
    fresh = _person_fields(Person("", role))
    return Form(_("Add a person"), fresh, lambda values: send(Person(**values)), text=where, verb=_("Add"))


def edit_person_form(person: Person, send: Callable[[PersonChange], object]) -> Form:
    """Return a form with what is known of somebody."""
    title = _("Edit “{title}”").format(title=person.name)
    return Form(title, _person_fields(person), lambda values: send(PersonChange(**values)))


def _person_fields(person: Person) -> list[Field]:
    default = roles.MEMBER if roles.is_in_team(person.role) else roles.GUEST
    example = role_words(roles.LEADER if default == roles.MEMBER else roles.COACH)
    return [
        Field("name", _("Name"), person.name, read=clean_line),
        Field(
            "role",
            _("Role"),
            role_words(person.role),
            _("{role}; commas between").format(role=example),
            lambda typed: the_role(typed) if typed.strip() else default,
        ),
        Field("profession", _("Profession"), person.profession),
    ]


def limits_form(limits: Limits, send: Callable[[Limits], object]) -> Form:
    """Return a form with what is advised of teams."""
    labels = {
        "team_min": _("People at least"),
        "team_max": _("People at most"),
        "teams_max": _("Teams at most"),
    }
    shown = [
        Field(each.name, labels[each.name], str(getattr(limits, each.name)), read=whole_number)
        for each in fields(Limits)
    ]

    def sent(values: Mapping[str, Any]) -> object:
        return send(Limits(**values))

    text = _("What is outside is pointed out, and never refused.")
    return Form(_("What is advised"), shown, sent, text=text)
