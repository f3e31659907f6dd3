"""samling on a machine whose clocks a test moves: `shifted.py FILE ARGUMENTS…`, with the seconds by which in FILE.

Both clocks move, as they do while a laptop sleeps or a program is stopped: nobody has set anything.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from samling import clock

_FILE = Path(sys.argv.pop(1))
_TRUE_NOW, _STEADY_SECONDS = clock.true_now, clock.steady_seconds


def _shift() -> float:
    return float(_FILE.read_text(encoding="ascii"))


clock.true_now = lambda: _TRUE_NOW() + timedelta(seconds=_shift())
clock.steady_seconds = lambda: _STEADY_SECONDS() + _shift()

if __name__ == "__main__":
    from samling.cli.main import main

    main()
