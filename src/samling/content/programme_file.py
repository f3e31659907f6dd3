"""What a programme file may hold, key by key, and how it becomes a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from samling.content.explain import FOUND, between, checked
from samling.content.faults import Fault, shown
from samling.content.fields import (
    CHOICE,
    FILLED_LINE,
    LINE,
    MOST_ITEMS,
    SLUG,
    TEXT,
    TEXTS,
    YES_NO,
    AsTuple,
    Clock,
    Line,
    Minutes,
    Name,
    Slug,
    Table,
    Text,
    Url,
    clock,
    slug,
)
from samling.content.toml_file import read_document
from samling.domain.errors import N_
from samling.domain.gathering import Kind  # noqa: TC001 - pydantic reads annotations when the program runs
from samling.domain.programme import Link, Preparation, Programme, ProgrammeBlock, ProgrammeKind, Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.content.toml_file import Document

_MINUTES = N_("whole minutes from 1 to 1440")
_BLANK_MINUTES = N_("whole minutes from 1 to 1440; leave the key out when the block shares what is left")
_CLOCK = N_('a clock time, as in "09:15"')
_PREPARATIONS = N_('a list of at most 500 tables, as in [{{ role = "team", what = "poster" }}]')
_LINKS = N_('a list of at most 500 tables, as in [{{ title = "UNN", url = "https://unn.no" }}]')

_STEPS = N_('a list of at most 500 tables, as in [{{ title = "Quiet writing", minutes = 7 }}]')
_BLOCKS = N_("1 to 500 blocks, each under a heading [[blocks]]")

_NONE = N_("there is no block")
_TAKEN = N_("found {found}, which the block in line {other} has already")
_OWN_ID = N_("an id of its own for each block")
_AT_MOST = N_("at most the block's own {minutes} minutes")
_SUM = N_("the steps take {found} minutes together")
_WHOLE = N_("steps that fill the block: {minutes} minutes together")
_OTHER_CLOCK = N_("another time than fixed_start; an earlier one is on the next day")


class PreparationTable(Table):
    """`{ role = "...", what = "..." }`."""

    role: Name = Field(description=FILLED_LINE)
    what: Name = Field(description=FILLED_LINE)


class LinkTable(Table):
    """`{ title = "...", url = "..." }`."""

    title: Name = Field(description=FILLED_LINE)
    url: Url = Field(description=N_("an address that begins with https:// or http://, without spaces"))


class StepTable(Table):
    """`{ title = "...", minutes = 7 }`."""

    title: Name = Field(description=FILLED_LINE)
    minutes: Minutes = Field(description=_MINUTES)


class BlockTable(Table):
    """One `[[blocks]]`."""

    id: Slug | None = Field(default=None, description=SLUG)
    title: Name = Field(description=FILLED_LINE)
    kind: Annotated[Kind, Field(strict=False)] = Field(description=CHOICE)
    minutes: Minutes | None = Field(default=None, description=_BLANK_MINUTES)
    flexible: bool = Field(default=False, description=YES_NO)
    min_minutes: Minutes | None = Field(default=None, description=_MINUTES)
    may_drop: bool = Field(default=False, description=YES_NO)
    may_halve: bool = Field(default=False, description=YES_NO)
    protected: bool = Field(default=False, description=YES_NO)
    fixed_start: Clock | None = Field(default=None, description=_CLOCK)
    fixed_end: Clock | None = Field(default=None, description=_CLOCK)
    leader: Line = Field(default="", description=LINE)
    leader_is_ours: bool = Field(default=False, description=YES_NO)
    content: Text = Field(default="", description=TEXT)
    prompts: Annotated[tuple[Text, ...], AsTuple] = Field(default=(), description=TEXTS)
    materials: Annotated[tuple[Line, ...], AsTuple] = Field(default=(), description=TEXTS)
    prepares: Annotated[tuple[PreparationTable, ...], AsTuple] = Field(default=(), description=_PREPARATIONS)
    links: Annotated[tuple[LinkTable, ...], AsTuple] = Field(default=(), description=_LINKS)
    per_team: bool = Field(default=False, description=YES_NO)
    signal_minutes: Annotated[tuple[Annotated[int, Field(ge=0, le=1440)], ...], AsTuple] | None = Field(
        default=None, max_length=10, description=N_("a list of at most 10 whole minutes left, each from 0 to 1440")
    )
    warnings: Annotated[tuple[Text, ...], AsTuple] = Field(default=(), description=TEXTS)
    steps: Annotated[tuple[StepTable, ...], AsTuple] = Field(default=(), description=_STEPS)
    reserve: Line = Field(default="", description=LINE)


class ProgrammeTable(Table):
    """The whole file."""

    id: Slug | None = Field(default=None, description=SLUG)
    title: Name = Field(description=FILLED_LINE)
    source: Line = Field(default="", description=LINE)
    kind: ProgrammeKind = Field(default="gathering", description=CHOICE)
    number: Annotated[int, Field(ge=1, le=999)] | None = Field(
        default=None, description=N_("a whole number from 1 to 999")
    )
    place: Line = Field(default="", description=LINE)
    minutes: Minutes | None = Field(default=None, description=_MINUTES)
    proposal: bool = Field(default=False, description=YES_NO)
    note: Text = Field(default="", description=TEXT)
    blocks: Annotated[tuple[BlockTable, ...], AsTuple] = Field(description=_BLOCKS)


def load_programme(path: Path) -> Programme:
    """Read one programme file; raise `ContentFaults` with everything that is wrong with it."""
    table = checked(read_document(path), ProgrammeTable, _relations)
    return Programme(
        id=table.id or slug(path.stem) or "programme",
        title=table.title,
        source=table.source,
        kind=table.kind,
        number=table.number,
        place=table.place,
        minutes=table.minutes,
        is_proposal=table.proposal,
        note=table.note,
        blocks=tuple(_block(block, id_) for block, id_ in zip(table.blocks, _ids(table.blocks), strict=True)),
    )


def _block(table: BlockTable, id_: str) -> ProgrammeBlock:
    plain_keys = table.model_dump(exclude={"id", "prepares", "links", "steps"})
    return ProgrammeBlock(
        id=id_,
        prepares=tuple(Preparation(each.role, each.what) for each in table.prepares),
        links=tuple(Link(each.title, each.url) for each in table.links),
        steps=tuple(Step(each.title, each.minutes) for each in table.steps),
        **plain_keys,
    )


def _ids(blocks: tuple[BlockTable, ...]) -> Iterator[str]:
    """Yield each block's id: the stated one, else one made from its title that no other block has."""
    taken = {block.id for block in blocks}
    for block in blocks:
        if block.id is not None:
            yield block.id
            continue
        base = slug(block.title) or "block"
        id_ = next(each for each in _numbered(base) if each not in taken)
        taken.add(id_)
        yield id_


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in range(2, MOST_ITEMS + 2):
        yield f"{base}-{number}"


