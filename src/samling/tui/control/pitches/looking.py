"""Commands of the pitches that change nothing there: details of a team, the other screens, the projector, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import Scene
from samling.domain.pitching import clock
from samling.domain.pitching.values import Phase, status_word
from samling.language import _
from samling.tui.control.pitches.lines import by_state, come_word, sheets_by_team
from samling.wording import clock_time, countdown, stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.values import Pitch, Pitching, Run
    from samling.tui.control.deeds import Deeds
    from samling.tui.control.dialogs.telling import Page
    from samling.tui.control.pitches.desk import PitchDesk


async def details(desk: PitchDesk) -> None:
    """Tell everything about the team under the cursor."""
    from samling.tui.control.dialogs.telling import Telling

    pitch = desk.pitch_under_cursor()
    if pitch is not None:
        await desk.ask(Telling(desk.name(pitch.team_id), page(desk, pitch)))


def page(desk: PitchDesk, pitch: Pitch) -> Page:
    """Return what is known of a team's pitch, under headings."""
    team = desk.pitching.team(pitch.team_id)
    project = (
        (_("Organisation"), team.organisation),
        (_("Theme"), team.theme),
        (_("Problem"), team.problem),
        (_("Aim"), team.aim),
    )
    told = ((_("State"), _(status_word(pitch.status))), *(each for each in project if each[1]))
    runs = tuple(row for run in pitch.runs for row in _run(desk, run))
    sheets = tuple(_sheets(desk.pitching, pitch.team_id))
    return tuple(
        (heading, rows) for heading, rows in (("", told), (_("The clock"), runs), (_("Sheets"), sheets)) if rows
    )


def _run(desk: PitchDesk, run: Run) -> Iterator[tuple[str, str]]:
    zone, now = desk.gathering.timezone, desk.now
    yield _("Started"), clock_time(run.started_at, zone, seconds=True)
    for phase, label in ((Phase.PITCH, _("Pitch")), (Phase.QUESTIONS, _("Questions"))):
        taken, over = clock.elapsed(run, phase, now), clock.overtime(run, phase, now)
        if taken:
            said = _("{taken}, {over} over") if over else "{taken}"
            yield label, said.format(taken=stopwatch(taken), over=countdown(-over))
    if run.ended_at is not None:
        yield _("Ended"), clock_time(run.ended_at, zone, seconds=True)
    if run.given_up:
        yield _("Given up"), run.given_up


def _sheets(pitching: Pitching, team_id: int) -> Iterator[tuple[str, str]]:
    for come, judges in by_state(pitching, sheets_by_team(pitching)[team_id]):
        yield (
            _("{sign} {state}").format(sign=come.value, state=come_word(come)),
            ", ".join(each.name for each in judges),
        )


def judges(desk: PitchDesk) -> None:
    """Open the judges."""
    from samling.tui.control.pitches.judges_screen import JudgesScreen

    desk.app.push_screen(JudgesScreen(desk.app))


def award(desk: PitchDesk) -> None:
    """Open the award, with the result hidden."""
    from samling.tui.control.award.screen import AwardScreen

    desk.app.push_screen(AwardScreen(desk.app))


def show(desk: Deeds) -> None:
    """Let the projector show the pitches, or again what fits the running block."""
    shown = desk.gathering.display
    is_shown = shown.scene is Scene.PITCH and not shown.black
    desk.do("show", scene=Scene.AUTO if is_shown else Scene.PITCH)


async def show_help(desk: PitchDesk) -> None:
    """Tell every key in words."""
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.pitches.commands import COMMANDS
    from samling.tui.control.pitches.lines import Come
    from samling.tui.control.signs import keys_page

    signs = tuple((each.value, come_word(each)) for each in Come if each is not Come.NONE)
    text = _("Nothing of the scores is shown here. u takes back what was done to the pitches, and nothing else.")
    await desk.ask(Telling(_("The pitches"), (*keys_page(COMMANDS), (_("Sheets"), signs)), text=text))
