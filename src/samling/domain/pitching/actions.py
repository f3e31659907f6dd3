"""What can be done to the pitches, for the registry: order, clock, form and judges. The award has its own table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain import clockset
from samling.domain.action import About, Action
from samling.domain.errors import N_
from samling.domain.pitching import form, judge, order, recorded, running, settings, trial

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.action import Moment
    from samling.domain.pitching.values import Pitching

PITCH_CHAIN = "pitch"


def timeless(verb: Callable[..., Pitching]) -> Callable[..., Pitching]:
    """A rule that does not ask when."""

    def perform(value: Pitching, _moment: Moment, **arguments: Any) -> Pitching:  # noqa: ANN401 - the verb's own
        return verb(value, **arguments)

    return perform


def keeping_time(verb: Callable[..., Pitching]) -> Callable[..., Pitching]:
    """A rule that keeps when it happened."""

    def perform(value: Pitching, moment: Moment, **arguments: Any) -> Pitching:  # noqa: ANN401 - the verb's own
        return verb(value, moment.at, **arguments)

    return perform


def _clock(verb: Callable[..., Pitching]) -> Callable[..., Pitching]:
    """A verb of the clock: never recorded before the clock's last one."""

    def perform(value: Pitching, moment: Moment, **arguments: Any) -> Pitching:  # noqa: ANN401 - the verb's own
        moment = clockset.in_order(moment, recorded.latest(value))
        recorded.check(value, moment)
        return verb(value, moment.at, **arguments)

    return perform


# what the log tells beside the arguments


def _named(value: Pitching, team_id: int | None) -> dict[str, Any]:
    return {} if team_id is None else {"team_id": team_id, "team": value.name_of(team_id)}


