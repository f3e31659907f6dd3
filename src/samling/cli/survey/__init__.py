"""`samling survey`: links and codes, questions, and the answers that come back. One module a family of commands."""

from __future__ import annotations

import click

from samling.cli.lazy import LazyGroup
from samling.domain.errors import N_
from samling.language import _

COMMANDS = {
    "add": ("samling.cli.survey.changing:add", N_("Add a survey by its link.")),
    "list": ("samling.cli.survey.looking:list_", N_("List the surveys of the network.")),
    "show": ("samling.cli.survey.looking:show", N_("Show a survey, and what is to be said of its link.")),
    "edit": ("samling.cli.survey.changing:edit", N_("Change a survey.")),
    "remove": ("samling.cli.survey.changing:remove", N_("Take a survey out.")),
    "qr": ("samling.cli.survey.scanning:qr", N_("Its code: here, as a file, or on sheets and cards to print.")),
    "check": ("samling.cli.survey.scanning:check", N_("Before the day: scan the code, and tick it off.")),
    "screen": ("samling.cli.survey.scanning:screen", N_("Show a survey's code on the projector.")),
    "questions": ("samling.cli.survey.questions:questions", N_("Ready questions: list, show, print as a sheet.")),
    "import": ("samling.cli.survey.importing:import_", N_("Take answers in from the survey tool's export.")),
    "answer": ("samling.cli.survey.answering:answer", N_("Type in answers that were given on paper.")),
    "results": ("samling.cli.survey.results:results", N_("What was answered: how many, how, and in which words.")),
    "forget": ("samling.cli.survey.changing:forget", N_("Take all answers to a survey out.")),
    "undo": ("samling.cli.survey.changing:undo", N_("Take the last change of surveys back, or of answers.")),
    "redo": ("samling.cli.survey.changing:redo", N_("Bring forward what was undone last.")),
}


@click.group(cls=LazyGroup, lazy=COMMANDS, help=_("Surveys: their links, their questions and their answers."))
def survey() -> None:
    """Handle surveys."""
