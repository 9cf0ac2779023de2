"""Claims of several articles set against each other: groups, values, verdicts."""
