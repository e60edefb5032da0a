"""Words: how they are cut, stemmed and compared, what is a number, a name, an opposite.

In: text and a language. Out: words with offsets, stems, numbers. Never: items or sources.
"""
