"""Who comes when in a round: from the list, by a draw that can be repeated, or by the self-assessment."""

from __future__ import annotations

from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from samling.domain import roll_call, roll_finding
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.gathering import Turn
from samling.domain.line import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from samling.domain.gathering import Gathering
    from samling.domain.roll import Roll
    from samling.domain.roster import Roster
    from samling.domain.team import Team

LONG = 3
"""A long turn is three short ones: in 30 minutes two teams of ten that are challenged get over six, the others two."""

LARGEST_SEED = 2**31 - 1


class Order(StrEnum):
    """How the order of a round is made. `KEPT` is as it stands, for those who have come or left since."""

    LIST = "list"
    DRAW = "draw"
    LEVEL = "level"
    KEPT = "kept"


def turns_of(
    teams: Sequence[Team],
    order: Order = Order.LIST,
    *,
    seed: int = 0,
    levels: Mapping[int, int] | None = None,
    challenged: Collection[int] = (),
    before: Sequence[Turn] = (),
) -> tuple[Turn, ...]:
    """Return a turn for each team, in order. The teams whose ids are `challenged` have a long turn.

    By level the lowest of the self-assessment (`levels`, by team id) comes first, and teams without one last. Kept is
    the order of the turns `before`, and who was not in it comes last. Raises `Refused` where there is no team, or no
    level.
    """
    if not teams:
        raise Refused(N_("There is no team to take a turn. Teams are added with: samling team add NAME"))
    placed = list(teams)
    if order is Order.DRAW:
        if not 0 <= seed <= LARGEST_SEED:
            raise WrongUsage(N_("The seed of a draw is a whole number from 0 to {most}."), most=LARGEST_SEED)
        rng = Random(seed)
        placed = sorted(sorted(placed, key=lambda team: team.id or 0), key=lambda _team: rng.random())
    elif order is Order.LEVEL:
        if not levels:
            raise Refused(N_("There is no level to go by: say which level each team has put itself at."))
        placed.sort(key=lambda team: levels.get(team.id or 0, 1 << 30))
    elif order is Order.KEPT:
        places = {turn.team_id: at for at, turn in enumerate(before)}
        placed.sort(key=lambda team: places.get(team.id, len(before)))
    return tuple(Turn(team.name, LONG if team.id in challenged else 1, team_id=team.id) for team in placed)


def round_of(
    roster: Roster,
    roll: Roll,
    order: Order = Order.LIST,
    *,
    seed: int = 0,
    levels: Iterable[str] = (),
    challenged: Iterable[str] = (),
    before: Sequence[Turn] = (),
) -> tuple[Turn, ...]:
    """Return a turn for each team that is here; before the roll is taken, for each that takes part.

    Teams are called by their names, or the beginnings of these: those in `challenged` have a long turn, `levels` are
    lines such as "Berg = 3", in place of the step that is known of a team. Raises `Refused` for an unknown team,
    `WrongUsage` for a line that is none.
    """
    long = {roll_finding.the_team(roster, each).id or 0 for each in challenged}
    known = {team.id or 0: int(team.step) for team in roster.teams if team.step}
    known |= {roll_finding.the_team(roster, name).id or 0: level for name, level in map(_level, levels)}
    here = roll_call.present(roster, roll).teams
    return turns_of(here, order, seed=seed, levels=known, challenged=long, before=before)


def lacks_round(gathering: Gathering) -> bool:
    """Whether the block that runs belongs to the teams, and nobody has set up a round in it."""
    block = gathering.block(gathering.current) if gathering.current else None
    return block is not None and block.per_team and not block.turns


def _level(text: str) -> tuple[str, int]:
    """Read a team with its level, "Berg = 3"."""
    name, _sign, level = text.rpartition("=")
    if not name.strip() or not (level.strip().isascii() and level.strip().isdecimal() and len(level.strip()) < 3):
        raise WrongUsage(N_("“{text}” is not a team with its level. Write it as: Berg=3"), text=printable(text)[:80])
    return name.strip(), int(level)
