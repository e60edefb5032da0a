"""What all printing shares: WeasyPrint, Jinja, faces, formulas, what a page may ask for.

In: HTML, `Resources`, and the texts of a `Guide` whose letters and formulas need faces. Out: PDF bytes, heights.
Never: what stands on a page.
"""
