"""`samling judge`: who judges, who may not score whom, and the judge's own window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import do, echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.pitching.finding import the_judge, the_team
from samling.domain.pitching.judge import Judge, JudgeChange, recused_from
from samling.domain.pitching.pin import hashed
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.values import Pitching

_SALT_BYTES = 16


@click.group(
    invoke_without_command=True,
    help=_("Open a judge's window; or say who judges, and whom each judge may not score."),
    epilog=example('samling judge --name "Kari Nes"'),
)
@click.option("--name", metavar="JUDGE", help=_("Whose window it is; left out, it is chosen from the list."))
@click.pass_context
def judge(context: click.Context, name: str | None) -> None:
    """Open a judge's window, or handle judges."""
    if context.invoked_subcommand is None:
        from samling.cli.windows import open_judge

        open_judge(context.obj, name)
    elif name is not None:
        raise click.UsageError(_("--name opens a judge's window; a command of `samling judge` comes without it."))


_organisation = click.option("--organisation", metavar="TEXT", help=_("The trust or municipality of the judge."))
_reason = click.option("--reason", default="", metavar="TEXT", help=_("Why; it stands in the protocol."))


@judge.command(
    help=_("Add a judge. Teams of the judge's own organisation are not scored by that judge."),
    epilog=example('samling judge add "Kari Nes" --organisation Fjordhelse'),
)
@click.argument("name")
@_organisation
@click.option("--no-vote", is_flag=True, help=_("The judge's sheets count nowhere."))
@pass_place
def add(place: Place, name: str, organisation: str | None, no_vote: bool) -> None:
    """Add a judge."""
    added = Judge(name, organisation or "", voting=not no_vote)
    after = do(place, "judge-add", lambda _pitching: {"judge": added})
    found = after.judges[-1]
    recused = recused_from(after, found)
    if recused:
        click.echo(_recused_line(after, recused))


def _recused_line(pitching: Pitching, team_ids: tuple[int, ...]) -> str:
    return _("Recused from: {teams}").format(teams=", ".join(pitching.name_of(each) for each in team_ids))


@judge.command("list", help=_("List the judges and whom they do not score."), epilog=example("samling judge list"))
@with_json
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the judges."""
    with place.session() as session:
        pitching = session.pitching()
    if as_json:
        echo_json([_json(pitching, each) for each in pitching.judges])
    elif not pitching.judges:
        click.echo(_('There is no judge yet. Add one: samling judge add "NAME"'))
    else:
        click.echo("\n".join(_lines(pitching)))


def _json(pitching: Pitching, found: Judge) -> dict[str, Any]:
    return {
        "id": found.id,
        "name": found.name,
        "organisation": found.organisation,
        "voting": found.voting,
        "pin": found.pin_hash is not None,
        "recused": [pitching.name_of(each) for each in recused_from(pitching, found)],
    }


def _lines(pitching: Pitching) -> Iterator[str]:
    for each in pitching.judges:
        recused = recused_from(pitching, each)
        parts = (
            each.organisation,
            "" if each.voting else _("no vote"),
            _("has a PIN") if each.pin_hash else "",
            _recused_line(pitching, recused) if recused else "",
        )
        yield " · ".join((each.name, *(part for part in parts if part)))


@judge.command(
    help=_("Change a judge's name, organisation or vote; an empty text clears it."),
    epilog=example("samling judge edit kari --no-vote"),
)
@click.argument("name", metavar="JUDGE")
@click.option("--name", "new", metavar="TEXT", help=_("The new name."))
@_organisation
@click.option("--vote/--no-vote", "voting", default=None, help=_("Whether the judge's sheets count."))
@pass_place
def edit(place: Place, name: str, new: str | None, organisation: str | None, voting: bool | None) -> None:
    """Change a judge."""
    change = JudgeChange(new, organisation, voting)
    if change == JudgeChange():
        raise click.UsageError(_("Say what to change: --name, --organisation, --vote or --no-vote."))
    do(place, "judge-edit", lambda before: {"judge_id": the_judge(before, name).id, "change": change})


@judge.command(help=_("Take away a judge who has filled in no sheet."), epilog=example("samling judge remove kari"))
@click.argument("name", metavar="JUDGE")
@pass_place
def remove(place: Place, name: str) -> None:
    """Remove a judge."""
    do(place, "judge-remove", lambda before: {"judge_id": the_judge(before, name).id})


def _about_team(name: str, action: str, told: str, shown: str) -> None:
    """A command that says whether a judge scores a team."""

    @judge.command(name, help=told, epilog=example(shown))
    @click.argument("name", metavar="JUDGE")
    @click.argument("team")
    @_reason
    @pass_place
    def command(place: Place, name: str, team: str, reason: str) -> None:
        do(
            place,
            action,
            lambda before: {
                "judge_id": the_judge(before, name).id,
                "team_id": the_team(before, team),
                "reason": reason,
            },
        )


_about_team(
    "recuse",
    "judge-recuse",
    _("Declare that a judge does not score a team."),
    'samling judge recuse kari fall --reason "Veileder teamet"',
)
_about_team(
    "waive",
    "judge-waive",
    _("Let a judge score a team all the same; one of the judge's own organisation takes a reason."),
    "samling judge waive kari fall",
)


@judge.command(
    help=_(
        "Give a judge a PIN of 4 to 12 digits, so that nobody fills in the wrong sheet on a shared laptop. It is "
        "asked for here."
    ),
    epilog=example("samling judge pin kari"),
)
@click.argument("name", metavar="JUDGE")
@click.option("--clear", is_flag=True, help=_("Take the PIN away."))
@pass_place
def pin(place: Place, name: str, clear: bool) -> None:
    """Give a judge a PIN."""
    with place.session() as session:
        judge_id = the_judge(session.pitching(), name).id
    typed = None if clear else click.prompt(_("PIN"), hide_input=True, confirmation_prompt=True)
    change = JudgeChange(clear_pin=True) if typed is None else JudgeChange(pin_hash=hashed(typed, _salt()))
    do(place, "judge-edit", lambda _pitching: {"judge_id": judge_id, "change": change})


def _salt() -> bytes:
    return os.urandom(_SALT_BYTES)
