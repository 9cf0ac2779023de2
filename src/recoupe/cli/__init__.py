"""Floor 6: the command line. No logic: parse, call, show.

JSON goes to standard output, messages and progress to standard error; what is not a terminal gets no colours.
Exit codes: 0 all read; 1 a page or a record could not be read (the others were); 2 wrong usage; 130 interrupted.
"""
