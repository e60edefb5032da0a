"""`deck.lock`: which items were checked against which text, when they changed, who has read them.

In: the file, or two sides of a merge. Out: a `Lock`, frozen; the file again. Never: the clock, or a sentence of the source.
"""
