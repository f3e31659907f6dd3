"""Commands that change nothing: details of a block, what happened today, help; and those that switch gathering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling import log_wording
from samling.domain import storyline
from samling.language import _
from samling.tui.control.learning import took
from samling.wording import clock_time, countdown, kind_word, long_date, minutes, state_word, turn_sign, who_word

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.gathering import Block, Gathering
    from samling.domain.storyline import Line
    from samling.tui.control.desk import Desk
    from samling.tui.control.dialogs.telling import Page
    from samling.tui.control.people.desk import PeopleDesk


_MOST_LINES = 200


async def details(desk: Desk) -> None:
    """Tell everything about the block under the cursor."""
    found = desk.block_under_cursor()
    if found is None:
        return
    from samling.tui.control.dialogs.telling import Telling

    position, block = found
    page = _block_page(desk.gathering, block, took(desk, block), desk.now)
    await desk.ask(Telling(_("{position} · {title}").format(position=position, title=block.title), page))


def _block_page(gathering: Gathering, block: Block, before: str, now: datetime) -> Page:
    from samling.tui.control.now_words import facts
    from samling.tui.control.rows import added_words, marks

    length = f"{minutes(block.planned_seconds)} {added_words(block.added_seconds)}".strip()
    told = [
        (_("State"), state_word(block.state)),
        (_("Kind"), kind_word(block.kind)),
        (_("Length"), length),
        *(((_("Before"), before),) if before else ()),
        *((_("Marks"), words) for _mark, words in marks(gathering, block)),
        *((label, each) for label, lines in facts(block) for each in lines),
        *((_("Prepares"), each) for each in block.prepares),
        *((_("Link"), each) for each in block.links),
        *_record(gathering, block),
    ]
    turns = _turns(block, now)
    notes = tuple(
        (clock_time(note.written_at, gathering.timezone), note.text)
        for note in gathering.notes
        if note.block_id is not None and note.block_id == block.id
    )
    heading = _("Turns") if any(turn.team_id for turn in block.turns) else _("Steps")
    more = ((heading, turns), (_("Notes"), notes))
    return (("", tuple(_without_repeats(told))), *((heading, rows) for heading, rows in more if rows))


def _turns(block: Block, now: datetime) -> tuple[tuple[str, str], ...]:
    """The teams of a round, or the steps, with how long each is or was."""
    if not block.turns:
        return ()
    from samling.domain.rounds.clock import figures

    found = figures(block, now)
    return tuple(
        (f"{each.number} {turn_sign(each.turn)}", f"{each.turn.title} · {countdown(each.length)}")
        for each in (found.turns if found else ())
    )


def _record(gathering: Gathering, block: Block) -> list[tuple[str, str]]:
    moments = [(_("Started"), block.started_at)]
    moments += [(_("Paused"), pause.started_at) for pause in block.pauses]
    moments += [(_("Resumed"), pause.ended_at) for pause in block.pauses]
    moments += [(_("Ended"), block.ended_at)]
    known = sorted((moment, label) for label, moment in moments if moment is not None)
    return [(label, clock_time(moment, gathering.timezone, seconds=True)) for moment, label in known]


def _without_repeats(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows with each label shown once, over its first line."""
    labels = ["", *(label for label, _text in rows)]
    return [("" if label == before else label, text) for before, (label, text) in zip(labels, rows, strict=False)]


async def history(desk: Desk) -> None:
    """Tell what has happened, the latest first."""
    from samling.tui.control.dialogs.telling import Telling

    gathering = desk.gathering
    story = reversed(storyline.lines(desk.app.session.story(gathering))[-_MOST_LINES:])
    zone = gathering.timezone
    rows = tuple((clock_time(line.last.happened_at, zone, seconds=True), _happened(line, zone)) for line in story)
    await desk.ask(Telling(_("What has happened"), (("", rows),)))


def _happened(line: Line, zone: str) -> str:
    """What was done; by whom, where that was not this window."""
    what, who = log_wording.told(line, zone), line.last.who
    return what if who == "control" else _("{what} · {who}").format(what=what, who=who_word(who))


async def show_help(desk: Desk) -> None:
    """Tell every key in words."""
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import help_page

    await desk.ask(
        Telling(_("Every key"), help_page(), text=_("Nothing here is dangerous: u undoes, again and again."))
    )


async def switch(desk: Desk) -> None:
    """Choose another gathering or network, or make one."""
    from samling.tui.control.dialogs.chooser import Chooser

    session = desk.app.session
    names = {line.network.id: line.network.name for line in session.networks()}
    options = [("new", _("Make a gathering …"), _("from a programme, or empty"))]
    options += [
        (
            str(line.id),
            _("{network} · {number} · {title}").format(
                network=names[line.network_id], number=line.number, title=line.title
            ),
            long_date(line.date),
        )
        for line in session.gatherings()
    ]
    options += [
        (f"network-{line.network.id}", line.network.name, _("no gathering yet"))
        for line in session.networks()
        if not line.gatherings
    ]
    options.append(("network", _("Make a network …"), ""))
    answer = await desk.ask(Chooser(_("Gatherings"), options, chosen=str(desk.gathering.id)))
    if answer is not None:
        await _switch_to(desk, answer)


async def _switch_to(desk: Desk, answer: str) -> None:
    app = desk.app
    if answer in ("new", "network"):
        app.open_start(new_network=answer == "network")
        return
    if answer.startswith("network-"):
        app.attempt(_("Open"), lambda _at: app.session.use_network(int(answer.removeprefix("network-"))))
    else:
        app.attempt(_("Open"), lambda _at: app.session.use_gathering(int(answer)))
    desk.choose(None)


def roll_call(desk: Desk) -> None:
    """Open the roll call over the desk."""
    from samling.tui.control.roll.screen import RollScreen

    desk.app.push_screen(RollScreen(desk.app))


def groups(desk: Desk) -> None:
    """Open the groups over the desk."""
    from samling.tui.control.groups.screen import GroupsScreen

    desk.app.push_screen(GroupsScreen(desk.app))


def pitches(desk: Desk) -> None:
    """Open the pitches over the desk."""
    from samling.tui.control.pitches.screen import PitchScreen

    desk.app.push_screen(PitchScreen(desk.app))


def surveys(desk: Desk) -> None:
    """Open the surveys over the desk."""
    from samling.tui.control.surveys.screen import SurveysScreen

    desk.app.push_screen(SurveysScreen(desk.app))


def expectations(desk: Desk) -> None:
    """Open what the teams expect over the desk."""
    from samling.tui.control.expectations.screen import ExpectationsScreen

    desk.app.push_screen(ExpectationsScreen(desk.app))


def people(desk: Desk | PeopleDesk) -> None:
    """Open teams and people over the screen."""
    from samling.tui.control.teams.screen import TeamsScreen

    desk.app.push_screen(TeamsScreen(desk.app))


def leave(desk: Desk) -> None:
    """Close the window; the clocks go on."""
    desk.app.leave()
