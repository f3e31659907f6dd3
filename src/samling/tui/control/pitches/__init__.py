"""The pitches in the control window: order, clock, judges and sheets, and the result with its award."""
