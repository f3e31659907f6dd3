"""How the roll is told: how many are here, who came when, who is missing. `translate` is the window's or command's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import roll_call
from samling.domain.errors import N_
from samling.domain.localtime import to_local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Gathering
    from samling.domain.roll import Presence
    from samling.domain.roll_awaited import Missing
    from samling.domain.roll_call import Counts

    Translate = Callable[[str], str]

HERE, LEFT, MISSING = "●", "◌", "○"
"""Signs of who is here, who has left and who has not come."""

_MOST_NAMED = 3


def counted(found: Counts, translate: Translate) -> str:
    """Return how many are here: "9 of 12 teams · 51 of 60 people"."""
    teams = N_("{here} of {all} team") if found.all_teams == 1 else N_("{here} of {all} teams")
    people = N_("{here} of {all} person") if found.all_people == 1 else N_("{here} of {all} people")
    said = [translate(teams).format(here=found.teams, all=found.all_teams)]
    if found.all_people:
        said.append(translate(people).format(here=found.people, all=found.all_people))
    return " · ".join(said)


def sign(found: Presence | None) -> str:
    """Return the sign of who is here, who has left and who has not come."""
    if found is None:
        return MISSING
    return HERE if found.is_here else LEFT


def came(found: Presence | None, gathering: Gathering, figures: Figures, translate: Translate) -> str:
    """Return when somebody came and left: "09:12, 8 min late", "left 11:30"; nothing for who has not come."""
    if found is None:
        return ""
    if found.left_at is not None:
        return translate(N_("left {time}")).format(time=_clock(found.left_at, gathering))
    time, late = _clock(found.arrived_at, gathering), roll_call.late_by(gathering, figures, found.arrived_at)
    if late is None:
        return time
    return translate(N_("{time}, {count} min late")).format(time=time, count=round(late.total_seconds() / 60))


def missing(some: Iterable[Missing], translate: Translate) -> tuple[str, ...]:
    """Return who is awaited and not here, each once: "Kari Vik (Fjord, Vidde)", "nobody is named (Nord)"."""
    called: dict[int | None, tuple[str, list[str]]] = {}
    for each in some:
        name = each.person.name if each.person else translate(N_("nobody is named"))
        key = each.person.id if each.person else None
        called.setdefault(key, (name, []))[1].extend([each.team.name] if each.team else [])
    return tuple(f"{name} ({names(teams)})" if teams else name for name, teams in called.values())


def names(some: Sequence[str]) -> str:
    """Return names on one short line, in any language: "Kari Vik, Per Moe, Ola Lie +4"."""
    more = f" +{len(some) - _MOST_NAMED}" if len(some) > _MOST_NAMED else ""
    return ", ".join(some[:_MOST_NAMED]) + more


def _clock(moment: datetime, gathering: Gathering) -> str:
    return f"{to_local(moment, gathering.timezone):%H:%M}"
