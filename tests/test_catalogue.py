"""The bokmål catalogue is whole. What fails here is put right by `python tests/catalogue.py` and a translation."""

from __future__ import annotations

import ast
import io
import re
import string
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog, Message

import catalogue


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    """What the source and Click hold."""
    return catalogue.wanted()


@pytest.fixture(scope="module")
def kept() -> Catalog:
    """What the .po holds."""
    return catalogue.kept()


def _texts(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _forms(texts: object) -> list[str]:
    return [str(each) for each in texts] if isinstance(texts, (list, tuple)) else [str(texts)]


def _named_parts(text: str) -> set[str]:
    """The {named} parts of a text, with how each is shown; a text that str.format cannot read raises ValueError."""
    named = {f"{name}!{shown}:{form}" for _, name, form, shown in string.Formatter().parse(text) if name is not None}
    return named | set(re.findall(r"%\(\w+\)\w", text))


def test_every_text_has_a_translation(wanted: Catalog, kept: Catalog) -> None:
    """Every marked text of ours and of Click's has a bokmål translation, each of its forms."""
    missing = []
    for message in _texts(wanted):
        known = kept.get(message.id)
        if known is None or _forms(known.id) != _forms(message.id) or not catalogue.is_translated(known):
            missing.append(f"{catalogue.places(message)}: {message.id!r}")
    assert not missing, "to be translated (python tests/catalogue.py):\n" + "\n".join(missing)


def test_no_translation_is_of_a_text_that_is_gone(wanted: Catalog, kept: Catalog) -> None:
    """The catalogue holds nothing that our source no longer says; another Click may say less."""
    gone = [
        message.id
        for message in _texts(kept)
        if message.id not in wanted and any(file.startswith(catalogue.OURS) for file, _line in message.locations)
    ]
    assert not gone, f"python tests/catalogue.py takes them out: {gone}"
    assert not kept.obsolete


def test_a_translation_fills_in_what_its_text_does(kept: Catalog) -> None:
    """A translation has the {named} parts of its text, no fewer and no others. Click's may say less."""
    unequal = []
    for message in _texts(kept):
        ours = any(file.startswith(catalogue.OURS) for file, _line in message.locations)
        allowed = [_named_parts(text) for text in _forms(message.id)]
        for translation in _forms(message.string):
            parts = _named_parts(translation)
            if parts not in allowed and (ours or not parts <= set().union(*allowed)):
                unequal.append(f"{message.id!r}: {translation!r}")
    assert not unequal, "\n".join(unequal)


def test_a_translation_ends_and_quotes_as_it_should(kept: Catalog) -> None:
    """Blanks and line ends at the edges are kept, and Norwegian quotes with «»."""
    wrong = [
        f"{text!r}: {translation!r}"
        for message in _texts(kept)
        for text, translation in zip(_forms(message.id), _forms(message.string), strict=True)
        if _edges(text) != _edges(translation) or set("“”„") & set(translation)
    ]
    assert not wrong, "\n".join(wrong)


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_the_shipped_file_is_the_translated_one(kept: Catalog) -> None:
    """The .mo is what the .po compiles to, so that what is read is what was translated."""
    assert catalogue.MO.read_bytes() == catalogue.mo(kept), "python tests/catalogue.py compiles it"


def test_the_files_tell_nothing_of_their_making() -> None:
    """Neither file names a day, a folder of the machine or a version, so that making them again changes nothing."""
    for made in (catalogue.PO, catalogue.MO):
        contents = made.read_bytes().decode("utf-8", "replace")
        assert str(catalogue.PROJECT) not in contents
        assert "site-packages" not in contents
        assert "Date:" not in contents
        assert "Babel" not in contents


def test_making_the_files_again_changes_nothing(kept: Catalog) -> None:
    """What is written and read again is written the same."""
    assert catalogue.po(catalogue.updated(kept, kept)) == catalogue.PO.read_bytes()


class TestMarked:
    """How marked texts are found in a module."""

    @pytest.mark.parametrize(
        ("source", "found"),
        [
            ('_("one")', ["one"]),
            ('N_("one" " two")', ["one two"]),
            ('language._("one")', ["one"]),
            ("f\"{_('ok') if fine else _('LOOK'):<5}\"", ["ok", "LOOK"]),
            ('ngettext("{count} day", "{count} days", number)', [("{count} day", "{count} days")]),
            ('_(ACTIONS["start"].help)', []),
            ("_(name)", []),
            ('print("one")', []),
        ],
    )
    def test_only_texts_that_stand_there(self, source: str, found: list[object]) -> None:
        """A text is found wherever its call stands; a name that is looked up is not a text."""
        assert [text for _line, text in catalogue.marked(source)] == found


def test_marked_texts_are_whole() -> None:
    """No marked text is put together or chosen inside its mark, where it would be missed and said in English."""
    missed = [
        f"{file}:{call.lineno}"
        for file in sorted((catalogue.PROJECT / "src").rglob("*.py"))
        for call in catalogue.marks(file.read_text(encoding="utf-8"))
        if any(isinstance(each, (ast.BinOp, ast.BoolOp, ast.IfExp, ast.JoinedStr)) for each in call.args)
    ]
    assert not missed, f"mark each text by itself: {missed}"


def test_a_changed_text_loses_its_translation() -> None:
    """A translation belongs to the text word by word: one that was changed is translated anew, not guessed."""
    old, new = Catalog(locale="nb"), Catalog(locale="nb")
    old.add("Stop the clock.", "Stopp klokken.")
    new.add("Stop the clocks.", locations=[("src/samling/a.py", 1)])
    assert [(each.id, each.string) for each in catalogue.updated(old, new) if each.id] == [("Stop the clocks.", "")]


def test_both_plural_forms_are_compiled() -> None:
    """Bokmål has one and many, as English has."""
    catalog = Catalog(locale="nb")
    catalog.add(("{count} day", "{count} days"), ("{count} dag", "{count} dager"))
    spoken = GNUTranslations(io.BytesIO(catalogue.mo(catalog)))
    said = [spoken.ngettext("{count} day", "{count} days", count) for count in (0, 1, 2)]
    assert said == ["{count} dager", "{count} dag", "{count} dager"]
