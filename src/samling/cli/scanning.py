"""`samling screen link` and `wifi`: a link, or the guests' wireless network, as a code on the projector."""

from __future__ import annotations

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.qr import SECURITY, ask_wireless
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.survey.projected import links
from samling.language import _


@click.command(
    help=_("Show a link as a code on the projector: any link, or one of a block's."),
    epilog=example("samling screen link --block 7"),
)
@click.argument("url", metavar="[LINK]", required=False)
@click.option("--block", "position", type=int, metavar="POSITION", help=_("A link of this block."))
@click.option("--number", type=int, default=1, metavar="NUMBER", help=_("Which of its links, counted from 1."))
@pass_place
def link(place: Place, url: str | None, position: int | None, number: int) -> None:
    """Show a link on the projector."""
    from samling.domain.link import checked, findings

    if (url is None) == (position is None):
        raise WrongUsage(N_("Give a link, or a block with --block POSITION: one of the two."))
    with place.session() as session:
        if position is not None:
            found = links(session.in_use().block(position))
            if not 1 <= number <= len(found):
                raise Refused(N_("Block {position} has {count} links."), position=position, count=len(found))
            url = found[number - 1][1]
        shown = checked(url or "")
        session.do("show-link", url=shown.text)
    click.echo(_("The projector shows {scene}").format(scene=shown.text))
    for each in findings(shown):
        click.echo(each.sentence(_))


@click.command(
    help=_(
        "Show the guests' wireless network as a code on the projector. Its password is asked for; it is kept "
        "outside the log, and erased when something else is shown."
    ),
    epilog=example("samling screen wifi Gjest"),
)
@click.argument("name")
@click.option(
    "--security", metavar="|".join(SECURITY), type=click.Choice(list(SECURITY), case_sensitive=False), default="WPA",
    show_default=True, help=_("How the network is guarded."),
)  # fmt: skip
@click.option("--hidden", is_flag=True, help=_("The network does not show its name."))
@pass_place
def wifi(place: Place, name: str, security: str, hidden: bool) -> None:
    """Show a wireless network on the projector."""
    network = ask_wireless(name, security, hidden=hidden)
    with place.session() as session:
        session.show_wireless(network)
    click.echo(_("The projector shows {scene}").format(scene=_("Wireless network: {name}").format(name=network.name)))
