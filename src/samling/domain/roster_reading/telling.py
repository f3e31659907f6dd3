"""What was understood of a sheet, and what taking it in does, in sections to be read. `translate` is the reader's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.roles import COACH, MEMBER, ROLES
from samling.domain.sheet import column_name
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from samling.domain.roster_intake import Counted, Intake
    from samling.domain.roster_reading.found import Remark, Understood
    from samling.domain.sheet import Sheet
    from samling.domain.team import Person

    Translate = Callable[[str], str]
    Section = tuple[str, tuple[str, ...]]

_MOST_TOLD = 40
_MOST_NAMED = 12
_MEANINGS = {
    "team": N_("the team's name"),
    "organisation": N_("organisation"),
    "unit": N_("unit"),
    "place": N_("place"),
    "theme": N_("theme"),
    "problem": N_("problem"),
    "aim": N_("aim"),
    "step": N_("step of the self-assessment"),
    "person": N_("the person's name"),
    "first-name": N_("first name"),
    "last-name": N_("last name"),
    "members": N_("names of people in the team"),
    "role": N_("role"),
    "profession": N_("profession"),
}


def understood(sheet: Sheet, found: Understood, others: Sequence[str], translate: Translate) -> Iterator[Section]:
    """Yield what was understood: columns, teams and people, what is left out (the sheets `others` too), what is odd."""
    heading = translate(N_("Understood of the sheet “{name}”:")) if sheet.name else translate(N_("Understood:"))
    columns = (
        f"{column_name(each.at):>2}  {each.heading}: {meaning(each.meaning or '', translate)}" for each in found.columns
    )
    yield heading.format(name=sheet.name), tuple(columns)
    yield from section(translate(N_("Teams and people:")), list(_teams(found, translate)), translate)
    sheets = [translate(N_("the sheet “{name}”")).format(name=name) for name in others]
    yield from section(translate(N_("Left out:")), [*_sentences(found.left_out, translate), *sheets], translate)
    yield from section(translate(N_("Look at this:")), _sentences(found.warnings, translate), translate)


def section(heading: str, lines: Sequence[str], translate: Translate) -> Iterator[Section]:
    """Yield a section of as many lines as anybody reads; none where there is nothing to tell."""
    if not lines:
        return
    more = len(lines) - _MOST_TOLD
    rest = [translate(N_("and {count} more")).format(count=more)] if more > 0 else []
    yield heading, (*lines[:_MOST_TOLD], *rest)


def taken_in(intake: Intake, translate: Translate) -> Iterator[str]:
    """Yield what taking it in does, counted, and who is kept without being in it."""
    yield _counted(translate(N_("Teams")), intake.teams, translate)
    yield _counted(translate(N_("People")), intake.people, translate)
    for missing, said in (
        (intake.teams.missing, N_("Teams not in the file, and kept: {names}")),
        (intake.people.missing, N_("People not in the file, and kept: {names}")),
    ):
        if missing:
            more = "" if len(missing) <= _MOST_NAMED else " …"
            yield translate(said).format(names=", ".join(missing[:_MOST_NAMED]) + more)


def _teams(found: Understood, translate: Translate) -> Iterator[str]:
    for team in found.teams:
        people = ", ".join(_person(each, translate) for each in team.people)
        coach = translate(N_("coach: {names}")).format(names=", ".join(team.coaches)) if team.coaches else ""
        yield f"{team.name}: {' · '.join(filter(None, (people, coach)))}".rstrip(": ")
    coaches = {name_key(name) for team in found.teams for name in team.coaches}
    others = [each for each in found.others if each.role != COACH or name_key(each.name) not in coaches]
    if others:
        beside = ", ".join(_person(each, translate) for each in others)
        yield translate(N_("Beside the teams: {names}")).format(names=beside)


def _person(person: Person, translate: Translate) -> str:
    """Somebody with what they are, where that is more than one of the team."""
    are = [*(translate(ROLES[each].name) for each in person.roles if each != MEMBER), person.profession]
    said = ", ".join(filter(None, are))
    return f"{person.name} ({said})" if said else person.name


def meaning(name: str, translate: Translate) -> str:
    """Return what a column is taken for, in words."""
    return translate(_MEANINGS[name] if name in _MEANINGS else ROLES[name].name)


def _sentences(remarks: Iterable[Remark], translate: Translate) -> list[str]:
    return [each.sentence(translate) for each in remarks]


def _counted(what: str, counted: Counted, translate: Translate) -> str:
    return translate(N_("{what}: {new} new, {changed} changed, {same} as before")).format(
        what=what, new=len(counted.new), changed=len(counted.changed), same=len(counted.same)
    )
