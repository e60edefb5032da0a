"""PDF, the one format that says where letters stand on a page, and nothing of paragraphs: lines, and what they are.

In: the bytes of a file. Out: a `Document`. Never: a word about sections.
"""
