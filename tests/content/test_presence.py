from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samling.content.faults import ContentFaults
from samling.content.presence import load_requirements
from samling.domain.gathering import Kind

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
[[requirements]]
id = "x"
who = "director"
each_team = false
text = "Sagt"
source = "Kilde"
"""


def test_ours_are_those_of_the_sources() -> None:
    """Line managers and the director at the pitches are musts, of every team and of one; the rest is hoped for."""
    ours = {each.id: each for each in load_requirements()}
    at_the_pitches = {each.who: each.of_each_team for each in ours.values() if each.kinds == (Kind.PITCHING,)}
    assert at_the_pitches == {"line-manager": True, "director": False}
    assert {each.who for each in ours.values() if each.must} == {"line-manager", "director"}
    assert {each.who for each in ours.values() if not each.must} == {"unit-manager", "coach", "team"}
    assert ours["coach-without-improvement-agent"].unless == "improvement-agent"


def test_ours_are_said_in_both_languages() -> None:
    """Every requirement has a sentence of its own in each language."""
    for each in load_requirements():
        assert each.text.nb != each.text.en


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('who = "director"', 'who = "king"'), "king"),
        (('who = "director"', "who = 7"), "requirements[1].who"),
        (('text = "Sagt"', 'text = ""'), "requirements[1].text"),
        (("each_team = false", 'each_team = false\nunless = "king"'), "king"),
        (("each_team = false", 'each_team = false\nkinds = ["pich"]'), "pich"),
        (("each_team = false", ""), "each_team"),
        (('source = "Kilde"', 'source = "Kilde"\nsorce = 1'), "sorce"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    """A role that there is none of, a wrong type, an unknown key: each is told with file and line."""
    path = tmp_path / "presence.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [each.who for each in load_requirements(path)] == ["director"]
    path.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(ContentFaults) as refused:
        load_requirements(path)
    told = " ".join(f"{fault.key} {fault.what()} {fault.instead()}" for fault in refused.value.faults)
    assert says in told
    assert all(fault.line for fault in refused.value.faults)
