"""Of what names of persons are made: given names, the father's, surnames with their particles, titles; and what names are no person's.

In: words of a name. Out: where its surname begins, what stands before and behind it. Never: what a text says of anybody.
"""
