"""Taking a spreadsheet in: which file, what was understood of it, and only then the roster."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from samling.domain.errors import N_, SamlingError, WrongUsage
from samling.language import _
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from samling.domain.roster import Roster
    from samling.domain.roster_reading.found import Understood
    from samling.tui.control.dialogs.telling import Page
    from samling.tui.control.teams.desk import TeamsDesk


async def take_in(desk: TeamsDesk) -> None:
    """Ask for a file, tell what was understood of it, and take it in when that is right."""
    from samling.tui.control.dialogs.form import Field, Form
    from samling.tui.control.dialogs.telling import Agreeing, Telling

    asked: list[Path] = []

    def send(values: Mapping[str, Any]) -> None:
        asked.append(values["file"])

    text = _("The organisers' spreadsheet: .xlsx, .ods or .csv. Nothing is taken in before you have seen it.")
    field = Field("file", _("File"), hint="", read=path)
    if not await desk.ask(Form(_("Take teams and people in"), [field], send, text=text, verb=_("Read"))):
        return
    file = asked[-1]
    try:
        page, found = await asyncio.to_thread(read, file, desk.roster)
    except SamlingError as error:
        sentences = tuple(("", each) for each in getattr(error, "sentences", lambda _translate: ())(_))
        await desk.ask(Telling(_("It cannot be taken in"), (("", sentences),), text=say(error)))
        return
    if await desk.ask(Agreeing(_("This was understood of {file}").format(file=file.name), page, yes=_("Take it in"))):
        desk.do("team-import", teams=found.teams, others=found.others, file=file.name)


def read(file: Path, roster: Roster) -> tuple[Page, Understood]:
    """Read a spreadsheet; return what was understood and what taking it in does, and the teams and people in it.

    Raises `FileProblems` with everything that is wrong with it.
    """
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain import roster_intake
    from samling.domain.roster_reading import telling
    from samling.domain.roster_reading.found import NotUnderstood
    from samling.domain.roster_reading.understand import chosen
    from samling.domain.roster_warnings import warnings

    sheets = read_sheets(read_bytes(file), str(file))
    sheet, found = chosen(sheets, None)
    if found.errors:
        raise NotUnderstood(str(file), found.errors)
    intake = roster_intake.take_in(roster, found.teams, found.others)
    others = [each.name for each in sheets if each is not sheet]
    advice = [each.sentence(_) for each in warnings(intake.roster)]
    sections = (
        (_("What it does"), tuple(telling.taken_in(intake, _))),
        *telling.understood(sheet, found, others, _),
        *telling.section(_("Worth a second look:"), advice, _),
    )
    return tuple((heading, tuple(("", line) for line in lines)) for heading, lines in sections), found


def path(typed: str) -> Path:
    """Read a path as it is typed, or dragged into the terminal, which puts quotation marks around it."""
    bare = typed.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"":
        bare = bare[1:-1]
    if not bare:
        raise WrongUsage(N_("Give the file's name, with the folder it is in."))
    try:
        return Path(bare).expanduser()
    except (RuntimeError, ValueError) as fault:
        raise WrongUsage(N_("“{text}” cannot be the name of a file."), text=bare[:60]) from fault
