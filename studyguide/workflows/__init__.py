"""One module a thing to be done with a deck's folder: read, call the stages in order, write.

In: folders and options as records. Out: results as records, files in `dist/`, `deck.lock`. Never: an
option parsed, or a rule of its own.
"""
