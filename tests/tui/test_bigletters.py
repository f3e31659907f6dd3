from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.tui.bigletters import LEAST_CAP, draw, drawable, fit, fit_line, fit_start, paint, width_of

NORWEGIAN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøåéèêüöäñ0123456789"
SIGNS = " .,:;!?-–—+=/()[]'’\"“”«»…·&%×°▲◆■║►✓"


def test_the_alphabet_has_what_norwegian_needs() -> None:
    """Letters, figures and signs of bokmål, the usual foreign accents, and our own shapes."""
    assert drawable(NORWEGIAN + SIGNS) == NORWEGIAN + SIGNS


@pytest.mark.parametrize("cap", [LEAST_CAP, 8, 9, 10, 12, 20])
def test_no_two_letters_look_alike(cap: int) -> None:
    """Also in the smallest size; the curly quotes are one sign."""
    seen: dict[tuple[int, ...], str] = {}
    for each in NORWEGIAN + SIGNS.replace(" ", "").replace("”", "").replace("·", ""):
        rows = draw(each, cap)[0]
        assert any(rows)
        assert rows not in seen, f"{each} looks like {seen.get(rows)}"
        seen[rows] = each


@given(
    text=st.text(alphabet=NORWEGIAN + "   ", min_size=1, max_size=120),
    width=st.integers(1, 200),
    height=st.integers(1, 60),
)
def test_a_setting_stays_in_its_box(text: str, width: int, height: int) -> None:
    """And says the whole text, in whole words, or there is none."""
    setting = fit(text, width, height)
    if setting is not None:
        rows = paint(setting, width)
        assert len(rows) == setting.rows <= height
        assert all(len(row) == width for row in rows)
        assert all(width_of(line, setting.cap) <= width for line in setting.lines)
        assert " ".join(setting.lines).split() == text.split()


def test_fewer_lines_go_before_letters_a_little_larger() -> None:
    """No single word is left over on a line of its own."""
    setting = fit("Velkommen til Tørn kull 3", 188, 15)
    assert setting is not None
    assert len(setting.lines) == 1


def test_what_is_cut_says_so() -> None:
    """With an ellipsis, after a whole word or on the line."""
    start = fit_start("mange ord " * 40, 100, 12)
    line = fit_line("Planlegge, gjennomføre, evaluere og korrigere", 100, 7)
    assert start is not None
    assert start.lines[-1].endswith("ord …") or start.lines[-1].endswith("mange …")
    assert line is not None
    assert line.lines[0].endswith("…")
    assert width_of(line.lines[0], 7) <= 100


@pytest.mark.parametrize("text", ["שלום", "你好", "", "   "])
def test_what_cannot_be_drawn_is_left_to_the_terminal(text: str) -> None:
    """Another script is shown as the terminal writes it, not with letters left out."""
    assert fit(text, 100, 20) is None


def test_little_pictures_are_left_out_of_large_letters() -> None:
    """An emoji does not make a title small."""
    setting = fit("Lunsj 🧪", 100, 20)
    assert setting is not None
    assert setting.lines == ("Lunsj",)
