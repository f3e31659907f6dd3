"""What happens inside a block: a round in which every team has its turn, or steps with lengths of their own.

Both are turns (`gathering.Turn`): shares of the block's time, taken one after another. The way through the rooms:

    order (who comes when) -> turns (what is done to them) ; clock (how long each is, how much is left)
"""
