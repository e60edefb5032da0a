"""A class test: items drawn for paper, as exercises whose wrong answers are proved to be wrong.

In: a `Guide`, its `Deck`, and the `Source` or none. Out: a `ClassTest`, and its versions. Never: a wrong answer
that nothing was held against.
"""
