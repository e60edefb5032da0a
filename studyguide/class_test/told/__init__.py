"""What an item tells: of the answers to others, of its own by its look, of who somebody is; whether it says what it asks.

In: entries of a guide, the text. Out: yes and no. Never: what is drawn.
"""
