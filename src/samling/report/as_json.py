"""A report as one JSON object: instants in the network's zone, durations in seconds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samling.report.section import Report


def as_json(report: Report) -> str:
    """Return the report's head with each section under its own key."""
    sections = {section.key: section.data for section in report.sections}
    return json.dumps({**report.data, **sections}, ensure_ascii=False, indent=2) + "\n"
