"""Who sits with whom: draws over one or many rounds, what can be proved of them, and repairs after they are announced.

The goals have a strict order (`score`), nothing is claimed that is not proved (`bounds`), and the same seed gives the
same draw on every machine. Where to look:

    instance    what a draw is given            score, bounds     what it is worth, what none can go below
    pins        seatings that keep them         plane, cyclic     schedules from symmetry; known: kept ones
    matching    one round two and two, exact    anneal, walk      the search over all rounds at once
    solve       which of these, step by step    horizon, repair   how far a season goes; after the announcement
    exchange, exchange_repair, people           plain objects and tables of text in and out
"""