def _relations(document: Document) -> Iterator[Fault]:
    """Yield the faults that lie between keys, from the raw tables, whatever else is wrong with them."""
    blocks = document.data.get("blocks")
    lines: dict[str, int] = {}
    if blocks == []:  # pydantic would count the valid blocks alone
        yield Fault(document.file, _NONE, "blocks", document.lines.line(("blocks",)), allowed=_BLOCKS)
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if not isinstance(block, dict):
            continue
        id_ = block.get("id")
        if isinstance(id_, str) and id_ in lines:
            yield between(document, ("blocks", index, "id"), id_, (_TAKEN, _OWN_ID), other=lines[id_])
        elif isinstance(id_, str):
            lines[id_] = document.lines.line(("blocks", index, "id"))
        yield from _block_relations(document, index, block)


def _block_relations(document: Document, index: int, block: dict[str, Any]) -> Iterator[Fault]:
    minutes, shortest = block.get("minutes"), block.get("min_minutes")
    if type(minutes) is int and type(shortest) is int and shortest > minutes > 0:
        yield between(document, ("blocks", index, "min_minutes"), shortest, (FOUND, _AT_MOST), minutes=shown(minutes))
    taken = _steps_sum(block.get("steps"))
    if type(minutes) is int and minutes > 0 and taken not in (None, minutes):
        yield between(document, ("blocks", index, "steps"), taken, (_SUM, _WHOLE), minutes=shown(minutes))
    start, end = clock(block.get("fixed_start")), clock(block.get("fixed_end"))
    if start is not None and start == end:
        yield between(document, ("blocks", index, "fixed_end"), f"{end:%H:%M}", (FOUND, _OTHER_CLOCK))


def _steps_sum(steps: object) -> int | None:
    """How many minutes the steps take together; None where that cannot be told."""
    if not isinstance(steps, list) or not steps:
        return None
    found = [step.get("minutes") for step in steps if isinstance(step, dict)]
    whole = [minutes for minutes in found if type(minutes) is int]
    return sum(whole) if len(whole) == len(steps) else None
