"""What every export shows, composed once: plain text in reading order, nothing escaped yet.

In: a checked `Deck` and its `Lock`. Out: a `Guide`. Never: HTML, or a word about Anki or paper.
"""