def _on_stage(before: Pitching, after: Pitching, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The team whose clock it was about."""
    pitch = after.on_clock or before.on_clock
    return _named(before, arguments.get("team_id") or (pitch.team_id if pitch else None))


def _called(before: Pitching, after: Pitching, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The team that was called; none, where none is left."""
    return _named(before, arguments.get("team_id") or (after.following.team_id if after.following else None))


def _coming(before: Pitching, _after: Pitching, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The team of the order that was moved."""
    pitch = before.following
    return _named(before, arguments.get("team_id") or (pitch.team_id if pitch else None))


def _judge(before: Pitching, after: Pitching, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The judge, and the team where it was about one."""
    judge_id = arguments.get("judge_id")
    found = before.judge(judge_id) if judge_id is not None else after.judges[-1]
    return {"name": found.name, **_named(before, arguments.get("team_id"))}


def _form(_before: Pitching, after: Pitching, _arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {"title": after.forms[-1].form.title, "version": after.forms[-1].version}


_action = partial(Action, chain=PITCH_CHAIN, about=About.PITCHING)
_unchained = partial(Action, chain=None, about=About.PITCHING)

_ORDER = (
    _action(
        "pitch-draw",
        keeping_time(order.draw),
        N_("Draw the order"),
        N_("Draw in which order the teams pitch, from a seed that is kept."),
        N_("Drew the order of the pitches (seed {seed})"),
    ),
    _action(
        "pitch-arrange",
        keeping_time(order.arrange),
        N_("Set the order"),
        N_("Set by hand in which order the teams pitch."),
        N_("Set the order of the pitches by hand"),
    ),
    _action(
        "pitch-enter",
        timeless(order.enter),
        N_("Add to the order"),
        N_("Put a team last in the order: a new one, or one that pitches after all."),
        N_("Put “{team}” last in the order of the pitches"),
        told=_coming,
    ),
    _action(
        "pitch-move",
        timeless(order.move),
        N_("Move in the order"),
        N_("Put a team that waits at another place in the order."),
        N_("Moved “{team}” to place {to} of the pitches"),
        told=_coming,
    ),
    _action(
        "pitch-skip",
        timeless(order.skip),
        N_("Let the one after go first"),
        N_("Let the team after the next one pitch before it."),
        N_("Let the team after “{team}” pitch before it"),
        told=_coming,
    ),
    _action(
        "pitch-last",
        timeless(order.move_last),
        N_("Move last"),
        N_("Move a team that is not there last in the order. Once: after that it did not meet."),
        N_("Moved “{team}” last: not there when its turn came"),
        told=_coming,
    ),
    _action(
        "pitch-absent",
        timeless(order.did_not_meet),
        N_("Did not meet"),
        N_("Note that a team did not meet for its pitch."),
        N_("“{team}” did not meet for its pitch"),
        told=_coming,
    ),
    _action(
        "pitch-withdraw",
        _clock(order.withdraw),
        N_("Withdraw"),
        N_("Take a team out of the field, whether it has pitched or not."),
        N_("“{team}” withdrew from the pitches"),
        told=_coming,
    ),
)

_CLOCK = (
    _action(
        "pitch-start",
        _clock(running.start),
        N_("Start the pitch"),
        N_("Start the clock of the team on the stage, at its first word."),
        N_("“{team}” began to pitch"),
        told=_on_stage,
    ),
    _action(
        "pitch-pause",
        _clock(running.pause),
        N_("Pause the pitch"),
        N_("Stop the clock of the pitch until it is resumed."),
        N_("Paused the pitch of “{team}”"),
        told=_on_stage,
    ),
    _action(
        "pitch-resume",
        _clock(running.resume),
        N_("Resume the pitch"),
        N_("Let the paused clock of the pitch go on."),
        N_("Resumed the pitch of “{team}”"),
        told=_on_stage,
    ),
    _action(
        "pitch-phase",
        _clock(running.next_phase),
        N_("Next phase"),
        N_("Go on from the pitch to the questions, and from the questions to the changeover."),
        N_("Next phase for “{team}”"),
        told=_on_stage,
    ),
    _action(
        "pitch-stop",
        _clock(running.stop),
        N_("Stop the pitch"),
        N_("End the pitch of the team on the stage; the changeover begins."),
        N_("Ended the pitch of “{team}”"),
        told=_on_stage,
    ),
    _action(
        "pitch-next",
        _clock(running.next_team),
        N_("Next team"),
        N_("End the pitch on the stage, if there is one, and call the next team up."),
        N_("Next team up: {team}"),
        told=_called,
    ),
    _action(
        "pitch-restart",
        _clock(running.restart),
        N_("Start the pitch again"),
        N_("Start the clock of a pitch again from zero, for a reason that is kept."),
        N_("Started the pitch of “{team}” again: {reason}"),
        told=_on_stage,
    ),
)

_HELD = (
    _action(
        "pitch-settings",
        timeless(settings.change),
        N_("Change the pitches"),
        N_("Change lengths, labels, signs and what is announced."),
        N_("Changed how the pitches are held"),
    ),
    _action(
        "pitch-form",
        keeping_time(form.use),
        N_("Use a scoring form"),
        N_("Take a scoring form into use. Once a sheet is submitted it takes a reason."),
        N_("Took the scoring form “{title}” into use (version {version})"),
        told=_form,
        unlogged=frozenset({"form"}),
    ),
    _action(
        "pitch-method",
        timeless(form.choose_method),
        N_("Choose the method"),
        N_("Choose how the sheets are counted and how ties are broken, before the first pitch."),
        N_("Chose how the sheets are counted: {method}"),
    ),
    _action(
        "pitch-trial",
        timeless(trial.begin),
        N_("Trial pitch"),
        N_("Let the judges score a made-up team, to align on the scale. Its sheets count nowhere."),
        N_("Began a trial pitch"),
    ),
    _action(
        "pitch-trial-end",
        timeless(trial.end),
        N_("End the trial pitch"),
        N_("End the trial pitch and put its sheets away."),
        N_("Ended the trial pitch"),
    ),
)

_PIN = frozenset({"judge", "change"})
"""What a judge's PIN can be found from is never in the log."""

_JUDGES = (
    _unchained(
        "judge-add",
        timeless(judge.add),
        N_("Add a judge"),
        N_("Add a judge with a name and an organisation."),
        N_("Added the judge {name}"),
        told=_judge,
        unlogged=_PIN,
    ),
    _unchained(
        "judge-edit",
        timeless(judge.edit),
        N_("Change a judge"),
        N_("Change a judge's name, organisation, vote or PIN."),
        N_("Changed the judge {name}"),
        told=_judge,
        unlogged=_PIN,
    ),
    _unchained(
        "judge-remove",
        timeless(judge.remove),
        N_("Remove a judge"),
        N_("Take away a judge who has filled in no sheet."),
        N_("Removed the judge {name}"),
        told=_judge,
    ),
    _unchained(
        "judge-recuse",
        timeless(judge.recuse),
        N_("Recuse a judge"),
        N_("Declare that a judge does not score a team."),
        N_("{name} is recused from “{team}”"),
        told=_judge,
    ),
    _unchained(
        "judge-waive",
        timeless(judge.waive),
        N_("Let a judge score"),
        N_("Let a judge score a team all the same; one of the judge's own organisation takes a reason."),
        N_("{name} may score “{team}” all the same"),
        told=_judge,
    ),
)

ACTIONS: Mapping[str, Action] = {each.name: each for each in (*_ORDER, *_CLOCK, *_HELD, *_JUDGES)}
