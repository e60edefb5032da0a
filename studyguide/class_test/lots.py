"""Everything that is drawn by lot is drawn by a digest, so that the same seed draws the same."""

from hashlib import sha256


def lot(*told: str) -> bytes:
    """Give the lot of a thing that is told by these words, the seed before all."""
    return sha256(" ".join(told).encode("utf-8", "surrogatepass")).digest()
