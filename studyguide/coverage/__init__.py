"""What of the source no item asks about yet: paragraphs, names, numbers, dates.

In: `Deck` and `Source`, or receipts. Out: a `Coverage`, as table, JSON or page. Never: a judgment.
"""
