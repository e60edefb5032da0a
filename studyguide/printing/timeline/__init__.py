"""All dates of a guide on one line: where it is broken, how large time is drawn, where labels stand, and on which page.

In: a `Guide` and a `Layout`. Out: a `Timeline`, in millimetres. Never: a page of HTML.
"""
