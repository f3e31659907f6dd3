"""`samling agenda`: every verb of the day, and the plan's editing."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.figures import day_figures
from samling.cli.lazy import LazyGroup
from samling.cli.place import Place, pass_place
from samling.domain import agenda as rules
from samling.domain.actions import ACTIONS
from samling.domain.amend import Correction
from samling.domain.display import parse_signals
from samling.domain.errors import N_, WrongUsage
from samling.domain.gathering import Gathering, Kind
from samling.domain.localtime import after, day_began, instant, parse_clock, parse_instant
from samling.domain.plan import BlockChange
from samling.language import _
from samling.wording import day_line, deed

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.session import Done, Session

_CHANGE = re.compile(r"(?P<sign>[+\-−]?)(?P<count>\d{1,6})(?P<unit>s|m|min)?", re.ASCII)


_ELSEWHERE = {
    "round": ("samling.cli.rounds:round_", N_("Give every team that is here a turn in a block.")),
    "turn": ("samling.cli.rounds:turn", N_("Go on to the next team of the round, or the next step.")),
    "last": ("samling.cli.rounds:last", N_("Let a team come last in the round.")),
    "skip": ("samling.cli.rounds:skip", N_("Skip a team, or a step.")),
    "steps": ("samling.cli.rounds:steps", N_("Give a block steps with lengths of their own.")),
    "swap": ("samling.cli.rounds:swap", N_("Let two coming blocks change places.")),
    "reserve": ("samling.cli.rounds:reserve", N_("Put in the film that the programme names for a speaker.")),
    "history": ("samling.cli.history:history", N_("What blocks took at earlier gatherings.")),
    "learn": ("samling.cli.history:learn", N_("Take over the lengths that blocks took before.")),
}


@click.group(
    cls=LazyGroup,
    lazy=_ELSEWHERE,
    help=_("Plan and run the day. POSITION counts the blocks from 1, through all days."),
)
def agenda() -> None:
    """Plan and run the day."""


def tell(done: Done, session: Session, form: str = "{what}", *, at: datetime | None = None) -> None:
    """Say what was done, in the given form, and how the day stands after it."""
    figures = day_figures(session, done.gathering, at or session.now())
    day = done.gathering.day(figures.day)
    line = day_line(figures.today, day.promised_end, done.gathering.timezone)
    click.echo(f"{form.format(what=deed(done.action, done.arguments, done.gathering.timezone))} · {line}")
    if done.more:
        click.echo(done.more)


def _do(place: Place, name: str, prepare: Callable[[Gathering], dict[str, Any]] | None = None) -> None:
    """Do an action at the time given, with arguments worked out from the gathering, and tell it."""
    with place.session() as session:
        gathering = session.in_use()
        at = place.moment(gathering)
        arguments = prepare(gathering) if prepare else {}
        tell(session.do(name, at=at, **arguments), session, at=at)


def _verb(name: str) -> click.Command:
    """A command for a verb that takes no more than a block's position, or nothing."""

    @click.command(name, help=_(ACTIONS[name].help), epilog=example(f"samling agenda {name}"))
    @pass_place
    def command(place: Place) -> None:
        _do(place, name)

    return command


