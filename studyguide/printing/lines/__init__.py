"""Lines of text before there is a layout: how wide faces set them, where they are broken, which blanks stand in them.

In: a text and a `Layout`. Out: lines, widths, underscores. Never: a box, or a page.
"""
