from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling


@pytest.fixture
def network(samling: Samling) -> Samling:
    """A day, with a team and somebody in it."""
    samling.day()
    samling("team", "add", "Fjord", "--coach", "Eva Dalheim")
    samling("person", "add", "Kari Vikebø", "--team", "fjord", "--profession", "lege")
    return samling


class TestLimits:
    def test_shown_and_set(self, network: Samling) -> None:
        """What is not given stays; what is set is what is warned of; undo takes it back."""
        assert network("network", "limits", "--json").json == {"team_min": 4, "team_max": 6, "teams_max": 15}
        assert network("network", "limits", "--team-min", "1").out == "People in a team: 1 to 6\nTeams: at most 15\n"
        assert "advised" not in network("team", "list").out
        network("team", "undo")
        assert "4 to 6 are advised" in network("team", "list").out

    @pytest.mark.parametrize(
        "words", [("--team-min", "0"), ("--team-min", "7"), ("--teams-max", "99999"), ("--team-max", "x")]
    )
    def test_what_nothing_can_be_within(self, network: Samling, words: tuple[str, str]) -> None:
        """Impossible limits are wrong usage, and change nothing."""
        network("network", "limits", *words, code=2)
        assert network("network", "limits", "--json").json["team_min"] == 4


class TestForget:
    def test_names_are_gone_and_counts_are_not(self, network: Samling, tmp_path: Path) -> None:
        """By name or id; it tells how many, and which copies still hold names; nothing of it is undone."""
        network("backup", str(tmp_path / "copy.db"))
        said = network("network", "forget", "network", "--people", "--yes").out
        assert said.splitlines() == [
            "The names in “Network” are removed: 2 people.",
            "These files beside it still hold names. Delete those that you do not need:",
            f"  {tmp_path / 'copy.db'}",
        ]
        assert network("person", "list").out.splitlines() == [
            "Fjord", "  Person 1 · member", "Beside the teams", "  Person 2 · coach",
        ]  # fmt: skip
        network("team", "undo", code=1)
        for each in tmp_path.glob("samling.db*"):
            assert "Vikebø".encode() not in each.read_bytes()

    def test_it_asks(self, network: Samling) -> None:
        """Without --yes it asks, and where nobody can be asked it does nothing; --people says what is meant."""
        assert "--yes" in network("network", "forget", "1", "--people", code=1).err
        network("network", "forget", "1", "--yes", code=2)
        network("network", "forget", "Nope", "--people", "--yes", code=1)
        assert "Kari Vikebø" in network("person", "list").out
