from __future__ import annotations

import pytest

from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching import pin
from samling.domain.pitching.judge import Judge


class TestPin:
    def test_the_right_one_fits(self) -> None:
        """The PIN that was set fits, another does not, and whoever has none is not asked."""
        judge = Judge("Kari", pin_hash=pin.hashed("2468", b"salt"))
        pin.check(judge, "2468")
        for wrong in ("2469", "", "24680", "２４６８", "\ud800"):
            with pytest.raises(Refused, match="not the PIN of Kari"):
                pin.check(judge, wrong)
        pin.check(Judge("Ola"), "anything")

    def test_what_is_kept_does_not_tell_it(self) -> None:
        """The PIN does not stand in what is kept, and two judges with the same PIN keep something else."""
        kept = pin.hashed("2468", b"salt")
        assert "2468" not in kept
        assert kept != pin.hashed("2468", b"other")

    @pytest.mark.parametrize("text", ["", "123", "1" * 13, "12a4", " 1234", "１２３４"])
    def test_from_four_to_twelve_digits(self, text: str) -> None:
        """Anything but 4 to 12 plain digits is no PIN."""
        with pytest.raises(WrongUsage):
            pin.hashed(text, b"salt")
