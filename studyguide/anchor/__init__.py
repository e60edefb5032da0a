"""Find evidence for items that have none: the quotation under which the rules have least to say.

In: `Item`s, a `Deck` and its `Source`. Out: a `Proposal` each, or the nearest sentence and what it
lacks. Never: a file opened, or an item's own words changed.
"""
