"""Our two themes: the night over a fjord, and paper in daylight. One accent, and a colour for each sign.

Contrast is at least 7:1 on the background and the surface, for text and for the colours that figures and words are set
in, so that a projector in a lit room can spare some of it. On the panel and under the cursor it is at least 4.5:1.
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
    primary="#06565d",
    secondary="#27507a",
    accent="#06565d",
    success="#185a31",
    warning="#6d4500",
    error="#9c1f15",
    variables={
        "block-cursor-background": "#cfe3e4",
        "block-cursor-foreground": "#0d171d",
        "footer-key-foreground": "#6d4500",
        "footer-description-foreground": "#3f525b",
        "border": "#b5bab4",
        "text-quiet": "#43555e",
    },
)

THEMES = (DARK, LIGHT)
