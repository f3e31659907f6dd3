"""The result of the pitches and its award in the control window; what is not announced is hidden until asked for."""
