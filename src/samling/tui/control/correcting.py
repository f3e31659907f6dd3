"""The form that corrects recorded times: the start, the pauses and the end of a block."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.amend import Correction
from samling.domain.errors import N_, WrongUsage
from samling.language import _
from samling.tui.control.dialogs.form import Field, Form
from samling.tui.control.times import correction
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any

    from samling.domain.gathering import Block
    from samling.tui.control.desk import Desk


def correction_form(desk: Desk, position: int, block: Block) -> Form:
    """Return a form with every time that is recorded of the block."""
    zone = desk.gathering.timezone

    def field(name: str, label: str, moment: datetime) -> Field:
        return Field(name, label, clock_time(moment, zone, seconds=True), read=correction(moment, zone))

    fields = [field("started", _("Started"), block.started_at)] if block.started_at else []
    for number, pause in enumerate(block.pauses, start=1):
        fields.append(field(f"paused-{number}", _("Pause {number} from").format(number=number), pause.started_at))
        if pause.ended_at is not None:
            fields.append(field(f"resumed-{number}", _("Pause {number} to").format(number=number), pause.ended_at))
    if block.ended_at is not None:
        fields.append(field("ended", _("Ended"), block.ended_at))

    def send(values: Mapping[str, Any]) -> None:
        changes = _corrections(values, len(block.pauses))
        if not changes:
            raise WrongUsage(N_("Nothing was changed. Write another time, or press Escape."))
        for number, change in enumerate(changes):  # the first one changes what was seen
            seen = {} if number else {"seen": block}
            desk.must("amend", position=position, correction=change, **seen)

    return Form(_("Correct the times of “{title}”").format(title=block.title), fields, send)


def _corrections(values: Mapping[str, Any], pauses: int) -> list[Correction]:
    """As few corrections as carry every change: one for each pause that changed, the ends with the first of them."""
    ends = Correction(started=values.get("started"), ended=values.get("ended"))
    of_pauses = [
        Correction(pause=number, paused=values.get(f"paused-{number}"), resumed=values.get(f"resumed-{number}"))
        for number in range(1, pauses + 1)
        if values.get(f"paused-{number}") or values.get(f"resumed-{number}")
    ]
    first = replace(of_pauses[0], started=ends.started, ended=ends.ended) if of_pauses else ends
    return [each for each in (first, *of_pauses[1:]) if each != Correction()]
