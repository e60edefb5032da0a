"""Files of cards, a reader each: packages, tables, Markdown, records.

In: a path, or lines. Out: `Card`s, fields by name as they stand there. Never: a word about what a field
means, or a card left out in silence: what cannot be read is a card with a fault.
"""
