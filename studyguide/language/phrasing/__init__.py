"""Turns of phrase, formulas and measures that say the same, written otherwise.

In: a run of words and its language, or a text with formulas. Out: which turns, which formulas stand there. Never: what a passage says.
"""
