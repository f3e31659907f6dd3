"""The judge's window: the sheet for the team on the stage, and for the others one key away."""
