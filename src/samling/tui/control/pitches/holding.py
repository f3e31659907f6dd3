"""What the keys for how the pitches are held do: lengths and labels, form, how the sheets are counted, trial."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, get_args

from samling.domain.line import clean_line
from samling.domain.pitching import form as forms
from samling.domain.pitching.settings import SettingsChange, parse_length
from samling.domain.scoring.methods import METHODS
from samling.domain.scoring.ranking import Rung
from samling.language import _, language
from samling.pitch_wording import rung_word
from samling.wording import countdown, method_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.domain.pitching.values import Settings
    from samling.tui.control.dialogs.form import Field
    from samling.tui.control.pitches.desk import PitchDesk

_NOTHING = ""


async def settings(desk: PitchDesk) -> None:
    """Change lengths, labels and signs."""
    from samling.tui.control.dialogs.form import Form

    form = Form(
        _("How the pitches are held"),
        _fields(desk.pitching.settings),
        lambda values: desk.must("pitch-settings", to=SettingsChange(**values)),
        text=_("Lengths are minutes and seconds, as in 4:00. They hold for the clocks that are started after this."),
    )
    await desk.ask(form)


def _fields(now: Settings) -> list[Field]:
    from samling.tui.control.dialogs.form import Field, whole_number, yes_or_no

    lengths = now.lengths
    return [
        Field("pitch_seconds", _("Pitch"), _shown(lengths.pitch_seconds), read=parse_length),
        Field("questions_seconds", _("Questions"), _shown(lengths.questions_seconds), _("0:00 for none"), parse_length),
        yes_or_no("runs_on", _("Runs on by itself"), value=lengths.runs_on),
        Field("grace_seconds", _("After a grace of"), _shown(lengths.grace_seconds), read=parse_length),
        Field("changeover_seconds", _("Changeover"), _shown(now.changeover_seconds), read=parse_length),
        Field("award_seconds", _("The award"), _shown(now.award_seconds), read=parse_length),
        Field(
            "signal_seconds", _("Signs at"), ", ".join(map(_shown, now.signal_seconds)), _("as in 1:00, 0:30"), _lengths
        ),
        Field("pitch_label", _("Pitch is called"), now.pitch_label, _("empty: our word")),
        Field("questions_label", _("Questions are"), now.questions_label, _("empty: our word")),
        Field("places", _("Places announced"), str(now.places), read=whole_number),
        yes_or_no("audience", _("Audience's prize"), value=now.audience),
    ]


def _shown(seconds: int) -> str:
    return countdown(timedelta(seconds=seconds))


def _lengths(typed: str) -> tuple[int, ...]:
    return tuple(parse_length(part) for part in typed.split(",") if part.strip())


# how the sheets are counted


async def method(desk: PitchDesk) -> None:
    """Choose how the sheets are counted and how ties are broken, before the first pitch."""
    from samling.tui.control.dialogs.form import Field, Form

    now = desk.pitching.settings
    methods = tuple((each, method_word(each)) for each in METHODS)
    rungs = ((_NOTHING, _("nothing: a shared place")), *((each, rung_word(each)) for each in get_args(Rung)))
    ladder = [*now.ladder, *[_NOTHING] * len(get_args(Rung))][: len(get_args(Rung))]
    labels = (_("Ties go by"), _("then by"), _("then by"))
    fields = [Field("method", _("Sheets counted by"), now.method, options=methods)]
    fields += [
        Field(f"rung{at}", label, rung, options=rungs)
        for at, (label, rung) in enumerate(zip(labels, ladder, strict=True))
    ]

    def send(values: Mapping[str, Any]) -> object:
        chosen = tuple(values[f"rung{at}"] for at in range(len(labels)) if values[f"rung{at}"])
        return desk.must("pitch-method", method=values["method"], ladder=chosen)

    text = _("To be chosen before the first pitch, which locks it.")
    await desk.ask(Form(_("How the sheets are counted"), fields, send, text=text))


# the form


async def form(desk: PitchDesk) -> None:
    """Take a scoring form into use; once a sheet has come in it takes a reason."""
    from samling.content.forms import list_forms
    from samling.tui.control.dialogs.chooser import Chooser

    used = desk.pitching.forms[-1].form if desk.pitching.forms else None
    found = {each.id: each.content.said(language()) for each in list_forms() if each.content is not None}
    options = [
        (id_, shown.title, _("{count} criteria").format(count=len(shown.criteria))) for id_, shown in found.items()
    ]
    answer = await desk.ask(Chooser(_("Scoring form"), options, chosen=used.id if used else None))
    if answer is None:
        return
    chosen = found[answer]
    if not forms.is_locked(desk.pitching):
        desk.do("pitch-form", form=chosen)
        return
    from samling.tui.control.dialogs.form import Field, Form

    why = Form(
        _("Change the form after sheets have come in"),
        [Field("reason", _("Reason"), read=clean_line)],
        lambda values: desk.must("pitch-form", form=chosen, reason=values["reason"]),
        text=_("A sheet has been submitted, which locks the form. Another one is a new version, with a reason."),
    )
    await desk.ask(why)


# the trial


def trial(desk: PitchDesk) -> None:
    """Begin a trial pitch, or end the one that is on."""
    desk.do("pitch-trial-end" if desk.pitching.trial.is_open else "pitch-trial")
