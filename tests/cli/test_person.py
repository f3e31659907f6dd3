from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from commands import Samling


@pytest.fixture
def network(samling: Samling) -> Samling:
    """A network with two teams and somebody in the first."""
    samling("network", "new", "Tørn")
    for team in ("Fjord", "Vidde"):
        samling("team", "add", team)
    samling("person", "add", "Kari Vik", "--team", "fjord", "--role", "Teamleder og verneombud", "--profession", "lege")
    return samling


def people(samling: Samling) -> dict[str, Any]:
    """Return where everybody is and in which roles, by name."""
    return {each["name"]: (each["team"], *each["roles"]) for each in samling("person", "list", "--json").json}


class TestPerson:
    def test_add(self, network: Samling) -> None:
        """In a team a member, beside the teams a guest, or what is said, by the roles' ids or words."""
        network("person", "add", "Per Ås", "--team", "vidde")
        network("person", "add", "Gro Lie")
        network("person", "add", "Bo Bø", "--role", "direktør")
        assert people(network) == {
            "Kari Vik": ("Fjord", "team-leader", "safety-representative"),
            "Per Ås": ("Vidde", "member"),
            "Gro Lie": (None, "guest"),
            "Bo Bø": (None, "director"),
        }
        assert network("person", "list").out.splitlines() == [
            "Fjord", "  Kari Vik · team leader, safety representative · lege",
            "Vidde", "  Per Ås · member",
            "Beside the teams", "  Gro Lie · guest", "  Bo Bø · director",
        ]  # fmt: skip
        assert network("person", "list", "--team", "vidde").out == "Vidde\n  Per Ås · member\n"

    def test_what_is_refused(self, network: Samling) -> None:
        """Somebody who is there, a role that is none, a role without a team, a team that is not there."""
        network("person", "add", "KARI  VIK", "--team", "fjord", code=1)
        assert "Roles: team leader, measurement lead," in network("person", "add", "Per", "--role", "sjef", code=2).err
        norwegian = network("--lang", "nb", "person", "add", "Per", "--role", "team-leader", code=2).err
        assert norwegian == "Den som ikke er i noe team, må ha en rolle slik som gjest.\n"
        assert (
            "Roller: teamleder, måleansvarlig,"
            in network("--lang", "nb", "person", "add", "Per", "--role", "-", code=2).err
        )
        network("person", "add", "Per", "--role", "team-leader", code=2)
        network("person", "add", "Per", "--team", "nope", code=1)
        network("person", "add", "\x1b", "--team", "fjord", code=2)

    def test_edit(self, network: Samling) -> None:
        """Name, role and profession; with nothing to change it is wrong usage."""
        network("person", "edit", "kari", "--name", "Kari Moe", "--role", "member", "--profession", "")
        assert people(network) == {"Kari Moe": ("Fjord", "member")}
        network("person", "edit", "kari", code=2)
        network("person", "edit", "nobody", "--name", "x", code=1)

    def test_move(self, network: Samling) -> None:
        """To another team, or beside the teams; one of the two must be said."""
        assert network("person", "move", "kari", "vidde").out == "Moved Kari Vik to Vidde\n"
        assert network("person", "move", "kari", "--beside").out == "Moved Kari Vik out of the teams\n"
        assert people(network) == {"Kari Vik": (None, "guest")}
        network("person", "move", "kari", code=2)
        network("person", "move", "kari", "fjord", "--beside", code=2)
        network("team", "undo")
        assert people(network) == {"Kari Vik": ("Vidde", "team-leader", "safety-representative")}

    def test_namesakes(self, network: Samling) -> None:
        """Two people of one name are told apart by their team."""
        network("person", "add", "Kari Vik", "--team", "vidde")
        assert "Kari Vik (Fjord), Kari Vik (Vidde)" in network("person", "remove", "kari", code=1).err
        network("person", "remove", "kari", "--in", "vidde")
        assert [each["team"] for each in network("person", "list", "--json").json] == ["Fjord"]

    def test_a_coachs_name(self, network: Samling) -> None:
        """A coach who is renamed is so in their teams; one who is taken out leaves them without."""
        network("team", "edit", "fjord", "--coach", "Eva Dal")
        network("person", "edit", "eva", "--name", "Eva Moe")
        assert "Coach: Eva Moe" in network("team", "show", "fjord").out
        network("person", "remove", "eva")
        assert "“Fjord” has no coach." in network("team", "show", "fjord").out
