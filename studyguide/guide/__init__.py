"""What every export shows, composed once: plain text in reading order, nothing escaped yet.

In: a checked `Deck`, its `Lock`, and the `Source` where passages are shown. Out: a `Guide`. Never: HTML, or how a card
or a page looks.
"""
