"""Values and rules: frozen dataclasses and pure functions, with clock, randomness and files kept outside."""
