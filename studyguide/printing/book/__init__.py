"""The study guide on paper: exercises, timeline, key, index.

In: a `Guide` and a `Layout`. Out: a PDF. Never: a card.
"""
