"""A judge in a process of its own, who fills in sheets as fast as it goes: python judge_process.py FILE JUDGE TEAMS.

It says "ready" and waits for a line; then "saved TEAM CRITERION SCORE" after each score that is safe in the file,
"submitted TEAM" after each sheet, and at the end "done SECONDS".
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from samling import clock
from samling.domain.pitching import form
from samling.session import Session
from samling.store.database import Database


def score(judge_id: int, team_id: int, number: int) -> int:
    """Return what the judge gives the team on the criterion of that number: any step of the scale from 1 to 5."""
    return (judge_id * 7 + team_id * 3 + number) % 5 + 1


def say(*words: object) -> None:
    """Tell the test something, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def fill_in(session: Session, judge_id: int, team_id: int) -> None:
    """Fill in a sheet key by key and submit it."""
    about: dict[str, Any] = {"judge_id": judge_id, "team_id": team_id}
    revision = 0
    criteria = form.in_use(session.pitching()).form.criteria
    for number, each in enumerate(criteria):
        given: dict[str, Any] = {"criterion_id": each.id, "score": score(judge_id, team_id, number)}
        revision = session.do("sheet-score", **about, **given, revision=revision).after.latest(team_id).revision
        say("saved", team_id, each.id, given["score"])
    session.do("sheet-submit", **about, revision=revision)
    say("submitted", team_id)


def main() -> None:
    """Judge every team, from the first to the last."""
    path, judge_id, teams = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    session = Session(Database(path), clock.true_now, "judge", clock.machine_clocks)
    session.sheets(judge_id)
    say("ready")
    sys.stdin.readline()
    begun = perf_counter()
    for team_id in range(1, teams + 1):
        fill_in(session, judge_id, team_id)
    say("done", perf_counter() - begun)
    session.close()


if __name__ == "__main__":
    main()
