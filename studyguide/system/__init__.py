"""What we ask of the operating system: files opened and written whole, processes, memory.

In: paths. Out: bytes, or files that appear whole or not at all. Never: a word about decks.
"""
