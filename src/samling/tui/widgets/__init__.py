"""Widgets shared by the windows. They get values through reactives and never read a clock."""
