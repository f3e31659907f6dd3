from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from readers import assert_read, from_pdf, from_png, from_svg, zxing

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling

LINK = "https://nettskjema.no/a/48211"
ENCODED = "https://xn--blbr-roah.no/%C3%A5pen?samling=2"


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Standard input that is no terminal and holds a password."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("hemmelig;1\n"))
    return monkeypatch


class TestFiles:
    def test_all_at_once(self, samling: Samling, tmp_path: Path) -> None:
        """Each file holds the code, is named, and no database is made."""
        files = {form: tmp_path / f"kode æøå.{form}" for form in ("svg", "png", "pdf", "html")}
        said = samling("qr", LINK, *(word for form, file in files.items() for word in (f"--{form}", str(file))))
        assert said.out.splitlines() == [f"Wrote {file}" for file in files.values()]
        assert_read(from_svg(files["svg"].read_text(encoding="utf-8"), width=8 * 37), LINK)
        assert_read(from_png(files["png"].read_bytes()), LINK)
        assert_read(from_pdf(files["pdf"].read_bytes())[0], LINK)
        assert "<title>nettskjema.no</title>" in files["html"].read_text(encoding="utf-8")
        assert not samling.path.exists()

    def test_a_link_with_norwegian_letters(self, samling: Samling, tmp_path: Path) -> None:
        """A host and a path with æøå, and a parameter, are written as every phone understands them."""
        file = tmp_path / "kode.png"
        samling("qr", "https://blåbær.no/åpen", "--param", "samling=2", "--png", str(file))
        assert_read(from_png(file.read_bytes()), ENCODED)

    def test_the_title_of_a_sheet(self, samling: Samling, tmp_path: Path) -> None:
        """A sheet has the title that was given, and says which language it is in."""
        file = tmp_path / "ark.html"
        samling("--lang", "nb", "qr", LINK, "--title", "Evaluering <b>", "--html", str(file))
        source = file.read_text(encoding="utf-8")
        assert "<h2>Evaluering &lt;b&gt;</h2>" in source
        assert '<html lang="nb">' in source

    def test_what_is_there_stays(self, samling: Samling, tmp_path: Path) -> None:
        """A file that is there is not replaced without --force, and then nothing else is written either."""
        kept, other = tmp_path / "kode.png", tmp_path / "kode.svg"
        kept.write_bytes(b"mine")
        said = samling("qr", LINK, "--svg", str(other), "--png", str(kept), code=1)
        assert "--force" in said.err
        assert kept.read_bytes() == b"mine"
        assert not other.exists()
        samling("qr", LINK, "--svg", str(other), "--png", str(kept), "--force")
        assert_read(from_png(kept.read_bytes()), LINK)

    @pytest.mark.parametrize(
        ("name", "reason"),
        [("missing/kode.png", "cannot be written"), (".", "is a folder"), ("x" * 300, "cannot be written")],
    )
    def test_where_nothing_can_be_written(self, samling: Samling, tmp_path: Path, name: str, reason: str) -> None:
        """A folder that is not there, or a name that is a folder or none at all, is told with its reason."""
        for force in ((), ("--force",)):
            said = samling("qr", LINK, "--png", f"{tmp_path}/{name}", *force, code=1)
            assert reason in said.err
            assert "--force" not in said.err

    def test_one_file_for_two_forms(self, samling: Samling, tmp_path: Path) -> None:
        """One name for two forms is refused before the one would be written over the other."""
        file = tmp_path / "kode"
        said = samling("qr", LINK, "--svg", str(file), "--png", str(file), code=2)
        assert "given twice" in said.err
        assert not file.exists()

    def test_a_long_link_is_for_paper(self, samling: Samling, tmp_path: Path) -> None:
        """A link of 2,000 characters is refused in the terminal with the reason, and can be printed."""
        link, pdf, png = f"https://x.no/{'aB1_' * 497}"[:2000], tmp_path / "ark.pdf", tmp_path / "kode.png"
        said = samling("qr", link, "--pdf", str(pdf), "--png", str(png))
        assert "2000 bytes are too many for a screen" in said.err
        assert_read(from_png(png.read_bytes()), link)
        assert zxing(from_pdf(pdf.read_bytes())[0]) == [link]


