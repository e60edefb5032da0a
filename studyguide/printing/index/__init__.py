"""An index: where a text speaks of what is listed, under which name that is looked up, and how names are sorted.

In: names, and words of a text. Out: what is found, headings, their order. Never: a page, or where an item stands.
"""
