"""The command line, and the composition root: here clock, file and language are chosen and put together."""
