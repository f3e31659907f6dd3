"""The roles that people have at a gathering, and the words that people write for them.

The roles and most of their Norwegian names are those of the field's own role descriptions.
"""

from __future__ import annotations

from dataclasses import dataclass

from samling.domain.errors import N_, Term, Terms


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its `id`, its name (English, marked for translation) and what it is called in spreadsheets.

    `in_team` is whether people in a team have it; others stand beside the teams.
    """

    id: str
    name: str
    words: tuple[str, ...]
    in_team: bool = True


MEMBER, GUEST, COACH = "member", "guest", "coach"
LEADER, MEASUREMENT_LEAD = "team-leader", "measurement-lead"

ROLES = {
    role.id: role
    for role in (
        Role(
            LEADER,
            N_("team leader"),
            (
                "team leader", "teamleder", "leder av teamet", "leder for teamet", "teamansvarlig", "lagleder",
                "prosjektleder", "prosjektansvarlig", "project leader", "project manager", "kontaktperson",
                "contact person", "contact", "teamleiar", "prosjektleiar",
            ),
        ),
        Role(
            MEASUREMENT_LEAD,
            N_("measurement lead"),
            (
                "measurement lead", "measurement leader", "måleansvarlig", "ansvarlig for målinger",
                "ansvarlig for måling", "målingsansvarlig", "dataansvarlig", "measurements", "målinger",
                "måleansvarleg",
            ),
        ),
        Role(
            "meeting-administrator",
            N_("meeting administrator"),
            ("meeting administrator", "møteadministrator", "administrator", "sekretær", "secretary", "møteansvarlig"),
        ),
        Role(
            "line-manager",
            N_("line manager"),
            (
                "line manager", "nærmeste leder", "lokal leder", "nærmeste overordnede", "linjeleder", "leder",
                "manager", "avdelingsleder", "seksjonsleder", "ansvarlig leder", "leder for enheten", "næraste leiar",
                "leiar", "immediate manager", "local manager",
            ),
        ),
        Role(
            "unit-manager",
            N_("unit manager"),
            ("unit manager", "enhetsleder", "head of unit", "virksomhetsleder", "einingsleiar"),
        ),
        Role(
            "union-representative",
            N_("union representative"),
            ("union representative", "tillitsvalgt", "tillitsvald", "plasstillitsvalgt", "hovedtillitsvalgt", "union"),
        ),
        Role(
            "safety-representative",
            N_("safety representative"),
            ("safety representative", "verneombud", "verneombod", "safety delegate"),
        ),
        Role(
            "improvement-agent",
            N_("improvement agent"),
            ("improvement agent", "forbedringsagent", "forbetringsagent"),
        ),
        Role(
            MEMBER,
            N_("member"),
            (
                "member", "team member", "medlem", "teammedlem", "deltaker", "deltakar", "participant", "medarbeider",
                "medarbeidar", "ansatt", "employee",
            ),
        ),
        Role(
            COACH,
            N_("coach"),
            (
                "coach", "veileder", "forbedringsveileder", "teamveileder", "supervisor", "improvement coach",
                "rettleiar", "rettleder", "vegleiar", "mentor", "fagveileder",
            ),
            in_team=False,
        ),
        Role(
            "organiser",
            N_("organiser"),
            ("organiser", "organizer", "arrangør", "arrangørgruppe", "prosjektgruppe", "arrangørgruppa"),
            in_team=False,
        ),
        Role("facilitator", N_("facilitator"), ("facilitator", "fasilitator", "prosessleder"), in_team=False),
        Role("timekeeper", N_("timekeeper"), ("timekeeper", "tidtaker", "tidtakar"), in_team=False),
        Role(
            "director",
            N_("director"),
            (
                "director", "direktør", "administrerende direktør", "adm. dir.", "adm dir", "administrerende", "ceo",
                "managing director", "kommunedirektør", "toppleder",
            ),
            in_team=False,
        ),
        Role(
            "management",
            N_("representative of the management"),
            (
                "representative of the management", "management representative", "ledelsesrepresentant",
                "representant for ledelsen", "ledelsen", "klinikksjef",
            ),
            in_team=False,
        ),
        Role("judge", N_("judge"), ("judge", "dommer", "jury", "jurymedlem", "dommar"), in_team=False),
        Role(
            "speaker",
            N_("speaker"),
            (
                "speaker", "innleder", "foreleser", "foredragsholder", "lecturer", "erfaringskonsulent", "innleiar",
                "lived-experience consultant", "førelesar",
            ),
            in_team=False,
        ),
        Role(GUEST, N_("guest"), ("guest", "gjest", "observatør", "observer", "gjester"), in_team=False),
    )
}  # fmt: skip
"""Every role by its id, those in a team first, each in the order in which somebody's foremost role is chosen."""


def named() -> Terms:
    """Return the names of all roles, for a sentence; each is understood where a role is typed, in either language."""
    return Terms(Term(role.name) for role in ROLES.values())


def known(role: str) -> bool:
    """Whether every role of a `Person.role` is one of ours."""
    return bool(role.split()) and all(each in ROLES for each in role.split())


def is_in_team(role: str) -> bool:
    """Whether a `Person.role` is one that people in a team have; one that is not ours may be."""
    return any(each not in ROLES or ROLES[each].in_team for each in role.split())


def joined(*roles: str) -> str:
    """Return one `Person.role` of several, the foremost first; to be a member says nothing beside another role."""
    order = list(ROLES)
    every = {each for role in roles for each in role.split()}
    meant = every - {MEMBER} or every
    return " ".join(sorted(meant, key=lambda each: (order.index(each) if each in ROLES else len(order), each)))
