"""Exports of survey tools for tests: the shapes of Microsoft Forms, Nettskjema and Questback, and invented answers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samling.domain.sheet import Sheet, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.sheet import Cell

AGREE = ("Helt uenig", "Litt uenig", "Verken eller", "Litt enig", "Helt enig")
USEFUL = "Samlingen var nyttig for det teamet vårt arbeider med."
PACE = "Hvordan var tempoet?"
SATISFIED = "Alt i alt: hvor fornøyd er du med samlingen?"
MORE = "Hva bør vi gjøre mer av?"
QUESTIONS = (USEFUL, PACE, SATISFIED, MORE)
"""Four questions of the set after-gathering: a scale, a choice, a 0-10 and a text."""

REPLIES: tuple[tuple[int, str, int, str], ...] = (
    (5, "Passe", 9, "Mer tid i teamet"),
    (4, "For raskt", 7, ""),
    (5, "Passe", 10, "Pauser"),
    (2, "For rolig", 3, "Færre foredrag; flere øvelser"),
    (4, "Passe", 8, "Pauser"),
    (3, "For raskt", 6, ""),
)
"""Six people's replies to them: the step, the choice, the figure, the words."""

_BEGUN = datetime(2026, 9, 16, 12, 50)  # noqa: DTZ001 - spreadsheets know no zones


def _times(number: int) -> tuple[datetime, datetime]:
    begun = _BEGUN + timedelta(minutes=number, seconds=7 * number)
    return begun, begun + timedelta(minutes=2)


def forms(replies: Sequence[tuple[int, str, int, str]] = REPLIES) -> Sheet:
    """As Microsoft Forms exports it: ids, times and who it was before the questions, choices with ; behind."""
    head = ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time", *QUESTIONS)
    rows = (
        (
            str(number),
            *_times(number),
            f"kari{number}@fjordhelse.no",
            f"Kari Nes {number}",
            "",
            AGREE[step - 1],
            f"{pace};",
            str(ten),
            more,
        )
        for number, (step, pace, ten, more) in enumerate(replies, start=1)
    )
    return Sheet((head, *rows), "Form1")


def nettskjema(replies: Sequence[tuple[int, str, int, str]] = REPLIES) -> Sheet:
    """As Nettskjema exports it: its own columns begin with $, scales are figures with their words."""
    head = ("$submission_id", "$created", "$answer_time_ms", *QUESTIONS)
    rows = (
        (
            str(30_000_000 + number),
            f"{_times(number)[1].isoformat()}+02:00",
            "91234",
            f"{step} - {AGREE[step - 1]}",
            pace,
            str(ten),
            more,
        )
        for number, (step, pace, ten, more) in enumerate(replies, start=1)
    )
    return Sheet((head, *rows))


def questback(replies: Sequence[tuple[int, str, int, str]] = REPLIES) -> Sheet:
    """As Questback exports it: a title above, numbered questions, bare figures, times as text."""
    numbered = tuple(f"{at}. {text}" for at, text in enumerate(QUESTIONS, start=1))
    head = ("Respondent ID", "E-post", "Startet", "Fullført", "Språk", *numbered)
    rows = (
        (
            f"R-{number:04}",
            f"ola{number}@vidde.kommune.no",
            *(f"{time:%d.%m.%Y %H:%M:%S}" for time in _times(number)),
            "nb",
            str(step),
            pace,
            str(ten),
            more,
        )
        for number, (step, pace, ten, more) in enumerate(replies, start=1)
    )
    return Sheet((("Evaluering av samlingen",), ("Eksportert 17.09.2026",), head, *rows))


SHAPES = {"forms": forms, "nettskjema": nettskjema, "questback": questback}


def rows_of(sheet: Sheet) -> list[tuple[Cell, ...]]:
    """Return the rows of a sheet."""
    return list(sheet.rows)


def as_csv(sheet: Sheet, separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Return a sheet as text, every cell in quotation marks."""
    lines = (separator.join('"{}"'.format(text_of(cell).replace('"', '""')) for cell in row) for row in sheet.rows)
    return "\r\n".join([*lines, ""]).encode(encoding)
