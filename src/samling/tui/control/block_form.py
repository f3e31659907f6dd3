"""The form for one block of the plan, new or changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samling.domain.display import DEFAULT_SIGNALS, parse_signals
from samling.domain.errors import N_, WrongUsage
from samling.domain.gathering import Kind
from samling.domain.line import clean_line
from samling.domain.localtime import parse_instant
from samling.domain.plan import BlockChange
from samling.language import _
from samling.tui.control.dialogs.form import Field, Form, yes_or_no
from samling.wording import clock_time, kind_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from typing import Any

    from samling.domain.gathering import Block, Gathering

_WHOLE = re.compile(r"\d{1,5}", re.ASCII)


def new_block_form(gathering: Gathering, number: int, where: str, send: Callable[[BlockChange], object]) -> Form:
    """Return a form for a new block of day `number`; `where` says where it goes."""
    fields = _fields(gathering, number, None)
    return Form(_("Add a block"), fields, lambda values: send(_change(values, None)), text=where, verb=_("Add"))


def edit_block_form(
    gathering: Gathering, block: Block, send: Callable[[BlockChange], object], *, text: str = ""
) -> Form:
    """Return a form with what the plan knows of a block; `text` is what else is known of it."""
    fields = _fields(gathering, block.day, block)
    title = _("Edit “{title}”").format(title=block.title)
    return Form(title, fields, lambda values: send(_change(values, block)), text=text)


def _fields(gathering: Gathering, number: int, block: Block | None) -> list[Field]:
    zone = gathering.timezone

    def at(text: str) -> datetime | None:
        return parse_instant(text.strip(), gathering, number) if text.strip() else None

    def clock(moment: datetime | None) -> str:
        return clock_time(moment, zone) if moment else ""

    kinds = tuple((kind.value, kind_word(kind)) for kind in Kind)
    length = str(block.planned_seconds // 60) if block and not block.blank else ""
    least = str(block.own_min_seconds // 60) if block and block.own_min_seconds is not None else ""
    marks = DEFAULT_SIGNALS if block is None or block.signal_minutes is None else block.signal_minutes
    signals = ", ".join(str(minutes) for minutes in marks)
    return [
        Field("title", _("Title"), block.title if block else "", read=clean_line),
        Field("minutes", _("Minutes"), length, _("empty: what is left of the day"), _minutes),
        Field("kind", _("Kind"), block.kind.value if block else Kind.TALK.value, read=Kind, options=kinds),
        Field("least", _("At least"), least, _("minutes; empty: half the length"), _minutes),
        Field("fixed_start", _("Starts at"), clock(block.fixed_start if block else None), _("a fixed clock time"), at),
        Field("fixed_end", _("Ends at"), clock(block.fixed_end if block else None), _("a fixed clock time"), at),
        Field("signals", _("Warns at"), signals, _("minutes left, such as 5, 1"), parse_signals),
        yes_or_no("may_drop", _("May be dropped"), value=block.may_drop if block else False),
        yes_or_no("flexible", _("Flexible"), value=block.flexible if block else False),
        yes_or_no("protected", _("Protected"), value=block.protected if block else False),
    ]


def _minutes(text: str) -> int | None:
    """Read whole minutes as seconds; nothing typed is None."""
    if not text.strip():
        return None
    if not _WHOLE.fullmatch(text.strip()):
        raise WrongUsage(N_("“{text}” is not a number of minutes. Write whole minutes, such as 45."), text=text)
    return int(text) * 60


def _change(values: Mapping[str, Any], block: Block | None) -> BlockChange:
    """What was changed; what was left as it stood, to the second, is left alone."""
    if block is None:
        return BlockChange(
            title=values["title"],
            kind=values["kind"],
            planned_seconds=values["minutes"],
            own_min_seconds=values["least"],
            flexible=values["flexible"],
            may_drop=values["may_drop"],
            protected=values["protected"],
            fixed_start=values["fixed_start"],
            fixed_end=values["fixed_end"],
            signal_minutes=_if_other_signals(values["signals"], None),
        )
    minutes, least = values["minutes"], values["least"]
    same_length = minutes is None or minutes // 60 == block.planned_seconds // 60
    same_least = least is None or (block.own_min_seconds is not None and least // 60 == block.own_min_seconds // 60)
    return BlockChange(
        title=values["title"] if values["title"] != block.title else None,
        kind=values["kind"] if values["kind"] is not block.kind else None,
        planned_seconds=None if same_length and not (block.blank and minutes) else minutes,
        own_min_seconds=None if same_least else least,
        flexible=_if_other(values["flexible"], block.flexible),
        may_drop=_if_other(values["may_drop"], block.may_drop),
        protected=_if_other(values["protected"], block.protected),
        fixed_start=_if_other_minute(values["fixed_start"], block.fixed_start),
        fixed_end=_if_other_minute(values["fixed_end"], block.fixed_end),
        signal_minutes=_if_other_signals(values["signals"], block.signal_minutes),
        clear_fixed_start=values["fixed_start"] is None and block.fixed_start is not None,
        clear_fixed_end=values["fixed_end"] is None and block.fixed_end is not None,
    )


def _if_other(new: bool, old: bool) -> bool | None:
    return new if new != old else None


def _if_other_signals(new: tuple[int, ...], old: tuple[int, ...] | None) -> tuple[int, ...] | None:
    return None if new == (DEFAULT_SIGNALS if old is None else old) else new


def _if_other_minute(new: datetime | None, old: datetime | None) -> datetime | None:
    same = new is not None and old is not None and abs((new - old).total_seconds()) < 60
    return None if same else new
