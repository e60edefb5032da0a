"""The Anki deck: fields, notes, note types, packages written and read.

In: a `Guide` and a `Lock`. Out: an `.apkg`, and what the lock must remember of it. Never: an id or GUID
that derives from text.
"""
