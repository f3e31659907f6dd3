"""What the keys of the pitch clock do: start, pause, the next phase, the next team, and again from zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.line import clean_line
from samling.domain.pitching import judge, preflight
from samling.domain.pitching.values import Status
from samling.language import _
from samling.tui import pitches
from samling.wording import sentence

if TYPE_CHECKING:
    from samling.tui.control.pitches.desk import PitchDesk


def forward(desk: PitchDesk) -> None:
    """Start the clock at the first word; go on to the questions, and from them to the end."""
    step = pitches.forward(desk.view)
    if step is None:
        desk.say(_("No team is left to pitch."))
    elif step.action == "pitch-phase" and pitches.is_double_press(desk.view, speed=desk.app.speed):
        desk.say(_("Pressed twice: the clock has only just turned."))
    else:
        _follow(desk, step.action)


def pause(desk: PitchDesk) -> None:
    """Stop the clock, or let it go on."""
    step = pitches.pause(desk.view)
    if step is None:
        desk.say(_("No team's clock is running."))
    else:
        desk.do(step.action)


def stop(desk: PitchDesk) -> None:
    """End the pitch on the stage."""
    _follow(desk, "pitch-stop")


def start_chosen(desk: PitchDesk) -> None:
    """Start the clock of the team under the cursor, whose turn it need not be."""
    pitch = desk.pitch_under_cursor()
    if pitch is not None:
        _follow(desk, "pitch-start", team_id=pitch.team_id)


async def next_team(desk: PitchDesk) -> None:
    """Call the next team up, when whoever is asked about missing sheets wants to go on."""
    missing = _missing(desk)
    if missing - desk.gone_on:
        told = "\n".join(_told(desk))
        title = _("Sheets are missing")
        if not await desk.confirmed(title, told, yes=_("Go on to the next team"), no=_("Wait")):
            return
    desk.gone_on |= missing
    _follow(desk, "pitch-next")


def _missing(desk: PitchDesk) -> frozenset[tuple[int | None, int]]:
    """The sheets that are missing for teams that have pitched or are on the stage: judge and team."""
    over = [pitch for pitch in desk.pitching.order if pitch.status is Status.DONE or pitch.is_on_clock]
    return frozenset((each.id, pitch.team_id) for pitch in over for each in judge.missing(desk.pitching, pitch.team_id))


def _told(desk: PitchDesk) -> list[str]:
    """Whose sheets are missing, in sentences; the team on the stage, which judges are writing about, last."""
    told = [sentence(each) for each in preflight.before_next_team(desk.pitching)]
    on_clock = desk.pitching.on_clock
    judges = judge.missing(desk.pitching, on_clock.team_id) if on_clock else ()
    if on_clock is not None and judges:
        team, names = desk.name(on_clock.team_id), ", ".join(each.name for each in judges)
        told.append(_("“{team}” is on the stage; not yet come from: {judges}.").format(team=team, judges=names))
    return told


async def restart(desk: PitchDesk) -> None:
    """Start the clock of a team again from zero, for a reason."""
    from samling.tui.control.dialogs.form import Field, Form

    pitch = desk.pitching.on_clock
    chosen = desk.pitching.pitch(desk.chosen) if pitch is None and desk.chosen is not None else pitch
    team_id = chosen.team_id if chosen is not None and chosen.runs else None
    about = _("“{team}” starts again from zero.").format(team=desk.name(team_id)) if team_id else ""
    form = Form(
        _("Start again from zero"),
        [Field("reason", _("Reason"), read=clean_line)],
        lambda values: desk.must("pitch-restart", reason=values["reason"], team_id=team_id),
        text=" ".join((about, _("What the clock showed is kept, and counts no more."))).strip(),
        verb=_("Start again"),
    )
    await desk.ask(form)


def _follow(desk: PitchDesk, action: str, **arguments: object) -> None:
    """Do what the clock is about, and let the cursor follow it again."""
    if desk.do(action, **arguments) is not None:
        desk.chosen = None
