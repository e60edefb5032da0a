"""Where things lie in a checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CARDS = ROOT / "cards"
DECKS = ROOT / "tests" / "decks"

KEPT = ROOT / "dist" / "torture"
"""Where what broke the program is kept, to be made a test of."""
