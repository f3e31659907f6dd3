from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.domain.errors import WrongUsage
from samling.domain.link import Weight, checked, findings, parameter, reach

GOOD = "https://nettskjema.no/a/48211"
PIECES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="#?"), max_size=20)


class TestAccepted:
    @pytest.mark.parametrize(
        "text",
        [
            GOOD,
            "http://nettskjema.no",
            "https://forms.office.com/r/aB3?lang=nb#side=2",
            "https://response.questback.com/isa/qbv.dll/ShowQuest?QuestID=5&sid=x%20y",
            "https://192.168.1.7:8000/svar",
            "https://[2001:db8::1]:8443/",
            "https://a_b.example-1.no/~x/(1)/;v=2,3",
        ],
    )
    def test_a_link_in_ascii_stays_as_it_is(self, text: str) -> None:
        """What is right already goes into the code to the letter, and is shown so."""
        assert (checked(text).payload, checked(text).text) == (text, text)

    def test_scheme_and_host_in_capitals(self) -> None:
        """Capitals in the scheme and the host mean nothing; in the path they do."""
        assert checked("HTTPS://Nettskjema.NO/A/b").payload == "https://nettskjema.no/A/b"

    def test_norwegian_letters(self) -> None:
        """Letters outside ASCII are written as the net writes them, and shown as they were."""
        link = checked("https://blåbær.no/plan/æøå?sted=Tromsø#ÆØÅ")
        assert link.payload == "https://xn--blbr-roah.no/plan/%C3%A6%C3%B8%C3%A5?sted=Troms%C3%B8#%C3%86%C3%98%C3%85"
        assert link.text == "https://blåbær.no/plan/æøå?sted=Tromsø#ÆØÅ"
        assert link.host == "blåbær.no"

    @pytest.mark.parametrize(
        ("host", "written"),
        [
            ("例え.jp", "xn--r8jz45g.jp"),
            ("faß.de", "xn--fa-hia.de"),  # by the rules of 2003 this would be fass.de, another site
            ("Kåfjord.no", "xn--kfjord-iua.no"),
            ("čáhcesuolo.no", "xn--hcesuolo-7ya35b.no"),
            ("nettskjema。no", "nettskjema.no"),
        ],
    )
    def test_hosts_of_the_world(self, host: str, written: str) -> None:
        """A host in any script leads where a browser would go: the rules of IDNA 2008."""
        assert urlsplit(checked(f"https://{host}/a").payload).hostname == written

    def test_percent_signs(self) -> None:
        """What is encoded is not encoded again; a percent sign that encodes nothing is."""
        assert checked("https://x.no/100%25/100%/%zz/%C3%A5").payload == "https://x.no/100%25/100%25/%25zz/%C3%A5"

    @given(path=PIECES, query=PIECES, fragment=PIECES)
    def test_whatever_stands_in_it(self, path: str, query: str, fragment: str) -> None:
        """A code gets ASCII without anything that a link may not hold, and it means what was typed."""
        link = checked(f"https://x.no/{path}?{query}#{fragment}")
        assert link.payload.isascii()
        assert link.payload.isprintable()
        assert not set('"<>\\^`{|} ') & set(link.payload)
        parts = urlsplit(link.payload)
        for typed, written in ((f"/{path}", parts.path), (query, parts.query), (fragment, parts.fragment)):
            assert unquote(written) == unquote(typed)
        assert checked(link.payload).payload == link.payload


