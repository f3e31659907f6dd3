"""The top of the command line: the global options and the table of commands."""

from __future__ import annotations

from pathlib import Path

import click

from samling.cli.examples import example
from samling.cli.lazy import LazyGroup
from samling.cli.place import Place
from samling.domain.errors import N_
from samling.language import LANGUAGES, _

COMMANDS = {
    "demo": ("samling.cli.windows:demo", N_("Try it: an invented network in the middle of a gathering.")),
    "rehearse": (
        "samling.cli.rehearse:rehearse",
        N_("Practise your day on a fast clock, with latecomers, overruns and judges."),
    ),
    "network": ("samling.cli.network:network", N_("Networks: new, list, use, rename, limits, forget.")),
    "gathering": ("samling.cli.gathering:gathering", N_("Gatherings: new, list, use, show, rename, day, reset.")),
    "team": (
        "samling.cli.team:team",
        N_("The teams: import a spreadsheet, list, show, add, edit, remove, withdraw, export."),
    ),
    "person": ("samling.cli.person:person", N_("The people: list, add, edit, move, remove.")),
    "programme": ("samling.cli.programme:programme", N_("Ready programmes: list, show, check a file of your own.")),
    "agenda": (
        "samling.cli.agenda:agenda",
        N_("Plan and run the day: add, start, pause, next, extend, drop and more."),
    ),
    "status": ("samling.cli.status:status", N_("Where the day stands, and when it will end.")),
    "replan": ("samling.cli.replan:replan", N_("Finish on time: what to do when the day runs late, or early.")),
    "note": ("samling.cli.story:note", N_("Jot a line to a block.")),
    "undo": ("samling.cli.story:undo", N_("Take the last agenda action back.")),
    "redo": ("samling.cli.story:redo", N_("Bring forward what was undone.")),
    "log": ("samling.cli.story:log", N_("What was done, by whom and when.")),
    "screen": ("samling.cli.screen:screen", N_("The projector window; `show` chooses what it shows.")),
    "timer": ("samling.cli.windows:timer", N_("The timekeeper's window: one block, very large.")),
    "roll": ("samling.cli.roll:roll", N_("Who is here: tick teams and people off, and see who is missing.")),
    "groups": ("samling.cli.groups:groups", N_("Sharing groups: draw who sits with whom.")),
    "pitch": ("samling.cli.pitch:pitch", N_("Pitches: order, clock, sheets, result and award.")),
    "survey": (
        "samling.cli.survey:survey",
        N_("Surveys: links and codes, questions, answers taken in and what they say."),
    ),
    "expectation": ("samling.cli.expectation:expectation", N_("What each team expects, and whether it was met.")),
    "judge": ("samling.cli.judge:judge", N_("The judges, and each judge's own window.")),
    "room": ("samling.cli.room:room", N_("Rooms: how tables stand: list, show, check a file of your own.")),
    "qr": ("samling.cli.qr:qr", N_("A link, or a wireless network, as a code to scan.")),
    "backup": ("samling.cli.backup:backup", N_("Write a whole copy of the database.")),
    "restore": ("samling.cli.backup:restore", N_("Put a back-up back, or list those there are.")),
    "doctor": ("samling.cli.doctor:doctor", N_("The day before: check this machine, the file and the plan.")),
    "keys": ("samling.cli.keys:keys", N_("Every key of every window, here or on a page to print.")),
    "install": ("samling.cli.install:install", N_("Completion in your shell, and manual pages.")),
}

_HELP = N_("""Run the day of a gathering: agenda clocks, projector, timekeeper.

Without a command it opens the control window. Everything is kept in one file.
""")


def _version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"samling {version('samling')}")
        context.exit()


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    invoke_without_command=True,
    help=_(_HELP),
    epilog=example("samling", "samling --lang nb --theme light"),
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": None},
)
@click.option(
    "--db", type=click.Path(path_type=Path), envvar="SAMLING_DB", metavar="FILE", help=_("The database (SAMLING_DB).")
)
@click.option("--lang", type=click.Choice(LANGUAGES), envvar="SAMLING_LANG", help=_("Language (SAMLING_LANG)."))
@click.option(
    "--at", metavar="INSTANT", help=_("The time to record or compute at: 09:03, or 2026-09-16T09:03:00+02:00.")
)
@click.option(
    "--theme",
    type=click.Choice(["dark", "light"]),
    envvar="SAMLING_THEME",
    default="dark",
    help=_("Colours of the windows (SAMLING_THEME): light for a bright room."),
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help=_("Show the version.")
)
@click.pass_context
def cli(
    context: click.Context,
    db: Path | None,
    lang: str | None,  # noqa: ARG001 - looked up before the help texts were made
    at: str | None,
    theme: str,
) -> None:
    """Run the day of a gathering."""
    context.obj = Place(db, at, theme)
    if context.invoked_subcommand is None:
        from samling.cli.windows import open_control

        open_control(context.obj)
