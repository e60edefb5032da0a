"""An item beside its passage: where its evidence stands, and what supports each word it says.

In: an item and a `Source`. Out: a `Case`, its `Passage`, the backing of each term. Never: a finding of
its own choosing; what is wrong is for the rules to say.
"""
