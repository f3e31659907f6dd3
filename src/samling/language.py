"""The language of what people read: English in the source, bokmål in the catalogue.

The language is chosen once, at the composition root, before any window module is imported.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("nb", "en")
_CATALOGUES = Path(__file__).parent / "locale"
_NORWEGIAN = ("nb", "no", "nn", "norwegian")


class _Spoken:
    """The language in use, one for the process."""

    language = "en"
    translation = gettext.NullTranslations()


def from_environment(environment: Mapping[str, str]) -> str:
    """Return the language the system asks for: bokmål where it is Norwegian, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "").casefold()
        if value:
            return "nb" if value.startswith(_NORWEGIAN) else "en"
    return _from_windows()


def _from_windows() -> str:
    if os.name != "nt":
        return "en"
    import locale

    name = (locale.getlocale()[0] or "").casefold()
    return "nb" if name.startswith(_NORWEGIAN) else "en"


def use(language: str) -> None:
    """Speak `language` ("nb" or "en") from now on, and let Click speak it: it asks gettext's default domain."""
    gettext.bindtextdomain("samling", str(_CATALOGUES))
    gettext.textdomain("samling")
    os.environ["LANGUAGE"] = language
    _Spoken.translation = gettext.translation("samling", _CATALOGUES, [language], fallback=True)
    _Spoken.language = language


def language() -> str:
    """Return the language in use, "nb" or "en"."""
    return _Spoken.language


def _(text: str) -> str:
    """Return `text` in the language in use."""
    return _Spoken.translation.gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the singular or plural for `count`, in the language in use, with {count} filled in."""
    return _Spoken.translation.ngettext(one, many, count).format(count=count)
