"""How a document is cut into sections: at its headings, at numbers, at what is set like headings, or as a curator says.

In: the text of a `Document` and its blocks. Out: a `Cut`. Never: a file, or what a format is.
"""
