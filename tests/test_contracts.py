from __future__ import annotations

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def test_imports_run_one_way() -> None:
    """Every room imports only what its contract in pyproject.toml allows, and has a contract."""
    assert lint_imports(config_filename=str(PROJECT), no_cache=True, no_logo=True) == EXIT_STATUS_SUCCESS
