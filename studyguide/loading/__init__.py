"""From a deck's folder to a `Deck`: YAML with positions, keys and their types, pictures.

In: a folder. Out: a `Deck`, and a finding for everything wrong with its files. Never: the source text.
"""
