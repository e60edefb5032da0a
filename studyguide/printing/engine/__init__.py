"""WeasyPrint, where it lays out otherwise than it would: what is done once, how lines are broken, and thin ones drawn; and fields.

In: its modules, for as long as a block runs. Out: the same boxes, in less time. Never: what stands on a page.
"""
