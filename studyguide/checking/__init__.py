"""Hold a deck against its source, or against its receipts where there is no source at hand.

In: `Deck`, `Source` or none, `Lock`. Out: a `Report` with findings and the lock as it should now be.
Never: a file opened or written.
"""
