from __future__ import annotations

import pytest

from making import at
from pitches import pitching
from samling.domain.errors import WrongUsage
from samling.domain.pitching import running
from samling.domain.pitching.settings import SettingsChange, change


class TestChange:
    def test_what_is_named_changes(self) -> None:
        """A change changes what it names and leaves the rest; a label can be cleared again."""
        day = change(pitching(), SettingsChange(pitch_seconds=180, changeover_seconds=0, questions_label=" Dialog "))
        settings = day.settings
        assert (settings.lengths.pitch_seconds, settings.lengths.questions_seconds) == (180, 60)
        assert (settings.changeover_seconds, settings.questions_label) == (0, "Dialog")
        assert change(day, SettingsChange(questions_label=" ")).settings.questions_label == ""

    def test_signs_in_their_order(self) -> None:
        """Signs are kept from the first to the last, each once; the one at zero is always there, and not kept."""
        day = change(pitching(), SettingsChange(signal_seconds=(15, 60, 0, 60)))
        assert day.settings.signal_seconds == (60, 15)
        assert change(day, SettingsChange(signal_seconds=())).settings.signal_seconds == ()

    def test_a_clock_that_runs_keeps_its_lengths(self) -> None:
        """A change holds for the clocks that are started after it."""
        day = change(running.start(pitching(), at("09:00")), SettingsChange(pitch_seconds=60))
        run = day.order[0].run
        assert run is not None
        assert run.lengths.pitch_seconds == 240

    @pytest.mark.parametrize(
        "to",
        [
            SettingsChange(),
            SettingsChange(pitch_seconds=0),
            SettingsChange(pitch_seconds=3601),
            SettingsChange(questions_seconds=-1),
            SettingsChange(grace_seconds=3601),
            SettingsChange(changeover_seconds=10**30),
            SettingsChange(award_seconds=-1),
            SettingsChange(signal_seconds=(-30,)),
            SettingsChange(places=0),
            SettingsChange(places=61),
            SettingsChange(pitch_label="x" * 41),
        ],
    )
    def test_what_cannot_be(self, to: SettingsChange) -> None:
        """Nothing to change, and lengths, signs, places and labels beyond reason, are wrong."""
        with pytest.raises(WrongUsage):
            change(pitching(), to)
