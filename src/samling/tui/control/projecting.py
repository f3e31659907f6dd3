"""Commands for what the room sees, and for the notes of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import Scene
from samling.domain.line import clean_line
from samling.language import _
from samling.wording import scene_word

if TYPE_CHECKING:
    from samling.tui.control.desk import Desk


async def message(desk: Desk) -> None:
    """Write a message on the projector; an empty one takes it away."""
    from samling.tui.control.dialogs.form import Field, Form

    shown = desk.gathering.display
    field = Field("text", _("Message"), shown.message if shown.scene is Scene.MESSAGE else "")
    form = Form(
        _("Message on the projector"),
        [field],
        lambda values: desk.must("message", text=values["text"]),
        text=_("The room sees it at once. An empty message takes it away."),
        verb=_("Show"),
    )
    await desk.ask(form)


def black_out(desk: Desk) -> None:
    """Turn the projector black, or back."""
    desk.do("black-out")


def sound(desk: Desk) -> None:
    """Turn the projector's bell on or off."""
    desk.do("sound", on=not desk.gathering.display.sound)


async def scene(desk: Desk) -> None:
    """Choose what the projector shows."""
    from samling.tui.control.dialogs.chooser import Chooser

    told = {
        Scene.AUTO: _("goes by the running block"),
        Scene.TIMER: _("time left of the block"),
        Scene.AGENDA: _("the whole day"),
        Scene.PROMPTS: _("the block's questions beside its clock"),
        Scene.SEATING: _("who sits where, then whose turn it is"),
        Scene.SURVEY: _("the survey's code, with what the teams expected"),
        Scene.LINK: _("the last link, as a code"),
        Scene.PITCH: _("who pitches with the clock, then what is announced"),
        Scene.BREAK: _("when we start again"),
        Scene.MESSAGE: _("the last message"),
        Scene.CLOCK: _("what the clock shows"),
        Scene.BLACK: _("nothing at all"),
    }
    shown = desk.gathering.display
    options = [(each.value, scene_word(each), words) for each, words in told.items()]
    chosen = Scene.BLACK if shown.black else shown.scene
    answer = await desk.ask(Chooser(_("What the projector shows"), options, chosen=chosen.value))
    if answer:
        desk.do("show", scene=Scene(answer))


async def note(desk: Desk) -> None:
    """Jot a line to the chosen block, else to the running one, else to the gathering."""
    from samling.tui.control.dialogs.form import Field, Form

    position = desk.explicit or desk.gathering.current
    about = desk.gathering.block(position).title if position else desk.gathering.title
    form = Form(
        _("Note to “{title}”").format(title=about),
        [Field("text", _("Note"), read=clean_line)],
        lambda values: desk.must("note", text=values["text"], position=position),
        text=_("For the parking lot, or for the report afterwards. The room does not see it."),
    )
    await desk.ask(form)
