"""Who sits with whom at a gathering: drafts of seatings, drawn by `domain/grouping`, and what is done to them.

Where to look:

    values      seatings, tables, pins            actions, edit   what can be done to them, for the registry
    case        who is drawn, into which room     draw            running the search, and the drafts it makes
    past        who has met whom                  claims          what may be said of a draw, and what is proved
"""
