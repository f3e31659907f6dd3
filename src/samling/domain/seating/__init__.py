"""Who sits with whom at a gathering: drafts of seatings, drawn by `domain/grouping`, and what is done to them.

Where to look:

    values           seatings, tables, pins           actions, edit     what can be done to them, for the registry
    hall             all that a draw goes by          blocks            which block it is for
    plan, case       what is drawn, in numbers        drawn, placing    who is drawn, who sits beside
    draw             the search, and its drafts       clash             pins that contradict each other
    past, retold     who has met whom; told_list: a list of it by name, from elsewhere
    foretold         what is said before a draw       claims, words     what may be said of it, and what is proved
    swaps, repairs   changes, with their price        comparing         two drafts beside each other
    reasons          why those sit together           finding, listing  where somebody sits; lists of it
    projected, turns what the projector shows: where to sit, and then whose turn it is
"""
