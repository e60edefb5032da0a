"""Turns of phrase that say the same in other words.

In: a run of words and its language. Out: which turns stand there. Never: what a passage says.
"""
