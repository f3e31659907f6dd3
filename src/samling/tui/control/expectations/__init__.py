"""What the teams expect, over the control window: written down at the kick-off, ticked off at the end."""
