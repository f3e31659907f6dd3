"""What the projector shows as a code to scan: a survey, a link, or the guests' wireless network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from samling.domain import link
from samling.domain.action import About
from samling.domain.gathering import Kind, Scene
from samling.domain.link import Link
from samling.domain.survey.values import Survey
from samling.domain.wireless import Wireless

if TYPE_CHECKING:
    from samling.domain.gathering import Block, Gathering
    from samling.domain.survey.values import Surveys

Scanned: TypeAlias = Survey | Link | Wireless


def wanted(gathering: Gathering) -> tuple[About, ...]:
    """Return which parts of the file tell what there is to scan: none, where a gathering shows no code."""
    display = gathering.display
    if display.scene is Scene.WIRELESS:
        return (About.WIRELESS,)
    if display.scene is Scene.SURVEY or (display.scene is Scene.AUTO and _evaluates(gathering)):
        return (About.SURVEYS, About.EXPECTATIONS, About.ROSTER)
    return ()


def on_show(gathering: Gathering, surveys: Surveys | None, network: Wireless | None) -> Scanned | None:
    """Return what a gathering shows as a code, if it does: what was asked for or, while it evaluates, its survey."""
    display = gathering.display
    if display.black:
        return None
    if display.scene is Scene.WIRELESS:
        return network
    if display.scene is Scene.LINK:
        return link.checked(display.link) if display.link else None
    if surveys is not None and (
        display.scene is Scene.SURVEY or (display.scene is Scene.AUTO and _evaluates(gathering))
    ):
        return surveys.on_show(gathering.id, display.survey_id)
    return None


def links(block: Block) -> tuple[tuple[str, str], ...]:
    """Return the links of a block that can be shown, each with what it is called."""
    found = ((each, _URL.search(each)) for each in block.links)
    return tuple((each[: url.start()].strip(), url[0]) for each, url in found if url)


_URL = re.compile(r"https?://\S+")


def _evaluates(gathering: Gathering) -> bool:
    return gathering.current is not None and gathering.block(gathering.current).kind is Kind.EVALUATION
