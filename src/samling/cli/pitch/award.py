"""`samling pitch award`: the result settled, announced place by place, ended, and corrected after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import do, echo_json, tell, with_json
from samling.cli.pitch.results import found
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, WrongUsage
from samling.domain.pitching.award import to_come
from samling.domain.pitching.finding import the_prize, the_team
from samling.domain.pitching.podium import Stage
from samling.language import _, ngettext
from samling.pitch_wording import announced_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from samling.domain.pitching.values import Pitching


@click.group(
    invoke_without_command=True,
    help=_(
        "The award: settle the result, announce it place by place from the last, end it. Without a command it tells "
        "how far it has come, and nothing of what is still to come."
    ),
    epilog=example("samling pitch award"),
)
@with_json
@pass_place
@click.pass_context
def award(context: click.Context, place: Place, as_json: bool) -> None:
    """Tell how far the award has come, where no command is given."""
    if context.invoked_subcommand is not None:
        return
    with place.session() as session:
        pitching = session.pitching()
    if as_json:
        echo_json(_json(pitching))
    else:
        click.echo("\n".join(_lines(pitching)))


def _json(pitching: Pitching) -> dict[str, Any]:
    revealed = pitching.award.revealed
    return {
        "stage": pitching.award.stage.value,
        "revision": pitching.award.current.number if pitching.award.current else None,
        "places_to_come": _left(pitching),
        "announced": [
            {
                "what": each.what.value,
                "place": each.place,
                "teams": [pitching.name_of(team_id) for team_id in each.team_ids],
                "shared": each.is_shared,
                "text": announced_line(pitching, each),
            }
            for each in revealed
        ],
    }


def _left(pitching: Pitching) -> int:
    return len(to_come(pitching)) if pitching.award.stage is Stage.SETTLED else 0


def _lines(pitching: Pitching) -> Iterator[str]:
    yield {
        Stage.OPEN: _("The result is not settled: sheets can be changed."),
        Stage.SETTLED: _("The result is settled; no sheet is changed until the award is over."),
        Stage.FROZEN: _("The award is over."),
    }[pitching.award.stage]
    yield from (announced_line(pitching, each) for each in pitching.award.revealed)
    left = _left(pitching)
    if left:
        yield ngettext(
            "{count} place is still to be announced.", "{count} places are still to be announced.", left
        ).format(count=left)


@award.command(
    help=_(
        "Settle the result that is to be announced, and tell what to look at first. No sheet is changed after it "
        "until the award is over; unsettle opens them again."
    ),
    epilog=example("samling pitch award settle"),
)
@pass_place
def settle(place: Place) -> None:
    """Settle the result."""
    with place.session() as session:
        findings = list(found(session))
        done = session.do("award-settle", at=place.moment(session.in_use()))
        for text, _blocks in findings:
            click.echo(text)
        tell(done, session)


def _verb(name: str, action: str, told: str) -> None:
    @award.command(name, help=told, epilog=example(f"samling pitch award {name}"))
    @pass_place
    def command(place: Place) -> None:
        do(place, action)


_verb("unsettle", "award-unsettle", _("Open the sheets again, while nothing is announced."))
_verb("next", "award-reveal", _("Announce the next place on the projector, the last of them first."))
_verb("audience", "award-audience", _("Announce who has the most of the audience's votes."))
_verb("back", "award-back", _("Take the last announcement back, without showing what comes."))
_verb("freeze", "award-freeze", _("End the award: after it a correction makes a numbered revision."))
_verb("undecide", "award-undecide", _("Take the jury's decision beside the sums back."))


@award.command(
    help=_("Announce a category prize on the projector."), epilog=example("samling pitch award prize største")
)
@click.argument("prize")
@pass_place
def prize(place: Place, prize: str) -> None:
    """Announce a prize."""
    do(place, "award-prize", lambda before: {"prize_id": the_prize(before, prize).id})


@award.command(
    help=_("Keep the jury's decision to place teams otherwise than the sums say. The protocol shows both."),
    epilog=example('samling pitch award decide Nattugla=1 Fallskjermen=2 --reason "Målet ble nådd" --by "Kari Nes"'),
)
@click.argument("places", nargs=-1, required=True, metavar="TEAM=PLACE...")
@click.option("--reason", required=True, metavar="TEXT", help=_("Why, in the jury's words."))
@click.option("--by", required=True, metavar="NAME", help=_("Who answers for it: the jury's chair."))
@pass_place
def decide(place: Place, places: tuple[str, ...], reason: str, by: str) -> None:
    """Decide beside the sums."""
    do(place, "award-decide", lambda before: {"places": numbered(before, places), "reason": reason, "by": by})


def numbered(pitching: Pitching, typed: tuple[str, ...]) -> dict[int, int]:
    """Return whole numbers by team, as they were typed: TEAM=NUMBER. Raises `WrongUsage` for another text."""
    given = {}
    for each in typed:
        name, sign, number = each.rpartition("=")
        if not (name.strip() and sign and number.isascii() and number.isdecimal() and len(number) < 10):
            raise WrongUsage(N_("“{text}” is not TEAM=NUMBER, such as Fjord=12."), text=each[:60])
        given[the_team(pitching, name)] = int(number)
    return given


@award.command(
    help=_(
        "Correct the result after the award: a new numbered revision from the sheets as they now stand. The ones "
        "before it are kept."
    ),
    epilog=example('samling pitch award revise --reason "Et skjema var ført inn feil"'),
)
@click.option("--reason", required=True, metavar="TEXT", help=_("Why; it stands in the protocol."))
@pass_place
def revise(place: Place, reason: str) -> None:
    """Correct the result."""
    do(place, "award-revise", lambda _before: {"reason": reason})
