"""Mutation testing for decks: plant errors in copies of the items, see which the check misses.

In: `Deck` and `Source`. Out: an `Audit`, how many of each class were caught. Never: a change to the deck.
"""
