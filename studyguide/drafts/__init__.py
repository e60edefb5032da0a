"""Cards from elsewhere: each becomes a draft, is held against the text, and gets a verdict.

In: `Card`s as the readers give them, a `Deck` and its `Source`. Out: a `Judged` each; new items as YAML;
reports. Never: an item that is there changed, or a quotation believed because it was given.
"""
