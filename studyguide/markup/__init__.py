"""Light markup as HTML, the same for cards and paper: everything escaped, classes for the colours; and HTML as a tree.

In: words that know how they are set, and a `Hand`, which writes plain words. Out: HTML. Never: a style,
a script, or an address that is none of http, https or mailto.
"""
