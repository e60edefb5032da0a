"""Drawings (SVG) as they are written for WeasyPrint, so that paper shows what browsers and Anki show.

See docs/architecture.md.
"""
