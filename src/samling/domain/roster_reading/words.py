"""What the organisers call their columns, in bokmål, nynorsk and English, and when two spellings are one word."""

from __future__ import annotations

import unicodedata
from functools import cache

from samling.domain import roles

NAME, PERSON, PARTICIPANT, MEMBERS, PROJECT = "name", "person", "participant", "members", "project"
FIRST_NAME, LAST_NAME, TEAM, ROLE, PROFESSION = "first-name", "last-name", "team", "role", "profession"
NOT_KEPT = "not-kept"

WORDS: dict[str, tuple[str, ...]] = {
    TEAM: (
        "team", "teamet", "teamets", "teamnavn", "team name", "lag", "lagnavn", "forbedringsteam", "improvement team",
        "teamnamn", "forbetringsteam", "teamnummer", "team nr", "teamnr",
    ),
    PROJECT: ("prosjekt", "prosjektnavn", "prosjekttittel", "project", "project name", "project title"),
    "organisation": (
        "organisation", "organization", "organisasjon", "virksomhet", "verksemd", "foretak", "føretak", "helseforetak",
        "hf", "kommune", "kommune bydel", "municipality", "trust", "institusjon", "institution", "arbeidsgiver",
        "employer", "arbeidsgivar",
    ),
    "unit": (
        "unit", "enhet", "eining", "avdeling", "post", "seksjon", "klinikk", "tjeneste", "tjenestested", "sengepost",
        "arbeidssted", "arbeidsplass", "workplace", "organisasjonsenhet", "department", "ward", "section", "clinic",
        "service", "avdelingsnavn", "teneste", "arbeidsstad",
    ),
    "place": ("place", "sted", "stad", "by", "lokasjon", "location", "city", "town", "sykehus", "sjukehus", "hospital"),
    "theme": (
        "theme", "tema", "topic", "innsatsområde", "forbedringsområde", "område", "focus area", "forbedringstema",
        "improvement area", "prosjekttema", "tema forbedringsarbeidet", "tema forbedringsarbeid",
    ),
    "problem": ("problem", "problemstilling", "problem statement", "utfordring", "challenge", "bakgrunn", "background"),
    "aim": (
        "aim", "aims", "mål", "målsetting", "målsetning", "målformulering", "smart mål", "smart aim", "goal", "goals",
        "objective", "formål", "hensikt", "mål arbeidet", "mål prosjektet",
    ),
    "step": (
        "step", "trinn", "selvevaluering", "selvevalueringstrinn", "trinn selvevaluering", "trinn selvevalueringen",
        "self assessment", "self evaluation", "step self assessment", "selvevalueringen", "sjølvevaluering", "steg",
    ),
    NAME: ("navn", "namn", "name"),
    PERSON: (
        "person", "fullt navn", "full name", "fornavn og etternavn", "for og etternavn", "first and last name",
        "deltakernavn", "fullt namn", "hele navnet",
    ),
    FIRST_NAME: ("fornavn", "first name", "given name", "førenamn"),
    LAST_NAME: ("etternavn", "last name", "surname", "family name", "etternamn"),
    PARTICIPANT: ("deltaker", "deltakar", "participant", "medlem", "teammedlem", "member", "team member"),
    MEMBERS: (
        "deltakere", "deltakarar", "participants", "members", "team members", "medlemmer", "medlemer", "teammedlemmer",
        "øvrige deltakere", "andre deltakere", "øvrige medlemmer", "andre medlemmer", "øvrige teammedlemmer", "øvrige",
        "other participants", "other members", "andre", "personer", "people", "medarbeidere", "ansatte", "staff",
        "resten teamet", "hvem er med", "deltakere teamet",
    ),
    ROLE: ("role", "rolle", "funksjon", "rolle teamet", "rolle team", "role team", "teamrolle", "team role"),
    PROFESSION: (
        "profession", "profesjon", "yrke", "stilling", "yrkesgruppe", "faggruppe", "tittel", "stillingstittel", "title",
        "yrkestittel", "job title", "occupation", "position", "utdanning", "profesjon stilling", "yrkesbakgrunn",
    ),
    NOT_KEPT: (
        "id", "nr", "nummer", "number", "antall", "antall deltakere", "antall personer", "dato", "date", "tidspunkt",
        "timestamp", "tidsstempel", "starttidspunkt", "fullføringstidspunkt", "start time", "completion time",
        "last modified time", "sist endret", "påmeldt", "påmeldingsdato", "kommentar", "kommentarer", "merknad",
        "merknader", "comment", "comments", "notes", "notat", "allergi", "allergier", "allergies", "diett", "kosthold",
        "matallergi", "diet", "dietary requirements", "overnatting", "hotell", "samtykke", "consent", "fødselsdato",
        "fødselsnummer", "personnummer", "adresse", "address", "postnummer", "faktura", "fakturaadresse", "språk",
        "language",
    ),
}  # fmt: skip
"""What a column may be called, by what it then is. Roles have words of their own (`domain/roles.py`)."""

_CONTACT = ("epost", "e post", "email", "e mail", "mail", "telefon", "tlf", "mobil", "mobile", "phone")
FILLERS = (
    "navn", "navnet", "namn", "name", "names", "på", "til", "for", "av", "of", "the", "i", "in", "den", "det", "de",
    "ditt", "deres", "din", "your", "hva", "heter", "er", "hvem", "som", "which", "what", "is", "who", "hvilken",
    "hvilket", "skal", "med", "dere", "du", "og", "and", "a", "an", "et", "en",
)  # fmt: skip
"""Words that say nothing of what a column holds."""

_LETTERS = str.maketrans({"ø": "o", "æ": "a", "đ": "d"})
_TWO_LETTERS = (("aa", "a"), ("ae", "a"), ("oe", "o"))


def folded(text: str) -> str:
    """Return what spellings of a word share: case, signs and white space, and å, ø, æ as they are written without."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    letters = "".join(each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    for two, one in _TWO_LETTERS:
        letters = letters.replace(two, one)
    return " ".join(letters.split())


@cache
def meanings() -> dict[str, str]:
    """Return what each folded word means as a heading: a key of `WORDS`, or the id of a role of the teams' people."""
    found = {folded(word): meaning for meaning, words in WORDS.items() for word in words}
    for role in roles.ROLES.values():
        if (role.in_team or role.id == roles.COACH) and role.id != roles.MEMBER:
            found |= {folded(word): role.id for word in (*role.words, role.id)}
    return found


@cache
def fillers() -> frozenset[str]:
    """Return the folded words that say nothing of what a column holds."""
    return frozenset(map(folded, FILLERS))


@cache
def role_words() -> dict[str, str]:
    """Return the id of the role that each folded word names."""
    return {folded(word): role.id for role in roles.ROLES.values() for word in (*role.words, role.name, role.id)}


def is_contact(heading: str) -> bool:
    """Whether a folded heading is of e-mail addresses or telephone numbers."""
    return any(f" {word}" in f" {heading}" for word in _CONTACT)
