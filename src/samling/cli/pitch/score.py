"""`samling pitch score`: the scoring engine on a matrix from a file, for checking, and for who only wants the sums."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.reading import parse_json, read_text, warn_of
from samling.domain.reader import strange_keys
from samling.domain.scoring.methods import METHODS
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.scoring.exchange import Asked
    from samling.domain.scoring.methods import Method, Scored

_FILE = """

\b
{"teams": ["Fjord", "Vidde"], "judges": ["Ada", "Liv"],
 "scores": {"Ada": {"Fjord": 4, "Vidde": 3.5}, "Liv": {"Fjord": 5, "Vidde": 4}}}
"""


@click.command(
    help=_("Work out scores from a file of judges' totals, or of their scores by criterion. For example:") + _FILE,
    epilog=example("samling pitch score scores.json --method fair_mean"),
)
@click.argument("file", metavar="MATRIX.json", type=click.Path(path_type=Path))
@click.option(
    "--method",
    type=click.Choice(METHODS),
    help=_("How: left out, the plain mean, or the fair mean where scores are missing."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def score(file: Path, method: Method | None, as_json: bool) -> None:
    """Work out scores from a file."""
    from samling.domain.scoring import exchange
    from samling.domain.scoring.methods import scored

    given = parse_json(read_text(file), file, exact=True)
    warn_of(strange_keys(given, exchange.KEYS))
    asked = exchange.matrix_from(given, str(file))
    found = scored(asked.matrix, method)
    if as_json:
        click.echo(json.dumps(exchange.answer(asked, found), ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(asked, found)))


def _lines(asked: Asked, found: Scored) -> Iterator[str]:
    """Say the ranks and values, the unranked with their reasons, and how the values were made."""
    from samling.content.faults import plain
    from samling.wording import method_word, points, unranked_words

    names = [plain(team) for team in asked.eligible]
    width = max(map(len, names), default=0)
    ranks = found.values.ranks()
    for at in sorted(range(len(names)), key=lambda each: ranks[each] or len(names) + 1):
        value, reason = found.values[at], found.reasons[at]
        if value is not None:
            yield f"{ranks[at]:>3}  {names[at]:<{width}}  {points(value):>7}"
        elif reason is not None:
            why = _("not ranked: {reason}").format(reason=unranked_words(reason))
            yield f"  –  {names[at]:<{width}}  {why}"
    for team in asked.teams:
        if team not in asked.eligible:
            yield f"  –  {plain(team):<{width}}  {_('out of the field')}"
    yield ""
    yield _("By: {method}.").format(method=method_word(found.used))
    if not found.applied:
        yield _("No trimmed mean: some team has fewer than four sheets.")
