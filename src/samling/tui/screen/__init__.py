"""The projector window: what the whole room looks at."""
