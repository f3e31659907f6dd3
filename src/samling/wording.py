"""How figures are said: the same words on the command line, in every window and in the log."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from samling.domain import registry
from samling.domain.errors import in_words
from samling.domain.gathering import Kind, Scene, State
from samling.domain.localtime import clock, clock_near, to_local
from samling.domain.pitching.sentence import Sentence
from samling.domain.roles import ROLES
from samling.language import _, language, ngettext

if TYPE_CHECKING:
    from samling.domain.agenda import DayFigures
    from samling.domain.errors import SamlingError
    from samling.domain.gathering import Turn
    from samling.domain.scoring.methods import Method, Reason

_NEARLY_NOTHING = timedelta(seconds=30)
_MINUTE = 60
_HOUR = 3600
_DAYS_FROM_HOURS = 24


def say(error: SamlingError) -> str:
    """Return what an expected failure tells the user."""
    return sentence(error)


def sentence(said: SamlingError | Sentence) -> str:
    """Return a marked sentence with its parts filled in: states, lengths and words in their own words."""
    return _(said.template).format(**{key: _part(value) for key, value in said.parts.items()})


def _part(value: object) -> object:
    if isinstance(value, State):
        return state_word(value)
    if isinstance(value, Scene):
        return scene_word(value)
    if isinstance(value, timedelta):
        return minutes(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return long_date(value)
    if isinstance(value, Sentence):
        return sentence(value)
    return in_words(value, _)


def state_word(state: State) -> str:
    """Return the word for a block's state."""
    return {
        State.PENDING: _("pending"),
        State.RUNNING: _("running"),
        State.PAUSED: _("paused"),
        State.DONE: _("done"),
        State.DROPPED: _("dropped"),
    }[state]


def turn_sign(turn: Turn) -> str:
    """Return the sign of a turn inside a block: skipped, running, over or to come."""
    if turn.skipped:
        return "×"
    return "►" if turn.is_open else "✓" if turn.ended_at else "·"


def kind_word(kind: Kind) -> str:
    """Return the word for what a block is for."""
    return {
        Kind.OPENING: _("opening"),
        Kind.TALK: _("talk"),
        Kind.TEAMWORK: _("team work"),
        Kind.SHARING: _("sharing"),
        Kind.EXERCISE: _("exercise"),
        Kind.STATUS: _("status round"),
        Kind.PITCHING: _("pitching"),
        Kind.EVALUATION: _("evaluation"),
        Kind.PLANNING: _("planning"),
        Kind.INFORMATION: _("information"),
        Kind.BREAK: _("break"),
    }[kind]


def scene_word(scene: Scene) -> str:
    """Return the word for what the projector shows."""
    return {
        Scene.AUTO: _("automatic"),
        Scene.TIMER: _("timer"),
        Scene.AGENDA: _("agenda"),
        Scene.PROMPTS: _("prompts"),
        Scene.SEATING: _("seating"),
        Scene.SURVEY: _("survey"),
        Scene.LINK: _("link"),
        Scene.WIRELESS: _("wireless network"),
        Scene.PITCH: _("pitch"),
        Scene.BREAK: _("break"),
        Scene.MESSAGE: _("message"),
        Scene.CLOCK: _("clock"),
        Scene.BLACK: _("black"),
    }[scene]


def role_words(role: str) -> str:
    """Return the words for what somebody is in a network: "team leader, measurement lead"."""
    return ", ".join(_(ROLES[each].name) if each in ROLES else each for each in role.split())


def who_word(who: str) -> str:
    """Return the word for who did something: the window it was done in."""
    return {
        "control": _("control window"),
        "timer": _("the timekeeper"),
        "screen": _("projector"),
        "judge": _("a judge's window"),
        "command": _("command"),
        "rehearsal": _("the rehearsal"),
    }.get(who, who)


def verdict_word(verdict: str | None) -> str:
    """Return the word for whether an expectation was met; None is one that nobody has ticked off."""
    words = {"met": _("fulfilled"), "partly": _("partly fulfilled"), "not": _("not fulfilled")}
    return words.get(verdict or "", _("not ticked off"))


