"""A code as a picture: SVG, which is as sharp as whatever prints it, and PNG."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from samling.codes.pattern import BORDER

if TYPE_CHECKING:
    from samling.codes.pattern import Code

_PIXELS = 600
"""A PNG is at least so wide: sharp on paper up to 5 cm, and on a slide. OpenCV misses some much larger crisp ones."""


def svg(code: Code) -> str:
    """Return a code as SVG with its border, black on white, as large as what it is put into."""
    across = code.across
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {across}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{across}v{across}H0z"/><path d="{_outline(code)}"/></svg>'
    )


def _outline(code: Code) -> str:
    """The dark modules as boxes, those beside each other in one."""
    boxes = []
    for y, row in enumerate(code.modules, start=BORDER):
        x = BORDER
        for dark, run in groupby(row):
            wide = sum(1 for _ in run)
            boxes += [f"M{x} {y}h{wide}v1h-{wide}z"] if dark else []
            x += wide
    return "".join(boxes)


def png(code: Code) -> bytes:
    """Return a code as PNG with its border, black on white, every module the same whole number of pixels."""
    from qrcode.image.pure import PyPNGImage

    written = BytesIO()
    modules = [list(row) for row in code.modules]
    size = -(-_PIXELS // code.across)
    PyPNGImage(BORDER, len(modules), size, qrcode_modules=modules).save(written)
    return written.getvalue()
