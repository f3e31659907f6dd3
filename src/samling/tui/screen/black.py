"""Black: nothing to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.tui.screen.parts import SceneView

if TYPE_CHECKING:
    from samling.tui.view import View


class BlackScene(SceneView):
    """Nothing at all."""

    def show(self, view: View) -> None:
        """Show nothing."""
