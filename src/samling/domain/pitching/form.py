"""How the pitches are judged: the form in use, the method and the ties' ladder, and from when they are locked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.line import clean_line
from samling.domain.scoring.methods import METHODS
from samling.domain.scoring.ranking import Rung

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.form import Criterion, Form


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form as it was taken into use, whole, so that what becomes of its file changes no result. UTC.

    `version` counts from 1 within the gathering; `reason` is why another was taken after sheets had come in.
    """

    version: int
    form: Form
    used_from: datetime
    reason: str = ""


def use(pitching: Pitching, at: datetime, form: Form, reason: str = "") -> Pitching:
    """Take a form into use. Once a sheet has been submitted it takes a reason, and makes a new version."""
    if not form.criteria:
        raise WrongUsage(N_("The form “{form}” has no criteria: nothing could be scored."), form=form.title)
    reason = clean_line(reason) if reason.strip() else ""
    if not is_locked(pitching):
        return replace(pitching, forms=(FormUse(1, form, at, reason),))
    if not reason:
        raise Refused(N_("A sheet has been submitted, which locks the form. Say why another is to be used."))
    return replace(pitching, forms=(*pitching.forms, FormUse(pitching.forms[-1].version + 1, form, at, reason)))


def check_turned(before: Pitching, after: Pitching) -> None:
    """Raise `Refused` where undo or redo would change the form that submitted sheets were filled in on."""
    if is_locked(before) and before.forms != after.forms:
        raise Refused(N_("A sheet has been submitted, which locks the form. Take another one into use, with a reason."))


def is_locked(pitching: Pitching) -> bool:
    """Whether the form is locked: a sheet for a team has been submitted (one for a trial locks nothing)."""
    return bool(pitching.forms) and any(each.submitted and each.team_id > 0 for each in pitching.deliveries)


def in_use(pitching: Pitching) -> FormUse:
    """Return the form in use; raise `Refused` with what to do when there is none."""
    if not pitching.forms:
        raise Refused(N_("There is no scoring form in use. Choose one: samling pitch form use ID"))
    return pitching.forms[-1]


def criterion(form: Form, criterion_id: str) -> Criterion:
    """Return a criterion of a form; raise `WrongUsage` when it has none with that id."""
    found = next((each for each in form.criteria if each.id == criterion_id), None)
    if found is None:
        raise WrongUsage(
            N_("The form “{form}” has no criterion “{criterion}”. It has: {known}."),
            form=form.title,
            criterion=criterion_id[:60],
            known=", ".join(each.id for each in form.criteria),
        )
    return found


def checked(criterion: Criterion, score: object) -> int:
    """Return a score of a criterion's scale; raise `WrongUsage` for halves, text and what lies outside it."""
    if isinstance(score, int) and not isinstance(score, bool) and criterion.lowest <= score <= criterion.highest:
        return score
    raise WrongUsage(
        N_("“{criterion}” is scored with whole numbers from {lowest} to {highest}, not {found}."),
        criterion=criterion.name,
        lowest=criterion.lowest,
        highest=criterion.highest,
        found=_shown(score),
    )


def _shown(score: object) -> str:
    text = repr(score)
    return text if len(text) <= 40 else f"{text[:39]}…"


def choose_method(pitching: Pitching, method: str, ladder: Sequence[str] | None = None) -> Pitching:
    """Choose how the sheets are counted and how ties are broken. Refuses once a team has pitched.

    Raises `WrongUsage` for a method, or a step of the ladder, that there is not, and for a step named twice.
    """
    if pitching.has_begun:
        raise Refused(N_("The first team has pitched, which locks how the sheets are counted and ties are broken."))
    rungs: tuple[str, ...] = get_args(Rung)
    chosen = pitching.settings.ladder if ladder is None else tuple(ladder)
    if method not in METHODS:
        raise WrongUsage(
            N_("There is no method “{method}”. Methods: {known}."), method=method[:60], known=", ".join(METHODS)
        )
    if not set(chosen) <= set(rungs) or len(set(chosen)) < len(chosen):
        raise WrongUsage(N_("Ties are broken by some of these, each once: {known}."), known=", ".join(rungs))
    return replace(pitching, settings=replace(pitching.settings, method=method, ladder=chosen))
