from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.domain.errors import WrongUsage
from samling.domain.wireless import Security, wireless

SEEN = st.characters(codec="utf-8", exclude_categories=("C", "Z"))


def fields(payload: str) -> dict[str, str]:
    """Read a payload as a phone does: fields up to a semicolon that is not marked, marks taken away."""
    assert payload.startswith("WIFI:")
    assert payload.endswith(";;")
    found = re.findall(r"([A-Z]):((?:[^\\;]|\\.)*);", payload.removeprefix("WIFI:"))
    return {key: re.sub(r"\\(.)", r"\1", value) for key, value in found}


@pytest.mark.parametrize(
    ("security", "password", "payload"),
    [
        (Security.WPA, "hemmelig1", "WIFI:T:WPA;S:Gjest;P:hemmelig1;;"),
        (Security.WEP, "abcde", "WIFI:T:WEP;S:Gjest;P:abcde;;"),
        (Security.NONE, "", "WIFI:T:nopass;S:Gjest;;"),
    ],
)
def test_the_form_that_phones_read(security: Security, password: str, payload: str) -> None:
    """A network is written with its kind, name and password; an open one without a password."""
    assert wireless("Gjest", security, password).payload == payload


def test_a_hidden_network() -> None:
    """A network that does not show its name says so."""
    assert wireless("Gjest", Security.NONE, hidden=True).payload == "WIFI:T:nopass;S:Gjest;H:true;;"


def test_signs_that_mean_something() -> None:
    r"""Each of \ ; , : and " is marked with a backslash."""
    payload = wireless('a;b:c,d"e\\f', Security.WPA, '\\;,:"12345').payload
    assert payload == r"WIFI:T:WPA;S:a\;b\:c\,d\"e\\f;P:\\\;\,\:\"12345;;"


@given(name=st.text(SEEN, min_size=1, max_size=8), password=st.text(SEEN, min_size=8, max_size=15))
def test_comes_out_as_it_went_in(name: str, password: str) -> None:
    """Whatever a name and a password hold, a phone reads the same."""
    read = fields(wireless(name, Security.WPA, password).payload)
    assert (read["S"], read["P"]) == (name, password)


@pytest.mark.parametrize("name", ["", "x" * 33, "å" * 17, "a\nb", "a\x1b[31m", "a\udc80"])
def test_names_that_cannot_be(name: str) -> None:
    """A name has 1 to 32 bytes and nothing that cannot be seen."""
    with pytest.raises(WrongUsage, match="1 to 32 bytes"):
        wireless(name, Security.NONE)


@pytest.mark.parametrize(
    ("security", "size", "fine"),
    [
        *((Security.WPA, size, 8 <= size <= 64) for size in (0, 7, 8, 63, 64, 65)),
        *((Security.WEP, size, size in {5, 13, 16, 10, 26, 32}) for size in (0, 4, 5, 10, 13, 16, 17, 26, 32, 33)),
    ],
)
def test_lengths_of_passwords(security: Security, size: int, fine: bool) -> None:
    """Passwords have the lengths that the standard gives; these are hexadecimal digits, which allow the longest."""
    password = ("a1" * 40)[:size]
    if fine:
        assert fields(wireless("Gjest", security, password).payload)["P"] == password
    else:
        with pytest.raises(WrongUsage):
            wireless("Gjest", security, password)


@pytest.mark.parametrize(("security", "size"), [(Security.WPA, 64), (Security.WEP, 10)])
def test_digits_only(security: Security, size: int) -> None:
    """The lengths of hexadecimal keys are for hexadecimal digits alone."""
    with pytest.raises(WrongUsage):
        wireless("Gjest", security, "x" * size)


def test_the_password_is_never_told() -> None:
    """Neither a refusal nor the value as a log would write it holds the password."""
    assert "hemmelig1" not in repr(wireless("Gjest", Security.WPA, "hemmelig1"))
    with pytest.raises(WrongUsage) as refused:
        wireless("Gjest", Security.WPA, "kort")
    assert "kort" not in str(refused.value)
