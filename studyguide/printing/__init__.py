"""Paper: the press that all printing shares, the index, the book, class tests, the cut-out cards.

In: a `Guide`. Out: PDFs. Never: anything fetched, or a face that is not ours or the deck's.
"""
