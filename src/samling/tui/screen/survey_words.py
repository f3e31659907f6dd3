"""What stands on the projector with a code to scan: its title, its plain text, and what the teams expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.expectations import by_team
from samling.domain.link import Link
from samling.domain.survey.projected import links, on_show
from samling.domain.survey.values import Survey
from samling.language import _
from samling.tui.screen.sayings import Saying
from samling.wording import countdown, verdict_word

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering
    from samling.tui.view import View


@dataclass(frozen=True, slots=True)
class Poster:
    """A title, what the code holds, the plain text for who cannot scan, and what is said beside it.

    The payload is not in the repr: that of a wireless network has its password in it.
    """

    title: str
    payload: str
    text: str
    sayings: tuple[Saying, ...] = ()

    def __repr__(self) -> str:
        return f"Poster({self.title!r}, {self.text!r})"


def poster(view: View) -> Poster | None:
    """Return what there is to scan; None where the gathering shows no code."""
    snapshot, gathering = view.snapshot, view.gathering
    found = on_show(gathering, snapshot.surveys, snapshot.wireless) if gathering is not None else None
    if gathering is None or found is None:
        return None
    if isinstance(found, Survey):
        link = found.link()
        return Poster(found.title, link.payload, link.text, sayings(view))
    if isinstance(found, Link):
        return Poster(_title(gathering, found), found.payload, found.text)
    return Poster(_("Wireless network"), found.payload, _("Wireless network: {name}").format(name=found.name))


def _title(gathering: Gathering, link: Link) -> str:
    """What a link of a block is called there, else where it leads."""
    named = (each for block in gathering.blocks for each in links(block))
    return next((title for title, url in named if title and url == link.text), link.host)


def sayings(view: View) -> tuple[Saying, ...]:
    """Return what the teams expect of the network, with what was ticked off."""
    roster, expectations = view.snapshot.roster, view.snapshot.expectations
    if roster is None or expectations is None:
        return ()
    return tuple(
        Saying(each.team.name, each.expectation.text, _verdict(each.expectation.verdict))
        for each in by_team(roster, expectations)
        if each.expectation is not None
    )


def _verdict(verdict: str | None) -> str:
    return "" if verdict is None else verdict_word(verdict)


def spelled(text: str) -> str:
    """Return a link in lines to type from: without https://, which phones put there, and broken before its signs."""
    lines = [""]
    for part in _PARTS.findall(text.removeprefix("https://")):
        if lines[-1] and len(lines[-1]) + len(part) > _LINE:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


_PARTS = re.compile(r"[/?&#=]?[^/?&#=]{1,24}|[/?&#=]")
_LINE = 24


def left(view: View) -> str:
    """Return the time left of the running block; nothing while none runs."""
    return countdown(view.current[1].remaining) if view.current else ""
