"""From one release of a deck to the next: what learners will see who have the one before.

In: the notes that learners have, and those about to be published. Out: a `Plan`, and its text. Never: a published
release changed.
"""
