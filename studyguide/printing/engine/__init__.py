"""WeasyPrint, where it lays out otherwise than it would: what is done once, how lines are broken; fields and links.

In: its modules, for as long as a block runs. Out: the same boxes, in less time. Never: what stands on a page.
"""