NUMBERS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""For commands whose words may begin with a minus: -3 is a number there, and - opens no option but --help."""


def _verb_with_position(name: str, *, required: bool) -> click.Command:
    """A command for a verb that is about a block; the running one, or the next, where none need be named."""
    shown = f"samling agenda {name}"

    @click.command(
        name,
        help=_(ACTIONS[name].help),
        epilog=example(f"{shown} 10" if required else shown),
        context_settings=NUMBERS,
    )
    @click.argument("position", type=int, required=required)
    @pass_place
    def command(place: Place, position: int | None) -> None:
        _do(place, name, lambda _gathering: {"position": known(_gathering, position)})

    return command


def known(gathering: Gathering, position: int | None) -> int | None:
    """A position that exists, or none given; raises `Refused` for one that does not."""
    if position is not None:
        gathering.block(position)
    return position


for _name in ("pause", "resume", "next", "finish"):
    agenda.add_command(_verb(_name))
for _name in ("start", "reopen"):
    agenda.add_command(_verb_with_position(_name, required=False))
for _name in ("drop", "restore", "remove", "duplicate"):
    agenda.add_command(_verb_with_position(_name, required=True))


def parse_change(text: str) -> int:
    """Read +5, -3 or 5 (minutes) or +90s (seconds) as seconds; raise `WrongUsage` otherwise."""
    match = _CHANGE.fullmatch(text)
    if not match:
        raise WrongUsage(N_("“{text}” is not a change of length. Write +5 or -3 (minutes), or +90s."), text=text)
    seconds = int(match["count"]) * (1 if match["unit"] == "s" else 60)
    return seconds if match["sign"] in ("", "+") else -seconds


def _position_and(words: tuple[str, ...], what: str) -> tuple[int | None, str]:
    """Split "[POSITION] WORD": one word is the word alone."""
    if not 1 <= len(words) <= 2:
        raise click.UsageError(
            _("Give {what}, with the block's position before it if it is not the running one.").format(what=what)
        )
    return (_whole(words[0]), words[1]) if len(words) == 2 else (None, words[0])


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as fault:
        raise WrongUsage(N_("“{text}” is not a position. Positions count from 1."), text=text) from fault


@agenda.command(
    help=_(ACTIONS["extend"].help),
    epilog=example("samling agenda extend +5", "samling agenda extend 10 -3", "samling agenda extend +90s"),
    context_settings=NUMBERS,
)
@click.argument("change", nargs=-1, metavar="[POSITION] +5|-3|+90s")
@pass_place
def extend(place: Place, change: tuple[str, ...]) -> None:
    """Add time to a block, or take time from it."""
    position, amount = _position_and(change, "+5, -3 / +90s")
    seconds = parse_change(amount)
    _do(place, "extend", lambda gathering: {"seconds": seconds, "position": known(gathering, position)})


@agenda.command(
    help=_(ACTIONS["until"].help),
    epilog=example("samling agenda until 11:10", "samling agenda until 10 12:30"),
    context_settings=NUMBERS,
)
@click.argument("end", nargs=-1, metavar="[POSITION] HH:MM")
@pass_place
def until(place: Place, end: tuple[str, ...]) -> None:
    """Let a block end at a clock time."""
    position, text = _position_and(end, "HH:MM")
    clock = parse_clock(text)

    def prepare(gathering: Gathering) -> dict[str, Any]:
        target = known(gathering, position) or gathering.current
        number = gathering.block(target).day if target else gathering.days[0].number
        return {"end": after(day_began(gathering, number), clock, gathering.timezone), "position": position}

    _do(place, "until", prepare)


@agenda.command(help=_(ACTIONS["move"].help), epilog=example("samling agenda move 10 9"), context_settings=NUMBERS)
@click.argument("position", type=int)
@click.argument("to", type=int)
@pass_place
def move(place: Place, position: int, to: int) -> None:
    """Move a pending block."""
    _do(place, "move", lambda _gathering: {"position": position, "to": to})


@agenda.command(help=_(ACTIONS["promise"].help), epilog=example("samling agenda promise 13:15"))
@click.argument("end", required=False, metavar="[HH:MM]")
@click.option("--start", metavar="HH:MM", help=_("The planned start, before the day has started."))
@click.option("--day", type=int, help=_("Which day, counted from 1."))
@pass_place
def promise(place: Place, end: str | None, start: str | None, day: int | None) -> None:
    """Change what was promised."""
    if end is None and start is None:
        raise click.UsageError(_("Give the new end as HH:MM, or --start HH:MM."))

    def prepare(gathering: Gathering) -> dict[str, Any]:
        number = rules.current_day(gathering) if day is None else day
        planned = gathering.day(number)
        first = instant(planned.date, parse_clock(start), gathering.timezone) if start else planned.planned_start
        return {
            "number": number,
            "start": first if start else None,
            "end": after(first, parse_clock(end), gathering.timezone) if end else None,
        }

    _do(place, "promise", prepare)


@agenda.command(help=_(ACTIONS["amend"].help), epilog=example("samling agenda amend 1 --started 09:06"))
@click.argument("position", type=int)
@click.option("--started", metavar="HH:MM[:SS]", help=_("When the block started."))
@click.option("--ended", metavar="HH:MM[:SS]", help=_("When the block ended."))
@click.option("--pause", type=int, help=_("Which pause to correct, counted from 1."))
@click.option("--paused", metavar="HH:MM[:SS]", help=_("When that pause began."))
@click.option("--resumed", metavar="HH:MM[:SS]", help=_("When that pause ended."))
@pass_place
def amend(place: Place, /, position: int, pause: int | None, **times: str | None) -> None:
    """Correct recorded times."""

    def prepare(gathering: Gathering) -> dict[str, Any]:
        day = gathering.block(position).day
        read = {name: parse_instant(text, gathering, day) if text else None for name, text in times.items()}
        return {"position": position, "correction": Correction(pause=pause, **read)}

    _do(place, "amend", prepare)


def _block_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of `add` and `edit`."""
    options = (
        click.option(
            "--minutes", type=int, help=_("The length; left out when adding: a blank block, takes what is left.")
        ),
        click.option(
            "--kind", type=click.Choice([kind.value for kind in Kind]), help=_("What the block is for (talk).")
        ),
        click.option("--flexible/--not-flexible", default=None, help=_("Gives and takes time first.")),
        click.option("--min-minutes", type=int, help=_("Never proposed shorter than this.")),
        click.option("--may-drop/--may-not-drop", default=None, help=_("May be left out.")),
        click.option("--protected/--not-protected", default=None, help=_("Never proposed shorter or dropped.")),
        click.option("--fixed-start", metavar="HH:MM", help=_("Starts at this clock time; “none” lifts it.")),
        click.option("--fixed-end", metavar="HH:MM", help=_("Lasts until this clock time; “none” lifts it.")),
        click.option("--signals", metavar="5,1", help=_("Minutes left at which the projector warns.")),
    )
    for option in reversed(options):
        command = option(command)
    return command


