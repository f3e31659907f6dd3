"""The result of the pitches: from the judges' sheets to places, with every figure exact.

Nothing here rounds, guesses or breaks a tie by a name. Where to look:

    form        what a sheet asks, and what it adds up to
    matrix      who gave what, as whole numbers     methods      the ways of making one value a team of it
    fair        the mean without judges' severity   ranking      places, and what broke each tie
    confidence  how sure the first place is         result       all that is told of a set of sheets
    exchange    the engine alone, on a matrix as a plain object
"""
