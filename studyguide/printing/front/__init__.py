"""Where the parts before the sections stand: on which pages, and above the imprint.

In: how tall they are. Out: which arrangement leaves no page nearly empty, and takes the fewest. Never: a box, or a page.
"""
