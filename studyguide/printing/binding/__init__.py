"""Pages laid on sheets, to be folded in parts and stapled.

In: pages as they are laid out, and as a PDF. Out: a PDF of sheets, and which of them are a part. Never: how index and key are set.
"""
