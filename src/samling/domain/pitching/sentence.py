"""Something to tell that is no error: a template and what fills it, as in `samling.domain.errors`."""

from __future__ import annotations


class Sentence:
    """A sentence that the windows and commands say in their language; a part may be a length (`timedelta`)."""

    __slots__ = ("parts", "template")

    def __init__(self, template: str, **parts: object) -> None:
        self.template = template
        self.parts = parts

    def __repr__(self) -> str:
        """Return the sentence in English."""
        return self.template.format(**self.parts)