_NONE = "none"


def _change(gathering: Gathering, number: int, given: dict[str, Any]) -> BlockChange:
    """The change that the options of `add` or `edit` ask for, its clock times on day `number`."""

    def fixed(name: str) -> datetime | None:
        text = given[name]
        if text in (None, _NONE):
            return None
        return after(gathering.day(number).planned_start, parse_clock(text), gathering.timezone)

    return BlockChange(
        title=given["title"],
        kind=Kind(given["kind"]) if given["kind"] else None,
        planned_seconds=_seconds(given["minutes"]),
        own_min_seconds=_seconds(given["min_minutes"]),
        flexible=given["flexible"],
        may_drop=given["may_drop"],
        protected=given["protected"],
        fixed_start=fixed("fixed_start"),
        fixed_end=fixed("fixed_end"),
        clear_fixed_start=given["fixed_start"] == _NONE,
        clear_fixed_end=given["fixed_end"] == _NONE,
        signal_minutes=parse_signals(given["signals"]) if given["signals"] is not None else None,
    )


def _seconds(minutes: int | None) -> int | None:
    return None if minutes is None else minutes * 60


@agenda.command(
    help=_(ACTIONS["add"].help), epilog=example('samling agenda add "Lunsj" --minutes 30 --kind break --position 10')
)
@click.argument("title")
@_block_options
@click.option("--position", type=int, help=_("Where it will stand; last when left out."))
@click.option("--day", "number", type=int, help=_("Which day, counted from 1."))
@pass_place
def add(place: Place, /, position: int | None, number: int | None, **given: Any) -> None:  # noqa: ANN401 - the options
    """Add a block."""

    def prepare(gathering: Gathering) -> dict[str, Any]:
        known = position is not None and 1 <= position <= len(gathering.blocks)
        near = gathering.block(position).day if position and known else gathering.days[-1].number
        day = near if number is None else number
        return {"change": _change(gathering, day, given), "number": number, "position": position}

    _do(place, "add", prepare)


@agenda.command(help=_(ACTIONS["edit"].help), epilog=example("samling agenda edit 10 --minutes 20 --protected"))
@click.argument("position", type=int)
@click.option("--title", help=_("The new title."))
@_block_options
@pass_place
def edit(place: Place, /, position: int, **given: Any) -> None:  # noqa: ANN401 - the options
    """Change a block."""

    def prepare(gathering: Gathering) -> dict[str, Any]:
        return {"position": position, "change": _change(gathering, gathering.block(position).day, given)}

    _do(place, "edit", prepare)


@agenda.command("lay-out", help=_(ACTIONS["lay-out"].help), epilog=example("samling agenda lay-out"))
@click.option("--day", "number", type=int, default=1, help=_("Which day, counted from 1."))
@pass_place
def lay_out(place: Place, number: int) -> None:
    """Share what is left between the blank blocks."""
    _do(place, "lay-out", lambda _gathering: {"number": number})
