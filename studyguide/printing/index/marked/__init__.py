"""Names that capitals mark in a text: runs of words, told from those that only open a sentence, or stand side by side.

In: words of a text. Out: names. Never: who or what is named.
"""
