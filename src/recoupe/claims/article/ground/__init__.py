"""What every room that reads an article stands upon: its sentences with their cues, and what lies around a value.

`scene` is the article cut up, `cues` the words that say what values are of, `circumstances` what a value's sentence
says beside it (`scope`, `status`, `holder`). No claims are made here.
"""
