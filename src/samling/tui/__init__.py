"""The windows: Textual screens and widgets that show values and post messages."""
