"""What can be done about the eight minutes: the line that says so, the proposals to choose from, and following one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.agenda import Progress
from samling.language import _
from samling.wording import about, clock_time

if TYPE_CHECKING:
    from samling.domain.agenda import Figures
    from samling.tui.control.desk import Desk

_WORTH_A_LINE = timedelta(minutes=1)


def misses_the_promise(figures: Figures) -> bool:
    """Whether the day ends so long after it was promised that something should be said: nothing of one that is over."""
    slack = figures.today.slack
    return figures.progress is not Progress.ENDED and slack is not None and slack < -_WORTH_A_LINE


def line(figures: Figures) -> str:
    """Return the line that offers help; nothing while the promise is kept, or once nothing can be done any more."""
    today = figures.today
    if today.slack is None or not misses_the_promise(figures):
        return ""
    return _("The day ends {length} after it was promised. v shows what can be done.").format(length=about(today.slack))


def latest_start(desk: Desk) -> str:
    """Return when the chosen block must start at the latest for the day to end as promised; nothing for one that has.

    It is worked out only while a block is chosen: nobody plans with the others.
    """
    from samling.domain.replan.proposals import latest_starts

    latest = latest_starts(desk.gathering, desk.now).get(desk.explicit or 0)
    return _("latest start {time}").format(time=clock_time(latest, desk.gathering.timezone)) if latest else ""


async def replan(desk: Desk) -> None:
    """Show what can be done so that the day ends as promised, and follow what is chosen.

    It is followed as of the moment it was shown: a minute of thinking does not make it another proposal.
    """
    from samling.domain.replan.strip import held_until
    from samling.tui.control.replanning_screen import Proposals

    at, held = desk.now, held_until(desk.gathering, desk.figures)
    chosen = await desk.ask(Proposals(desk.gathering, at, held))
    if chosen is not None:
        late = int(chosen.late.total_seconds())
        desk.do("replan", at=at, proposal=chosen.proposal, late_seconds=late, held=held, sentence=chosen.sentence)
