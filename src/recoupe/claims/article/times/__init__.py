"""What an article tells of when and how long: clock times, days, lengths of time, and what happened then.

`moments`, `days`, `stamps` and `lengths` make claims; `dated` and `chronicle` find what a timeline tells.
"""
