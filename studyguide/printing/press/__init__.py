"""What all printing shares: WeasyPrint, Jinja, faces, formulas, what a page may ask for.

In: HTML and `Resources`. Out: PDF bytes, heights. Never: what a guide is.
"""
