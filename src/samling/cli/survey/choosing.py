"""Which survey a command is about: the one with an id, else the one that the gathering in use shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from samling.domain.survey.values import Survey
    from samling.session import Session


def chosen(session: Session, survey_id: int | None) -> Survey:
    """Return the survey; raise `Refused` where there is none."""
    surveys = session.surveys()
    if survey_id is not None:
        return surveys.survey(survey_id)
    gathering = session.snapshot().gathering
    found = surveys.on_show(gathering.id, gathering.display.survey_id) if gathering else surveys.on_show(None)
    if found is None:
        raise Refused(N_("There is no survey yet. Add one: samling survey add --title TITLE --url LINK"))
    return found
