"""From one edition of a text to the next: where a deck's quotations stand there.

In: items, and the other `Source`. Out: proposed edits of the YAML. Never: words that say something else.
"""
