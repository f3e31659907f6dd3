"""The benchmarks' table: what is written where. The figures themselves are never a test's."""

from __future__ import annotations

from importlib import import_module

import pytest

from benchmarks import run


def test_the_table_takes_the_place_of_the_last_one() -> None:
    """What stands between the marks goes; what stands around them stays, and it can be written again."""
    text = f"Before\n{run.BEGIN}\nold\n{run.END}\nAfter\n"
    once = run.written(text, ["machine", "", "| a |"])
    assert once == f"Before\n{run.BEGIN}\nmachine\n\n| a |\n{run.END}\nAfter\n"
    assert run.written(once, ["machine", "", "| a |"]) == once


@pytest.mark.parametrize("text", ["", run.BEGIN, f"{run.END} {run.BEGIN}"])
def test_a_text_without_the_marks_has_no_place_for_it(text: str) -> None:
    """A file that has not both marks, in their order, is refused before anything is measured."""
    assert not run.is_marked(text)


@pytest.mark.parametrize("name", run.NAMES)
def test_every_name_can_be_measured(name: str) -> None:
    """Each name is a module that yields figures."""
    assert callable(import_module(f"benchmarks.{name}").figures)