class TestJson:
    def test_a_link(self, samling: Samling, tmp_path: Path) -> None:
        """What is known of a code is told as one object."""
        file = tmp_path / "kode.svg"
        told = samling("qr", "https://blåbær.no/åpen", "--param", "samling=2", "--svg", str(file), "--json").json
        assert told["link"] == "https://blåbær.no/åpen?samling=2"
        assert told["encoded"] == ENCODED
        assert (told["bytes"], told["version"], told["correction"]) == (44, 4, "Q")
        assert told["cells"]["spaces"] == {"columns": 82, "rows": 41}
        assert told["cells"]["half_blocks"] == {"columns": 41, "rows": 21}
        assert [each["weight"] for each in told["findings"]] == ["note", "note"]
        assert told["files"] == {"svg": str(file)}

    @pytest.mark.usefixtures("types")
    def test_a_network(self, samling: Samling) -> None:
        """Of a network everything is told but its password."""
        said = samling("qr", "--wifi", "Gjest", "--hidden", "--json")
        assert said.json["wifi"] == "Gjest"
        assert said.json["hidden"] is True
        assert "hemmelig" not in said.out + said.err
        assert "encoded" not in said.json


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "empty"),
            ("javascript:alert(1)", "https://"),
            ("file:///etc/passwd", "https://"),
            ("nettskjema.no/a b", "space"),
            ("https://x.no/\na", "several lines"),
            ("https://x.no/\x1b[31m", "U+001B"),
            ("https://x.no/" + "a" * 3000, "too long for any code: 3013 bytes"),
        ],
    )
    def test_no_link(self, samling: Samling, text: str, reason: str) -> None:
        """What is no link is refused as wrong usage, in words."""
        assert reason in samling("qr", text, code=2).err

    @pytest.mark.parametrize("arguments", [(), (LINK, "--wifi", "Gjest"), (LINK, "--param", "samling")])
    def test_wrong_usage(self, samling: Samling, arguments: tuple[str, ...]) -> None:
        """A link or a network, one of the two; and parameters as NAME=VALUE."""
        samling("qr", *arguments, code=2)

    def test_where_it_could_not_be_scanned(self, samling: Samling) -> None:
        """Into a file or a pipe no code is printed: it says which option writes one."""
        for asked in ((LINK,), ("--wifi", "Gjest")):
            assert "--png FILE" in samling("qr", *asked, code=1).err

    @pytest.mark.usefixtures("types")
    def test_a_password_that_cannot_be(self, samling: Samling) -> None:
        """A password of a wrong length is refused without being shown."""
        said = samling("qr", "--wifi", "Gjest", "--security", "WEP", "--json", code=2)
        assert "hemmelig" not in said.err


class TestWireless:
    @pytest.mark.usefixtures("types")
    def test_to_a_file(self, samling: Samling, tmp_path: Path) -> None:
        """A network can be printed for the tables; its password is in the code alone."""
        png, html = tmp_path / "nett.png", tmp_path / "nett.html"
        said = samling("qr", "--wifi", "Gjest", "--png", str(png), "--html", str(html))
        assert_read(from_png(png.read_bytes()), r"WIFI:T:WPA;S:Gjest;P:hemmelig\;1;;")
        assert "hemmelig" not in said.out + said.err + html.read_text(encoding="utf-8")

    def test_an_open_one(self, samling: Samling, tmp_path: Path) -> None:
        """A network without a password asks for none."""
        file = tmp_path / "nett.png"
        samling("qr", "--wifi", "Gjest", "--security", "none", "--png", str(file))
        assert_read(from_png(file.read_bytes()), "WIFI:T:nopass;S:Gjest;;")


def test_norwegian(samling: Samling) -> None:
    """Refusals, findings and what was done are said in bokmål when it is asked for."""
    assert "kan ikke skannes" in samling("--lang", "nb", "qr", LINK, code=1).err
    assert "kort nok for bakerste rad" in samling("--lang", "nb", "qr", LINK, "--json").json["findings"][0]["sentence"]


def test_help_loads_nothing_heavy() -> None:
    """`samling --help` and `samling qr --help` load neither what makes codes nor what sets pages."""
    program = """
import sys
from samling.cli.main import run
run(["--help"]), run(["qr", "--help"])
print(*sorted({"qrcode", "typst", "png", "idna", "rich", "textual"} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.strip() == ""
