"""Where the commands of the surveys work: the surveys, and which one the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.survey.actions import SURVEYS_CHAIN
from samling.language import _
from samling.tui.control.deeds import Deeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.survey.answers import Answers
    from samling.domain.survey.values import Survey, Surveys
    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told


class SurveysDesk(Deeds):
    """Where they work. `cursor` is the id of the survey that a command is about."""

    app: ControlApp
    chain = SURVEYS_CHAIN

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.cursor: int | None = None

    @property
    def surveys(self) -> Surveys:
        """The surveys of the network."""
        surveys = self.view.snapshot.surveys
        assert surveys is not None, "the screen has asked for the surveys"
        return surveys

    @property
    def answers(self) -> Answers:
        """What was answered to them."""
        answers = self.view.snapshot.answers
        assert answers is not None, "the screen has asked for the answers"
        return answers

    @property
    def on_show(self) -> Survey | None:
        """The survey that the projector shows, or would show."""
        return self.surveys.on_show(self.gathering.id, self.gathering.display.survey_id)

    @property
    def survey(self) -> Survey | None:
        """The survey under the cursor."""
        return next((each for each in self.surveys.surveys if each.id == self.cursor), None)

    def marked(self) -> Survey | None:
        """Return the survey under the cursor; say so where there is none."""
        if self.survey is None:
            self.say(_("There is no survey yet. Press a to add one by its link."))
        return self.survey

    def back(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()
