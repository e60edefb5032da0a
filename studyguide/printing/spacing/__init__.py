"""Spaces at which no line ends.

In: a text as it is written, and its language. Out: the same text, letter for letter, with other spaces. Never: where a line ends.
"""
