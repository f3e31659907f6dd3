"""`samling screen`: the projector window, and what it shows."""

from __future__ import annotations

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.scanning import link, wifi
from samling.cli.survey.choosing import chosen
from samling.domain.errors import N_, Refused
from samling.domain.gathering import Scene
from samling.language import _
from samling.wording import deed, scene_word


@click.group(
    invoke_without_command=True,
    help=_("Open the projector window, or choose what it shows."),
    epilog=example("samling screen"),
)
@click.pass_context
def screen(context: click.Context) -> None:
    """Open the projector window."""
    if context.invoked_subcommand is None:
        from samling.cli.windows import open_screen

        open_screen(context.obj)


@screen.command(
    help=_("Choose what the projector shows. “auto” goes by the running block."),
    epilog=example("samling screen show agenda"),
)
@click.argument("scene", type=click.Choice([scene.value for scene in Scene]))
@pass_place
def show(place: Place, scene: str) -> None:
    """Choose what the projector shows."""
    if scene == Scene.WIRELESS:
        raise Refused(N_("Say which network: samling screen wifi NAME"))
    with place.session() as session:
        if scene == Scene.SURVEY:
            chosen(session, None)
        done = session.do("show", scene=Scene(scene))
    click.echo(deed(done.action, {"scene": scene}, done.gathering.timezone))


@screen.command(
    help=_("Show a message on the projector; an empty one takes it away."),
    epilog=example('samling screen message "Lunsj i kantina"'),
)
@click.argument("text")
@pass_place
def message(place: Place, text: str) -> None:
    """Show a message."""
    with place.session() as session:
        shown = session.do("message", text=text).gathering.display
    click.echo(_("The projector shows {scene}").format(scene=shown.message or scene_word(shown.scene)))


@screen.command(
    help=_("Turn the terminal bell at the warning signs on or off."), epilog=example("samling screen sound on")
)
@click.argument("state", type=click.Choice(["on", "off"]))
@pass_place
def sound(place: Place, state: str) -> None:
    """Turn the bell on or off."""
    with place.session() as session:
        session.do("sound", on=state == "on")
    click.echo(_("The bell is on") if state == "on" else _("The bell is off"))


screen.add_command(link)
screen.add_command(wifi)
