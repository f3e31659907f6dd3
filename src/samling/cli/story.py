"""`samling note`, `undo`, `redo` and `log`: the story of the day and going back in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from samling.cli.agenda import tell
from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.printing import folded
from samling.domain import storyline
from samling.domain.errors import N_, WrongUsage
from samling.domain.localtime import DEFAULT_ZONE, to_local
from samling.language import _
from samling.log_wording import began, told
from samling.wording import deed, long_date, wall_clock, who_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.domain.storyline import Line
    from samling.store.log import LogEntry


@click.command(
    help=_("Jot a line to the running block, or to the one at POSITION."),
    epilog=example('samling note "Ta med flere tusjer"', 'samling note 3 "Spør avdelingen om tallene"'),
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("words", nargs=-1, required=True, metavar="[POSITION] TEXT")
@pass_place
def note(place: Place, words: tuple[str, ...]) -> None:
    """Jot a line to a block."""
    if len(words) > 2:
        raise WrongUsage(N_('Put the text in quotation marks: samling note 3 "Ask about the ward"'))
    position = None
    if len(words) == 2:
        if not words[0].isdecimal():
            raise WrongUsage(N_("“{text}” is not a position. Positions count from 1."), text=words[0])
        position = int(words[0])
    with place.session() as session:
        gathering = session.in_use()
        if position is not None:
            gathering.block(position)
        done = session.do("note", at=place.moment(gathering), text=words[-1], position=position)
    click.echo(deed(done.action, done.arguments, done.gathering.timezone))


@click.command(
    help=_("Take the last agenda action, plan edit or re-plan back; again and again further back."),
    epilog=example("samling undo"),
)
@pass_place
def undo(place: Place) -> None:
    """Take the last action back."""
    with place.session() as session:
        at = place.moment(session.in_use())
        done = session.undo()
        tell(done, session, at=at, form=_("Undone: {what}"))


@click.command(help=_("Bring forward what was undone last."), epilog=example("samling redo"))
@pass_place
def redo(place: Place) -> None:
    """Bring the last undone action forward."""
    with place.session() as session:
        at = place.moment(session.in_use())
        done = session.redo()
        tell(done, session, at=at, form=_("Redone: {what}"))


@click.command(
    help=_(
        "Tell the story of the day: what was done in the gathering in use, oldest first. What belongs together is one "
        "line; the window is named where it is another than before. With --json, every single entry."
    ),
    epilog=example("samling log", "samling log --json --limit 20"),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
@click.option("--all", "everything", is_flag=True, help=_("All networks and gatherings, not only the one in use."))
@click.option("--limit", type=click.IntRange(min=1), help=_("Only the newest so many."))
@pass_place
def log(place: Place, as_json: bool, everything: bool, limit: int | None) -> None:
    """Tell what was done."""
    with place.session() as session:
        gathering = None if everything else session.in_use()
        entries = (
            session.story(gathering)
            if gathering and not as_json
            else session.log(gathering.id if gathering else None, limit if as_json else None)
        )
        titles = {each.id: each.title for each in session.gatherings() if everything}
    zone = gathering.timezone if gathering else DEFAULT_ZONE
    if as_json:
        click.echo(json.dumps([_json(entry, zone) for entry in entries], ensure_ascii=False, indent=2))
        return
    for line in _story(entries, zone, titles, limit):
        click.echo(line)


def _story(entries: Sequence[LogEntry], zone: str, titles: Mapping[int, str], limit: int | None) -> Iterator[str]:
    """Yield the story, with a heading for each day and, where there are several, for each gathering of it."""
    heading, window = "", _USUAL
    for line in storyline.lines(entries)[-(limit or 0) :]:
        title = titles.get(line.last.gathering_id or 0, "")
        day = long_date(to_local(line.last.happened_at, zone).date())
        if heading != (heading := " · ".join(each for each in (day, title) if each)):
            yield click.style(heading, bold=True)
            window = _USUAL
        who = window if line.last.who in _NAMED_IN_IT else line.last.who
        yield _line(line, zone, "" if who == window else who_word(who))
        window = who


_USUAL = "control"
"""The window that the day is run from: a day begins in it where no other is named."""

_NAMED_IN_IT = ("judge",)
"""The windows of those who stand in the line by name."""


def _line(line: Line, zone: str, window: str) -> str:
    """A line, with the window it was done in where that is another than the line before's."""
    happened, recorded = (wall_clock(each, zone) for each in (line.last.happened_at, line.last.recorded_at))
    start = f"{'►' if began(line) else ' '} {happened}  "
    words = told(line, zone)
    if recorded != happened:
        words = _("{line} (recorded {time})").format(line=words, time=recorded)
    return start + folded(f"{words}  · {window}" if window else words, len(start))


def _json(entry: LogEntry, zone: str) -> dict[str, object]:
    return {
        "id": entry.id,
        "network": entry.network_id,
        "gathering": entry.gathering_id,
        "happened_at": to_local(entry.happened_at, zone).isoformat(),
        "recorded_at": to_local(entry.recorded_at, zone).isoformat(),
        "who": entry.who,
        "action": entry.action,
        "arguments": entry.arguments,
        "of": entry.of,
        "text": deed(entry.action, entry.arguments, zone),
    }
