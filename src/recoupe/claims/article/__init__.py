"""What one article tells by itself: its claims, what it says in its own voice, what it tells to have happened.

`told` reads all of it, `find` the claims, `headline` those of the headline; `untold` (with `nounless` and `around`) the
values of which no word that a table knows says what they are of; `company` whom talks were held with, `passing` of
which hour a measure of a storm is.

Rooms, each resting only on those below it:

    numbers   counts, sums, measures, shares, votes, ages
    times     clock times, days, lengths of time, and what happened then
    facts     what is stated in words: clauses, facts of names, telling figures
    ground    sentences with their cues, and what lies around a value
"""
