"""Paper: the press that all printing shares, the book, the cut-out cards.

In: a `Guide`. Out: PDFs. Never: anything fetched, or a face that is not ours or the deck's.
"""
