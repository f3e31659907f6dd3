from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = Path(__file__).parents[1] / "pyproject.toml"

LOAD_THE_COMMAND_LINE = """
import pkgutil, sys
from importlib import import_module
import samling.cli
for module in pkgutil.walk_packages(samling.cli.__path__, "samling.cli."):
    import_module(module.name)
print(*sorted({"textual", "pydantic"} & set(sys.modules)))
"""


def test_imports_run_one_way() -> None:
    """Every room imports only what its contract in pyproject.toml allows, and has a contract."""
    assert lint_imports(config_filename=str(PROJECT), no_cache=True, no_logo=True) == EXIT_STATUS_SUCCESS


def test_the_command_line_loads_no_window() -> None:
    """Loading every module of the command line loads neither Textual nor pydantic: a headless command stays quick."""
    loaded = subprocess.run([sys.executable, "-c", LOAD_THE_COMMAND_LINE], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
