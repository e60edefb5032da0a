"""Cards to cut out: where they lie on a sheet, what stands on them, how large it may be.

In: a `Guide` and a `Sheet`. Out: a PDF, and each text that does not fit. Never: a page of the guide.
"""
