"""Founding the network of a simulated day: its teams come from a list as the organisers keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from laptop import Laptop

ORGANISATIONS = ("Fjordhelse", "Viddehelse", "Bygda kommune", "Havn kommune")


def found(laptop: Laptop, name: str, teams: tuple[str, ...]) -> None:
    """Make the network and read its teams in: three people each, of four organisations in turn."""
    laptop.network = name
    roster = {
        team: (ORGANISATIONS[number % len(ORGANISATIONS)], [f"{first} {team}" for first in ("Kari", "Ola", "Åse")])
        for number, team in enumerate(teams)
    }
    laptop.organisations = {team: owner for team, (owner, _people) in roster.items()}
    rows = ["Teamnavn;Foretak;Deltakere"]
    rows += [f"{team};{owner};{', '.join(people)}" for team, (owner, people) in roster.items()]
    sheet = laptop.folder / "påmelding.csv"
    sheet.write_text("\n".join(rows), encoding="utf-8")
    laptop.command("network-new", "network", "new", name, name=name)
    laptop.command("team-import", "team", "import", str(sheet), roster=roster)
