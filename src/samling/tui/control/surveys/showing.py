"""What the room gets to scan: a survey, a link of a block, the guests' wireless network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.gathering import Scene
from samling.domain.survey.projected import links
from samling.domain.wireless import Security, wireless
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.tui.control.surveys.desk import SurveysDesk

_OTHER = "other"


def show(desk: SurveysDesk) -> None:
    """Show the marked survey on the projector."""
    survey = desk.marked()
    if survey is not None:
        desk.do("show-survey", survey_id=survey.id)


def auto(desk: SurveysDesk) -> None:
    """Let the projector go by the running block."""
    desk.do("show", scene=Scene.AUTO)


async def show_link(desk: SurveysDesk) -> None:
    """Choose a link of a block, or write one, and show it."""
    from samling.tui.control.dialogs.chooser import Chooser

    found = [(url, title or url, block.title) for block in desk.gathering.blocks for title, url in links(block)]
    answer: str | None = _OTHER
    if found:
        answer = await desk.ask(Chooser(_("Show a link"), [*found, (_OTHER, _("Another link …"), "")]))
    if answer == _OTHER:
        await _ask_link(desk)
    elif answer is not None:
        desk.do("show-link", url=answer)


async def _ask_link(desk: SurveysDesk) -> None:
    from samling.tui.control.dialogs.form import Field, Form

    field = Field("url", _("Link"), desk.gathering.display.link)
    form = Form(_("Show a link"), [field], lambda values: desk.must("show-link", url=values["url"]), verb=_("Show"))
    await desk.ask(form)


async def show_wireless(desk: SurveysDesk) -> None:
    """Ask for the guests' network, and show it."""
    from samling.tui.control.dialogs.form import Field, Form

    def send(values: Mapping[str, Any]) -> None:
        network = wireless(values["name"], Security(values["security"]), values["password"])
        desk.app.session.show_wireless(network)
        desk.app.reread()
        desk.say(_("The projector shows {scene}").format(scene=_("Wireless network: {name}").format(name=network.name)))

    options = ((Security.WPA.value, "WPA"), (Security.WEP.value, "WEP"), (Security.NONE.value, _("none")))
    fields = [
        Field("name", _("Name")),
        Field("security", _("Guarded by"), Security.WPA.value, options=options),
        Field("password", _("Password"), is_secret=True),
    ]
    text = _("The password is not logged, and is forgotten when something else is shown.")
    await desk.ask(Form(_("Wireless network"), fields, send, text=text, verb=_("Show")))
