"""The audience's votes as somebody has counted them in a spreadsheet: a column for the team, one for the votes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samling.domain.errors import N_, SamlingError
from samling.domain.pitching.finding import the_team
from samling.domain.roster_reading.found import NotUnderstood, Remark, shown
from samling.domain.sheet import is_empty, text_of, undefused
from samling.domain.team import name_key

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching
    from samling.domain.sheet import Sheet

_TEAM, _VOTES = {"team", "lag"}, {"votes", "stemmer", "antall stemmer"}
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


def read_votes(sheet: Sheet, pitching: Pitching, file: str) -> dict[int, int]:
    """Return how many voted for each team; raise `NotUnderstood` with everything that is wrong, by row and column."""
    rows = [(number, row) for number, row in enumerate(sheet.rows, start=1) if not all(map(is_empty, row))]
    keys = [name_key(text_of(cell)) for cell in rows[0][1]]
    team, votes = (next((at for at, key in enumerate(keys) if key in names), None) for names in (_TEAM, _VOTES))
    if team is None or votes is None:
        raise NotUnderstood(file, [Remark(N_("there must be a column “team” and a column “votes”."), row=rows[0][0])])
    found: dict[int, int] = {}
    errors: list[Remark] = []
    for number, row in rows[1:]:
        texts = {at: undefused(text_of(row[at])).strip() if at < len(row) else "" for at in (team, votes)}
        try:
            team_id = the_team(pitching, texts[team])
        except SamlingError as fault:
            errors.append(Remark(fault.template, fault.parts, number, team))
            continue
        if team_id in found:
            errors.append(Remark(N_("this team stands above already."), row=number))
        if not _WHOLE.fullmatch(texts[votes]):
            wrong = {"found": shown(texts[votes])}
            errors.append(Remark(N_("votes are a whole number, not “{found}”."), wrong, number, votes))
            continue
        found[team_id] = int(texts[votes])
    if errors:
        raise NotUnderstood(file, errors)
    return found
