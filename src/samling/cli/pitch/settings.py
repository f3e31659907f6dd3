"""`samling pitch settings`: lengths, labels, signs and what is announced."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import do, echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.pitching.settings import SettingsChange, parse_length
from samling.language import _
from samling.wording import minutes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samling.domain.pitching.values import Settings


def _length(name: str, help_: str) -> Callable[[Any], Any]:
    return click.option(f"--{name}", f"{name}_seconds", metavar="M:SS", help=help_)


@click.command(
    help=_(
        "Change how the pitches are held; without options it tells how they are. Lengths hold for the clocks that "
        "are started after it."
    ),
    epilog=example("samling pitch settings --pitch 3:00 --questions 2:00 --changeover 0:45"),
)
@_length("pitch", _("How long a pitch is."))
@_length("questions", _("How long the questions are; 0 for none."))
@_length("grace", _("After so much overtime the questions begin by themselves."))
@_length("changeover", _("From one team to the next."))
@_length("award", _("What the award takes."))
@click.option("--by-itself/--by-key", "runs_on", default=None, help=_("Whether the questions begin by themselves."))
@click.option("--pitch-label", metavar="TEXT", help=_("What the pitch is called; empty for our word."))
@click.option("--questions-label", metavar="TEXT", help=_("What the questions are called; empty for our word."))
@click.option("--signals", metavar="SECONDS", help=_("Seconds left at which a sign is given: 60,30."))
@click.option("--places", type=int, help=_("How many places are announced."))
@click.option("--audience/--no-audience", default=None, help=_("Whether the audience gives a prize."))
@with_json
@pass_place
def settings(place: Place, /, *, as_json: bool, signals: str | None, **given: Any) -> None:  # noqa: ANN401
    """Change how the pitches are held."""
    read = {name: _read(name, value) for name, value in given.items()}
    change = SettingsChange(**read, signal_seconds=None if signals is None else _signals(signals))
    if change == SettingsChange():
        with place.session() as session:
            after = session.pitching()
    else:
        after = do(place, "pitch-settings", lambda _before: {"to": change})
    if as_json:
        echo_json(_json(after.settings))
    else:
        click.echo("\n".join(_lines(after.settings)))


def _read(name: str, value: Any) -> Any:  # noqa: ANN401
    return parse_length(value) if name.endswith("_seconds") and value is not None else value


def _signals(text: str) -> tuple[int, ...]:
    return tuple(parse_length(each) for each in text.split(",") if each.strip())


def _json(held: Settings) -> dict[str, Any]:
    found = asdict(held)
    return {**found.pop("lengths"), **found}


def _lines(held: Settings) -> Iterator[str]:
    lengths = held.lengths
    yield _("Pitch {pitch}, questions {questions}, changeover {changeover}, award {award}.").format(
        pitch=minutes(lengths.pitch_seconds),
        questions=minutes(lengths.questions_seconds),
        changeover=minutes(held.changeover_seconds),
        award=minutes(held.award_seconds),
    )
    if lengths.questions_seconds:
        yield (
            _("The questions begin by themselves {grace} after the pitch has taken its time.").format(
                grace=minutes(lengths.grace_seconds)
            )
            if lengths.runs_on
            else _("The questions begin on a key.")
        )
    marks = ", ".join(minutes(each) for each in held.signal_seconds)
    yield _("Signs with this much left: {marks}, and when the time is up.").format(marks=marks or "–")
    yield _("Places announced: {count}.").format(count=held.places)
    yield _("The audience gives a prize.") if held.audience else _("The audience gives no prize.")
