"""How long it takes to read a survey tool's export: the largest that is taken in, and one that no network has made."""

from __future__ import annotations

import time
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples, at_most
from exports import as_csv, forms
from samling.domain.reader import FileProblems
from samling.domain.survey.answers import Answers
from samling.domain.survey.values import Survey
from samling.report.survey_intake import read
from workbooks import xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.domain.sheet import Sheet

TAKEN, FAR_TOO_MANY = 4_900, 50_000
RUNS = 5
SURVEY = Survey("Evaluering", "https://nettskjema.no/a/1", question_set="after-gathering", id=1)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure both, as a spreadsheet and as text."""
    for count, aim in ((TAKEN, at_most(2, 3)), (FAR_TOO_MANY, at_most(1, 2))):
        sheet = _sheet(count)
        for form, contents in (("xlsx", xlsx(sheet.rows)), ("csv", as_csv(sheet))):
            path = bench.folder / f"answers-{count}.{form}"
            path.write_bytes(contents)
            yield Figure(Samples(f"{count} rows of a .{form}", [_seconds(path) for _run in range(RUNS)]), aim=aim)


def _sheet(count: int) -> Sheet:
    rng = Random(count)
    paces, texts = ("For rolig", "Passe", "For raskt"), ("", "Pauser", "Mer tid i teamet")
    return forms(
        [(rng.randint(1, 5), rng.choice(paces), rng.randint(0, 10), rng.choice(texts)) for _row in range(count)]
    )


def _seconds(path: Path) -> float:
    """Read a file, or be told why not."""
    started = time.perf_counter()
    with suppress(FileProblems):
        read(path, SURVEY, Answers(1))
    return time.perf_counter() - started
