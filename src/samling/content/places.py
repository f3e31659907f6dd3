"""Where content lies: what samling ships, and the folder where users keep their own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from samling.domain.errors import N_, ContentInvalid

PACKAGE = Path(__file__).resolve().parents[1]


def shipped(folder: Literal["data", "layouts"], *parts: str) -> Path:
    """Return a path inside our own content: in the package when installed, beside src/ in a checkout."""
    for root in (PACKAGE, PACKAGE.parents[1]):
        if (root / folder).is_dir():
            return root.joinpath(folder, *parts)
    raise ContentInvalid(
        N_("samling's own folder {folder} is missing from {place}. Install samling again."),
        folder=folder,
        place=str(PACKAGE),
    )


def own_programmes() -> Path:
    """Return the folder where a user's own programmes lie. It need not exist."""
    return _own("programmes")


def own_rooms() -> Path:
    """Return the folder where a user's own rooms lie. It need not exist."""
    return _own("rooms")


def own_forms() -> Path:
    """Return the folder where a user's own scoring forms lie. It need not exist."""
    return _own("scoring")


def own_questions() -> Path:
    """Return the folder where a user's own questions for surveys lie. It need not exist."""
    return _own("surveys")


def _own(folder: str) -> Path:
    from platformdirs import user_config_path  # the look-up costs imports that no other command needs

    return user_config_path("samling", appauthor=False) / folder
