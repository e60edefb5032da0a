"""A class test on paper: how long its lines are, how it comes to its pages, and its files.

In: a `Guide`, a `ClassTest` and a `Layout`. Out: PDFs. Never: which items are asked.
"""
