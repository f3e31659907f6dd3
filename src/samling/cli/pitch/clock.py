"""`samling pitch start`, `pause`, `resume`, `next-phase`, `stop`, `restart` and `next`: the clock of a pitch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import tell
from samling.cli.place import Place, pass_place
from samling.domain.pitching.agreement import pitching_block
from samling.domain.pitching.finding import the_team
from samling.domain.pitching.preflight import before_first_team, before_next_team
from samling.language import _
from samling.pitch_wording import clock_line
from samling.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.values import Pitching


def _do(place: Place, name: str, team: str | None = None, reason: str | None = None) -> None:
    """Do an action of the clock, for the team named, and tell how the clock stands after it."""
    with place.session() as session:
        before = session.pitching()
        at = place.moment(session.in_use())
        given = {} if team is None else {"team_id": the_team(before, team)}
        done = session.do(name, at=at, **given, **({} if reason is None else {"reason": reason}))
        after: Pitching = done.after
        tell(done, session, more=clock_line(after, at or session.now()))
        gathering = session.in_use()
    for said in _worth_knowing(name, before, after, gathering):
        click.echo(said)


def _worth_knowing(name: str, before: Pitching, after: Pitching, gathering: Gathering) -> list[str]:
    """What the facilitator is told before the first team, and before each next one."""
    found = before_next_team(after) if name == "pitch-next" else ()
    is_first = after.has_begun and not before.has_begun
    first = before_first_team(after) if is_first else ()
    return [*(_block_waits(gathering) if is_first else ()), *(sentence(each) for each in (*first, *found))]


def _block_waits(gathering: Gathering) -> Iterator[str]:
    """Yield that the block of the pitches has not been started, where there is one and it has not."""
    position = pitching_block(gathering)
    if position is not None and not gathering.block(position).is_open:
        said = _("The block “{block}” has not been started: samling agenda start {position}")
        yield said.format(block=gathering.block(position).title, position=position)


@click.command(
    help=_("Start the clock at a team's first word: the one called up or next in the order, or the one named."),
    epilog=example("samling pitch start"),
)
@click.argument("team", required=False)
@pass_place
def start(place: Place, team: str | None) -> None:
    """Start the clock."""
    _do(place, "pitch-start", team)


@click.command(
    help=_("Stop the clock until `samling pitch resume`."),
    epilog=example("samling pitch pause", "samling pitch pause --at 09:03"),
)
@pass_place
def pause(place: Place) -> None:
    """Pause the clock."""
    _do(place, "pitch-pause")


@click.command(help=_("Let the paused clock go on."), epilog=example("samling pitch resume"))
@pass_place
def resume(place: Place) -> None:
    """Resume the clock."""
    _do(place, "pitch-resume")


@click.command(
    help=_("Go on from the pitch to the questions, and from the questions to the end."),
    epilog=example("samling pitch next-phase"),
)
@pass_place
def next_phase(place: Place) -> None:
    """Go on to the next phase."""
    _do(place, "pitch-phase")


@click.command(help=_("End the pitch; the changeover begins."), epilog=example("samling pitch stop"))
@pass_place
def stop(place: Place) -> None:
    """End the pitch."""
    _do(place, "pitch-stop")


@click.command(
    help=_("Start the clock again from zero, for a reason that is kept: of the team on the stage, or the one named."),
    epilog=example('samling pitch restart --reason "Ingen lyd"'),
)
@click.argument("team", required=False)
@click.option("--reason", metavar="TEXT", required=True, help=_("Why; it stands in the protocol."))
@pass_place
def restart(place: Place, team: str | None, reason: str) -> None:
    """Start a pitch again."""
    _do(place, "pitch-restart", team, reason)


@click.command(
    "next",
    help=_(
        "End the pitch on the stage and call the next team up, or the one named. It tells whose sheets are still "
        "to come."
    ),
    epilog=example("samling pitch next"),
)
@click.argument("team", required=False)
@pass_place
def next_(place: Place, team: str | None) -> None:
    """Call the next team."""
    _do(place, "pitch-next", team)
