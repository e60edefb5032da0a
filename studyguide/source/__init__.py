"""The text being studied: sections, paragraphs, sentences, words, and the names in it.

In: a text, or the file of a document. Out: a `Source`, with offsets into the text. Never: a deck.
"""
