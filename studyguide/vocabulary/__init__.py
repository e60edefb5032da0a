"""The words that guide, cards and pages themselves say, in the language of a deck.

In: the tables of `templates/words/`, ours and the deck's own. Out: a `Vocabulary`. Never: a curator's words.
"""
