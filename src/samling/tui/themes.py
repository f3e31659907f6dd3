"""Our two themes: the night over a fjord, and paper in daylight. One accent, and a colour for each sign.

Contrast with the background is at least 7:1 for text, and 4.5:1 for the colours that words are set in.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="samling-dark",
    dark=True,
    background="#0d171d",
    surface="#13212a",
    panel="#1b2e39",
    foreground="#e7eff1",
    primary="#63c7cd",
    secondary="#93b9dd",
    accent="#63c7cd",
    success="#86d3a0",
    warning="#f3bd55",
    error="#ff8f80",
    variables={
        "block-cursor-background": "#244453",
        "block-cursor-foreground": "#ffffff",
        "footer-key-foreground": "#f3bd55",
        "footer-description-foreground": "#b9c9cf",
        "border": "#35505d",
        "text-quiet": "#9db1b9",
    },
)

LIGHT = Theme(
    name="samling-light",
    dark=False,
    background="#fbfaf6",
    surface="#f2f0e9",
    panel="#e5e3d9",
    foreground="#13222a",
    primary="#0a636b",
    secondary="#2b587f",
    accent="#0a636b",
    success="#1c6438",
    warning="#7d5000",
    error="#a82318",
    variables={
        "block-cursor-background": "#cfe3e4",
        "block-cursor-foreground": "#0d171d",
        "footer-key-foreground": "#7d5000",
        "footer-description-foreground": "#3f525b",
        "border": "#b5bab4",
        "text-quiet": "#4f636c",
    },
)

THEMES = (DARK, LIGHT)
