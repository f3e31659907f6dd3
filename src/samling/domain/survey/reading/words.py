"""The headings of what survey tools add to the questions: ids, times, who it was, and how it was answered."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from samling.domain.line import printable


class Meaning(StrEnum):
    """What a column is. All but the questions are dropped; ids and times tell before that which answers are known."""

    QUESTION = "question"
    ID = "id"
    TIME = "time"
    PERSONAL = "personal"
    TOOL = "tool"


_SIGNS = re.compile(r"[^\w\s]|_", re.UNICODE)
_NUMBERED = re.compile(r"^(?:q|spm|spørsmål|question)?\s*\d{1,2}(?:\s*[.):]\s*|\s+(?=\D))", re.IGNORECASE)
_HINT = re.compile(r"[(\[][^()\[\]]*\d\s*(?:-|–|til|to)\s*\d+[^()\[\]]*[)\]]\s*$")
_MOST_WORDS = 4
"""A heading of more words is a question, even if it speaks of e-mail."""

_IDS = frozenset(
    {"id", "nr", "nummer", "number", "lopenummer", "svar id", "svarid", "svarnummer", "respons id", "responsid"}
    | {"response id", "responseid", "submission id", "submissionid", "besvarelse", "besvarelsesid", "besvarelse id"}
    | {"respondent id", "respondentid", "respondentnr", "respondent nr", "invitation id", "quest id", "uuid"}
)
_TIMES = frozenset(
    {"start time", "starttid", "starttidspunkt", "startet", "started", "start", "start date", "startdato", "opened"}
    | {"completion time", "fullforingstid", "fullforingstidspunkt", "fullfort", "completed", "ferdig", "end date"}
    | {"last modified time", "tidspunkt for siste endring", "sist endret", "endret", "modified", "opprettet", "created"}
    | {"innsendt", "levert", "sendt", "submitted", "submitted at", "svart", "svardato", "responded", "answered"}
    | {"tid", "tidspunkt", "tidsstempel", "timestamp", "dato", "date", "answer time ms", "svartid", "tid brukt"}
    | {"time spent", "duration", "varighet", "tidsbruk", "levert tidspunkt", "innsendt tidspunkt", "date submitted"}
)
_PEOPLE = frozenset(
    {"navn", "name", "fornavn", "etternavn", "fullt navn", "full name", "first name", "last name", "ditt navn"}
    | {"your name", "hva heter du", "surname", "given name", "user full name", "respondent", "deltaker", "participant"}
    | {"bruker", "user", "brukernavn", "username", "user name", "feide", "feidenavn", "user email", "kontakt"}
    | {"ansattnummer", "ansattnr", "employee number", "adresse", "address", "fodselsdato", "date of birth", "fodt"}
)
_CONTACT = re.compile(
    r"\b(?:(?:e ?post|e ?mail|telefon|mobil)\w*|tlf|phone|ip|ipadresse|fodselsnummer|personnummer|kontonummer)\b"
)
_TOOL = frozenset(
    {"status", "sprak", "language", "kilde", "source", "nettleser", "browser", "enhet", "device", "collector"}
    | {"total points", "totalt antall poeng", "poengsum", "quiz feedback", "user agent", "kanal", "channel", "progress"}
)
_MARKS = re.compile(r"^(?:points|feedback|poeng|tilbakemelding)\s+[-–]\s+", re.IGNORECASE)

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"(?:\+|00)?\d(?:[ -]?\d){7,13}")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}", re.IGNORECASE)


def folded(text: str) -> str:
    """Return text as it is compared: small letters, no signs, one space between words, no accents."""
    plain = printable(_SIGNS.sub(" ", text)).casefold().replace("ø", "o").replace("æ", "ae")
    return "".join(each for each in unicodedata.normalize("NFD", plain) if not unicodedata.combining(each))


def question_key(text: str) -> str:
    """Return what two ways of writing a question share: its words, without number and without "(1-5)"."""
    return folded(_NUMBERED.sub("", _HINT.sub("", printable(text)), count=1))


def meaning(heading: str) -> Meaning:
    """Return what a column is by its heading alone."""
    bare = folded(heading)
    if bare in _IDS:
        return Meaning.ID
    if bare in _TIMES:
        return Meaning.TIME
    if bare in _PEOPLE or (len(bare.split()) <= _MOST_WORDS and _CONTACT.search(bare)):
        return Meaning.PERSONAL
    if bare in _TOOL or _MARKS.match(printable(heading)):
        return Meaning.TOOL
    return Meaning.QUESTION


def is_personal(cell: str) -> bool:
    """Whether a cell is an e-mail address, a telephone number, a national identity number or an IP address."""
    bare = cell.strip()
    return any(pattern.fullmatch(bare) for pattern in (_MAIL, _PHONE, _IP))


def hidden(text: str) -> str:
    """Return a text with e-mail addresses, telephone numbers and identity numbers taken out of it."""
    return _PHONE.sub("…", _MAIL.sub("…", text))
