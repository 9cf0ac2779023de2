"""What an article states in words: clauses that others may say too, facts of names, figures that tell by themselves.

No values that are compared: those are `times` and `numbers`.
"""
