"""`samling install completion`: the Tab key knows samling's commands, in bash, zsh, fish and PowerShell.

The scripts are Click's own. A script lies in samling's folder, and one marked line in the file that the shell reads at
its start loads it; fish has a folder for such scripts and needs no line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from samling.cli.examples import example
from samling.cli.install.files import add_line, keep
from samling.domain.errors import N_, Refused, WrongUsage
from samling.language import _

Shell = Literal["bash", "zsh", "fish", "powershell"]
SHELLS: tuple[Shell, ...] = ("bash", "zsh", "fish", "powershell")

MARK = "# samling: completion"
"""Stands in the line that was added, and tells the next time that it is there."""

_VARIABLE = "_SAMLING_COMPLETE"
_SUFFIX: dict[Shell, str] = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written for a shell: a script, and the line in its start-up file that loads it ("" where none does)."""

    shell: Shell
    script: Path
    contents: str
    line: str


@click.command(
    help=_(
        "Let the Tab key complete samling's commands in your shell: the one that runs, or the one you name. It tells "
        "what it writes and where; done twice, it changes nothing the second time."
    ),
    epilog=example("samling install completion bash", "samling install completion zsh --print"),
)
@click.argument("shell", type=click.Choice(SHELLS), required=False)
@click.option("--print", "only_print", is_flag=True, help=_("Only show what would be written, and where."))
def completion(shell: Shell | None, only_print: bool) -> None:
    """Install completion."""
    wanted = plan(shell or _running())
    if only_print:
        _show(wanted)
        return
    start_up = _start_up(wanted.shell) if wanted.line else None
    is_new = keep(wanted.script, wanted.contents.encode())
    click.echo((_("Wrote {path}") if is_new else _("Already there: {path}")).format(path=wanted.script))
    if start_up is not None:
        is_new = add_line(start_up, wanted.line, MARK)
        told = _("Added to {path}: {line}") if is_new else _("Its line stands in {path} already.")
        click.echo(told.format(path=start_up, line=wanted.line))
    click.echo(_("Open a new terminal, type samling and a space, and press Tab."))


def plan(shell: Shell) -> Plan:
    """Return what is to be written for a shell."""
    contents = source(shell)
    if shell == "fish":
        return Plan(shell, _config() / "fish" / "completions" / "samling.fish", contents, "")
    from platformdirs import user_data_path

    script = user_data_path("samling", appauthor=False) / f"completion.{_SUFFIX[shell]}"
    return Plan(shell, script, contents, f"{_loading(shell, script)}  {MARK}")


def source(shell: Shell) -> str:
    """Return the script that Click writes for a shell."""
    from click.shell_completion import get_completion_class

    from samling.cli.root import cli

    made = get_completion_class(shell)
    assert made is not None, "Click knows these shells"
    return made(cli, {}, "samling", _VARIABLE).source()


def _show(wanted: Plan) -> None:
    """The contents on the output, for a pipe; where they belong on the error stream."""
    click.echo(f"# {wanted.script}", err=True)
    click.echo(wanted.contents)
    if wanted.line:
        where = "$PROFILE" if wanted.shell == "powershell" else _start_up(wanted.shell)
        click.echo(f"# {where}", err=True)
        click.echo(wanted.line)


def _running() -> Shell:
    """The shell that the user works in; raises `WrongUsage` where it cannot be known."""
    if sys.platform == "win32":
        return "powershell"
    name = Path(os.environ.get("SHELL", "")).name
    for shell in SHELLS:
        if name == shell or (shell, name) == ("powershell", "pwsh"):
            return shell
    raise WrongUsage(N_("Name your shell: samling install completion bash (or zsh, fish, powershell)"))


def _config() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _start_up(shell: Shell) -> Path:
    """The file that a shell reads at its start. Raises `Refused` where PowerShell does not tell which that is."""
    match shell:
        case "zsh":
            return Path(os.environ.get("ZDOTDIR") or Path.home()) / ".zshrc"
        case "powershell":
            return _profile()
        case _:
            return Path.home() / ".bashrc"


def _loading(shell: Shell, script: Path) -> str:
    """The command that loads the script, with the home folder under the shell's own name for it."""
    home = Path.home()
    inside = script.is_relative_to(home)
    path = f"$HOME/{script.relative_to(home).as_posix()}" if inside else script.as_posix()
    match shell:
        case "zsh":
            return f'(( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit }}; source "{path}"'
        case "powershell":
            return f'. "{path}"'
        case _:
            return f'[ -f "{path}" ] && . "{path}"'


def _profile() -> Path:
    """Where PowerShell keeps its profile: asked of itself, for the folder may have been moved to OneDrive."""
    for program in ("pwsh", "powershell"):
        try:
            asked = subprocess.run(  # noqa: S603 - a fixed question to the user's own shell
                [program, "-NoProfile", "-NonInteractive", "-Command", "$PROFILE"],
                capture_output=True, text=True, timeout=20, check=True,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            continue
        if told := asked.stdout.strip():
            return Path(told)
    raise Refused(N_("PowerShell does not answer here. --print shows what belongs in its profile."))
