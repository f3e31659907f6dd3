"""What to do about the eight minutes: proposals that end the day as promised, computed from the gathering and a moment.

The rules stand with the timing reference of the project ("Finish on time"). The way through the rooms:

    strip (the day as numbers) -> taking | dropping | giving -> proposals -> sentences
"""
