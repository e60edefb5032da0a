"""The text being studied: sections, paragraphs, sentences, words, and the names in it.

In: text. Out: a `Source`, with offsets into the text. Never: a deck.
"""
