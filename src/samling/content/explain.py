"""Turns what pydantic finds in a document into our own faults, so that none of its English reaches a user.

What a key allows is said in the model itself, as the field's description, which is also the key of its translation.
"""

from __future__ import annotations

import difflib
from enum import Enum
from typing import TYPE_CHECKING, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from samling.content.faults import ContentFaults, Fault, key_words, named, plain, shown
from samling.domain.errors import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from samling.content.linemap import KeyPath
    from samling.content.toml_file import Document

MOST_FAULTS = 200
# The types of the errors that our own validators raise.
CONTROL = "samling_control_character"

_MISSING = N_("the key {name} is missing")
_UNKNOWN = N_("there is no key {name} here")
_UNKNOWN_NEAR = N_("there is no key {name} here; did you mean {near}?")
FOUND = N_("found {found}")
_FOUND_NEAR = N_("found {found}; did you mean {near}?")
_EMPTY = N_("this is empty")
_LONG_TEXT = N_("found {length} characters")
_LONG_LIST = N_("found {length} items")
_CONTROL = N_("character number {number} is the control character {character}")
_TOO_DEEP = N_("lists or tables lie inside each other too deeply")
_MORE = N_("there are {count} more errors")
_KEYS = N_("the keys {choices}")

Model = TypeVar("Model", bound=BaseModel)


def checked(
    document: Document, model: type[Model], relations: Callable[[Document], Iterable[Fault]] = lambda _: ()
) -> Model:
    """Return the document as `model`; raise `ContentFaults` with every fault.

    `relations` finds the faults that lie between keys; it looks at the raw tables, so that one wrong key elsewhere
    hides none of them.
    """
    between = list(relations(document))
    try:
        value = model.model_validate(document.data)
    except ValidationError as error:
        found = error.errors(include_url=False)
    except RecursionError:
        raise ContentFaults(document.file, [Fault(document.file, _TOO_DEEP)]) from None
    else:
        found = []
        if not between:
            return value
    # Explaining costs a look for the nearest word, so only what will be shown is explained.
    found.sort(key=lambda each: document.lines.line(each["loc"]))
    faults = [*between, *(_fault(each, document, model) for each in found[:MOST_FAULTS])]
    faults.sort(key=lambda fault: fault.line or 0)
    count = len(between) + len(found)
    if count > MOST_FAULTS:
        faults[MOST_FAULTS:] = [Fault(document.file, _MORE, parts={"count": count - MOST_FAULTS})]
    raise ContentFaults(document.file, faults)


def between(document: Document, path: KeyPath, found: object, said: tuple[str, str], **parts: object) -> Fault:
    """Return a fault that lies between keys, at `path`; `said` is the problem and what is allowed instead."""
    problem, allowed = said
    parts["found"] = shown(found)
    return Fault(document.file, problem, key_words(path), document.lines.line(path), allowed=allowed, parts=parts)


def _fault(error: ErrorDetails, document: Document, model: type[BaseModel]) -> Fault:
    path: KeyPath = error["loc"]
    field = _field(model, path)
    allowed = field.description or "" if field else ""
    choices = _choices(field.annotation) if field else []
    parts: dict[str, object] = {
        "found": shown(error["input"]),
        "name": plain(str(path[-1])) if path else "",
        "choices": ", ".join(choices),
    }
    match error["type"]:
        case "missing":
            problem = _MISSING
        case "extra_forbidden":
            keys = list(_model(model, path[:-1]).model_fields)
            allowed, parts["choices"] = _KEYS, ", ".join(keys)
            problem = _nearest(parts, str(path[-1]), keys, _UNKNOWN, _UNKNOWN_NEAR)
        case "enum" | "literal_error":
            problem = _nearest(parts, str(error["input"]), choices, FOUND, _FOUND_NEAR)
        case "string_too_short" | "too_short":
            problem = _EMPTY
        case "string_too_long":
            problem, parts["length"] = _LONG_TEXT, len(error["input"])
        case "too_long":
            problem, parts["length"] = _LONG_LIST, len(error["input"])
        case type_ if type_ == CONTROL:
            problem = _CONTROL
            parts |= {"number": error["ctx"]["at"] + 1, "character": named(error["ctx"]["character"])}
        case _:
            problem = FOUND
    return Fault(document.file, problem, key_words(path), document.lines.line(path), allowed=allowed, parts=parts)


def _nearest(parts: dict[str, object], word: str, choices: list[str], plainly: str, with_near: str) -> str:
    near = difflib.get_close_matches(plain(word).lower(), choices, n=1)
    if not near:
        return plainly
    parts["near"] = near[0]
    return with_near


def _field(model: type[BaseModel], path: KeyPath) -> FieldInfo | None:
    names = [step for step in path if isinstance(step, str)]
    return _model(model, names[:-1]).model_fields.get(names[-1]) if names else None


def _model(model: type[BaseModel], path: Iterable[str | int]) -> type[BaseModel]:
    """Return the model that describes the table at `path` inside `model`."""
    for name in (step for step in path if isinstance(step, str)):
        field = model.model_fields.get(name)
        model = next(_models(field.annotation), model) if field else model
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _choices(annotation: object) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    return [choice for inner in get_args(annotation) for choice in _choices(inner)]
