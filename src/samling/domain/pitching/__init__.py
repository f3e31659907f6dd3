"""The pitches of a gathering: order, clock, judges, sheets and award. Who counts the scores is another.

Where to look:

    values      the pitches of a gathering        order, capacity   who pitches when, and whether there is time
    judge       who may score whom                clock, running    the figures of a pitch, and its verbs
    form        how sheets are counted            agreement         the pitches and the agenda's block
    sheets      a judge's own sheets              award, preflight  from the last sheet to the frozen result
    podium      the award as values               actions           the registry's lines
"""
