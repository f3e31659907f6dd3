"""The bokmål catalogue: `python tests/catalogue.py` brings it up to date with the source.

It finds every marked text in src/ and, because Click speaks through our catalogue, in the Click that is installed;
writes new ones into the .po without a translation, takes out those that are gone, and compiles the .mo that is shipped.
It ends with 1 and names what is still to be translated; translate it in the .po, then run it once more.
Nothing in the files depends on when or where they were made.
"""

from __future__ import annotations

import ast
import io
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGE = "nb"
PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "src" / "samling" / "locale" / LANGUAGE / "LC_MESSAGES"
PO = FOLDER / "samling.po"
MO = FOLDER / "samling.mo"
OURS = "src/"
FORMS = {"_": 1, "N_": 1, "ngettext": 2}
"""What marks a text, and how many of its arguments are the text's forms: one, or singular and plural."""

LOOKED_UP = {"click/core.py": "required"}
"""What Click translates under a name, so that no marking shows it."""

Text = str | tuple[str, ...]

_HEADER = """\
# samling in bokmål. Texts that stand under click/ are Click's own, which our catalogue also translates.
# Brought up to date by: python tests/catalogue.py"""


class _Steady(Catalog):
    """A catalogue whose header says nothing of the day, the person or the Babel that made it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext needs to know."""
        return [
            ("Language", LANGUAGE),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"{self.plural_forms}\n"),
        ]


def wanted() -> Catalog:
    """Return every text that is marked in our source and in the installed Click, with file and line, untranslated."""
    found = _Steady(locale=LANGUAGE, header_comment=_HEADER, fuzzy=False)
    for folder, name in ((PROJECT / "src" / "samling", "src/samling"), (_click(), "click")):
        for file in sorted(folder.rglob("*.py")):
            place = f"{name}/{file.relative_to(folder).as_posix()}"
            for line, text in marked(file.read_text(encoding="utf-8")):
                found.add(text, locations=[(place, line)])
            if place in LOOKED_UP:
                found.add(LOOKED_UP[place], locations=[(place, 1)])
    return found


def _click() -> Path:
    spec = find_spec("click")
    assert spec is not None, "Click is installed"
    return Path(str(spec.origin)).parent


def marked(source: str) -> Iterator[tuple[int, Text]]:
    """Yield the marked texts of a module, each with its line. A name that is looked up is not a text."""
    for call in marks(source):
        forms = FORMS[_name(call.func)]
        texts = [str(each.value) for each in call.args[:forms] if isinstance(each, ast.Constant) and each.value]
        if len(texts) == forms:
            yield call.lineno, texts[0] if forms == 1 else tuple(texts)


def marks(source: str) -> list[ast.Call]:
    """Return the calls that mark texts, in the order of the module. Syntax is read, so that f-strings count too."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _name(node.func) in FORMS]
    return sorted(calls, key=lambda each: (each.lineno, each.col_offset))


def _name(function: ast.expr) -> str:
    """The name of what is called: `_` in `_(...)` and in `language._(...)`."""
    return str(getattr(function, "id", getattr(function, "attr", "")))


def kept() -> Catalog:
    """Return the catalogue as it stands in the .po."""
    if not PO.exists():
        return Catalog(locale=LANGUAGE)
    with PO.open("rb") as opened:
        return read_po(opened, locale=LANGUAGE, abort_invalid=True)


def updated(old: Catalog, new: Catalog) -> Catalog:
    """Return the texts of `new` with the translations of `old`; one that has changed at all has none."""
    made = _Steady(locale=LANGUAGE, header_comment=_HEADER, fuzzy=False)
    for message in new:
        known = old.get(message.id)
        string = known.string if known and known.id == message.id and not known.fuzzy else ""
        if message.id:
            made.add(message.id, string or "", message.locations)
    return made


def is_translated(message: Message) -> bool:
    """Whether every form of a message has its translation."""
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    return not message.fuzzy and all(forms) and bool(forms)


def places(message: Message) -> str:
    """Return where a message stands in the source."""
    return ", ".join(f"{file}:{line}" for file, line in message.locations)


def po(catalog: Catalog) -> bytes:
    """Return the .po file: files without line numbers, so that it changes when the texts do."""
    file = io.BytesIO()
    write_po(file, catalog, width=120, include_lineno=False)
    return file.getvalue().rstrip(b"\n") + b"\n"


def mo(catalog: Catalog) -> bytes:
    """Return the .mo file of a catalogue."""
    file = io.BytesIO()
    write_mo(file, updated(catalog, catalog))
    return file.getvalue()


def main() -> int:
    """Bring both files up to date; say what is still to be translated."""
    catalog = updated(kept(), wanted())
    FOLDER.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po(catalog))
    MO.write_bytes(mo(catalog))
    missing = [message for message in catalog if message.id and not is_translated(message)]
    for message in missing:
        sys.stdout.write(f"{places(message)}: {message.id!r}\n")
    sys.stdout.write(f"{len(catalog)} texts, {len(missing)} to be translated in {PO.relative_to(PROJECT)}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
