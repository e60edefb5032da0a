"""Numbers that nobody wrote down, but that come of those which a passage has: sums, differences, spans of years.

In: a `Case` and a number of its item. Out: of which numbers of the passage it comes. Never: a finding.
"""
