"""Who must be here for the blocks to come: a line each over the list, and all of them on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain import roll_words
from samling.domain.roll_awaited import WHOLE_TEAM
from samling.language import _, language
from samling.wording import clock_time, role_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samling.domain.gathering import Gathering
    from samling.domain.roll_awaited import Awaited
    from samling.tui.control.dialogs.telling import Page
    from samling.tui.view import View

_LONGEST_TITLE = 26


def lines(view: View, awaited: Iterable[Awaited]) -> Content:
    """Return a line for each role that is awaited; those that are near stand out, with a sign.

    Who is missing of a team is seen in the list itself.
    """
    gathering = view.gathering
    if gathering is None:
        return Content("")
    named = (each for each in awaited if each.requirement.who != WHOLE_TEAM)
    return Content("\n").join([_line(each, gathering, is_soon=each.is_soon(view.now)) for each in named])


def _line(each: Awaited, gathering: Gathering, *, is_soon: bool) -> Content:
    words = _("{role}: {count} missing").format(role=role_words(each.requirement.who), count=each.count)
    names = ", ".join(roll_words.missing(each.missing, _))
    return Content.assemble(
        ("! " if is_soon else "  ", "bold $warning"),
        (_place(each, gathering), "bold $warning" if is_soon else "$text-quiet"),
        "  ",
        (words, "bold" if is_soon else ""),
        (f"  {names}", "$text-quiet"),
    )


def _place(each: Awaited, gathering: Gathering) -> str:
    if not each.requirement.kinds:
        return _("today")
    title = Content(gathering.block(each.position).title).truncate(_LONGEST_TITLE, ellipsis=True).plain
    return _("{time} {title}").format(time=clock_time(each.starts_at, gathering.timezone), title=title)


def page(gathering: Gathering, awaited: Iterable[Awaited]) -> Page:
    """Return everybody who is awaited and not here, requirement by requirement."""
    return tuple(
        (
            f"{_place(each, gathering)} · {each.requirement.text.said(language())}",
            tuple(("", name) for name in roll_words.missing(each.missing, _)),
        )
        for each in awaited
    )
