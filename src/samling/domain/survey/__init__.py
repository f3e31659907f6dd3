"""Surveys of a network: their links, their questions, and the answers that come back.

`values` are the surveys themselves, `questions` what is asked, `answers` what was answered and `results` what it comes
to. `reading/` makes answers of what a survey tool exports.
"""
