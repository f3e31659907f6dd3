"""`samling rehearse`: a facilitator practises the day before, on a fast clock, with others that are simulated."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.speed import Speed
from samling.domain.errors import N_, WrongUsage
from samling.domain.rehearsal.cast import Begun, Temper
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.cli.rehearsal_file import Asked

_SEEDS = 10_000


@click.command(
    help=_(
        "Rehearse your gathering, the day before, on a fast clock. Simulated others come late, talk too long and "
        "judge; you run the day with your own keys. It is a copy: nothing of yours is touched."
    ),
    epilog=example(
        "samling rehearse",
        "samling rehearse --rough --speed 20",
        "samling rehearse --alone",
        "samling rehearse --db prove.db",
    ),
)
@click.option(
    "--speed",
    type=Speed(),
    default=30.0,
    show_default=True,
    metavar="N",
    help=_("Run the clock N times as fast: at 30 four hours take eight minutes."),
)
@click.option("--seed", type=click.IntRange(0, 2**53), help=_("The same seed brings the same troubles again."))
@click.option(
    "--teams",
    type=click.IntRange(2, 60),
    default=12,
    show_default=True,
    help=_("So many teams are made up, where the network has none."),
)
@click.option(
    "--judges",
    type=click.IntRange(0, 12),
    default=3,
    show_default=True,
    help=_("So many judges are made up, where teams pitch and there are none."),
)
@click.option("--programme", metavar="ID", help=_("Rehearse this programme, and not the gathering in use."))
@click.option("--calm", is_flag=True, help=_("Nearly nothing goes wrong."))
@click.option("--rough", is_flag=True, help=_("A lot goes wrong."))
@click.option("--alone", is_flag=True, help=_("Let the day run by itself, as fast as it goes, and tell how it went."))
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("Keep the rehearsal in this file, for the other windows to be opened on it too. One that is there goes on."),
)
@pass_place
def rehearse(
    place: Place,
    *,
    speed: float,
    seed: int | None,
    teams: int,
    judges: int,
    programme: str | None,
    calm: bool,
    rough: bool,
    alone: bool,
    db: Path | None,
) -> None:
    """Rehearse a day."""
    from samling.cli.rehearsal_file import Asked
    from samling.cli.windows import check_terminal

    if calm and rough:
        raise WrongUsage(N_("A rehearsal is calm or rough, not both."))
    if not alone:
        check_terminal()
    temper = Temper.CALM if calm else Temper.ROUGH if rough else Temper.USUAL
    begun = Begun(secrets.randbelow(_SEEDS) if seed is None else seed, temper)
    with _file(place, db, Asked(speed, begun, teams, judges, programme)) as rehearsed:
        if alone:
            _alone(rehearsed)
        else:
            _beside_her(rehearsed)
    if db is not None:
        click.echo(_("The rehearsal is kept in {path}.").format(path=db))


@contextmanager
def _file(place: Place, kept: Path | None, asked: Asked) -> Iterator[Place]:
    """Where the rehearsal lies: in the file it is kept in, which may be there already, or in one that goes with it."""
    from samling.cli import rehearsal_file
    from samling.cli.windows import take_along_when_hung_up

    if kept is not None:
        if kept.exists():
            rehearsal_file.go_on(kept, asked.speed)
        else:
            rehearsal_file.prepare(kept, place.path, asked)
        yield Place(kept, None, place.theme)
        return
    temporary = TemporaryDirectory(prefix="samling-rehearsal-", ignore_cleanup_errors=True)
    with temporary as folder:
        take_along_when_hung_up(temporary)
        path = Path(folder) / "rehearsal.db"
        rehearsal_file.prepare(path, place.path, asked)
        yield Place(path, None, place.theme)


def _beside_her(place: Place) -> None:
    """Open the control window with the cast at work beside it, and sum up when it is closed."""
    from samling.cli.rehearsal_file import cast_of
    from samling.cli.rehearsal_told import summary
    from samling.cli.windows import run_window
    from samling.session.players import REHEARSAL, Players

    with place.session(who="control") as session, place.session(who=REHEARSAL) as beside:
        from samling.tui.control.rehearsal import RehearsalApp

        players = Players(beside, cast_of(beside))
        demo = session.demo_time()
        assert demo is not None, "a rehearsal has a time of its own"
        run_window(RehearsalApp(session, players, speed=demo.speed), place)
        for line in summary(session, players.chances):
            click.echo(line)


def _alone(place: Place) -> None:
    """Let a simulated facilitator run the day on a clock that jumps from one thing to the next; tell the story."""
    from samling.cli.rehearsal_alone import run
    from samling.cli.rehearsal_told import story, summary

    held = run(place.path)
    try:
        for line in (*story(held.session, held.said), "", *summary(held.session, held.chances), *held.found_again()):
            click.echo(line)
    finally:
        held.session.close()