def method_word(method: Method) -> str:
    """Return the words for how the judges' scores become one score a team."""
    return {
        "plain_mean": _("plain mean"),
        "fair_mean": _("fair mean"),
        "z": _("mean of z-scores"),
        "trimmed": _("trimmed mean"),
        "borda": _("Borda points"),
    }[method]


def unranked_words(reason: Reason) -> str:
    """Return why a team has no rank."""
    return {
        "few_sheets": _("fewer than two sheets"),
        "unconnected": _("no judges connect it with all the others"),
    }[reason]


def points(score: Fraction) -> str:
    """Return a score as it is shown: 4.13, in bokmål 4,13. Rounded half up, for the eye alone."""
    whole, hundredths = divmod(math.floor(abs(score) * 100 + Fraction(1, 2)), 100)
    sign, mark = "−" if score < 0 and (whole or hundredths) else "", "," if language() == "nb" else "."
    return f"{sign}{whole}{mark}{hundredths:02}"


def clock_time(moment: datetime, timezone: str, *, seconds: bool = False) -> str:
    """Return when something is or was, as a local time of day: 10:35 (the nearest minute), or 10:35:07."""
    if seconds:
        return f"{to_local(moment, timezone):%H:%M:%S}"
    return clock(moment, timezone)


def wall_clock(moment: datetime, timezone: str) -> str:
    """Return the local time as a clock on the wall shows it: 10:35 until the minute is over."""
    return f"{to_local(moment, timezone):%H:%M}"


