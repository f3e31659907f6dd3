from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from making import at, block, gathering
from rolls import BOSS, COACH, DIRECTOR, FJORD, KARI, NAMELESS, NOBODY, PER, ROSTER, VIDDE, arrive
from samling.domain import roll_words
from samling.domain.agenda import figures
from samling.domain.gathering import Gathering, Kind
from samling.domain.roll_awaited import WHOLE_TEAM, Awaited, Missing, Requirement, awaited
from samling.domain.room import Phrase
from samling.domain.roster import Roster

if TYPE_CHECKING:
    from samling.domain.roll import Roll

SAID = Phrase("Sagt", "Said")
MANAGERS = Requirement("managers", "line-manager", SAID, "x", kinds=(Kind.PITCHING,), must=True)
THE_DIRECTOR = Requirement("director", "director", SAID, "x", of_each_team=False, kinds=(Kind.PITCHING,), must=True)
COACHES = Requirement("coach", "coach", SAID, "x", unless="improvement-agent")
TEAMS = Requirement("team", WHOLE_TEAM, SAID, "x")
DAY = gathering(block(10), block(10, kind=Kind.PITCHING), block(10, kind=Kind.PITCHING))


def found(requirement: Requirement, taken: Roll, day: Gathering = DAY, roster: Roster = ROSTER) -> Awaited | None:
    """What is said of one requirement at three o'clock."""
    every = awaited([requirement], day, figures(day, at("15:00")), roster, taken)
    return every[0] if every else None


class TestAtABlock:
    def test_who_is_missing_is_named_with_the_blocks_time(self) -> None:
        """Every team's line manager at the first pitching block; a team that has named none is told of too."""
        said = found(MANAGERS, NOBODY)
        assert said is not None
        assert (said.position, said.starts_at) == (2, at("15:10"))
        assert said.missing == (Missing(FJORD, BOSS), Missing(VIDDE, None), Missing(NAMELESS, None))

    def test_who_is_here_is_not_awaited(self) -> None:
        """Ticked off, nobody is said to be missing."""
        said = found(THE_DIRECTOR, arrive(NOBODY, at("14:50"), people=[DIRECTOR.id or 0]))
        assert said is None

    def test_somebody_anywhere_can_have_the_role(self) -> None:
        """A director who is in a team is the director."""
        team = replace(FJORD, people=(*FJORD.people, replace(DIRECTOR, id=20)))
        said = found(THE_DIRECTOR, NOBODY, roster=Roster(1, teams=(team,)))
        assert said is not None
        assert said.missing == (Missing(None, team.people[-1]),)

    def test_nothing_is_said_once_the_blocks_are_over(self) -> None:
        """A dropped and a finished pitching block need nobody."""
        over = gathering(
            block(10), block(10, kind=Kind.PITCHING, state="dropped"), block(10, kind=Kind.PITCHING, state="done")
        )
        assert found(MANAGERS, NOBODY, over) is None

    def test_another_programme_asks_for_nothing(self) -> None:
        """A requirement of one programme is none in another."""
        asked = replace(MANAGERS, programmes=("unn-samling-4",))
        assert found(asked, NOBODY) is None
        assert found(asked, NOBODY, replace(DAY, programme_id="unn-samling-4")) is not None

    def test_soon_is_half_an_hour_before(self) -> None:
        """At 14:40 the pitching of 15:10 is near; a minute earlier it is not."""
        said = found(MANAGERS, NOBODY)
        assert said is not None
        assert said.is_soon(at("14:40"))
        assert not said.is_soon(at("14:39"))


class TestAllDay:
    def test_it_is_said_once_the_roll_is_taken(self) -> None:
        """Before anybody is ticked off the whole roster would be missing: that says nothing."""
        assert found(TEAMS, NOBODY) is None
        said = found(TEAMS, arrive(NOBODY, at("14:50"), teams=[2], people=[KARI.id or 0]))
        assert said is not None
        assert said.missing == (Missing(FJORD, PER),)

    def test_a_team_with_an_improvement_agent_needs_no_coach(self) -> None:
        """Fjord's coach is awaited; Vidde has an agent, and a team without a coach is not told of: it is no must."""
        said = found(COACHES, arrive(NOBODY, at("14:50"), teams=[1]))
        assert said is not None
        assert said.missing == (Missing(FJORD, COACH),)

    def test_the_nearest_comes_first(self) -> None:
        """What is asked of the whole day stands before the pitches."""
        taken = arrive(NOBODY, at("14:50"), people=[KARI.id or 0])
        every = awaited([MANAGERS, TEAMS], DAY, figures(DAY, at("15:00")), ROSTER, taken)
        assert [each.requirement.id for each in every] == ["team", "managers"]

    def test_a_coach_of_two_teams_is_one(self) -> None:
        """Awaited for several teams, somebody is missing once, and named with all of them."""
        vidde = replace(VIDDE, coach="Åse Dal", people=(VIDDE.people[0],))
        roster = Roster(1, teams=(FJORD, vidde), others=(COACH,))
        said = found(COACHES, arrive(NOBODY, at("14:50"), teams=[1]), roster=roster)
        assert said is not None
        assert (said.count, roll_words.missing(said.missing, str)) == (1, ("Åse Dal (Fjord, Vidde)",))

    def test_every_team_without_anybody_counts(self) -> None:
        """Two teams that have named no line manager are two who are missing, beside the one who is named."""
        said = found(MANAGERS, NOBODY)
        assert said is not None
        assert (said.count, roll_words.missing(said.missing, str)) == (
            3,
            ("Bo Bø (Fjord)", "nobody is named (Vidde, Uten navn)"),
        )
