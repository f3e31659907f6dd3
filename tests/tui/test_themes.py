"""The themes can be read: contrast as WCAG 2 counts it, computed here from the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samling.tui.themes import THEMES

if TYPE_CHECKING:
    from textual.theme import Theme


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


SIGNS = ["primary", "secondary", "accent", "success", "warning", "error"]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
class TestThemes:
    """Both themes, on every ground that words stand on."""

    def test_text(self, theme: Theme) -> None:
        """Text has at least 7:1 on every ground."""
        assert theme.foreground is not None
        for ground in (theme.background, theme.surface, theme.panel):
            assert ground is not None
            assert contrast(theme.foreground, ground) >= 7

    @pytest.mark.parametrize("name", SIGNS)
    def test_signs(self, theme: Theme, name: str) -> None:
        """Every colour that words or figures are set in has 7:1 where the projector shows it."""
        for ground in (theme.background, theme.surface):
            assert ground is not None
            assert contrast(getattr(theme, name), ground) >= 7

    @pytest.mark.parametrize("name", SIGNS)
    def test_signs_elsewhere(self, theme: Theme, name: str) -> None:
        """On the panel and under the cursor they have 4.5:1."""
        for ground in (theme.panel, theme.variables["block-cursor-background"]):
            assert ground is not None
            assert contrast(getattr(theme, name), ground) >= 4.5

    def test_quiet_text(self, theme: Theme) -> None:
        """What is said quietly can still be read, wherever it is said."""
        grounds = (theme.background, theme.surface, theme.panel, theme.variables["block-cursor-background"])
        for ground in grounds:
            assert ground is not None
            assert contrast(theme.variables["text-quiet"], ground) >= 4.5
