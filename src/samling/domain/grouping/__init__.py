"""Who sits with whom: draws over one or many rounds, what can be proved of them, and repairs after they are announced.

What a draw must do and may claim stands in docs of the project ("Sharing groups"): goals in a strict order, bounds that
are proved, and the same draw for the same seed everywhere. The way through the rooms:

    instance -> pins -> cyclic | matching | anneal -> score, bounds -> solve        repair, horizon beside it
"""
