"""A curator's YAML edited in place: new words for a scalar, a new key; the rest stays byte for byte.

In: a `File` and what is to stand there. Out: its new text, read again before anybody sees it. Never: a
file half written, or one that has changed since it was read.
"""
