"""From one edition to the next: what learners will see, where quotations stand in another text.

In: two editions of a deck, or of its source. Out: a `Plan`, or proposed edits of the YAML. Never: a
published edition changed.
"""