class TestParameters:
    def test_appended(self) -> None:
        """Parameters come at the end of the query and before the fragment."""
        assert checked("https://x.no/a", [("samling", "2")]).payload == "https://x.no/a?samling=2"
        link = checked("https://x.no/a?b=1#/side", [("samling", "2"), ("team", "4")])
        assert link.payload == link.text == "https://x.no/a?b=1&samling=2&team=4#/side"

    @given(st.dictionaries(st.text(min_size=1, max_size=9), st.text(max_size=9), max_size=4))
    def test_come_out_as_they_went_in(self, given_: dict[str, str]) -> None:
        """Whatever a name and a value hold, the survey tool reads the same."""
        link = checked(GOOD, list(given_.items()))
        assert dict(parse_qsl(urlsplit(link.payload).query, keep_blank_values=True)) == given_

    def test_typed(self) -> None:
        """A parameter is typed as NAME=VALUE; the value may hold another equals sign, or nothing."""
        assert parameter("samling=2") == ("samling", "2")
        assert parameter("svar=a=b") == ("svar", "a=b")
        assert parameter("team=") == ("team", "")

    @pytest.mark.parametrize("text", ["", "samling", "=2", " =2", "a\n=2", "a=\x1b[31m", "a=\udc80"])
    def test_typed_wrongly(self, text: str) -> None:
        """Anything else is refused, and the refusal commands no terminal."""
        with pytest.raises(WrongUsage, match="NAME=VALUE") as refused:
            parameter(text)
        assert "\x1b" not in str(refused.value)


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "empty"),
            (" \n", "empty"),
            ("javascript:alert(1)", "javascript:"),
            ("JavaScript:alert(1)", "https"),
            ("file:///etc/passwd", "file:"),
            ("data:text/html,x", "data:"),
            ("mailto:a@fjordhelse.no", "mailto:"),
            ("ftp://x.no/a", "ftp:"),
            ("nettskjema.no/a/1", "Write https://nettskjema.no/a/1"),
            ("www.nettskjema.no", "Write https://www.nettskjema.no"),
            ("//nettskjema.no/a", "https"),
            ("undersøkelsen", "https"),
            ("https://", "no address"),
            ("https:///a", "no address"),
            ("https:nettskjema.no", "no address"),
            ("https://?a", "no address"),
            ("https://kari:hemmelig@x.no/", "password"),
            ("https://@x.no/", "password"),
            ("https://nettskjema.no@x.no/", "password"),
            ("https://x.no/a b", "space in the link, after “https://x.no/a”"),
            (" https://x.no/", "space"),
            ("https://x.no/\u00a0", "space"),
            ("https://x.no/\t", "space"),
            ("https://x.no/\nhttps://y.no", "several lines"),
            ("https://x.no/\r", "several lines"),
            ("https://x.no/\x00", "U\\+0000"),
            ("https://x.no/\x1b[31m", "U\\+001B"),
            ("https://x.no/\u200b", "U\\+200B"),
            ("https://x.no/\u202e", "U\\+202E"),
            ("https://x.no/\udcff", "U\\+DCFF"),
            ("https://x..no/", "x..no"),
            ("https://.no/", ".no"),
            ("https://-x.no/", "-x.no"),
            ("https://x\\y.no/", "cannot be an address"),
            ("https://x!.no/", "cannot be an address"),
            ("https://[red]/", "cannot be an address"),
            ("https://[::1/", "cannot be an address"),
            ("https://[fe80::1%25eth0]/", "cannot be an address"),
            ("https://1.2.3/", "cannot be an address"),
            ("https://300.1.1.1/", "cannot be an address"),
            ("https://x.no:99999/", "cannot be an address"),
            ("https://x.no:http/", "cannot be an address"),
            ("https://☃.no/", "cannot be an address"),
            (f"https://{'x' * 64}.no/", "cannot be an address"),
            (f"https://{'x.' * 130}no/", "cannot be an address"),
            ("https://x.no/" + "å" * 500, "3013 bytes"),
        ],
    )
    def test_with_a_reason(self, text: str, reason: str) -> None:
        """What no phone should open is refused in one short sentence that says why."""
        with pytest.raises(WrongUsage, match=reason) as refused:
            checked(text)
        said = str(refused.value)
        assert said.isprintable()
        assert len(said) < 200

    def test_no_password_is_repeated(self) -> None:
        """The refusal of a password in a link does not show it."""
        with pytest.raises(WrongUsage) as refused:
            checked("https://kari:hemmelig@x.no/")
        assert "hemmelig" not in str(refused.value)

    @given(st.text(st.characters(), max_size=60) | st.text(max_size=30).map(lambda rest: f"https://{rest}"))
    def test_nothing_else_comes_out(self, text: str) -> None:
        """Any text at all is a link or is refused; what is a link has a host and ASCII alone."""
        try:
            link = checked(text)
        except WrongUsage:
            return
        assert urlsplit(link.payload).hostname
        assert link.payload.isascii()


class TestFindings:
    @pytest.mark.parametrize(
        ("size", "weight"),
        [
            (1, Weight.FINE), (42, Weight.FINE),
            (43, Weight.NOTE), (84, Weight.NOTE),
            (85, Weight.WARNING), (213, Weight.WARNING),
            (214, Weight.PAPER), (2331, Weight.PAPER),
        ],
    )  # fmt: skip
    def test_reach(self, size: int, weight: Weight) -> None:
        """A code is judged by its bytes, at the lengths that were measured."""
        assert reach(size).weight is weight
        assert f"{size} bytes" in reach(size).sentence()

    def test_counts_what_the_code_holds(self) -> None:
        """Bytes are counted as encoded: a letter outside ASCII takes six."""
        link = checked("https://x.no/" + "å" * 5)
        assert link.size == 13 + 5 * 6
        assert findings(link)[0].weight is Weight.NOTE

    def test_nothing_to_say_of_a_good_link(self) -> None:
        """A short link over https gets one line, that it is fine."""
        assert [found.weight for found in findings(checked(GOOD))] == [Weight.FINE]

    @pytest.mark.parametrize(
        ("text", "weight", "words"),
        [
            ("http://nettskjema.no/a", Weight.NOTE, "http://"),
            ("https://intranett/a", Weight.WARNING, "“intranett” is a name without a dot"),
            ("https://blåbær.no/", Weight.NOTE, "xn--blbr-roah.no"),
        ],
    )
    def test_what_is_worth_knowing(self, text: str, weight: Weight, words: str) -> None:
        """A link that is not guarded, is known to one network alone or looks otherwise on a phone: it is said."""
        _reach, found = findings(checked(text))
        assert found.weight is weight
        assert words in found.sentence()

    def test_said_in_the_language_in_use(self) -> None:
        """A finding is said through whatever translates it."""
        assert reach(7).sentence(lambda text: text.upper().replace("{COUNT}", "{count}")).startswith("7 BYTES")
