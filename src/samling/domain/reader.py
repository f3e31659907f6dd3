"""Objects from a file of somebody's own, as JSON has them: every value is read with doubt, every problem is named."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, ContentInvalid, Term, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHOWN = 40
_MOST_SAID = 200


class FileProblems(ContentInvalid):
    """A file that cannot be used, with everything that is wrong with it."""

    def __init__(self, file: str, problems: Sequence[tuple[str, dict[str, object]]]) -> None:
        template = N_("{file} cannot be used: 1 error.")
        if len(problems) != 1:
            template = N_("{file} cannot be used: {count} errors.")
        super().__init__(template, file=file, count=len(problems))
        self.problems = tuple(problems)

    def sentences(self, translate: Callable[[str], str] = str) -> tuple[str, ...]:
        """Say each problem in one line, as many as anybody reads."""
        said = [filled(template, parts, translate) for template, parts in self.problems[:_MOST_SAID]]
        if len(self.problems) > _MOST_SAID:
            said.append(translate(N_("There are {count} more errors.")).format(count=len(self.problems) - _MOST_SAID))
        return tuple(said)


def problem(file: object, template: str, **parts: object) -> FileProblems:
    """Return the one thing that is wrong with a file, for the caller to raise."""
    return FileProblems(str(file), [(template, parts)])


class Reader:
    """Reads the values of one object and notes what is wrong with each, to tell it all at once."""

    def __init__(self, file: str, found: object) -> None:
        """Begin with what the file holds; raise `FileProblems` where that is no object."""
        self.file = file
        self.problems: list[tuple[str, dict[str, object]]] = []
        if not isinstance(found, dict):
            self.note(N_("The file must hold one JSON object, {{ ... }}; it holds {found}."), found=shown(found))
            self.finish()
        self.found: dict[str, Any] = found if isinstance(found, dict) else {}

    def note(self, template: str, **parts: object) -> None:
        """Note a problem."""
        self.problems.append((template, parts))

    def finish(self) -> None:
        """Raise `FileProblems` if anything is wrong."""
        if self.problems:
            raise FileProblems(self.file, self.problems)

    def whole(self, value: object, key: str, least: int, most: int) -> int | None:
        """Read a whole number within limits; note the problem and return None otherwise."""
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.note(
            N_("{key} must be a whole number from {least} to {most}, not {found}."),
            key=key, least=least, most=most, found=shown(value),
        )  # fmt: skip
        return None

    def rows(self, key: str) -> list[Any]:
        """Read a list; a missing key is an empty one."""
        value = self.found.get(key, [])
        if isinstance(value, list):
            return value
        self.note(N_("{key} must be a list, not {found}."), key=key, found=shown(value))
        return []


def strange_keys(found: object, known: Sequence[str]) -> list[str]:
    """Return the keys of an object that mean nothing here, to warn of: a misspelt pin must not pass in silence."""
    return [shown(key) for key in found if key not in known] if isinstance(found, dict) else []


def shown(value: object) -> str:
    """Return a found value as a short text without anything that commands a terminal; a list as a word."""
    if isinstance(value, list | dict) and value:
        return Term(N_("a list")) if isinstance(value, list) else Term(N_("an object"))
    text = str(value) if isinstance(value, Decimal) else repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
