"""Pages laid on sheets, to be folded in parts and stapled.

In: a PDF, and where its key and its sections begin. Out: a PDF of sheets, and which of them are a part. Never: what stands on a page.
"""
