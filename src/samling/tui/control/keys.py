"""Names of keys as people read them on the keyboard."""

from __future__ import annotations

from samling.language import _


def key_words(keys: str) -> str:
    """Return the keys of a binding in words: "n", "+ or =", "Shift+Up"."""
    return _(" or ").join(_key(each) for each in keys.split(","))


def _key(key: str) -> str:
    return {
        "plus": "+",
        "minus": "−",
        "equals_sign": "=",
        "full_stop": ".",
        "comma": ",",
        "semicolon": ";",
        "greater_than_sign": ">",
        "less_than_sign": "<",
        "left_square_bracket": "[",
        "right_square_bracket": "]",
        "question_mark": "?",
        "underscore": "_",
        "slash": "/",
        "space": _("Space"),
        "tab": _("Tab"),
        "delete": _("Delete"),
        "backspace": _("Backspace"),
        "left": "←",
        "right": "→",
        "enter": _("Enter"),
        "escape": _("Escape"),
        "shift+up": _("Shift+Up"),
        "shift+down": _("Shift+Down"),
        "f1": "F1",
        "ctrl+r": _("Ctrl+R"),
        "ctrl+z": _("Ctrl+Z"),
        "ctrl+y": _("Ctrl+Y"),
        "ctrl+p": _("Ctrl+P"),
        "ctrl+s": _("Ctrl+S"),
    }.get(key, key)
