"""What a file must hold when every deed of a journal is in it, and nothing else: table by table, row by row.

A row is a key and its values; a value is what it must be, or the span of time that it must lie in. Worked out from the
journal alone, by rules of its own: nothing here knows samling.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal import Deed, Journal

Row = list[Any]
Rows = dict[tuple[Any, ...], Row]
Tables = defaultdict[str, Rows]


def promised(journal: Journal) -> Tables:
    """Return the rows that the deeds promise: for each kind of row its values by its key."""
    tables: Tables = defaultdict(dict)
    for deed in journal.deeds:
        _RULES[deed.action](tables, deed)
    return tables


def _network(tables: Tables, deed: Deed) -> None:
    tables["network"][deed.facts["name"],] = []


def _teams(tables: Tables, deed: Deed) -> None:
    for team, (organisation, people) in deed.facts["roster"].items():
        tables["team"][team,] = [organisation]
        tables["person"] |= {(team, person): [] for person in people}


def _gathering(tables: Tables, deed: Deed) -> None:
    tables["gathering"][deed.gathering,] = [deed.facts["date"]]
    for position, (title, seconds) in enumerate(deed.facts["blocks"], start=1):
        tables["block"][deed.gathering, position] = [title, seconds, 0, "pending", None, None]
    for (position, number), title in deed.facts["turns"].items():
        tables["turn"][deed.gathering, position, number] = [title, None, None]


_ADDED, _STATE, _STARTED, _ENDED = 2, 3, 4, 5


def _start(tables: Tables, deed: Deed) -> None:
    """End the block that runs, and start the one that is named unless the day has ended."""
    of_gathering = {key: row for key, row in tables["block"].items() if key[0] == deed.gathering}
    for row in of_gathering.values():
        if row[_STATE] == "running":
            row[_STATE:] = "done", row[_STARTED], deed.span
    if "ended" not in deed.facts:
        row = of_gathering[deed.gathering, deed.facts["position"]]
        row[_STATE:] = "running", deed.span, None


def _extend(tables: Tables, deed: Deed) -> None:
    tables["block"][deed.gathering, deed.facts["position"]][_ADDED] += deed.facts["seconds"]


def _undo(tables: Tables, deed: Deed) -> None:
    """Take back the minutes that were given last: all that is undone in these days."""
    tables["block"][deed.gathering, deed.facts["position"]][_ADDED] -= deed.facts["seconds"]


def _replan(tables: Tables, deed: Deed) -> None:
    for position, minutes in deed.facts["changes"].items():
        tables["block"][deed.gathering, position][_ADDED] += 60 * minutes


def _pause(tables: Tables, deed: Deed) -> None:
    key = (deed.gathering, deed.facts["position"])
    number = sum(each[:2] == key for each in tables["pause"]) + 1
    tables["pause"][*key, number] = [deed.span, None]


def _resume(tables: Tables, deed: Deed) -> None:
    key = (deed.gathering, deed.facts["position"])
    tables["pause"][max(each for each in tables["pause"] if each[:2] == key)][1] = deed.span


def _note(tables: Tables, deed: Deed) -> None:
    tables["note"][deed.gathering, deed.facts["position"], deed.facts["text"]] = [deed.span]


def _arrive(tables: Tables, deed: Deed) -> None:
    team = deed.facts["who"]
    for person in [each[1] for each in tables["person"] if each[0] == team]:
        tables["here"][deed.gathering, person] = [deed.span, None]


def _leave(tables: Tables, deed: Deed) -> None:
    for person in [each[1] for each in tables["person"] if each[0] == deed.facts["who"]]:
        tables["here"][deed.gathering, person][1] = deed.span


def _announce(tables: Tables, deed: Deed) -> None:
    tables["seating"][deed.gathering, deed.facts["block"]] = [_seated(deed), deed.span]


def _repair(tables: Tables, deed: Deed) -> None:
    tables["seating"][deed.gathering, deed.facts["block"]][0] = _seated(deed)


def _seated(deed: Deed) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(table) for table in deed.facts["tables"])


def _judge(tables: Tables, deed: Deed) -> None:
    tables["judge"][deed.gathering, deed.facts["name"]] = [deed.facts["organisation"]]


def _recuse(tables: Tables, deed: Deed) -> None:
    tables["recusal"][deed.gathering, deed.facts["name"], deed.facts["team"]] = []


def _order(tables: Tables, deed: Deed) -> None:
    for position, team in enumerate(deed.facts["order"], start=1):
        tables["pitch"][deed.gathering, team] = [position, "waiting"]


def _to_last(tables: Tables, deed: Deed) -> None:
    place = tables["pitch"][deed.gathering, deed.facts["team"]][0]
    of_gathering = [row for key, row in tables["pitch"].items() if key[0] == deed.gathering]
    for row in of_gathering:
        row[0] -= row[0] > place
    tables["pitch"][deed.gathering, deed.facts["team"]][0] = len(of_gathering)


def _not_met(tables: Tables, deed: Deed) -> None:
    tables["pitch"][deed.gathering, deed.facts["team"]][1] = "absent"


def _pitch(tables: Tables, deed: Deed) -> None:
    tables["run"][deed.gathering, deed.facts["team"], 1] = [deed.span, None, None]


def _questions(tables: Tables, deed: Deed) -> None:
    tables["run"][deed.gathering, deed.facts["team"], 1][1] = deed.span


def _pitched(tables: Tables, deed: Deed) -> None:
    team = deed.facts["ended"]
    tables["run"][deed.gathering, team, 1][2] = deed.span
    tables["pitch"][deed.gathering, team][1] = "done"


def _next_pitch(tables: Tables, deed: Deed) -> None:
    tables["pitch"][deed.gathering, deed.facts["team"]][1] = "called"
    _pitched(tables, deed)


def _version(tables: Tables, deed: Deed) -> tuple[Any, ...]:
    """The key of the newest version of the sheet that a deed is about, version 1 where it is not begun."""
    key = (deed.gathering, deed.facts["judge"], deed.facts["team"])
    return *key, max((each[3] for each in tables["sheet"] if each[:3] == key), default=1)


def _score(tables: Tables, deed: Deed) -> None:
    key = _version(tables, deed)
    tables["sheet"].setdefault(key, [None, ""])
    tables["score"][*key, deed.facts["criterion"]] = [deed.facts["value"]]


def _submit(tables: Tables, deed: Deed) -> None:
    tables["sheet"][_version(tables, deed)][0] = deed.span


def _correct(tables: Tables, deed: Deed) -> None:
    """Begin the next version of a sheet, in which the scores of the last stand until they are changed."""
    old = _version(tables, deed)
    new = (*old[:3], old[3] + 1)
    tables["sheet"][new] = [None, deed.facts["reason"]]
    for key in [each for each in tables["score"] if each[:4] == old]:
        tables["score"][*new, key[4]] = list(tables["score"][key])


def _reveal(tables: Tables, deed: Deed) -> None:
    number = sum(key[0] == deed.gathering for key in tables["revealed"]) + 1
    teams = frozenset(deed.facts["teams"].split(", "))
    tables["revealed"][deed.gathering, number] = [deed.facts["place"], teams, deed.span]


def _survey(tables: Tables, deed: Deed) -> None:
    tables["survey"][deed.facts["title"],] = [0]


def _answers(tables: Tables, deed: Deed) -> None:
    tables["survey"][deed.facts["title"],][0] += deed.facts["count"]


def _nothing_more(_tables: Tables, _deed: Deed) -> None:
    """Take a deed whose row in the log is all that is looked at."""


_RULES: dict[str, Callable[[Tables, Deed], None]] = {
    "network-new": _network,
    "team-import": _teams,
    "gathering-new": _gathering,
    "start": _start,
    "next": _start,
    "extend": _extend,
    "undo": _undo,
    "replan": _replan,
    "pause": _pause,
    "resume": _resume,
    "note": _note,
    "arrive": _arrive,
    "leave": _leave,
    "groups-draw": _nothing_more,
    "groups-announce": _announce,
    "groups-repair": _repair,
    "judge-add": _judge,
    "judge-recuse": _recuse,
    "pitch-form": _nothing_more,
    "pitch-draw": _order,
    "pitch-last": _to_last,
    "pitch-absent": _not_met,
    "pitch-start": _pitch,
    "pitch-phase": _questions,
    "pitch-next": _next_pitch,
    "pitch-stop": _pitched,
    "sheet-score": _score,
    "sheet-submit": _submit,
    "sheet-correct": _correct,
    "award-settle": _nothing_more,
    "award-reveal": _reveal,
    "award-freeze": _nothing_more,
    "survey-add": _survey,
    "show": _nothing_more,
    "show-survey": _nothing_more,
    "answers-import": _answers,
}
