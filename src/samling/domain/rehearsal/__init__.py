"""A rehearsal: a day with simulated others. Who they are (`cast`), what they do and when, and what is learned of it.

`coming` in `playing` tells all that is still to come; `facilitator` what somebody at the keys would do meanwhile;
`afterwards` what is told when it is over. Nothing here does anything: a driver performs the acts as ordinary actions.
"""
