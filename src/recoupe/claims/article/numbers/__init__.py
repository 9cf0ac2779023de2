"""What an article tells in numbers: counts, sums, measures, shares, votes, ages, and what and whose they are.

`counts` makes the claims of quantities; `ages`, `bare`, `datings`, `floors`, `repeats`, `terms` and `votes` those that
are told otherwise. Numbers of which no word says what they are of: `untold`, above.
"""
