"""What WeasyPrint does before it lays out: what it calls is declared, style sheets are read and elements met, once.

In: a page of HTML, its style sheets. Out: the same styles and boxes, in less time. Never: where a box stands.
"""