def _digits(seconds: int) -> str:
    hours, rest = divmod(seconds, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def countdown(remaining: timedelta) -> str:
    """Return time left as 12:05, and overtime as +0:07. Time left rounds up to the second, overtime down."""
    seconds = remaining.total_seconds()
    if seconds > 0:
        return _digits(math.ceil(seconds))
    over = math.floor(-seconds)
    return f"+{_digits(over)}" if over else "0:00"


def stopwatch(elapsed: timedelta) -> str:
    """Return time gone as 12:05, rounded down to the second."""
    return _digits(max(0, math.floor(elapsed.total_seconds())))


def minutes(length: timedelta | int) -> str:
    """Return a length (or whole seconds) in words: "45 min", "90 s", "1 min 30 s"."""
    seconds = length if isinstance(length, int) else round(length.total_seconds())
    whole, rest = divmod(abs(seconds), _MINUTE)
    parts = [_("{count} min").format(count=whole)] if whole or not rest else []
    return " ".join([*parts, *([_("{count} s").format(count=rest)] if rest else [])])


def behind_words(behind: timedelta) -> str:
    """Return how the day stands: "8 min behind", "2 min ahead" or "on time" (under 30 s); never a bare sign."""
    if abs(behind) < _NEARLY_NOTHING:
        return _("on time")
    return (_("{length} behind") if behind > timedelta(0) else _("{length} ahead")).format(length=about(behind))


def about(length: timedelta) -> str:
    """Return a length, whatever its sign, as it is said of a day: "8 min", "2 h 5 min", "24 days"."""
    whole = math.floor(abs(length).total_seconds() / _MINUTE + 0.5)
    hours, rest = divmod(whole, _MINUTE)
    if hours >= _DAYS_FROM_HOURS:  # a rehearsal, or a day that was never held
        days = round(hours / 24)
        return ngettext("{count} day", "{count} days", days).format(count=days)
    if hours > 1:
        return _("{hours} h {count} min").format(hours=hours, count=rest)
    return minutes(whole * _MINUTE)


def day_line(day: DayFigures, promised_end: datetime, timezone: str) -> str:
    """Return the day in one line: "8 min behind · done 13:08 · promised 13:00"."""
    promised = _("promised {time}").format(time=clock_time(promised_end, timezone))
    if day.expected_end is None or day.behind is None:
        return promised
    done = _("done {time}").format(time=clock_near(day.expected_end, promised_end, timezone))
    return " · ".join((behind_words(day.behind), done, promised))


def long_date(day: date) -> str:
    """Return a date in words: "Wed 16 September 2026"."""
    number = f"{day.day}." if language() == "nb" else str(day.day)
    return f"{_weekdays()[day.weekday()]} {number} {_months()[day.month - 1]} {day.year}"


def _weekdays() -> tuple[str, ...]:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def _months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def deed(action: str, arguments: dict[str, Any], timezone: str) -> str:
    """Return a line of the log in words: "Started “Målinger”", "Undone: Started “Målinger”".

    `timezone` is the network's, for the clock times in it.
    """
    if action in ("undo", "redo"):
        rest = {key: value for key, value in arguments.items() if key != "action"}
        what = deed(str(arguments["action"]), rest, timezone)
        return (_("Undone: {what}") if action == "undo" else _("Redone: {what}")).format(what=what)
    if action == "next" and (arguments.get("ended") or arguments.get("began")):
        action = "finish" if arguments.get("ended") else "start"
    return _template(action, arguments).format_map(_Shown(action, arguments, timezone))


def _template(action: str, arguments: dict[str, Any]) -> str:
    if action == "turn" and arguments.get("over"):
        return _("All steps are done") if arguments.get("steps") else _("Everyone has had their turn")
    if action == "steps" and not arguments.get("count"):
        return _("Took the steps of “{title}” away")
    if action == "person-move" and not arguments.get("team"):
        return _("Moved {name} out of the teams")
    if action == "pitch-next" and not arguments.get("team"):
        return _("Ended the last pitch")
    known = registry.find(action)
    return _(known.done) if known else _other_deed(action)


def _other_deed(action: str) -> str:
    return {
        "network-new": _("Made the network {name}"),
        "network-use": _("Took the network {name} into use"),
        "network-rename": _("Renamed the network to {name}"),
        "network-forget": _("Removed the names of the network's people: {count}"),
        "gathering-new": _("Made the gathering {title}"),
        "gathering-use": _("Took the gathering {title} into use"),
        "file-restore": _("Restored the back-up {file}"),
        "rehearse": _("The rehearsal begins (seed {seed})"),
        "clock-set": _("The clock of this machine was set by {seconds} s; the day's times were moved with it"),
    }.get(action, action)


def _times(given: dict[str, Any], timezone: str) -> str:
    """What was promised or corrected: "end 13:15", "started 09:03:00, ended 09:20:00"."""
    forms = {
        "start": _("start {time}"),
        "end": _("end {time}"),
        "started": _("started {time}"),
        "ended": _("ended {time}"),
        "paused": _("paused {time}"),
        "resumed": _("resumed {time}"),
    }
    found = ((forms[key], datetime.fromisoformat(given[key])) for key in forms if given.get(key))
    return ", ".join(form.format(time=clock_time(at, timezone, seconds=at.second != 0)) for form, at in found)


class _Shown(dict[str, str]):
    """The arguments of a deed as they are shown; a missing one shows as a dash."""

    def __init__(self, action: str, arguments: dict[str, Any], timezone: str) -> None:
        shown = {key: str(value) for key, value in arguments.items()}
        if action == "extend" and "seconds" in arguments:
            sign = "+" if arguments["seconds"] > 0 else "−"
            shown["change"] = f"{sign}{minutes(abs(int(arguments['seconds'])))}"
        if action == "clock-set":
            shown["seconds"] = f"{arguments['seconds']:+.0f}".replace("-", "−")
        if action == "until" and "end" in arguments:
            shown["end"] = clock_time(datetime.fromisoformat(arguments["end"]), timezone)
        if action in ("promise", "amend"):
            shown["times"] = _times(arguments.get("correction", arguments), timezone)
        if action == "expectation-mark":
            shown["verdict"] = verdict_word(arguments.get("verdict"))
        if action == "show" and "scene" in arguments:
            shown["scene"] = scene_word(Scene(arguments["scene"]))
        if action == "pitch-method" and "method" in arguments:
            shown["method"] = method_word(arguments["method"])
        if int(arguments.get("team_id") or 0) < 0:
            shown["team"] = _("the trial pitch")
        super().__init__(shown)

    def __missing__(self, key: str) -> str:
        return "–"
