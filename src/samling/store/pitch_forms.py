"""The scoring forms that a gathering's pitches have been judged by, in rows, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.form import FormUse
from samling.domain.scoring.form import Criterion, Form
from samling.store.rows import instant, strings, to_list, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.values import Pitching
    from samling.store.database import Database, Row

_FORM = ("title", "source", "note")
_CRITERION = ("name", "question", "weight", "lowest", "tie_rank")


def load(database: Database, gathering_id: int) -> tuple[FormUse, ...]:
    """Return the forms that have been in use, the one in use last."""
    of_gathering = (gathering_id,)
    criteria: dict[int, list[Criterion]] = {}
    for row in database.rows("SELECT * FROM scoring_criterion WHERE gathering_id = ? ORDER BY number", of_gathering):
        criteria.setdefault(row["version"], []).append(_criterion(row))
    forms = database.rows("SELECT * FROM scoring_form WHERE gathering_id = ? ORDER BY version", of_gathering)
    return tuple(_use(row, tuple(criteria.get(row["version"], ()))) for row in forms)


def _criterion(row: Row) -> Criterion:
    return Criterion(row["criterion_id"], words=strings(row["words"]), **{name: row[name] for name in _CRITERION})


def _use(row: Row, criteria: tuple[Criterion, ...]) -> FormUse:
    texts = {name: row[name] for name in _FORM}
    form = Form(row["form_id"], criteria=criteria, is_proposal=bool(row["is_proposal"]), **texts)
    return FormUse(row["version"], form, instant(row["used_from"]), row["reason"])


def rows(value: Pitching) -> Iterator[tuple[str, Row]]:
    """Yield the rows the forms are kept in."""
    for use in value.forms:
        key = {"gathering_id": value.gathering_id, "version": use.version}
        yield (
            "scoring_form",
            {
                **key,
                "form_id": use.form.id,
                **{name: getattr(use.form, name) for name in _FORM},
                "is_proposal": int(use.form.is_proposal),
                "used_from": to_text(use.used_from),
                "reason": use.reason,
            },
        )
        for number, each in enumerate(use.form.criteria, start=1):
            columns = {name: getattr(each, name) for name in _CRITERION}
            yield (
                "scoring_criterion",
                {**key, "number": number, "criterion_id": each.id, **columns, "words": to_list(each.words)},
            )
