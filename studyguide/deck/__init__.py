"""What a curator wrote, as records: deck, section, item, and where each text stands in its file.

In: what `loading` has read, light markup as it was written. Out: `Deck`, `Item`, `Text`, the pieces of a cloze. Never: a file opened, a rule applied.
"""
