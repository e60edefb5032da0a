"""Times of day, dates, and lengths of time as words tell them: half past eleven, late twentieth century, an hour and a half.

In: a text and its language. Out: what it comes to, in one way to count. Never: what a passage says.
"""
