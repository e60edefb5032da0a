"""Check study items against their source; make an Anki deck and a printable guide of them."""

__version__ = "0.1.0"
