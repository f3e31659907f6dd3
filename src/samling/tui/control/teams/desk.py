"""Where the commands on teams and people work."""

from __future__ import annotations

from samling.domain.roster_actions import ROSTER_CHAIN
from samling.tui.control.people.desk import PeopleDesk


class TeamsDesk(PeopleDesk):
    """Where they work: what they do is undone by itself, and touches neither agenda nor roll."""

    chain = ROSTER_CHAIN
