"""WeasyPrint, where it draws otherwise than it would: with less work, thin lines as lines, and no drawing twice.

In: its modules, for as long as a block runs, and the PDF it made. Out: the same bytes, in less time. Never: what stands on a page.
"""
