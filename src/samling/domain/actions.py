"""The registry of the day's actions: one name, one function, one label and one help text for all that is done to it.

Keys, the command palette, the headless commands and the lines of the log all come from here. An action takes the
gathering, the moment and its arguments, and returns the gathering after it. `registry` finds these and the others.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain import agenda, amend, clockset, display, plan, verbs
from samling.domain.action import AGENDA_CHAIN, Action, Moment
from samling.domain.errors import N_
from samling.domain.rounds.actions import ROUNDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samling.domain.gathering import Gathering


def _at(verb: Callable[..., Gathering]) -> Callable[..., Gathering]:
    def perform(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401 - the verb's own
        return verb(gathering, moment.at, **arguments)

    return perform


def _timeless(verb: Callable[..., Gathering]) -> Callable[..., Gathering]:
    def perform(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401, ARG001
        return verb(gathering, **arguments)

    return perform


def _amend(gathering: Gathering, moment: Moment, position: int, correction: amend.Correction) -> Gathering:
    return amend.amend(gathering, position, correction, moment.now)


def _note(gathering: Gathering, moment: Moment, text: str, position: int | None = None) -> Gathering:
    return display.note(gathering, text, moment.at, position)


def _replan(gathering: Gathering, moment: Moment, **arguments: Any) -> Gathering:  # noqa: ANN401 - the rule's own
    from samling.domain.replan.proposals import replan  # a day that runs on time never needs it

    return replan(gathering, moment.at, **arguments)


_verb = partial(Action, chain=AGENDA_CHAIN, timed=True)


def _learn(gathering: Gathering, moment: Moment, lengths: Mapping[int, int]) -> Gathering:  # noqa: ARG001
    from samling.domain.history import learn  # most days it is never asked for

    return learn(gathering, lengths)


_plan = partial(Action, chain=AGENDA_CHAIN)
_unchained = partial(Action, chain=None)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _verb(
            "start",
            _at(verbs.start),
            N_("Start"),
            N_("Start a block: the next one, or the one named. A running block ends at the same instant."),
            N_("Started “{title}”"),
        ),
        _verb("pause", _at(verbs.pause), N_("Pause"), N_("Stop the running block's clock."), N_("Paused “{title}”")),
        _verb(
            "resume",
            _at(verbs.resume),
            N_("Resume"),
            N_("Let the paused block's clock go on."),
            N_("Resumed “{title}”"),
        ),
        _verb(
            "next",
            _at(verbs.next_block),
            N_("Next"),
            N_("End the running block and start the next one at the same instant."),
            N_("Went on to “{title}”"),
        ),
        _verb(
            "finish",
            _at(verbs.finish),
            N_("Finish"),
            N_("End the running block; the day waits between blocks."),
            N_("Finished “{title}”"),
        ),
        _verb(
            "extend",
            _timeless(verbs.extend),
            N_("Extend or shorten"),
            N_("Add time to the running (or a named) block, or take time from it."),
            N_("Changed the length of “{title}” by {change}"),
        ),
        _verb(
            "until",
            _timeless(verbs.until),
            N_("Until a clock time"),
            N_("Let the running (or a named) block end at a clock time."),
            N_("“{title}” lasts until {end}"),
        ),
        _verb(
            "drop",
            _timeless(verbs.drop),
            N_("Drop"),
            N_("Leave a pending block out."),
            N_("Dropped “{title}”"),
        ),
        _verb(
            "restore",
            _timeless(verbs.restore),
            N_("Restore"),
            N_("Take a dropped block back."),
            N_("Restored “{title}”"),
        ),
        _verb(
            "move",
            _timeless(verbs.move),
            N_("Move"),
            N_("Put a pending block at another place in the order."),
            N_("Moved “{title}” to place {to}"),
        ),
        _verb(
            "reopen",
            _at(verbs.reopen),
            N_("Reopen"),
            N_("Go back to a finished block: it runs again from zero."),
            N_("Reopened “{title}”"),
        ),
        _plan(
            "amend",
            _amend,
            N_("Correct a recorded time"),
            N_("Correct when a block, or a pause in it, started or ended."),
            N_("Corrected the times of “{title}”: {times}"),
        ),
        *ROUNDS,
        _verb(
            "promise",
            _timeless(verbs.promise),
            N_("Change the promised end"),
            N_("Change the promised end of the day or, before it has started, its planned start."),
            N_("Changed what was promised: {times}"),
        ),
        _verb(
            "replan",
            _replan,
            N_("Re-plan"),
            N_("Follow a proposal for how the day can end as promised."),
            N_("Re-planned: {sentence}"),
        ),
        _plan(
            "reset",
            _timeless(verbs.reset),
            N_("Reset the day"),
            N_("Put a rehearsed gathering back to before its first start."),
            N_("Reset the gathering"),
        ),
        _plan("add", _timeless(plan.add), N_("Add a block"), N_("Add a block to the plan."), N_("Added “{title}”")),
        _plan(
            "edit", _timeless(plan.edit), N_("Edit a block"), N_("Change a block of the plan."), N_("Edited “{title}”")
        ),
        _plan(
            "remove",
            _timeless(plan.remove),
            N_("Remove a block"),
            N_("Take a block that has not started out of the plan."),
            N_("Removed “{title}”"),
        ),
        _plan(
            "duplicate",
            _timeless(plan.duplicate),
            N_("Duplicate a block"),
            N_("Put a copy of a block after it."),
            N_("Duplicated “{title}”"),
        ),
        _plan(
            "lay-out",
            _timeless(plan.lay_out),
            N_("Lay the day out"),
            N_("Share the time that is left between the blank blocks."),
            N_("Laid day {number} out"),
        ),
        _plan(
            "learn",
            _learn,
            N_("Take over lengths from before"),
            N_("Give the coming blocks the lengths that they have taken at earlier gatherings."),
            N_("Took over lengths from earlier gatherings, in {count} of the blocks"),
            told=lambda _before, _after, arguments: {"count": len(arguments["lengths"])},
        ),
        _plan(
            "add-day", _timeless(plan.add_day), N_("Add a day"), N_("Add a day to the gathering."), N_("Added a day")
        ),
        _unchained(
            "note",
            _note,
            N_("Note"),
            N_("Jot a line to the running block, or to a named one."),
            N_("Noted: {text}"),
        ),
        _unchained(
            "show",
            _timeless(display.show),
            N_("Show on the projector"),
            N_("Choose what the projector shows."),
            N_("The projector shows {scene}"),
        ),
        _unchained(
            "black-out",
            _timeless(display.black_out),
            N_("Black"),
            N_("Turn the projector black, and back."),
            N_("Turned the projector black, or back"),
        ),
        _unchained(
            "message",
            _timeless(display.message),
            N_("Message"),
            N_("Show a message on the projector; an empty one takes it away."),
            N_("Message on the projector: {text}"),
        ),
        _unchained(
            "show-survey",
            _timeless(display.survey),
            N_("Show a survey"),
            N_("Show a survey's code on the projector."),
            N_("The projector shows a survey"),
        ),
        _unchained(
            "show-link",
            _timeless(display.link),
            N_("Show a link"),
            N_("Show a link as a code on the projector."),
            N_("The projector shows {url}"),
        ),
        _unchained(
            "sound",
            _timeless(display.sound),
            N_("Sound"),
            N_("Turn the bell at the warning signs on or off."),
            N_("Turned the bell on or off"),
        ),
        _unchained(
            "rename",
            _timeless(plan.rename),
            N_("Rename the gathering"),
            N_("Give the gathering another title."),
            N_("Renamed the gathering to {title}"),
        ),
    )
}


def perform(action: Action, gathering: Gathering, moment: Moment, arguments: Mapping[str, Any]) -> Gathering:
    """Return the gathering after the action; raise `Refused` or `WrongUsage` when it cannot be done so."""
    moment = clockset.in_order(moment, agenda.clock_limits(gathering, agenda.current_day(gathering)))
    after: Gathering = action.perform(gathering, moment, **arguments)
    days = _days(action, gathering, after, arguments) if action.timed else ()
    verbs.check_recorded_at(gathering, days, moment.at, moment.now)
    return after


def _days(action: Action, before: Gathering, after: Gathering, arguments: Mapping[str, Any]) -> set[int]:
    """The days whose record the action adds to."""
    position = subject(action, before, after, arguments)
    days = {agenda.current_day(before)} if position is None else {before.block(min(position, len(before.blocks))).day}
    return days | ({before.block(before.current).day} if before.current else set())


_STARTS = ("start", "next", "reopen")


def subject(action: Action, before: Gathering, after: Gathering, arguments: Mapping[str, Any]) -> int | None:
    """The position of the block that the action is about, before it (for a new block: after it), if any."""
    if action.name == "add":
        known = {block.id for block in before.blocks}
        return next(after.positions(lambda block: block.id not in known), None)
    if arguments.get("position"):
        return int(arguments["position"])
    if action.name in _STARTS and after.current:
        return after.current
    return before.current if action.chain or action.name == "note" else None


def told(action: Action, before: Gathering, after: Gathering, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the log's words need beside the arguments: the title of the block, and what `next` came to."""
    more = action.told(before, after, dict(arguments)) if action.told else {}
    position = subject(action, before, after, arguments)
    if position is None:
        return more
    source = after if action.name == "add" else before
    shown: dict[str, Any] = {"position": position, "title": source.block(position).title, **more}
    if action.name == "next" and after.current is None:
        shown["ended"] = True  # there was nothing to go on to
    elif action.name == "next" and before.current is None:
        shown["began"] = True  # there was nothing to go on from
    return shown
