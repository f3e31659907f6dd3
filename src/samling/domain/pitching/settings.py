"""Changing how the pitches are held: lengths, labels, signs and what is announced."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, WrongUsage
from samling.domain.line import clean_line

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching, Settings

LONGEST_SECONDS = 60 * 60
_LENGTH = re.compile(r"(?:(?P<minutes>[0-9]{1,4}):)?(?P<seconds>[0-9]{1,6})", re.ASCII)
LONGEST_AWARD_SECONDS = 24 * 60 * 60
LONGEST_LABEL = 40
MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """What a change of the settings changes; None leaves a field as it is, an empty label is the window's own word."""

    pitch_seconds: int | None = None
    questions_seconds: int | None = None
    grace_seconds: int | None = None
    runs_on: bool | None = None
    changeover_seconds: int | None = None
    award_seconds: int | None = None
    pitch_label: str | None = None
    questions_label: str | None = None
    signal_seconds: tuple[int, ...] | None = None
    places: int | None = None
    audience: bool | None = None


def parse_length(text: str) -> int:
    """Read a length as people write it on a clock, 4:00, or in seconds, 240; return it in seconds.

    Raises `WrongUsage` for another text.
    """
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise WrongUsage(N_("“{text}” is not a length. Write it as 4:00 or in seconds, 240."), text=text[:40])
    return int(found["minutes"] or 0) * 60 + int(found["seconds"])


_OF_LENGTHS = ("pitch_seconds", "questions_seconds", "grace_seconds", "runs_on")
_OF_SETTINGS = ("changeover_seconds", "award_seconds", "places", "audience")


def change(pitching: Pitching, to: SettingsChange) -> Pitching:
    """Change the settings. Lengths hold for the clocks that are started after it."""
    if to == SettingsChange():
        raise WrongUsage(N_("Say what to change."))
    settings = pitching.settings
    changed = replace(
        settings, lengths=replace(settings.lengths, **_given(to, _OF_LENGTHS)), **_given(to, _OF_SETTINGS)
    )
    if to.pitch_label is not None:
        changed = replace(changed, pitch_label=_label(to.pitch_label))
    if to.questions_label is not None:
        changed = replace(changed, questions_label=_label(to.questions_label))
    if to.signal_seconds is not None:
        changed = replace(changed, signal_seconds=tuple(sorted(set(to.signal_seconds) - {0}, reverse=True)))
    _check(changed)
    return replace(pitching, settings=changed)


def _given(to: SettingsChange, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(to, name)) is not None}


def _label(text: str) -> str:
    return clean_line(text, LONGEST_LABEL) if text.strip() else ""


def _check(settings: Settings) -> None:
    lengths = settings.lengths
    if not 0 < lengths.pitch_seconds <= LONGEST_SECONDS:
        raise WrongUsage(N_("A pitch lasts from 1 second to 60 minutes."))
    others = (lengths.questions_seconds, lengths.grace_seconds, settings.changeover_seconds)
    if not all(0 <= each <= LONGEST_SECONDS for each in others):
        raise WrongUsage(N_("Questions, grace and changeover last from nothing to 60 minutes."))
    if not 0 <= settings.award_seconds <= LONGEST_AWARD_SECONDS:
        raise WrongUsage(N_("The award lasts from nothing to 24 hours."))
    if not all(0 < each <= LONGEST_SECONDS for each in settings.signal_seconds):
        raise WrongUsage(N_("Signs are given from 1 second to 60 minutes before the end."))
    if not 1 <= settings.places <= MOST_PLACES:
        raise WrongUsage(N_("From 1 to {most} places can be announced."), most=MOST_PLACES)
