"""The timekeeper's window: one block, very large, and a few keys."""
