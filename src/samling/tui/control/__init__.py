"""The control window: the facilitator's desk."""
