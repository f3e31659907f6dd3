"""Seatings as plain values, as `--json` prints them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from samling.domain.seating import words
from samling.domain.seating.words import pin as pin_words
from samling.language import _

if TYPE_CHECKING:
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.names import Names
    from samling.domain.seating.repairs import Repair
    from samling.domain.seating.values import Claim, Member, Pin, Seating, Table

Json = dict[str, Any]


def echo_json(answer: object) -> None:
    """Print one JSON object."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def seating_json(hall: Hall, seating: Seating, *, with_reasons: bool = False) -> Json:
    """Return a seating, with why those at each table sit together where that is wanted."""
    from samling.domain.seating.reasons import why

    names = hall.names
    reasons = why(hall, seating, _) if with_reasons else {}
    blocks = enumerate(hall.gathering.blocks, start=1)
    return {
        "id": seating.id,
        "block": next((position for position, each in blocks if each.id == seating.block_id), None),
        "kind": seating.kind.value,
        "state": seating.state.value,
        "layout": seating.layout_id,
        "keep_apart": seating.keep_apart.value,
        "seed": seating.seed,
        "minutes_to_move": seating.minutes_to_move,
        "tables": [table_json(names, table, reasons.get(table.number)) for table in seating.tables],
        **claim_json(seating.claim),
        "sentences": list(words.of_seating(seating, _)),
    }


def table_json(names: Names, table: Table, reason: str | None = None) -> Json:
    """Return a table."""
    return {
        "number": table.number,
        "name": table.name,
        "members": [member_json(names, each) for each in table.members],
        "beside": [member_json(names, each) for each in table.beside],
        "locked": table.locked,
        "host": member_json(names, table.host) if table.host else None,
        "brings": table.brings,
        **({"why": reason} if reason is not None else {}),
    }


def member_json(names: Names, member: Member) -> Json:
    """Return somebody who is seated."""
    return {member.of: member.id, "name": names(member)}


def claim_json(claim: Claim) -> Json:
    """Return what may be claimed of a seating."""
    goals = {
        "repeats": claim.repeats,
        "apart_violations": claim.apart,
        "balance_excess": claim.balance,
        "soft": claim.soft,
    }
    return {
        **{name: goal.count for name, goal in goals.items()},
        "bounds": {name: goal.bound for name, goal in goals.items()},
        "proved_optimal": all(goal.is_proved for goal in goals.values()),
        "rounds_found": claim.found,
        "rounds_possible": claim.possible,
    }


def pin_json(names: Names, pin: Pin) -> Json:
    """Return a pin."""
    return {
        "id": pin.id,
        "kind": pin.kind.value,
        "one": member_json(names, pin.one),
        "other": member_json(names, pin.other) if pin.other else None,
        "table": pin.table,
        "text": pin_words(pin, names, _),
    }


def repair_json(hall: Hall, found: Repair) -> Json:
    """Return a repair: who is missing, who moves from where to where, and the seating it comes to."""
    names = hall.names
    return {
        "missing": [member_json(names, each) for each in found.missing],
        "moves": [{**member_json(names, each.member), "from": each.origin, "to": each.goal} for each in found.moves],
        "moved": found.cost.moves,
        "repeats": found.cost.repeats,
        "proved_optimal": found.is_proved,
        "seating": seating_json(hall, found.wanted),
    }
